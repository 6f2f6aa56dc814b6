package lines

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

func TestJoin(t *testing.T) {
	tests := []struct{ a, b, want string }{
		{"科技创", "新中心", "科技创新中心"},
		{"open ", " innovation", "open innovation"},
		{"state-", "owned", "state-owned"},
		{"建设5G", "基站", "建设5G基站"},
		{"研发投入", "R&D", "研发投入R&D"},
		{"“十四五”", "GDP", "“十四五”GDP"},
		{"", "甲", "甲"},
		{"甲 ", "", "甲"},
	}
	for _, tt := range tests {
		if got := Join(tt.a, tt.b); got != tt.want {
			t.Errorf("Join(%q, %q) = %q, want %q", tt.a, tt.b, got, tt.want)
		}
	}
}

func raws(t *testing.T, w *Writer) []string {
	t.Helper()
	all, err := w.Lines()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, l := range all {
		out = append(out, l.Raw)
	}
	return out
}

func cell(paragraphs ...string) Cell { return Cell{Paragraphs: paragraphs} }

func TestTable(t *testing.T) {
	tests := []struct {
		name string
		rows []Row
		want []string
	}{
		{
			"a title and a note as wide as the table, an empty cell, broken words",
			[]Row{
				{{Paragraphs: []string{"专栏1 指标"}, Columns: 3}},
				{cell("指标"), cell("2020年", "实际"), cell("单位")},
				{cell("甲\n强度"), cell(), cell("%")},
				{{Paragraphs: []string{"注：预计"}, Columns: 3}},
			},
			[]string{"前", "", "\t专栏1 指标", "\t指标\t2020年\u2028实际\t单位", "\t甲\u2028强度\t\t%", "\t注：预计", "", "", "后"},
		},
		{
			"a group's name within the table fills its row",
			[]Row{{cell("指标"), cell("单位")}, {cell("一、投入")}, {cell("甲"), cell("%")}},
			[]string{"前", "", "\t指标\t单位", "\t一、投入\t", "\t甲\t%", "", "", "后"},
		},
		{
			"a frame",
			[]Row{{cell("专栏2 项目")}, {cell("1.甲。", " 2.乙\n\n丙")}, {cell("")}},
			[]string{"前", "", "\t专栏2 项目", "\t1.甲。", "\t2.乙", "\t丙", "", "", "后"},
		},
	}
	for _, tt := range tests {
		w := NewWriter(context.Background(), Limits{})
		for _, err := range []error{w.Paragraph("前"), w.Table(tt.rows), w.Paragraph("\u3000\t后")} {
			if err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(tt.want, raws(t, w)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestWriterKeepsPageAndHeading(t *testing.T) {
	w := NewWriter(context.Background(), Limits{})
	w.Page(7)
	if err := w.Heading("第一章\n总则", 2); err != nil {
		t.Fatal(err)
	}
	got, err := w.Lines()
	want := []Line{
		{Number: 1, Raw: "第一章", Text: "第一章", Page: 7, Heading: 2},
		{Number: 2, Raw: "总则", Text: "总则", Page: 7, Heading: 2},
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("error %v, lines (-want +got):\n%s", err, diff)
	}
}

func TestACellIsOneText(t *testing.T) {
	w := NewWriter(context.Background(), Limits{})
	rows := []Row{{cell("指标"), cell("2020年", "实际")}, {cell("state", "owned"), cell("1\u20282", "\f3")}}
	if err := w.Table(rows); err != nil {
		t.Fatal(err)
	}
	got, err := w.Lines()
	want := []Line{
		{Number: 1, Raw: "\t指标\t2020年\u2028实际", Text: "指标\t2020年实际", Cell: true},
		{Number: 2, Raw: "\tstate\u2028owned\t1 2\u20283", Text: "state owned\t1 2 3", Cell: true},
		{Number: 3},
		{Number: 4},
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("error %v, lines (-want +got):\n%s", err, diff)
	}
}

func TestPagesOfATable(t *testing.T) {
	w := NewWriter(context.Background(), Limits{})
	w.Page(2)
	rows := []Row{
		{{Paragraphs: []string{"专栏1", "指标"}, Pages: []int{2, 3}}},
		{{Paragraphs: []string{"指标"}, Pages: []int{3}}, cell("单位")},
		{{Paragraphs: []string{"甲"}, Pages: []int{4}}, cell("%")},
	}
	if err := w.Table(rows); err != nil {
		t.Fatal(err)
	}
	want := map[string]int{"专栏1": 2, "指标": 3, "指标\t单位": 3, "甲\t%": 4}
	if diff := cmp.Diff(want, pages(t, w)); diff != "" {
		t.Errorf("pages (-want +got):\n%s", diff)
	}
}

// pages gives the page of each line with text.
func pages(t *testing.T, w *Writer) map[string]int {
	t.Helper()
	all, err := w.Lines()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]int{}
	for _, l := range all {
		if l.Text != "" {
			out[l.Text] = l.Page
		}
	}
	return out
}

func TestFormFeeds(t *testing.T) {
	tests := []struct {
		name, text string
		want       map[string]int
	}{
		{"at the end of each page", "甲\n\f乙\n丙\n\f\f丁 \f戊\n己\n\f\r\n", map[string]int{"甲": 1, "乙": 2, "丙": 2, "丁  戊": 4, "己": 5}},
		{"only where somebody put one in", "甲\n\f乙\n丙\n", map[string]int{"甲": 0, "乙": 0, "丙": 0}},
		{"none", "甲\n", map[string]int{"甲": 0}},
	}
	for _, tt := range tests {
		w := NewWriter(context.Background(), Limits{})
		if err := w.Text(tt.text); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, pages(t, w)); diff != "" {
			t.Errorf("%s: pages (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestWriterStopsWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := NewWriter(ctx, Limits{}).Line("甲"); ecosystem.CodeOf(err) != ecosystem.CodeTimeout {
		t.Errorf("error %v, want %s", err, ecosystem.CodeTimeout)
	}
}
