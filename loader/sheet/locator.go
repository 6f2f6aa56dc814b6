package sheet

import (
	"fmt"
	"path"
	"regexp"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/table"
)

// locator names a row in a source: sheet!row, as Excel writes places; 第5行 in a file
// without sheets.
func (b *sheetReader) locator(row int) string {
	name := unbroken(clean(b.grid.name))
	if name == "" {
		return fmt.Sprintf("第%d行", row+1)
	}
	return ecosystem.NormalizeLocator(fmt.Sprintf("%s!%d", name, row+1))
}

// place is the row as problems name it.
func (s *sheet) place(row int) table.Place {
	return table.Place{File: s.label(), Row: row + 1}
}

// label is the file, with the sheet where it has sheets.
func (s *sheet) label() string {
	if s.grid.name == "" {
		return s.book.Name
	}
	return s.book.Name + "[" + s.grid.name + "]"
}

// reportEnd is what the name of a report has behind that of its sheet.
var reportEnd = regexp.MustCompile(`\.report(?:\.\d+)?$`)

// stem is the name of a file without its folder and ends; a report has that of
// the file that it reports on, so that both are one source.
func stem(name string) string {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	return reportEnd.ReplaceAllString(strings.TrimSuffix(base, path.Ext(base)), "")
}
