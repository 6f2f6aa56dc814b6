package lines

import (
	"context"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

func linesOf(text string) ([]Line, error) {
	w := NewWriter(context.Background(), Limits{})
	err := w.Text(text)
	return w.lines, err
}

func textLines(t *testing.T, text string) []Line {
	t.Helper()
	lines, err := linesOf(text)
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

func unwrapped(t *testing.T, text string) []string {
	t.Helper()
	var out []string
	for _, l := range Unwrap(textLines(t, text)) {
		out = append(out, l.Text)
	}
	return out
}

// body is enough of a broken text to see its width, which is 20 characters.
const body = "围绕主导产业布局创新平台，推动平台向社会开\n" +
	"放共享，完善从基础研究、应用开发到成果转化\n" +
	"的平台体系，支持企业与高校、科研院所共建联\n" +
	"合实验室，每年凝练一批重大技术需求，采用揭\n" +
	"榜挂帅等方式组织实施。\n"

const joined = "围绕主导产业布局创新平台，推动平台向社会开放共享，完善从基础研究、应用开发到成果转化的平台体系，支持企业与高校、科研院所共建联合实验室，每年凝练一批重大技术需求，采用揭榜挂帅等方式组织实施。"

func TestUnwrap(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"a heading stays apart", "第一章 总则\n", []string{"第一章 总则"}},
		{"a full heading stays apart", "建设区域性科技创新中心的若干政策措施及其说\n第二章 总体要求\n", []string{"建设区域性科技创新中心的若干政策措施及其说", "第二章 总体要求"}},
		{"items stay apart", "1.支持龙头企业与高校、科研院所共建创新中心\n2.支持园区\n", []string{"1.支持龙头企业与高校、科研院所共建创新中心", "2.支持园区"}},
		{"an item goes on", "1.支持龙头企业与高校、科研院所共建创新中心\n和实验室。\n", []string{"1.支持龙头企业与高校、科研院所共建创新中心和实验室。"}},
		{"a number within a sentence goes on", "到二〇二五年，研发经费投入强度从2.1%提高到\n2.8%以上。\n", []string{"到二〇二五年，研发经费投入强度从2.1%提高到2.8%以上。"}},
		{"a number that was cut", "到二〇二五年，全市技术合同成交额达到人民币1\n50亿元。\n", []string{"到二〇二五年，全市技术合同成交额达到人民币150亿元。"}},
		{"the title of a box stays apart", "重点建设下列平台，支持它们开放共享，详见下\n专栏3 创新平台\n", []string{"重点建设下列平台，支持它们开放共享，详见下", "专栏3 创新平台"}},
		{"a box that is spoken of goes on", "重点建设一批创新平台，支持它们开放共享，见\n专栏3所列。\n", []string{"重点建设一批创新平台，支持它们开放共享，见专栏3所列。"}},
		{
			"rows of tables stay apart", "\t一二三四五六七八九十，二三四五六七八九\t3\n\t甲\t4\n| 一二三四五六七八九十，二三四五六七八九 |\n| 甲 | 乙 |\n",
			[]string{"一二三四五六七八九十，二三四五六七八九\t3", "甲\t4", "| 一二三四五六七八九十，二三四五六七八九 |", "| 甲 | 乙 |"},
		},
		{"a short line ends a paragraph", "支持甲。\n支持乙。\n", []string{"支持甲。", "支持乙。"}},
		{"a comma ends no paragraph", "支持龙头企业与高等院校、科研院所，\n支持乙。\n", []string{"支持龙头企业与高等院校、科研院所，支持乙。"}},
		{"what a paragraph is about begins it", "平台提档升级。建设实验室和若干重大创新平台。\n主体加快壮大。培育企业。\n", []string{"平台提档升级。建设实验室和若干重大创新平台。", "主体加快壮大。培育企业。"}},
	}
	for _, tt := range tests {
		want := append(append([]string{joined}, tt.want...), joined)
		if diff := cmp.Diff(want, unwrapped(t, body+tt.text+body)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// What begins with an indented line is a paragraph, however full the line above.
func TestUnwrapSeesIndentation(t *testing.T) {
	text := strings.ReplaceAll("\u3000\u3000"+strings.Replace(body, "社会开\n放", "社\n会开放", 1), "转化\n的", "转\n化的")
	full := "推动平台向社会开放共享并建设若干重大平台。\n"
	got := unwrapped(t, text+full+"\u3000\u3000支持乙。\n"+text)
	if got[len(got)-2] != "支持乙。" {
		t.Errorf("%q", got)
	}
}

// A paragraph goes on over the foot of a page; its page is the one on which it
// begins.
func TestUnwrapOverPages(t *testing.T) {
	cut := strings.LastIndex(body, "合实验室")
	text := body[:cut] + "\n— 1 —\n\f" + body[cut:] + body + "\f"
	got := Unwrap(textLines(t, text))
	if len(got) != 2 && len(got) != 3 || got[0].Text != joined || got[0].Page != 1 || got[1].Text != joined || got[1].Page != 2 {
		t.Errorf("%+v", got)
	}
}

// A text of other lines stays as it is, also one of short ones.
func TestUnwrapLeavesOtherTexts(t *testing.T) {
	for name, text := range map[string]string{
		"a line for each paragraph": strings.Repeat("第一节 甲\n"+joined+"\n", 8),
		"names":                     strings.Repeat("临沂智能装备制造创新中心项目\n临沂商城数字化物流枢纽示范项目\n临沂木业产业创新服务综合体项目\n", 8),
		"sentences of one length":   strings.Repeat("建设若干重大平台，支持各县区园区创新发展。\n", 20),
		"numbered items":            strings.Repeat("1.建设重大平台，支持县区园区和龙头企业发展\n2.建设重大平台，支持县区园区和龙头企业创新\n", 8),
	} {
		lines := textLines(t, text)
		if diff := cmp.Diff(lines, Unwrap(lines)); diff != "" {
			t.Errorf("%s (-as it was +got):\n%s", name, diff)
		}
	}
}

// Nothing is lost but page numbers at the foot of a page, and what was joined
// once is not joined further.
func FuzzUnwrap(f *testing.F) {
	f.Add(body + body)
	f.Add("第一章 总则\n" + body + "1.甲\n2.乙\n\t甲\t乙\n" + body)
	f.Add(strings.Repeat("a b c d e f g h i j, k l m n o p q r s t\n", 9))
	f.Fuzz(func(t *testing.T, text string) {
		lines, err := linesOf(text)
		if err != nil {
			t.Skip(err) // no text
		}
		if len(lines) == 0 || strings.Contains(text, "\f") {
			return
		}
		var before, after strings.Builder
		for _, l := range lines {
			before.WriteString(l.Text)
		}
		for _, l := range Unwrap(lines) {
			after.WriteString(l.Text)
		}
		if a, b := solidText(before.String()), solidText(after.String()); a != b {
			t.Errorf("%q became %q", a, b)
		}
	})
}

func solidText(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
