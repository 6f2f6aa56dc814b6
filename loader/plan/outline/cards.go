package outline

import (
	"strings"

	"github.com/innograph/innograph/loader/plan/lexicon"
	textlines "github.com/innograph/innograph/loader/plan/reader/lines"
)

// cards turns a table on its side: a header in the left column beside the value
// in the right one, the first header (项目名称) again for each thing. It is nil
// where the rows are none.
func cards(rows []printedRow, lex *lexicon.Lexicon) []printedRow {
	if len(rows) < 2 || !strings.HasSuffix(oneLine(rows[0].cells)[0], "名称") {
		return nil
	}
	var header []string
	columns := map[string]int{}
	var out []printedRow
	for _, r := range rows {
		if len(r.cells) != 2 || !headerCell(textlines.JoinAll(r.cells[0]), lex) {
			return nil
		}
		name := textlines.JoinAll(r.cells[0])
		if _, ok := columns[name]; !ok {
			columns[name] = len(header)
			header = append(header, name)
		}
		if len(header) > maxCards {
			return nil
		}
		if columns[name] == 0 {
			out = append(out, printedRow{line: r.line})
		}
		card := &out[len(out)-1]
		for len(card.cells) <= columns[name] {
			card.cells = append(card.cells, "")
		}
		card.cells[columns[name]] = r.cells[1]
	}
	if len(header) < 2 {
		return nil
	}
	for i := range out {
		for len(out[i].cells) < len(header) {
			out[i].cells = append(out[i].cells, "")
		}
	}
	return append([]printedRow{{cells: header, line: rows[0].line}}, out...)
}

// maxCards bounds the headers of a table on its side.
const maxCards = 20
