package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/reader/lines"
)

const (
	opening = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>`
	closing = `</w:body></w:document>`
	rels    = `<Relationships><Relationship Type="http://x/styles" Target="styles.xml"/><Relationship Type="http://x/numbering" Target="/word/numbering.xml"/><Relationship Type="http://x/styles" TargetMode="External" Target="http://elsewhere"/></Relationships>`
	styled  = `<styles>
<style styleId="H1"><name val="heading 1"/><pPr><numPr><numId val="1"/></numPr><outlineLvl val="0"/></pPr></style>
<style styleId="H2"><name val="heading 2"/><basedOn val="H1"/><pPr><numPr><ilvl val="1"/></numPr><outlineLvl val="1"/></pPr></style>
<style styleId="Mine"><name val="mine"/><basedOn val="H2"/></style>
<style styleId="Named"><name val="标题 3"/></style>
<style styleId="List"><name val="list"/><pPr><numPr><numId val="2"/></numPr></pPr></style>
</styles>`
	numbered = `<numbering>
<abstractNum abstractNumId="1">
<lvl ilvl="0"><start val="1"/><numFmt val="chineseCountingThousand"/><pStyle val="H1"/><lvlText val="第%1章"/></lvl>
<lvl ilvl="1"><start val="1"/><numFmt val="decimal"/><isLgl/><pStyle val="H2"/><lvlText val="%1.%2"/></lvl>
<lvl ilvl="2"><start val="4"/><numFmt val="decimalEnclosedCircle"/><lvlRestart val="0"/><lvlText val="%3"/></lvl>
</abstractNum>
<abstractNum abstractNumId="2"><lvl ilvl="0"><start val="1"/><numFmt val="decimal"/><lvlText val="%1."/></lvl><lvl ilvl="1"><numFmt val="bullet"/><lvlText val="•"/></lvl></abstractNum>
<abstractNum abstractNumId="3"><numStyleLink val="List"/></abstractNum>
<num numId="1"><abstractNumId val="1"/></num>
<num numId="2"><abstractNumId val="2"/></num>
<num numId="3"><abstractNumId val="2"/></num>
<num numId="4"><abstractNumId val="2"/><lvlOverride ilvl="0"><startOverride val="1"/></lvlOverride></num>
<num numId="5"><abstractNumId val="3"/></num>
<num numId="6"><abstractNumId val="2"/><lvlOverride ilvl="0"><lvl ilvl="0"><start val="1"/><numFmt val="upperLetter"/><lvlText val="%1)"/></lvl></lvlOverride></num>
</numbering>`
)

// packed makes a Word file with a body.
func packed(t testing.TB, body string) []byte {
	t.Helper()
	return zipped(t, map[string]string{
		"word/document.xml": opening + body + closing, "word/_rels/document.xml.rels": rels,
		"word/styles.xml": styled, "word/numbering.xml": numbered,
	})
}

func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for name, text := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func read(content []byte, limits lines.Limits) ([]string, error) {
	w := lines.NewWriter(context.Background(), limits)
	if err := Read(context.Background(), content, limits, w); err != nil {
		return nil, err
	}
	all, err := w.Lines()
	var out []string
	for _, l := range all {
		if l.Text != "" {
			out = append(out, strings.Repeat("#", l.Heading)+l.Raw)
		}
	}
	return out, err
}

// p is a paragraph with properties.
func p(properties, text string) string {
	return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>"
}

func num(id, level string) string {
	return `<w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + id + `"/></w:numPr>`
}

func styleOf(id string) string { return `<w:pStyle w:val="` + id + `"/>` }

