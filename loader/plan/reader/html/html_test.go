package html

import (
	"context"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/reader/lines"
)

// read gives the lines with text; a tab stands before cells.
func read(content string) ([]string, error) {
	w := lines.NewWriter(context.Background(), lines.Limits{})
	if err := Read([]byte(content), w); err != nil {
		return nil, err
	}
	all, err := w.Lines()
	var out []string
	for _, l := range all {
		if l.Text != "" {
			out = append(out, l.Raw)
		}
	}
	return out, err
}

func TestRead(t *testing.T) {
	tests := []struct {
		name, page string
		want       []string
	}{
		{
			"blanks and line breaks of the source",
			"<p>　　建设创新\n   平台，投入 R&amp;D\n经费，发展\n<b>open\n innovation</b>\n平台。<br>另起一行</p>",
			[]string{"建设创新平台，投入 R&D经费，发展open innovation平台。", "另起一行"},
		},
		{
			"text outside of paragraphs",
			"<div>一、形势<p>甲</p>乙<div>丙</div></div>",
			[]string{"一、形势", "甲", "乙", "丙"},
		},
		{
			"lists with numbers",
			"<ol start=3><li>甲<li value=7><p>乙</p></ol><ol type=A><li>丙</ol><ol style='list-style-type: cjk-ideographic'><li>丁<li>戊</ol><ul><li>己</ul><ol style='list-style:none'><li>（1）庚</ol>",
			[]string{"3.甲", "7.乙", "A.丙", "一、丁", "二、戊", "己", "（1）庚"},
		},
		{
			"what a site puts around",
			"<header>站名</header><nav>导航</nav><div class='bread-crumb crumb'>首页 &gt; 正文</div><ul><li><a href=/a>甲栏</a></li><li><a href=/b>乙栏</a></li></ul>" +
				"<div class=content>正文<script>x()</script><span style='display: none'>隐</span><del>旧</del></div><div id=footer>版权</div><div title=footer>— 2 —</div><footer>备案</footer>",
			[]string{"正文"},
		},
		{
			"the page marks its article",
			"<div>热点新闻</div><article><header><h1>规划</h1></header>正文</article><div>相关链接</div>",
			[]string{"规划", "正文"},
		},
		{
			"several articles are no article",
			"<article>甲</article><article>乙</article>",
			[]string{"甲", "乙"},
		},
		{
			"a table with cells that span",
			"<table><caption>表1 指标</caption><tr><th>类别<th>指标<th>2025年<br>实际<tr><td rowspan=2>投入<td>强度<td>2.1<tr><td>经费<td></td><tr><td colspan=2>合计<td>5</table>",
			[]string{"表1 指标", "\t类别\t指标\t2025年\u2028实际", "\t投入\t强度\t2.1", "\t投入\t经费\t", "\t合计\t\t5"},
		},
		{
			"a frame with a list",
			"<table><tr><td>专栏1 项目</td></tr><tr><td><ol><li>甲</li><li>\n <p>乙</p></li></ol></td></tr></table>",
			[]string{"\t专栏1 项目", "\t1.甲", "\t2.乙"},
		},
		{
			"a table that lays out the page",
			"<table><tr><td><h2>一、形势</h2><p>甲</p><table><tr><td>专栏1</td><td>乙</td></tr></table></td></tr></table>",
			[]string{"一、形势", "甲", "\t专栏1\t乙"},
		},
		{"ruby and Word's own elements", "<p><ruby>临沂<rt>línyí</rt></ruby><st1:chsdate>2030年</st1:chsdate></p>", []string{"临沂2030年"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := read("<!DOCTYPE html><body>" + tt.page)
			if diff := cmp.Diff(tt.want, got); diff != "" || err != nil {
				t.Errorf("error %v, lines (-want +got):\n%s", err, diff)
			}
		})
	}
}

func TestIs(t *testing.T) {
	for content, want := range map[string]bool{
		"<!DOCTYPE HTML PUBLIC '-//W3C//DTD'>": true,
		"\ufeff \n<!-- a --><html lang=zh>":    true,
		"<p>甲</p>":                             true,
		"<项目>甲":                                false,
		"一、<p>":                                false,
		"<pre":                                 false,
		"":                                     false,
	} {
		if Is([]byte(content)) != want {
			t.Errorf("Is(%q) is not %t", content, want)
		}
	}
}

