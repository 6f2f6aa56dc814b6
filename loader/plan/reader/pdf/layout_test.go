package pdf

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/loader/plan/reader/lines"
)

// at is a piece of text of 10 points that begins at x; y is its foot.
func at(x, y float64, text string) piece {
	return piece{area{x, y, x + 10*float64(len([]rune(text))), y + 10}, text}
}

func TestLinesOf(t *testing.T) {
	pieces := []piece{
		at(100, 700, "年"), at(75, 701, "2030 "), at(50, 700, "到 "), // not in order, blanks of the typesetter
		{area{50, 687, 54, 690}, "“"},
		at(55, 680, "十五五”"), // a quote is smaller and stands higher
		at(50, 660, "指标"), at(150, 660, "单位"),
		at(50, 640, "总　则"), at(50, 600, "区，"), at(78, 600, "依托"), at(50, 585, "建设"), at(78, 585, "“沂蒙”"), at(50, 620, "open "), at(105, 620, "data"),
	}
	var got []string
	for _, l := range linesOf(pieces, 1) {
		got = append(got, l.text)
	}
	want := []string{"到2030年", "“十五五”", "指标\t单位", "总　则", "open data", "区，依托", "建设“沂蒙”"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}

// box gives the four sides of a rectangle.
func box(r *rules, left, bottom, right, top float64) {
	r.add(area{left, bottom, right, top}, 600, 800)
}

func TestTableFromLines(t *testing.T) {
	var r rules
	box(&r, 50, 500, 350, 600)                  // the frame
	r.add(area{50, 565, 350, 565.5}, 600, 800)  // below the header
	r.add(area{150, 530, 350, 530.5}, 600, 800) // not below the first cell, which spans two rows
	r.add(area{149, 500, 150, 600}, 600, 800)
	r.add(area{250, 530, 250, 600}, 600, 800) // the last row has two columns only
	r.add(area{0, 0, 600, 800}, 600, 800)     // the background
	r.add(area{400, 100, 404, 102}, 600, 800) // a dot
	grids := r.grids()
	if len(grids) != 1 {
		t.Fatalf("%d grids, want 1", len(grids))
	}
	table := newTable(grids[0], []piece{
		at(60, 580, "类别"), at(160, 580, "指标"), at(260, 580, "单位"),
		at(60, 545, "创新"), at(60, 532, "投入"), at(160, 545, "强度"), at(260, 545, "%"),
		at(160, 510, "合计"),
	}, 1)
	var got []string
	for _, row := range table.rows {
		var cells []string
		for _, c := range row.cells {
			cells = append(cells, c.text())
		}
		got = append(got, strings.Join(cells, "|"))
	}
	if diff := cmp.Diff([]string{"类别|指标|单位", "创新投入|强度|%", "创新投入|合计"}, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if columns := table.rows[2].cells[1].columns; columns != 2 {
		t.Errorf("the last cell spans %d columns, want 2", columns)
	}
}

// textAt is a line of text of 10 points.
func textAt(page int, left, right, y float64, text string) textLine {
	return textLine{area{left, y, right, y + 10}, text, page}
}

func TestParagraphs(t *testing.T) {
	m := measure{left: 50, right: 450, distance: 20}
	tests := []struct {
		name string
		all  []textLine
		want []string
	}{
		{"a full line goes on", []textLine{textAt(1, 70, 450, 700, "建设创"), textAt(1, 50, 90, 680, "新中心。")}, []string{"建设创新中心。"}},
		{"on the next page too", []textLine{textAt(1, 70, 450, 40, "建设创"), textAt(2, 50, 90, 750, "新中心。")}, []string{"建设创新中心。"}},
		{"a word did not fit", []textLine{textAt(1, 70, 400, 700, "采用"), textAt(1, 50, 90, 680, "enzomesa中台。")}, []string{"采用enzomesa中台。"}},
		{"a character with its mark did not fit", []textLine{textAt(1, 70, 422, 700, "文化“十三"), textAt(1, 50, 90, 680, "五”期间")}, []string{"文化“十三五”期间"}},
		{"a short line ends", []textLine{textAt(1, 70, 400, 700, "建设。"), textAt(1, 50, 90, 680, "甲")}, []string{"建设。", "甲"}},
		{"an indented line begins", []textLine{textAt(1, 70, 450, 700, "建设。"), textAt(1, 70, 450, 680, "甲")}, []string{"建设。", "甲"}},
		{"a small gap ends", []textLine{textAt(1, 50, 450, 700, "规划。"), textAt(1, 50, 450, 671, "甲")}, []string{"规划。", "甲"}},
		{"a heading in large letters goes on", []textLine{{area{50, 700, 440, 724}, "关于印发规划的", 1}, {area{50, 662, 98, 686}, "通知", 1}}, []string{"关于印发规划的通知"}},
		{"a gap ends", []textLine{textAt(1, 50, 450, 700, "规划"), textAt(1, 50, 450, 650, "甲")}, []string{"规划", "甲"}},
		{"a number after a sentence begins", []textLine{textAt(1, 50, 450, 700, "建设。"), textAt(1, 50, 450, 680, "2.甲")}, []string{"建设。", "2.甲"}},
		{"a number within a sentence does not", []textLine{textAt(1, 50, 450, 700, "投入达到"), textAt(1, 50, 450, 680, "2.5%。")}, []string{"投入达到2.5%。"}},
		{"columns stay", []textLine{textAt(1, 50, 450, 700, "甲\t乙"), textAt(1, 50, 450, 680, "丙")}, []string{"甲\t乙", "丙"}},
	}
	for _, tt := range tests {
		var got []string
		for _, p := range paragraphs(tt.all, m) {
			got = append(got, p.text)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestMeasureOf(t *testing.T) {
	p := page{width: 500}
	for _, l := range []textLine{
		textAt(1, 50, 450, 700, "甲"), textAt(1, 51, 448, 680, "乙"), textAt(1, 50, 449, 660, "丙"),
		textAt(1, 20, 490, 600, "伸出"), textAt(1, 50, 100, 580, "短"),
	} {
		p.items = append(p.items, item{line: l})
	}
	got := measureOf([]page{p})
	if math.Abs(got.left-50) > 1 || math.Abs(got.right-450) > 1 || got.distance != 20 {
		t.Errorf("the measure is %+v, want about 50 to 450 and 20", got)
	}
}

func TestDropMargins(t *testing.T) {
	var pages []page
	for n := range 6 {
		body := []textLine{
			textAt(n, 50, 200, 780, "溪川市规划 第"+string(rune('0'+n))+"期"),
			textAt(n, 50, 200, 760, strings.Repeat("甲", n+1)),
			textAt(n, 50, 200, 740, fmt.Sprintf("（1）到20%d年", 25+n*n)), // numbers that do not follow the page
			textAt(n, 50, 200, 720, fmt.Sprintf("公报2026年第3期 %d", 41+n)),
			textAt(n, 50, 200, 400, "每页都有"),
			textAt(n, 50, 200, 60, "注：预计"+strings.Repeat("乙", n)),
			textAt(n, 290, 310, 40, "— "+string(rune('1'+n))+" —"),
		}
		p := page{number: n + 1, width: 600, height: 800}
		for _, l := range body {
			p.items = append(p.items, item{line: l})
		}
		pages = append(pages, p)
	}
	dropMargins(pages)
	for n, p := range pages {
		var got []string
		for _, i := range p.items {
			got = append(got, i.line.text)
		}
		want := []string{strings.Repeat("甲", n+1), fmt.Sprintf("（1）到20%d年", 25+n*n), "每页都有", "注：预计" + strings.Repeat("乙", n)}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("page %d (-want +got):\n%s", p.number, diff)
		}
	}
}

func TestPageNumber(t *testing.T) {
	for text, want := range map[string]bool{
		"12": true, "— 12 —": true, "-3-": true, "第12页": true, "3/20": true, "第3页 共20页": true, "· iv ·": true,
		"第一章": false, "2025年": false, "12 总则": false, "—": false, "甲": false,
	} {
		if pageNumber.MatchString(text) != want {
			t.Errorf("pageNumber matches %q: %t, want %t", text, !want, want)
		}
	}
}

func TestATableOverTwoPages(t *testing.T) {
	cell := func(left float64, spans bool, text string) tableCell {
		c := tableCell{left: left, right: left + 100, columns: 1, spans: spans}
		if text != "" {
			c.lines = []textLine{textAt(1, left, left+50, 0, text)}
		}
		return c
	}
	row := func(cells ...tableCell) tableRow { return tableRow{cells: cells} }
	first := &table{rows: []tableRow{
		row(cell(0, false, "序号"), cell(100, false, "类别"), cell(200, false, "指标")),
		row(cell(0, false, "1"), cell(100, false, "投入"), cell(200, false, "研发投")),
	}}
	first.joinTo(&table{rows: []tableRow{
		row(cell(0, false, "序号"), cell(100, false, "类别"), cell(200, false, "指标")), // the header again
		row(cell(0, false, ""), cell(100, false, ""), cell(200, false, "入强度")),    // the rest of a row
		row(cell(0, false, "2"), cell(100, true, "产出"), cell(200, false, "专利")),
		row(cell(0, false, "3"), cell(100, true, "产出"), cell(200, false, "")),
	}})
	first.joinTo(&table{rows: []tableRow{
		row(cell(0, false, "4"), cell(100, false, ""), cell(200, false, "合同")), // 产出 spans this row as well
		row(cell(0, false, "5"), cell(100, false, "产出与效"), cell(200, false, "奖励")),
	}})
	first.joinTo(&table{rows: []tableRow{
		row(cell(0, false, ""), cell(100, false, "益"), cell(200, false, "")),
	}})
	var got []string
	for _, r := range first.rows {
		var cells []string
		for _, c := range r.cells {
			cells = append(cells, c.text())
		}
		got = append(got, strings.Join(cells, "|"))
	}
	want := []string{"序号|类别|指标", "1|投入|研发投入强度", "2|产出|专利", "3|产出|", "4|产出|合同", "5|产出与效益|奖励"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}

func TestAPageThatIsAPictureIsMarked(t *testing.T) {
	text := page{number: 1, width: 600, height: 800, chars: 2, items: []item{{line: textAt(1, 50, 450, 400, "正文")}}}
	w := lines.NewWriter(context.Background(), lines.Limits{})
	if err := write([]page{text, {number: 2, pictures: 1}, {number: 3}}, w); err != nil {
		t.Fatal(err)
	}
	got, err := w.Lines()
	want := []lines.Line{{Number: 1, Raw: "正文", Text: "正文", Page: 1}, {Number: 2, Page: 2, Picture: true}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("error %v, lines (-want +got):\n%s", err, diff)
	}
}
