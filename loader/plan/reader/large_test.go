package reader_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"runtime"
	"runtime/metrics"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/innograph/innograph/loader/plan"
	"github.com/innograph/innograph/loader/plan/reader"
)

// The size of a very long plan.
const (
	longPages    = 500
	linesPerPage = 24
)

// longPlan is a plan of so many pages, a page of lines each; every tenth page
// has a list of projects.
func longPlan(pages int) [][]string {
	out := make([][]string, pages)
	for p := range out {
		lines := []string{fmt.Sprintf("%d.做强第%d类平台", p+1, p+1)}
		switch {
		case p == 0:
			lines = []string{"溪川市科技创新规划", "一、重点任务", lines[0]}
		case p%10 == 9:
			lines = append(lines, fmt.Sprintf("专栏%d 新材料领域重点项目", p/10+1), fmt.Sprintf("（1）第%d号高强铝合金制备技术研发", p), fmt.Sprintf("（2）第%d号特种玻璃产业化项目", p))
		}
		for len(lines) < linesPerPage {
			lines = append(lines, fmt.Sprintf("支持企业与高校、科研院所开展第%d项产学研合作，完善从基础研究到成果转化的体系。", p*100+len(lines)))
		}
		out[p] = lines
	}
	return out
}

func longText(pages [][]string) []byte {
	var out strings.Builder
	for _, lines := range pages {
		out.WriteString(strings.Join(lines, "\n") + "\n\f")
	}
	return []byte(out.String())
}

func longHTML(pages [][]string) []byte {
	var out strings.Builder
	out.WriteString("<!DOCTYPE html><html><head><meta charset=utf-8></head><body>")
	for _, lines := range pages {
		for _, l := range lines {
			out.WriteString(`<p style="text-indent:2em"><span style="font-family:仿宋">` + l + "</span></p>\n")
		}
	}
	return []byte(out.String())
}

func longDOCX(t testing.TB, pages [][]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	var body strings.Builder
	for _, lines := range pages {
		for _, l := range lines {
			body.WriteString(`<w:p><w:pPr><w:ind w:firstLine="640"/></w:pPr><w:r><w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr><w:t>` + l + `</w:t></w:r></w:p>`)
		}
	}
	if _, err := fmt.Fprintf(w, `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>`, body.String()); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// lineLength is the length of the first line of a paragraph in longPDF.
const lineLength = 38

// longPDF sets the pages in a font that is only named, with a header and a page
// number on each.
func longPDF(pages [][]string) []byte {
	var out bytes.Buffer
	var offsets []int
	object := func(body string) {
		offsets = append(offsets, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", len(offsets), body)
	}
	out.WriteString("%PDF-1.4\n")
	var kids strings.Builder
	for p := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", 6+2*p)
	}
	object("<</Type/Catalog/Pages 2 0 R>>")
	object(fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(pages), kids.String()))
	object("<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>")
	object("<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 0>>/DW 1000/FontDescriptor 5 0 R>>")
	object("<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>")
	for p, lines := range pages {
		object(fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>", 7+2*p))
		var text strings.Builder
		show := func(x, y int, s string) {
			fmt.Fprintf(&text, "BT /F 10 Tf %d %d Td <", x, y)
			for _, unit := range utf16.Encode([]rune(s)) {
				fmt.Fprintf(&text, "%04X", unit)
			}
			text.WriteString("> Tj ET\n")
		}
		show(90, 810, "溪川市人民政府公报")
		y := 730
		for _, l := range lines {
			first, rest := []rune(l), []rune(nil)
			if len(first) > lineLength {
				first, rest = first[:lineLength], first[lineLength:]
			}
			show(90, y, string(first)) // indented, as paragraphs are
			if y -= 13; len(rest) > 0 {
				show(70, y, string(rest))
				y -= 13
			}
		}
		show(290, 40, fmt.Sprintf("— %d —", p+1))
		object(fmt.Sprintf("<</Length %d>>stream\n%sendstream", text.Len(), text.String()))
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&out, "trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return out.Bytes()
}

// peak runs f and gives the most bytes that were alive at once meanwhile, as
// sampled, above what was before.
func peak(f func()) uint64 {
	live := func() uint64 {
		s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		metrics.Read(s)
		return s[0].Value.Uint64()
	}
	runtime.GC()
	before, most := live(), uint64(0)
	done, sampled := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(sampled)
		for {
			most = max(most, live())
			select {
			case <-done:
				return
			case <-time.After(2 * time.Millisecond):
			}
		}
	}()
	f()
	close(done)
	<-sampled
	return most - min(before, most)
}

// maxPeak is what reading a very long plan may hold at once, in bytes; PDFium takes
// most of it.
const maxPeak = 256 << 20

func TestALongPlanIsReadInBoundedMemory(t *testing.T) {
	pages := longPlan(longPages)
	for _, tt := range []struct {
		form    string
		content []byte
		paged   bool
	}{
		{"txt", longText(pages), true},
		{"html", longHTML(pages), false},
		{"docx", longDOCX(t, pages), false},
		{"pdf", longPDF(pages), true},
	} {
		t.Run(tt.form, func(t *testing.T) {
			var lines []reader.Line
			most := peak(func() {
				var err error
				if lines, err = reader.Read(context.Background(), bytes.NewReader(tt.content), reader.Limits{}); err != nil {
					t.Fatal(err)
				}
			})
			t.Logf("%d KB in %d lines: %d MB at once", len(tt.content)>>10, len(lines), most>>20)
			if most > maxPeak {
				t.Errorf("reading held %d bytes at once, more than %d", most, uint64(maxPeak))
			}
			projects := 0
			for _, l := range lines {
				var number int
				if _, err := fmt.Sscanf(l.Text, "（2）第%d号特种玻璃产业化项目", &number); err != nil {
					continue
				}
				projects++
				if page := map[bool]int{true: number + 1}[tt.paged]; l.Page != page {
					t.Errorf("project %d is on page %d, want %d", number, l.Page, page)
				}
			}
			if projects != longPages/10 {
				t.Errorf("%d projects were read, want %d", projects, longPages/10)
			}
		})
	}
}

func TestALongPlanIsExtractedInBoundedMemory(t *testing.T) {
	content := longText(longPlan(longPages))
	var result plan.Result
	most := peak(func() {
		var err error
		if result, err = plan.Extract(context.Background(), bytes.NewReader(content), plan.Options{}); err != nil {
			t.Fatal(err)
		}
	})
	t.Logf("%d KB, %d entities: %d MB at once", len(content)>>10, len(result.Graph.Entities), most>>20)
	if most > maxPeak {
		t.Errorf("reading held %d bytes at once, more than %d", most, uint64(maxPeak))
	}
	for _, locator := range []string{"专栏1（1） p.10", "专栏50（2） p.500"} {
		if !hasLocator(result, locator) {
			t.Errorf("no record stands at %s", locator)
		}
	}
}
