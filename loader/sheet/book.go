package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/reader/encoding"
)

// What is read of one sheet at most.
const (
	maxRows    = 50_000
	maxColumns = 500
)

// MaxFile bounds a file, in bytes.
const MaxFile = 64 << 20

// Input is a file to import.
type Input struct {
	Name    string // how problems call it; its end tells the format: *.xlsx or *.csv
	Content []byte
}

// book is a file as it was read.
type book struct {
	Input
	grids []*grid
}

func (b *book) isWorkbook() bool { return strings.EqualFold(path.Ext(b.Name), ".xlsx") }

func readBook(in Input) (*book, error) {
	b := &book{Input: in}
	var err error
	switch strings.ToLower(path.Ext(in.Name)) {
	case ".xlsx":
		b.grids, err = readWorkbook(in.Content)
	case ".csv":
		b.grids, err = readCSV(in.Content)
	default:
		err = ecosystem.Errorf(ecosystem.CodeBadInput, "sheets are *.xlsx or *.csv; in Excel, choose File > Save As (文件 > 另存为) > *.xlsx")
	}
	if err != nil {
		return nil, &fileError{in.Name, err}
	}
	return b, nil
}

// fileError says which file an error is about.
type fileError struct {
	name string
	err  error
}

func (e *fileError) Error() string { return e.name + ": " + e.err.Error() }
func (e *fileError) Unwrap() error { return e.err }

func tooLarge(what string, limit int) error {
	return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "a sheet may have %d %s at most; large tables load in the table format", limit, what)
}

func readCSV(content []byte) ([]*grid, error) {
	text, err := encoding.Decode(content)
	if err != nil {
		return nil, err
	}
	in := csv.NewReader(bytes.NewReader([]byte(text)))
	in.FieldsPerRecord, in.LazyQuotes, in.Comma = -1, true, delimiter(text)
	g := &grid{}
	for {
		record, err := in.Read()
		if errors.Is(err, io.EOF) {
			return []*grid{g}, nil
		}
		if err != nil {
			return nil, ecosystem.Wrap(err, ecosystem.CodeBadInput, "the file cannot be read as CSV")
		}
		if len(record) > maxColumns {
			return nil, tooLarge("columns", maxColumns)
		}
		// Blank lines are no records for the reader but rows for Excel.
		for line, _ := in.FieldPos(0); len(g.rows) < line-1-g.extraLines; {
			g.rows = append(g.rows, nil)
		}
		if len(g.rows) >= maxRows {
			return nil, tooLarge("rows", maxRows)
		}
		row := make([]cell, len(record))
		for i, text := range record {
			row[i] = cell{text: clean(text)}
			g.extraLines += strings.Count(text, "\n")
		}
		g.rows = append(g.rows, row)
	}
}

// delimiter tells what stands between cells: what the first line has most of.
func delimiter(text string) rune {
	first, _, _ := strings.Cut(strings.TrimLeft(text, "\r\n \ufeff"), "\n")
	best := ','
	for _, r := range "\t;" {
		if strings.Count(first, string(r)) > strings.Count(first, string(best)) {
			best = r
		}
	}
	return best
}
