package table

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"unicode/utf16"

	"github.com/innograph/innograph/ecosystem"
	"github.com/xuri/excelize/v2"
)

// writeWorkbook writes one sheet per table, the header frozen. Texts are stored
// as texts, so that Excel leaves codes (0101) and dates (2021-06) as they are.
func writeWorkbook(all []sheet, w io.Writer) (err error) {
	book := excelize.NewFile()
	defer func() { err = errors.Join(err, book.Close()) }()
	for i, s := range all {
		if i == 0 {
			err = book.SetSheetName(book.GetSheetName(0), s.name)
		} else {
			_, err = book.NewSheet(s.name)
		}
		if err != nil {
			return fmt.Errorf("sheet %s: %w", s.name, err)
		}
		if err := writeSheet(book, s); err != nil {
			return fmt.Errorf("sheet %s: %w", s.name, err)
		}
	}
	return book.Write(w)
}

func writeSheet(book *excelize.File, s sheet) error {
	out, err := book.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	values := make([]any, len(s.columns))
	for i, c := range s.columns {
		values[i] = c.Name
	}
	if err := out.SetRow("A1", values); err != nil {
		return err
	}
	number := 1
	for row := range s.rows {
		if number++; number > excelize.TotalRows {
			return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "a sheet holds at most %d rows; export as CSV", excelize.TotalRows)
		}
		for i, c := range s.columns {
			if values[i], err = sheetValue(c, row[c.Name]); err != nil {
				return err
			}
		}
		if err := out.SetRow("A"+strconv.Itoa(number), values); err != nil {
			return err
		}
	}
	return out.Flush()
}

func sheetValue(c Column, text string) (any, error) {
	if text == "" {
		return nil, nil
	}
	if c.Number {
		if f, err := strconv.ParseFloat(text, 64); err == nil && sheetDigits(f) == f {
			return f, nil
		}
	}
	if len(text) > excelize.TotalCellChars && len(utf16.Encode([]rune(text))) > excelize.TotalCellChars {
		return nil, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "a cell holds at most %d characters; export as CSV", excelize.TotalCellChars)
	}
	return text, nil
}

// sheetDigits is what a workbook keeps of a number: 15 digits. A number with
// more is stored as a text.
func sheetDigits(f float64) float64 {
	kept, err := strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64)
	if err != nil {
		return 0
	}
	return kept
}
