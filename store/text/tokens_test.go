package text

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

func TestTokens(t *testing.T) {
	e := &ecosystem.Entity{Name: "浙江大学", Aliases: []string{"ZJU"}, NameEn: "Zhejiang University"}
	want := []string{
		"=zhejianguniversity", "=zju", "=浙江大学",
		"daxue", "dx", "jdx", "jiangdaxue", "university", "xue", "zhejiangdaxue", "zhejianguniversity", "zjdx", "zju",
		"大", "学", "江", "浙",
	}
	if diff := cmp.Diff(want, Tokens(e)); diff != "" {
		t.Errorf("tokens (-want +got):\n%s", diff)
	}
}

func TestTokensSurviveTheIndex(t *testing.T) {
	for _, name := range []string{
		"浙江大学 (舟山) A & B", strings.Repeat("重点实验室 ", 80), strings.Repeat("long word ", 60), "a\u2028b\u0085c\u00a0d\x1fe",
		"〇一", "🧪 Lab", "ぎじゅつ 大学", "Ünï cödé", strings.Repeat("é", 90),
	} {
		e := &ecosystem.Entity{Name: name, Sources: []ecosystem.Source{{PrintedName: name + " 印"}}}
		tokens := Tokens(e)
		if !slices.IsSorted(tokens) || len(slices.Compact(slices.Clone(tokens))) != len(tokens) {
			t.Errorf("%.20q: tokens are not sorted and unique: %q", name, tokens)
		}
		for _, token := range tokens {
			blank := func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }
			if token == "" || len(token) > 255 || strings.ContainsFunc(token, blank) || strings.ToValidUTF8(token, "") != token {
				t.Errorf("%.20q: token %q would not survive the whitespace analyzer", name, token)
			}
			if strings.ToLower(token) != token {
				t.Errorf("%.20q: token %q is not in lower case", name, token)
			}
		}
	}
}
