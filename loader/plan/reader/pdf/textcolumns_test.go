package pdf

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// column is a column of text of full lines but for the last.
func column(x, y float64, mark string, lines int) []piece {
	var out []piece
	for i := range lines {
		text := fmt.Sprintf("%s%c行的文字从左到右写满了整一栏宽", mark, '一'+rune(i)) // 17 characters
		if i == lines-1 {
			text = mark + "末行。"
		}
		out = append(out, at(x, y-float64(i)*16, text))
	}
	return out
}

func TestTextInTwoColumns(t *testing.T) {
	pieces := []piece{at(200, 760, "溪川市人民政府公报二〇二六年第三期"), at(285, 30, "— 3 —")}
	pieces = append(pieces, column(60, 700, "左", 8)...)
	pieces = append(pieces, column(320, 700, "右", 7)...)
	pages := layOut(rawPage{number: 3, width: 600, height: 800, pieces: pieces})
	var got []string
	for _, p := range pages {
		if p.number != 3 {
			t.Errorf("a stretch of page 3 has the number %d", p.number)
		}
		for _, i := range p.items {
			got = append(got, string([]rune(i.line.text)[:2]))
		}
	}
	want := []string{"溪川"}
	for _, side := range []string{"左", "右"} {
		for i := range map[string]int{"左": 7, "右": 6}[side] {
			want = append(want, fmt.Sprintf("%s%c", side, '一'+rune(i)))
		}
		want = append(want, side+"末")
	}
	if diff := cmp.Diff(append(want, "—3"), got); diff != "" {
		t.Errorf("order of lines (-want +got):\n%s", diff)
	}
	if joined := paragraphs(linesIn(pages), measureOf(pages)); len(joined) != 4 {
		t.Errorf("%d paragraphs, want the title, two columns and the number: %v", len(joined), joined)
	}
}

func linesIn(pages []page) []textLine {
	var out []textLine
	for _, p := range pages {
		for _, i := range p.items {
			out = append(out, i.line)
		}
	}
	return out
}

// Two columns of a table are no columns of text: what stands in them is short.
func TestTwoColumnsOfATableStay(t *testing.T) {
	var pieces []piece
	for i := range 9 {
		y := 700 - float64(i)*20
		pieces = append(pieces, at(60, y, "指标名称"), at(330, y, "单位"))
	}
	pieces[2].right += 150
	if pages := layOut(rawPage{number: 1, width: 600, height: 800, pieces: pieces}); len(pages) != 1 {
		t.Errorf("laid out as %d pages", len(pages))
	}
}