func TestRead(t *testing.T) {
	tests := []struct {
		name, body string
		want       []string
	}{
		{
			"chapters and sections that Word numbers",
			p(styleOf("H1"), "总则") + p(styleOf("H2"), "依据") + p(styleOf("Mine"), "范围") + p("", "正文") + p(styleOf("H1"), "任务") + p(styleOf("H2"), "平台") +
				p(styleOf("H2")+num("0", "0"), "附") + p(styleOf("Named"), "三级") + p(`<w:outlineLvl w:val="9"/>`+styleOf("Named"), "正文级"),
			[]string{"#第一章 总则", "##1.1 依据", "##1.2 范围", "正文", "#第二章 任务", "##2.1 平台", "##附", "###三级", "正文级"},
		},
		{
			"a level that never begins anew",
			p(num("1", "0"), "甲") + p(num("1", "2"), "乙") + p(num("1", "2"), "丙") + p(num("1", "0"), "丁") + p(num("1", "2"), "戊"),
			[]string{"第一章 甲", "④ 乙", "⑤ 丙", "第二章 丁", "⑥ 戊"},
		},
		{
			"lists that go on, begin anew, are linked, or have levels of their own; bullets",
			p(num("2", "0"), "甲") + p(num("3", "0"), "乙") + p(num("4", "0"), "5G") + p(num("4", "0"), "丁") + p(num("5", "0"), "戊") + p(num("2", "1"), "己") + p(num("6", "0"), "庚"),
			[]string{"1.甲", "2.乙", "1. 5G", "2.丁", "3.戊", "己", "D)庚"},
		},
		{
			"an empty paragraph counts, but prints nothing",
			p(num("2", "0"), "甲") + p(num("2", "0"), "") + p(num("2", "0"), "乙"),
			[]string{"1.甲", "3.乙"},
		},
		{
			"tracked changes",
			`<w:p><w:r><w:t>建设</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>平台</w:t></w:r></w:moveTo></w:p>` +
				p(`<w:rPr><w:del/></w:rPr>`+num("2", "0"), "前半") + p(num("2", "0"), "后半") + p(`<w:rPr><w:del/></w:rPr>`, "末"),
			[]string{"建设新平台", "1.前半后半", "末"},
		},
		{
			"hidden text, fields, breaks, ruby, hyphens, content controls",
			`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>见</w:t></w:r><w:r><w:instrText>TOC \o</w:instrText><w:t>一、形势</w:t><w:tab/><w:t>1</w:t><w:br/><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t></w:r>` +
				`<w:r><w:ruby><w:rt><w:r><w:t>yí</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>沂</w:t></w:r></w:rubyBase></w:ruby></w:r><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>`,
			[]string{"见一、形势\t1", "A-B沂控件链接"},
		},
		{
			"a text box that is there twice, after its paragraph",
			`<w:p><w:r><w:t>正文</w:t><mc:AlternateContent><mc:Choice><w:drawing><x><w:txbxContent>` + p("", "专栏1 平台") + p(num("2", "0"), "甲") + `</w:txbxContent></x></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>` + p(num("2", "0"), "甲") + `</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent><w:t>续</w:t></w:r></w:p>` + p("", "后"),
			[]string{"正文续", "\t专栏1 平台", "\t1.甲", "后"},
		},
		{
			"a table with cells that span, a deleted row and a row that was put in",
			`<w:tbl><w:tblPr/><w:tr>` + tc("", "类别") + tc("", "指标") + tc("", "单位") + `</w:tr><w:tr>` + tc(`<w:vMerge w:val="restart"/>`, "投入") + tc("", "强度") + tc("", "%") + `</w:tr>` +
				`<w:tr>` + tc(`<w:vMerge/>`, "") + tc("", "经费") + tc("", "") + `</w:tr><w:tr><w:trPr><w:del/></w:trPr>` + tc("", "删") + tc("", "去") + tc("", "行") + `</w:tr>` +
				`<w:tr><w:trPr><w:ins/></w:trPr>` + tc(`<w:gridSpan w:val="2"/>`, "合计") + tc("", "5") + `</w:tr></w:tbl>`,
			[]string{"\t类别\t指标\t单位", "\t投入\t强度\t%", "\t投入\t经费\t", "\t合计\t\t5"},
		},
		{
			"ends that were deleted before a table and in a cell",
			p(`<w:rPr><w:del/></w:rPr>`, "表前") + `<w:tbl><w:tr><w:tc>` + p(`<w:rPr><w:del/></w:rPr>`, "甲") + `</w:tc>` + tc("", "乙") + `</w:tr></w:tbl>`,
			[]string{"表前", "\t甲\t乙"},
		},
		{
			"a frame with a table in it",
			`<w:tbl><w:tr>` + `<w:tc>` + p("", "专栏2 指标") + `<w:tbl><w:tr>` + tc("", "指标") + tc("", "单位") + `</w:tr><w:tr>` + tc("", "甲") + tc("", "%") + `</w:tr></w:tbl>` + p("", "注：预计") + `</w:tc></w:tr></w:tbl>`,
			[]string{"\t专栏2 指标", "\t指标\t单位", "\t甲\t%", "\t注：预计"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := read(packed(t, tt.body), lines.Limits{})
			if diff := cmp.Diff(tt.want, got); diff != "" || err != nil {
				t.Errorf("error %v, lines (-want +got):\n%s", err, diff)
			}
		})
	}
}