func TestEncodings(t *testing.T) {
	tests := []struct{ name, page, want, words string }{
		{"GBK that says so", "<html><meta charset=gbk><p>\xbf\xc6\xbc\xbc\xb4\xb4\xd0\xc2", "科技创新", ""},
		{"GBK that says it is UTF-8", "<html><meta charset=utf-8><p>\xbf\xc6\xbc\xbc\xb4\xb4\xd0\xc2", "科技创新", ""},
		{"GBK that says nothing", "<html><p>\xbf\xc6\xbc\xbc\xb4\xb4\xd0\xc2", "科技创新", ""},
		{"UTF-8 that says it is GBK", "<html><meta charset=gb2312><p>科技创新", "科技创新", ""},
		{"Big5", "<html><meta charset=big5><p>\xac\xec\xa7\xde", "科技", ""},
		{"neither", "<html><meta charset=utf-8><p>\xe9 \xe8", "", "not UTF-8"},
		{"not what it says", "<html><meta charset=big5><p>\xff\xff", "", "says that it is big5"},
	}
	for _, tt := range tests {
		got, err := read(tt.page)
		if tt.words != "" {
			if ecosystem.CodeOf(err) != ecosystem.CodeBadInput || !strings.Contains(err.Error(), tt.words) {
				t.Errorf("%s: error %v, want one with %q", tt.name, err, tt.words)
			}
			continue
		}
		if diff := cmp.Diff([]string{tt.want}, got); diff != "" || err != nil {
			t.Errorf("%s: error %v, lines (-want +got):\n%s", tt.name, err, diff)
		}
	}
}

func TestBounds(t *testing.T) {
	tests := map[string]string{
		"deep":  "<html>" + strings.Repeat("<div>", 5000) + "甲",
		"many":  "<html>" + strings.Repeat("<p>", 1_000_001),
		"wide":  "<html><table><tr>" + strings.Repeat("<td colspan=99>甲", 50) + "</table>",
		"empty": "<html><script>甲</script>",
	}
	for name, page := range tests {
		if _, err := read(page); err == nil || ecosystem.CodeOf(err) == ecosystem.CodeInternal {
			t.Errorf("%s: error %v, want a coded one", name, err)
		}
	}
}

// Tags that are left open are not repeated in what follows.
func TestOpenFormattingDoesNotMultiply(t *testing.T) {
	var page strings.Builder
	page.WriteString("<html>")
	for i := range 400 {
		page.WriteString("<font color=" + strconv.Itoa(i) + ">")
	}
	page.WriteString(strings.Repeat("<P>甲<STRONG>乙</strong></P>", 20_000))
	text, err := withoutFormatting(page.String())
	if err != nil || strings.Contains(text, "font") || strings.Contains(text, "STRONG") || strings.Contains(text, "strong") {
		t.Fatalf("error %v; the tags are still there", err)
	}
	got, err := read(page.String())
	if err != nil || len(got) != 20_000 || got[0] != "甲乙" {
		t.Errorf("%d lines and %v, want 20000", len(got), err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("<html><table><tr><td rowspan=9>甲<td colspan=3>乙<tr><th>丙</table><ol type=i start=-2><li>丁<ol><li>戊</ol></ol>")
	f.Add("<!DOCTYPE html><meta charset=gb2312><article><h1>规划</h1><p>　一\n二<br>三</article>")
	f.Add("<p>甲<ruby>乙<rt>b</rt></ruby><pre>\n丙\t丁</pre><table><tr><td><table><tr><td>戊")
	f.Fuzz(func(t *testing.T, page string) {
		w := lines.NewWriter(context.Background(), lines.Limits{LineBytes: 8 << 10, DocumentBytes: 64 << 10})
		if err := Read([]byte(page), w); err != nil && ecosystem.CodeOf(err) == ecosystem.CodeInternal {
			t.Errorf("the error %v has no code for users", err)
		}
	})
}
