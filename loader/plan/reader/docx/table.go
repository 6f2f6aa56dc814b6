package docx

import (
	"encoding/xml"
	"strconv"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/reader/lines"
)

// maxColumns bounds a table; Word itself allows 63.
const maxColumns = 200

// table reads the rows of a table.
func (d *document) table() ([]lines.Row, error) {
	var rows []lines.Row
	above := map[int]lines.Cell{} // by column, for cells that span rows
	var read func(e xml.StartElement) error
	read = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "tr":
			more, err := d.row(above)
			rows = append(rows, more...)
			return err
		case "sdt", "sdtContent", "customXml", "ins", "moveTo":
			return d.tokens.each(read)
		}
		return d.tokens.skip()
	}
	err := d.tokens.each(read)
	return rows, err
}

// rowState is a row that is being read.
type rowState struct {
	cells   lines.Row
	frames  [][]lines.Row // the content of each cell as rows
	column  int
	deleted bool
}

// row reads one row. A row of a single cell is a frame, which may hold rows of
// its own.
func (d *document) row(above map[int]lines.Cell) ([]lines.Row, error) {
	var r rowState
	var read func(e xml.StartElement) error
	read = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "trPr":
			return d.tokens.each(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "del":
					r.deleted = true
				case "gridBefore":
					r.column += columns(value(e))
				}
				return d.tokens.skip()
			})
		case "tc":
			return d.cell(&r, above)
		case "sdt", "sdtContent", "customXml", "ins", "moveTo":
			return d.tokens.each(read)
		}
		return d.tokens.skip()
	}
	err := d.tokens.each(read)
	switch {
	case err != nil || r.deleted || len(r.cells) == 0:
		return nil, err
	case len(r.cells) == 1:
		return r.frames[0], nil
	}
	return []lines.Row{r.cells}, nil
}

// cellState is what the properties of a cell say.
type cellState struct {
	columns          int
	goesOn, deleted  bool // it goes on from the row above; it was deleted
	mergedHorizontal bool // it belongs to the cell before it (an old way to write a span)
}

func (d *document) cell(r *rowState, above map[int]lines.Cell) error {
	state := cellState{columns: 1}
	var frame []lines.Row
	err := d.cellContent(&state, &frame)
	if err != nil || state.deleted {
		return err
	}
	if r.column += state.columns; r.column > maxColumns {
		return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "a table of the Word file has more than %d columns", maxColumns)
	}
	at := r.column - state.columns
	if state.mergedHorizontal && len(r.cells) > 0 {
		r.cells[len(r.cells)-1].Columns += state.columns
		return nil
	}
	cell := lines.Cell{Columns: state.columns, Paragraphs: flat(frame)}
	if state.goesOn {
		cell.Paragraphs = above[at].Paragraphs
	}
	above[at] = cell
	r.cells = append(r.cells, cell)
	r.frames = append(r.frames, frame)
	return nil
}

// cellContent reads the properties of a cell and what stands in it.
func (d *document) cellContent(state *cellState, frame *[]lines.Row) error {
	err := d.tokens.each(func(e xml.StartElement) error {
		if e.Name.Local == "tcPr" {
			return d.cellProperties(state)
		}
		return d.block(e, into(frame))
	})
	if err != nil {
		return err
	}
	return d.endCarried(into(frame))
}

func (d *document) cellProperties(state *cellState) error {
	return d.tokens.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "gridSpan":
			state.columns = max(columns(value(e)), 1)
		case "vMerge":
			state.goesOn = value(e) != "restart"
		case "hMerge":
			state.mergedHorizontal = value(e) != "restart"
		case "cellDel":
			state.deleted = true
		}
		return d.tokens.skip()
	})
}

// flat gives the paragraphs of a cell, those of tables in it included.
func flat(rows []lines.Row) []string {
	var out []string
	for _, r := range rows {
		for _, c := range r {
			out = append(out, c.Paragraphs...)
		}
	}
	return out
}

func columns(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return min(n, maxColumns+1)
}