func tc(properties, text string) string {
	return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p("", text) + "</w:tc>"
}

func TestRefused(t *testing.T) {
	good := packed(t, p("", "甲"))
	small := lines.Limits{FileBytes: 20_000}
	tests := []struct {
		name    string
		content []byte
		code    ecosystem.Code
		words   string
	}{
		{"a bomb in the text", packed(t, p("", strings.Repeat("甲", 20_000))), ecosystem.CodeLimitExceeded, "larger than 20000 bytes unpacked"},
		{"a bomb in the styles", zipped(t, map[string]string{"word/document.xml": opening + closing, "word/_rels/document.xml.rels": rels, "word/styles.xml": "<styles>" + strings.Repeat(" ", 30_000) + "</styles>"}), ecosystem.CodeLimitExceeded, "unpacked"},
		{"deep", packed(t, strings.Repeat("<w:sdt>", 600)), ecosystem.CodeLimitExceeded, "in one another"},
		{"wide", packed(t, "<w:tbl><w:tr>"+strings.Repeat(tc(`<w:gridSpan w:val="60"/>`, "甲"), 5)+"</w:tr></w:tbl>"), ecosystem.CodeLimitExceeded, "columns"},
		{"cut off", good[:len(good)/2], ecosystem.CodeBadInput, "damaged"},
		{"no text part", zipped(t, map[string]string{"word/other.xml": ""}), ecosystem.CodeBadInput, "no part word/document.xml"},
		{"broken XML", packed(t, "<w:p></w:q>"), ecosystem.CodeBadInput, "damaged"},
		{"no text", packed(t, ""), ecosystem.CodeBadInput, "no text"},
	}
	for _, tt := range tests {
		_, err := read(tt.content, small)
		if err == nil || ecosystem.CodeOf(err) != tt.code || !strings.Contains(err.Error(), tt.words) {
			t.Errorf("%s: error %v, want %s with %q", tt.name, err, tt.code, tt.words)
		}
	}
}

func TestStopsWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	w := lines.NewWriter(context.Background(), lines.Limits{})
	err := Read(ctx, packed(t, strings.Repeat(p("", "甲"), 2000)), lines.Limits{}, w)
	if ecosystem.CodeOf(err) != ecosystem.CodeTimeout {
		t.Errorf("error %v, want %s", err, ecosystem.CodeTimeout)
	}
}

// FuzzRead changes the text part; the ZIP around it is the standard library's.
func FuzzRead(f *testing.F) {
	f.Add(p(styleOf("H1"), "总则")+p(num("1", "2"), "甲"), numbered)
	f.Add("<w:tbl><w:tr>"+tc(`<w:vMerge w:val="restart"/><w:gridSpan w:val="3"/>`, "甲")+tc("", "乙")+"</w:tr></w:tbl>", "")
	f.Add(`<w:p><w:r><w:drawing><w:txbxContent><w:p/></w:txbxContent></w:drawing></w:r></w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>`, `<numbering><num numId="1"><abstractNumId val="1"/></num></numbering>`)
	f.Fuzz(func(t *testing.T, body, numbering string) {
		content := zipped(t, map[string]string{
			"word/document.xml": opening + body + closing, "word/_rels/document.xml.rels": rels,
			"word/styles.xml": styled, "word/numbering.xml": numbering,
		})
		_, err := read(content, lines.Limits{LineBytes: 8 << 10, DocumentBytes: 64 << 10, FileBytes: 1 << 20})
		if err != nil && ecosystem.CodeOf(err) == ecosystem.CodeInternal {
			t.Errorf("the error %v has no code for users", err)
		}
	})
}
