package dossier_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/innograph/innograph/dossier"
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/introduction"
	"github.com/innograph/innograph/loader/plan/reader/docx"
	"github.com/innograph/innograph/loader/plan/reader/lines"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/store"
)

const hostile = `<script>alert("1")</script>&'`

func source(document string) ecosystem.Source {
	return ecosystem.Source{Document: "doc:" + document, Locator: "专栏5.2（3）", Known: ecosystem.Stated, Confidence: 0.9}
}

// facts are those of a partner with one discipline and one route, and of a name that
// is hostile to whoever puts it into a page.
func facts() dossier.Facts {
	field := &ecosystem.Entity{ID: "field:a", Kind: ecosystem.TechnologyField, Name: "工程机械"}
	discipline := &ecosystem.Entity{ID: "discipline:0802", Kind: ecosystem.Discipline, Name: "机械工程"}
	partner := &ecosystem.Entity{
		ID: "org:a", Kind: ecosystem.University, Name: "甲大学" + hostile, Sources: []ecosystem.Source{source("list")},
		Properties: map[string]string{ecosystem.PropWebsite.Name: "https://a.example/?x=1&y=2"},
	}
	home := &ecosystem.Entity{ID: "region:371300", Kind: ecosystem.Region, Name: "临沂市"}
	local := &ecosystem.Entity{ID: "org:b", Kind: ecosystem.Enterprise, Name: "乙公司"}
	step := func(id string, to *ecosystem.Entity, document string) store.Edge {
		return store.Edge{Node: to, Out: true, Relation: &ecosystem.Relation{ID: id, Type: ecosystem.CooperatesWith, Weight: 0.8, Sources: []ecosystem.Source{source(document)}}}
	}
	needs := []match.Need{{Field: field, Weight: 1}}
	candidate := match.Candidate{
		Partner: partner, Place: match.Place{Region: home, Kilometres: 120},
		Sums: match.Sums{{Key: match.Key{Ground: match.ByDiscipline, Need: field.ID}, Count: 0.8}},
		Evidence: []match.Evidence{{
			Ground: match.ByDiscipline, Need: field.ID, Weight: 0.8,
			Path: store.Path{Start: field, Steps: []store.Edge{step("1", discipline, "grades"), step("2", partner, "list")}},
		}},
	}
	return dossier.Facts{
		Demand: "氢能挖掘机", Home: home, Needs: needs, Words: map[string][]string{field.ID: {"挖掘机"}},
		Match: match.Rank([]match.Candidate{candidate}, needs, match.DefaultWeights(), 0, 1)[0], Of: 7,
		Routes: []introduction.Introduction{{Start: local, Steps: []store.Edge{step("3", partner, "news")}, Weight: 0.8}},
		Documents: map[string]*ecosystem.Document{
			"doc:list": {ID: "doc:list", Title: "学科名单", Issuer: "教育部", Date: "2022", URL: "https://list.example/"},
			"doc:news": {ID: "doc:news", Title: "新闻", URL: "javascript:alert(1)"},
		},
		Generation: 3, Loaded: "2026-11-01T08:00:00Z", Date: "2026-11-30",
	}
}

func TestPageTellsAll(t *testing.T) {
	p := dossier.Of(facts())
	var sources []string
	cited := map[int]bool{}
	for _, s := range p.Sections {
		for _, l := range s.Lines {
			if s.Numbered() {
				sources = append(sources, l.Text)
			}
			for _, n := range l.Cites {
				cited[n] = true
			}
		}
	}
	want := []string{
		"学科名单，教育部，2022，专栏5.2（3），原文载明，可信度高", "doc:grades，专栏5.2（3），原文载明，可信度高", "新闻，专栏5.2（3），原文载明，可信度高",
	}
	if !slices.Equal(sources, want) {
		t.Errorf("sources are\n%s", strings.Join(sources, "\n"))
	}
	for n := range sources {
		if !cited[n+1] {
			t.Errorf("source %d is cited nowhere", n+1)
		}
	}
	if len(cited) != len(sources) {
		t.Errorf("cited are %v of %d sources", cited, len(sources))
	}
}

func TestWithoutReasonsAndRoutes(t *testing.T) {
	f := facts()
	f.Routes, f.Match.For = nil, nil
	text := read(t, f)
	for _, want := range []string{"无 none", "nobody known to us"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not told in\n%s", want, text)
		}
	}
}

func TestHTML(t *testing.T) {
	var b bytes.Buffer
	if err := dossier.HTML(&b, []dossier.Page{dossier.Of(facts()), dossier.Of(facts())}); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	for _, want := range []string{
		"&lt;script&gt;", `<a href="https://list.example/">`, "挖掘机", "第 1 名，共 7 个候选", "临沂市，距临沂市约 120 公里",
		"优势学科“机械工程”", "乙公司", "数据版本 3（2026-11-01 载入）", "尚无合作",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not in\n%s", want, page)
		}
	}
	for _, never := range []string{"<script", "javascript:", "src=", "@import", "url("} {
		if strings.Contains(page, never) {
			t.Errorf("%q is in the page", never)
		}
	}
	if n := strings.Count(page, "<article>"); n != 2 {
		t.Errorf("%d pages", n)
	}
}

// read writes a page as DOCX and reads it as plans are read.
func read(t *testing.T, f dossier.Facts) string {
	t.Helper()
	var b bytes.Buffer
	if err := dossier.DOCX(&b, []dossier.Page{dossier.Of(f)}); err != nil {
		t.Fatal(err)
	}
	checkParts(t, b.Bytes())
	w := lines.NewWriter(t.Context(), lines.Limits{})
	if err := docx.Read(t.Context(), b.Bytes(), lines.Limits{}, w); err != nil {
		t.Fatal(err)
	}
	all, err := w.Lines()
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, l := range all {
		text.WriteString(l.Raw + "\n")
	}
	return text.String()
}

// checkParts wants each part to be XML.
func checkParts(t *testing.T, content []byte) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(part); err == nil; {
			_, err = d.Token()
		}
		if !errors.Is(err, io.EOF) {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

func TestDOCX(t *testing.T) {
	text := read(t, facts())
	for _, want := range []string{"产学研对接单", "甲大学" + hostile, "优势学科“机械工程”", "https://list.example/", "领域契合", "[1]"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if strings.Contains(text, "javascript:") {
		t.Error("a link that is none of http")
	}
}

func TestWritersTellOfErrors(t *testing.T) {
	pages := []dossier.Page{dossier.Of(facts())}
	if err := dossier.HTML(full{}, pages); !errors.Is(err, errFull) {
		t.Errorf("HTML: %v", err)
	}
	if err := dossier.DOCX(full{}, pages); !errors.Is(err, errFull) {
		t.Errorf("DOCX: %v", err)
	}
}

var errFull = errors.New("the disk is full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }
