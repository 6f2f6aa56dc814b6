package table

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// maxWorkbook bounds a workbook once it is unpacked.
const maxWorkbook = 2 << 30

// workbook reads every sheet that is named like a table.
func (r *reader) workbook(name string) {
	file, err := r.source.FS.Open(name)
	if err != nil {
		r.unreadable(name, "the file cannot be opened: %v", err)
		return
	}
	defer func() { _ = file.Close() }() // only read from
	var book *excelize.File
	err = guarded(func() (err error) {
		book, err = excelize.OpenReader(file, excelize.Options{UnzipSizeLimit: maxWorkbook, RawCellValue: true})
		return err
	})
	if err != nil {
		r.unreadable(name, "the file cannot be read as an Excel workbook (*.xlsx): %v", err)
		return
	}
	defer func() { _ = book.Close() }() // removes its temporary files, if any
	found := false
	for _, sheet := range book.GetSheetList() {
		t, ok := tableOf(sheet)
		in := r.input(t, r.name(name)+"["+sheet+"]")
		err := guarded(func() error { return in.readSheet(book, sheet, ok) })
		if err != nil {
			in.unreadable(0, "the sheet cannot be read further: %v", err)
		}
		found = found || ok
	}
	if !found {
		r.unreadable(name, "the workbook holds no table; its sheets must be named sources, entities and relations")
	}
}

// guarded does something with a workbook of unknown origin. The library takes some
// things for granted that a damaged file does not have.
func guarded(do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the workbook is damaged; open it in Excel and save it anew (%v)", p)
		}
	}()
	return do()
}

func (in *input) readSheet(book *excelize.File, sheet string, known bool) error {
	rows, err := book.Rows(sheet)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }() // only read from
	number := 0
	for in.parser.err == nil && rows.Next() {
		number++
		cells, err := rows.Columns()
		switch {
		case err != nil:
			return err
		case strings.TrimSpace(strings.Join(cells, "")) == "":
			continue
		case !known:
			in.unreadable(0, "the sheet is named like no table; name it sources, entities or relations, or delete it")
			return nil
		case in.columns != nil:
			in.row(number, cells, false)
		case number > 1:
			in.unreadable(number, "the header must stand in row 1")
			return nil
		case !in.header(cells):
			return nil
		}
	}
	if err := rows.Error(); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}
