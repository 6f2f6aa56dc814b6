package sheet

import (
	"path"
	"strings"

	"github.com/innograph/innograph/loader/table"
)

// TableFormat reports whether a file is meant to be in the table format and is
// no sheet to be imported: its name is that of a table, or nearly, or a sheet of
// the workbook is named like one. Formats that are no sheets are none either.
func (in Input) TableFormat() bool {
	switch strings.ToLower(path.Ext(in.Name)) {
	case ".csv":
		return table.IsTable(in.Name, nil) || nearlyTable(in.Name)
	case ".xlsx":
		var sheets []string
		err := guarded(func() error {
			file, err := openWorkbook(in.Content)
			if err != nil {
				return err
			}
			sheets = file.GetSheetList()
			return file.Close()
		})
		return err == nil && table.IsTable("", sheets) // whoever reads it will say why it cannot be read
	default:
		return true
	}
}

// nearlyTable: entites.csv is a slip, which the reader of tables points out.
func nearlyTable(name string) bool {
	first, _, _ := strings.Cut(strings.ToLower(path.Base(name)), ".")
	var names []string
	for _, t := range table.Tables() {
		names = append(names, string(t))
	}
	near := table.Nearest(first, names)
	return near != "" && len(first) > 4
}
