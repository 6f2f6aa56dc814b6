package outline

import (
	"strings"

	"github.com/innograph/innograph/loader/plan/list"
	"github.com/innograph/innograph/loader/plan/reader"
	textlines "github.com/innograph/innograph/loader/plan/reader/lines"
)

// pair is a row of a box in two columns: a group with what it lists, or a name
// with what is said of it.
type pair struct {
	left  string
	right []string // the paragraphs
	line  int
}

// readPairs reads a box in two columns without a header.
func readPairs(lines []reader.Line, g list.Grammar) (pairs []pair, before, after []reader.Line) {
	rows, before, after := rowPerLine(lines)
	for _, r := range rows {
		if len(r.cells) != 2 {
			return nil, nil, nil
		}
		p := pair{textlines.JoinAll(r.cells[0]), realParts(strings.Split(r.cells[1], textlines.Break), g), r.line}
		if last := len(pairs) - 1; last >= 0 && (p.left == "" || p.left == pairs[last].left) {
			pairs[last].right = append(pairs[last].right, p.right...)
			continue
		}
		pairs = append(pairs, p)
	}
	return pairs, before, after
}

// realParts joins the paragraphs of a cell that are one text, broken to fit its
// column. A break counts after the end of a sentence, before a number, and
// between two names.
func realParts(parts []string, g list.Grammar) []string {
	var out []string
	from := 0 // of the text that goes on
	for i := 1; i <= len(parts); i++ {
		if i < len(parts) && !realBreak(parts[i-1], parts[i], g) {
			continue
		}
		out = append(out, textlines.JoinAll(strings.Join(parts[from:i], textlines.Break)))
		from = i
	}
	return out
}

func realBreak(above, below string, g list.Grammar) bool {
	return strings.HasSuffix(above, "。") || strings.HasSuffix(above, "；") || begins(below) ||
		g.Complete(list.Clean(above)) && g.Complete(list.Clean(below))
}

func begins(text string) bool {
	_, _, numbered := ParseMark(text)
	return numbered
}

// addPairs makes a node of each row with what stands on its right below it.
func (t *tree) addPairs(pairs []pair) {
	through := runsThrough(pairs)
	for _, p := range pairs {
		if mark, rest, ok := ParseMark(p.left); ok {
			n, _ := t.numbered(mark, rest, p.line)
			t.right(n, p)
			continue
		}
		t.open = nil
		n := t.paragraph(p.left, p.line)
		if through {
			n.owner = t.root
		}
		t.open = append(t.open, n)
		t.right(n, p)
		t.open = nil
	}
}

// right adds the right side of a row: a single text to the left one, as a
// heading and its text; several below it.
func (t *tree) right(n *Node, p pair) {
	text := p.right[0]
	_, items := enumerated(text, NoMark, 0)
	if len(p.right) == 1 && (len(items) > 1 || !begins(text)) {
		if text != "" {
			n.Text += "：" + text
		}
		t.inline(n.Text, p.line, n)
		return
	}
	for _, part := range p.right {
		t.boxed(part, p.line)
	}
}

// runsThrough reports whether the numbers on the right go on from row to row:
// no number stands twice.
func runsThrough(pairs []pair) bool {
	seen := map[Mark]bool{}
	for _, p := range pairs {
		for _, part := range p.right {
			mark, rest, ok := ParseMark(part)
			if !ok {
				continue
			}
			if seen[mark] {
				return false
			}
			seen[mark] = true
			_, items := enumerated(rest, mark.Style, mark.Number)
			for _, item := range items {
				if item.mark.Style == mark.Style {
					seen[item.mark] = true
				}
			}
		}
	}
	return len(seen) > 0
}
