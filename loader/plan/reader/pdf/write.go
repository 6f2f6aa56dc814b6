package pdf

import (
	"regexp"

	"github.com/innograph/innograph/loader/plan/reader/lines"
)

// write joins lines into paragraphs and tables over the pages, and writes them.
func write(pages []page, w *lines.Writer) error {
	measure := measureOf(pages)
	var open []textLine // lines that may go on
	flush := func() error {
		err := writeParagraphs(w, open, measure)
		open = nil
		return err
	}
	for n, p := range pages {
		if p.picture() {
			if err := flush(); err != nil {
				return err
			}
			w.Page(p.number)
			if err := w.Picture(); err != nil {
				return err
			}
		}
		for i := range p.items {
			it := p.items[i]
			if it.table == nil {
				open = append(open, it.line)
				continue
			}
			if err := flush(); err != nil {
				return err
			}
			if i == len(p.items)-1 && goesOn(it.table, pages[n+1:]) {
				next := &pages[n+1].items[0]
				it.table.joinTo(next.table)
				next.table = it.table
				continue
			}
			w.Page(it.table.page)
			if err := writeTable(w, it.table); err != nil {
				return err
			}
		}
	}
	return flush()
}

// goesOn: a table with the same columns begins the next page, without a title of
// its own.
func goesOn(t *table, rest []page) bool {
	if len(rest) == 0 || len(rest[0].items) == 0 || rest[0].items[0].table == nil {
		return false
	}
	next := rest[0].items[0].table
	return t.columns == next.columns && t.left-next.left < near && next.left-t.left < near && len(next.rows) > 0 &&
		!titled.MatchString(next.rows[0].cells[0].text())
}

// titled is how the title of a box begins.
var titled = regexp.MustCompile(`^(?:专\s*栏|附?表)\s*[0-9０-９一二三四五六七八九十]`)

func writeTable(w *lines.Writer, t *table) error {
	var rows []lines.Row
	for _, r := range t.rows {
		var row lines.Row
		for _, c := range r.cells {
			cell := lines.Cell{Columns: c.columns}
			for _, p := range paragraphs(c.lines, measureFrame(c)) {
				cell.Paragraphs = append(cell.Paragraphs, p.text)
				cell.Pages = append(cell.Pages, p.page)
			}
			if len(r.cells) > 1 {
				cell.Pages = []int{r.page} // a cell that spans rows may begin before its row
			}
			row = append(row, cell)
		}
		rows = append(rows, row)
	}
	return w.Table(rows)
}

func writeParagraphs(w *lines.Writer, all []textLine, m measure) error {
	for _, p := range paragraphs(all, m) {
		w.Page(p.page)
		if err := w.Paragraph(p.text); err != nil {
			return err
		}
	}
	return nil
}
