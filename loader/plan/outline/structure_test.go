package outline

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/reader"
	"github.com/innograph/innograph/loader/plan/reader/lines"
)

// fromTable builds the outline of a chapter with a table as a word processor's
// file has it.
func fromTable(t *testing.T, rows ...lines.Row) *Outline {
	t.Helper()
	w := lines.NewWriter(context.Background(), reader.Limits{})
	for _, err := range []error{w.Paragraph("一、任务"), w.Table(rows), w.Paragraph("二、保障")} {
		if err != nil {
			t.Fatal(err)
		}
	}
	all, err := w.Lines()
	if err != nil {
		t.Fatal(err)
	}
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	o, err := Build(context.Background(), all, lex)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := o.Find("二"); !ok {
		t.Error("the chapter below the table was not found")
	}
	return o
}

// row makes a row; | parts the paragraphs of a cell.
func row(cells ...string) lines.Row {
	var r lines.Row
	for _, c := range cells {
		r = append(r, lines.Cell{Paragraphs: strings.Split(c, "|")})
	}
	return r
}

func TestTitlesOfBoxes(t *testing.T) {
	const list = "\n1.甲中心\n2.乙中心\n"
	const table = "\n项目名称\t牵头单位\n甲研发\t乙公司\n"
	tests := []struct{ text, locator, title string }{
		{"专栏一 重点平台" + list, "专栏一", "重点平台"},
		{"专栏1：重点平台" + list, "专栏1", "重点平台"},
		{"【专栏1】重点平台" + list, "专栏1", "重点平台"},
		{"〔专栏 二〕 重点平台" + list, "专栏二", "重点平台"},
		{"专栏 1-2 重点平台" + list, "专栏1-2", "重点平台"},
		{"专栏１—２ 重点平台" + list, "专栏1-2", "重点平台"},
		{"专栏：重点平台" + list, "专栏", "重点平台"},
		{"表1 重点项目" + table, "表1", "重点项目"},
		{"表1.2 重点项目" + table, "表1.2", "重点项目"},
		{"附表3　重点项目" + table, "附表3", "重点项目"},
		{"附表\n\n重点项目" + table, "附表", "重点项目"},
		{"附件2：\n重点项目" + table, "附件2", "重点项目"},
		{"专栏1.5G应用平台" + list, "专栏1", "5G应用平台"},
		{"附件：1.重点项目表", "", ""},
		{"附件1\n甲市科技创新规划\n为做好工作，制定本规划。", "", ""},
		{"附件工作", "", ""},
		{"专栏建设要求", "", ""},
	}
	for _, tt := range tests {
		o := build(t, "一、任务\n"+tt.text+"\n\n二、保障\n")
		locator, title := "", ""
		if len(o.Boxes) > 0 {
			locator, title = o.Boxes[0].Locator, o.Boxes[0].Title
		}
		if locator != tt.locator || title != tt.title {
			t.Errorf("%q gives a box %q with the title %q, want %q with %q", tt.text, locator, title, tt.locator, tt.title)
		}
	}
}

