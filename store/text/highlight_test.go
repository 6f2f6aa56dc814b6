package text

import (
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

// slicesOf does what name.slice does in JavaScript.
func slicesOf(name string, spans []Span) (parts []string) {
	units := utf16.Encode([]rune(name))
	for _, s := range spans {
		parts = append(parts, string(utf16.Decode(units[s.Start:s.End])))
	}
	return parts
}

func TestHighlight(t *testing.T) {
	for _, c := range []struct {
		query, name string
		want        []string
	}{
		{"浙江大学", "浙江大学", []string{"浙江大学"}},
		{"浙江", "浙江大学", []string{"浙江"}},
		{"大学", "浙江大学", []string{"大学"}},
		{"浙大", "浙江大学", []string{"浙", "大"}},
		{"学 浙江", "浙江大学", []string{"浙江", "学"}},
		{"zjd", "浙江大学", []string{"浙江大"}},
		{"zhejiangd", "浙江大学", []string{"浙江大"}},
		{"zhejiangdx", "浙江大学", []string{"浙江大学"}},
		{"zhjdx", "浙江大学", []string{"浙江大学"}},
		{"浙江dx", "浙江大学医学院", []string{"浙江大学"}},
		{"dx", "浙江大学", []string{"大学"}},
		{"zhejiang univ", "Zhejiang University", []string{"Zhejiang Univ"}},
		{"univ", "Zhejiang University", []string{"Univ"}},
		{"ecole", "École polytechnique", []string{"École"}},
		{"eco", "École polytechnique", []string{"École"}}, // its letters are others than those typed
		{"哈工大(威", "哈工大 （威海）", []string{"哈工大 （威"}},
		{"哈工大威海", "哈工大（威海）", []string{"哈工大（威海"}},
		{"ＡＩ", "𠮷田ＡＩ实验室", []string{"ＡＩ"}},
		{"实验室", "𠮷田ＡＩ实验室", []string{"实验室"}}, // behind a character of two code units
		{"kg", "㎏ 实验室", []string{"㎏"}},
		{"浙大 zju", "浙江大学", []string{"浙", "大"}},
		{"zju", "浙江大学", nil},
		{"浙", "", nil},
	} {
		if diff := cmp.Diff(c.want, slicesOf(c.name, Highlight(ParseQuery(c.query), c.name))); diff != "" {
			t.Errorf("%s in %s (-want +got):\n%s", c.query, c.name, diff)
		}
	}
}

func FuzzHighlight(f *testing.F) {
	for _, seed := range [][2]string{{"浙江大学", "zjd"}, {"哈工大（威海）", "哈 威"}, {"École ㎏\xff 𠮷 a\u0301\u200bb", "ecole kg"}} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, name, query string) {
		e := &ecosystem.Entity{Name: name}
		q := ParseQuery(query)
		m, ok := Rank(q, e)
		if !ok {
			return
		}
		spans := Highlight(q, m.Name)
		if len(spans) == 0 {
			t.Errorf("nothing of %q is marked for %q (%s)", name, query, m.On)
		}
		last := -1
		for _, s := range spans {
			if s.Start <= last || s.End <= s.Start || s.End > len(utf16.Encode([]rune(name))) {
				t.Errorf("%q in %q: %+v", query, name, spans)
			}
			last = s.End
		}
	})
}
