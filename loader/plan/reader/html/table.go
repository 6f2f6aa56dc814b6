package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/reader/lines"
)

// A page may name any number of columns and rows for a cell to span.
const (
	maxSpan    = 100
	maxColumns = 200
)

// table reads a table of the document. One that lays out the page, since whole
// tables or headings stand in it, is passed through.
func (p *page) table(n *html.Node, depth int) error {
	if err := p.flush(0); err != nil {
		return err
	}
	if layout(n) {
		return p.children(n, depth)
	}
	g := &grid{}
	for row := range n.Descendants() {
		if row.DataAtom == atom.Caption {
			if err := p.block(row, depth, 0); err != nil {
				return err
			}
		}
		if row.DataAtom == atom.Tr && !dropped(row) {
			if err := g.row(row); err != nil {
				return err
			}
		}
	}
	return p.w.Table(g.rows)
}

func layout(n *html.Node) bool {
	for d := range n.Descendants() {
		switch d.DataAtom {
		case atom.Table, atom.H1, atom.H2, atom.H3:
			return true
		}
	}
	return false
}

// grid fills in the cells that span rows.
type grid struct {
	rows  []lines.Row
	below []spanning // by column
}

// spanning is a cell that goes on in the rows below.
type spanning struct {
	cell lines.Cell
	rows int
}

func (g *grid) row(tr *html.Node) error {
	var row lines.Row
	column := 0
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th || dropped(c) {
			continue
		}
		if row, column = g.fromAbove(row, column); column >= maxColumns {
			return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "a table of the page has more than %d columns", maxColumns)
		}
		cell := lines.Cell{Paragraphs: paragraphs(c), Columns: span(c, "colspan")}
		row = append(row, cell)
		for len(g.below) <= column {
			g.below = append(g.below, spanning{})
		}
		g.below[column] = spanning{cell, span(c, "rowspan") - 1}
		column += cell.Columns
	}
	row, _ = g.fromAbove(row, column)
	g.rows = append(g.rows, row)
	return nil
}

// fromAbove adds the cells that go on from the rows above at a column.
func (g *grid) fromAbove(row lines.Row, column int) (lines.Row, int) {
	for column < len(g.below) && g.below[column].rows > 0 {
		above := &g.below[column]
		above.rows--
		row = append(row, above.cell)
		column += above.cell.Columns
	}
	return row, column
}

func span(n *html.Node, key string) int {
	value, err := strconv.Atoi(strings.TrimSpace(attribute(n, key)))
	if err != nil || value < 1 {
		return 1
	}
	return min(value, maxSpan)
}

// paragraphs are the paragraphs of a cell.
func paragraphs(cell *html.Node) []string {
	var out []string
	var text strings.Builder
	end := func() {
		if s := tidy(text.String()); s != "" {
			out = append(out, s)
		}
		text.Reset()
	}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode:
				text.WriteString(collapse(c.Data, n))
			case c.Type != html.ElementNode || dropped(c):
			case c.DataAtom == atom.Br:
				text.WriteString("\n")
			case inline(c):
				walk(c)
			default:
				end()
				if c.DataAtom == atom.Ol {
					numberItems(c)
				}
				walk(c)
				end()
			}
		}
	}
	walk(cell)
	end()
	return out
}

// numberItems writes the numbers of a list into its items.
func numberItems(list *html.Node) {
	numbers := newNumbers(list)
	for c := list.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Li {
			printNumber(c, numbers.next(c))
		}
	}
}

// printNumber puts a number before the first text of an item, which may stand in
// a paragraph of its own.
func printNumber(item *html.Node, number string) {
	for n := range item.Descendants() {
		if n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
			n.Data = number + strings.TrimLeft(n.Data, blanks)
			return
		}
	}
}