func TestABoxThatGoesOn(t *testing.T) {
	o := build(t, "一、任务\n专栏1 重点项目\n序号\t项目名称\t单位\n1\t甲研发\t乙公司\n续表\n序号\t项目名称\t单位\n2\t丙研发\t丁公司\n\n\n专栏1（续）\n序号\t项目名称\t单位\n3\t戊研发\t己公司\n\n\n二、保障\n")
	if len(o.Boxes) != 1 || o.Boxes[0].Table == nil {
		t.Fatalf("%d boxes, want one with a table", len(o.Boxes))
	}
	var got []string
	for _, r := range o.Boxes[0].Table.Rows {
		got = append(got, r.Locator+" "+r.Cells[1])
	}
	if diff := cmp.Diff([]string{"专栏1.1 甲研发", "专栏1.2 丙研发", "专栏1.3 戊研发"}, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}

func TestHeadersOfTwoRowsAndHeadingsWithin(t *testing.T) {
	o := fromTable(t,
		row("表1 主要指标"), row("（单位：%）"),
		row("序号", "指标|名称", "目标值", "", "属性"), row("序号", "指标|名称", "2025年", "2030年", "属性"),
		row("一、投入", "", "", "", ""), row("1", "研发|强度", "2.6", "3.2", "预期性"), row("2", "经费", "5", "8", "预期性"),
		row("二、产出", "", "", "", ""), row("1", "专利", "9", "16", "约束性"))
	table := o.Boxes[0].Table
	if table == nil {
		t.Fatal("no table was seen")
	}
	want := &Table{
		Header: []string{"序号", "指标名称", "目标值2025年", "目标值2030年", "属性"},
		Rows: []Row{
			// A serial number stands twice, so rows are numbered by their position.
			{Locator: "表1（1）", Group: "投入", Line: 8, Cells: []string{"1", "研发强度", "2.6", "3.2", "预期性"}, Parts: [][]string{{"1"}, {"研发", "强度"}, {"2.6"}, {"3.2"}, {"预期性"}}},
			{Locator: "表1（2）", Group: "投入", Line: 9, Cells: []string{"2", "经费", "5", "8", "预期性"}, Parts: [][]string{{"2"}, {"经费"}, {"5"}, {"8"}, {"预期性"}}},
			{Locator: "表1（3）", Group: "产出", Line: 11, Cells: []string{"1", "专利", "9", "16", "约束性"}, Parts: [][]string{{"1"}, {"专利"}, {"9"}, {"16"}, {"约束性"}}},
		},
	}
	if diff := cmp.Diff(want, table); diff != "" {
		t.Errorf("table (-want +got):\n%s", diff)
	}
	if text, _ := o.Find("表1（3）"); text != "产出\n1\t专利\t9\t16\t约束性" {
		t.Errorf("the row is found as %q, want it below its heading", text)
	}
}

func TestATableOnItsSide(t *testing.T) {
	o := fromTable(t,
		row("专栏3 重点项目"), row("项目名称", "甲研发"), row("牵头单位", "乙公司"), row("建设地点", "丙县"),
		row("项目名称", "丁研发"), row("建设地点", "戊县"))
	table := o.Boxes[0].Table
	if table == nil {
		t.Fatal("no table was seen")
	}
	got := [][]string{table.Header}
	for _, r := range table.Rows {
		got = append(got, append([]string{r.Locator}, r.Cells...))
	}
	want := [][]string{{"项目名称", "牵头单位", "建设地点"}, {"专栏3（1）", "甲研发", "乙公司", "丙县"}, {"专栏3（2）", "丁研发", "", "戊县"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("table (-want +got):\n%s", diff)
	}
}

func TestBoxesInTwoColumns(t *testing.T) {
	tests := []struct {
		name string
		rows []lines.Row
		want []string
	}{
		{
			"a group with a list, a name with its text",
			[]lines.Row{row("专栏2 平台"), row("实验室", "甲实验室、乙|实验室"), row("丙中心", "由丁公司建设。")},
			[]string{"专栏2§1 实验室：甲实验室、乙实验室", "专栏2§2 丙中心：由丁公司建设。"},
		},
		{
			"numbers that begin anew in each row",
			[]lines.Row{row("专栏2 平台"), row("实验室", "1.甲实验室|2.乙实验室"), row("中心", "1.丙中心")},
			[]string{"专栏2§1 实验室", "专栏2§1.1 甲实验室", "专栏2§1.2 乙实验室", "专栏2§2 中心", "专栏2§2.1 丙中心"},
		},
		{
			"numbers that run through the rows",
			[]lines.Row{row("专栏2 平台"), row("实验室", "1.甲实验室|2.乙实验室"), row("中心", "3.丙中心")},
			[]string{"专栏2§1 实验室", "专栏2.1 甲实验室", "专栏2.2 乙实验室", "专栏2§2 中心", "专栏2.3 丙中心"},
		},
		{
			"numbers on the left, numbers within the text, a cell that spans rows",
			[]lines.Row{row("专栏2 平台"), row("1.实验室", "（1）甲实验室（2）乙实验室"), row("2.中心", "丙中心"), row("2.中心", "丁中心")},
			[]string{"专栏2.1 实验室：", "专栏2.1（1） 甲实验室", "专栏2.1（2） 乙实验室", "专栏2.2 中心", "专栏2.2§1 丙中心", "专栏2.2§2 丁中心"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o := fromTable(t, tt.rows...)
			if len(o.Boxes) != 1 || o.Boxes[0].Table != nil {
				t.Fatalf("the boxes are %+v, want one without a table", o.Boxes)
			}
			if diff := cmp.Diff(tt.want, places(o.Boxes[0].Root)); diff != "" {
				t.Errorf("places (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTablesAndFramesWithoutANumber(t *testing.T) {
	tests := []struct {
		name           string
		o              *Outline
		locator, title string
		rows           int
	}{
		{"a table below a line with its title", build(t, "一、任务\n概述。\n重点项目表：\n项目名称\t单位\n甲研发\t乙公司\n丙研发\t丁公司\n\n末段。\n"), "一§3", "重点项目表", 2},
		{"a table below a sentence", build(t, "一、任务\n概述。\n项目名称\t单位\n甲研发\t乙公司\n"), "一§2", "任务", 1},
		{"a table with its title in its first row", fromTable(t, row("重点项目"), row("项目名称", "单位"), row("甲研发", "乙公司")), "一§1", "重点项目", 1},
		{"a frame that says what it lists", fromTable(t, row("重点平台"), row("1.甲中心|2.乙中心")), "一§1", "重点平台", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if len(tt.o.Boxes) != 1 {
				t.Fatalf("%d boxes, want 1; the text is %v", len(tt.o.Boxes), places(tt.o.Root))
			}
			box := tt.o.Boxes[0]
			rows := 0
			if box.Table != nil {
				rows = len(box.Table.Rows)
			}
			if box.Locator != tt.locator || box.Title != tt.title || rows != tt.rows {
				t.Errorf("the box is %s %q with %d rows, want %s %q with %d", box.Locator, box.Title, rows, tt.locator, tt.title, tt.rows)
			}
		})
	}
	if text, _ := tests[0].o.Find("一§4"); text != "末段。" {
		t.Errorf("the paragraph below the table is %q, want that a table counts as one paragraph", text)
	}
	if text, _ := tests[3].o.Find("一§1.2"); text != "乙中心" {
		t.Errorf("the second item of the frame is %q", text)
	}
	for _, text := range []string{"一、任务\n甲\t乙\n丙\t丁\n", "一、任务\n\t内部资料\n\t注意保存\n", "一、任务\n投入|产出\n", "一、任务\n主题分类\t科技\t发布机构\t甲市科技局\n标题\t规划\t日期\t2026年\n"} {
		if o := build(t, text); len(o.Boxes) > 0 {
			t.Errorf("%q was taken for a table or frame: %+v", text, o.Boxes[0])
		}
	}
}

// below writes the tree of a plan with its depth, headings marked.
func below(n *Node, indent string) []string {
	var out []string
	for _, c := range n.Children {
		mark := ""
		if c.Heading {
			mark = "# "
		}
		out = append(out, indent+mark+c.Locator+" "+c.Text)
		out = append(out, below(c, indent+"  ")...)
	}
	return out
}

func TestHeadingsWithoutNumbers(t *testing.T) {
	const text = "深入实施创新驱动发展战略，全市科技创新能力明显增强，综合实力迈上新台阶。"
	styled := func(lines ...reader.Line) *Outline {
		for i := range lines {
			lines[i].Number, lines[i].Raw = i+1, lines[i].Text
		}
		lex, err := lexicon.Load()
		if err != nil {
			t.Fatal(err)
		}
		o, err := Build(context.Background(), lines, lex)
		if err != nil {
			t.Fatal(err)
		}
		return o
	}
	tests := []struct {
		name string
		o    *Outline
		want []string
	}{
		{
			"guessed in a text without numbers",
			build(t, "甲市科技创新规划\n2026年\n\n发展基础\n"+text+"\n同时存在不足。\n主要任务\n"+text),
			[]string{"§1 甲市科技创新规划", "§2 2026年", "# §3 发展基础", "  §4 " + text, "  §5 同时存在不足。", "# §6 主要任务", "  §7 " + text},
		},
		{
			"not guessed beside numbers",
			build(t, "一、基础\n发展成效\n"+text),
			[]string{"一 基础", "  一§1 发展成效", "  一§2 " + text},
		},
		{
			"told by the form, with numbers below",
			styled(
				reader.Line{Text: "甲市科技创新规划", Heading: 1}, reader.Line{Text: "发展基础", Heading: 1}, reader.Line{Text: "一、成效"}, reader.Line{Text: text},
				reader.Line{Text: "平台", Heading: 2}, reader.Line{Text: text}, reader.Line{Text: "主要任务", Heading: 1}, reader.Line{Text: "一、平台"}, reader.Line{Text: text},
			),
			[]string{
				"§1 甲市科技创新规划", "# §2 发展基础", "  一 成效", "    一§1 " + text, "    # 一§2 平台", "      一§3 " + text,
				"# §3 主要任务", "  一 平台", "    一§1 " + text,
			},
		},
		{
			"a chapter ends it",
			styled(reader.Line{Text: "前言", Heading: 1}, reader.Line{Text: text}, reader.Line{Text: "第一章 任务", Heading: 1}, reader.Line{Text: text}, reader.Line{Text: "附则", Heading: 1}, reader.Line{Text: text}),
			[]string{"# §1 前言", "  §2 " + text, "一 任务", "  一§1 " + text, "# §3 附则", "  §4 " + text},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, below(tt.o.Root, "")); diff != "" {
				t.Errorf("places (-want +got):\n%s", diff)
			}
		})
	}
}

func TestFindWithPages(t *testing.T) {
	o := build(t, "一、甲\n\f一、乙\n见上。\n专栏1 重点项目\n新材料：丙研发、丁研发。\n\n\f\n")
	tests := map[string]string{
		"一":          "甲\n乙\n见上。",
		"一 p.1":      "甲",
		"一 p.2":      "乙\n见上。",
		"一 p.9":      "甲\n乙\n见上。", // another print of the plan
		"一§1 p.2":    "见上。",
		"专栏1（2） p.2": "丁研发",
		"专栏1(2)":     "丁研发",
		"p.1":        "一、甲",
		"p.2":        "一、乙\n见上。\n专栏1 重点项目\n新材料：丙研发、丁研发。",
		"p.7":        "",
		"p.0":        "",
	}
	for locator, want := range tests {
		if got, ok := o.Find(locator); got != want || ok != (want != "") {
			t.Errorf("Find(%s) = %q, %t; want %q", locator, got, ok, want)
		}
	}
	if got := o.Cite("一", 2); got != "一 p.2" {
		t.Errorf("Cite(一, 2) = %q, want the page behind it", got)
	}
	for _, line := range []int{0, 99} {
		if got := o.Cite("一", line); got != "一" {
			t.Errorf("Cite(一, %d) = %q, want no page", line, got)
		}
	}
}

func TestPagesThatArePicturesAreReported(t *testing.T) {
	w := lines.NewWriter(context.Background(), reader.Limits{})
	w.Page(1)
	for _, step := range []func() error{
		func() error { return w.Paragraph("一、任务") },
		func() error { w.Page(2); return w.Picture() },
		func() error { w.Page(3); return w.Paragraph("正文。") },
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	all, err := w.Lines()
	if err != nil {
		t.Fatal(err)
	}
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	o, err := Build(context.Background(), all, lex)
	if err != nil {
		t.Fatal(err)
	}
	if len(o.Problems) != 1 || o.Problems[0].Locator != "p.2" || !strings.Contains(o.Problems[0].Reason, "OCR") {
		t.Errorf("problems are %+v, want one about page 2", o.Problems)
	}
}
