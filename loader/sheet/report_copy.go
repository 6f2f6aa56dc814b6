package sheet

import (
	"errors"

	"github.com/xuri/excelize/v2"
)

// copied makes a new workbook of the cells of a file.
func (b *bookImport) copied() (*excelize.File, error) {
	out := excelize.NewFile()
	for i, g := range b.grids {
		name := g.name
		var err error
		switch {
		case name == "":
			name = out.GetSheetName(0)
		case i == 0:
			err = out.SetSheetName(out.GetSheetName(0), name)
		default:
			_, err = out.NewSheet(name)
		}
		if err == nil {
			err = copyGrid(out, name, g)
		}
		if err != nil {
			return nil, errors.Join(err, out.Close())
		}
	}
	return out, nil
}

func copyGrid(out *excelize.File, name string, g *grid) error {
	for row, cells := range g.rows {
		for c, cell := range cells {
			if cell.text == "" {
				continue
			}
			if err := out.SetCellStr(name, cellName(row, c), cell.text); err != nil {
				return err
			}
		}
	}
	for _, m := range g.merges {
		if err := out.MergeCell(name, cellName(m.top, m.left), cellName(m.bottom, m.right)); err != nil {
			return err
		}
	}
	if g.hidden {
		return out.SetSheetVisible(name, false)
	}
	return nil
}
