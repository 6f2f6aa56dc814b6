package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// row is one line of a fact table.
type row struct {
	file  string
	line  int
	cells map[string]string
}

// cell returns a cell; a column that the table lacks cannot get here.
func (r row) cell(column string) string { return strings.TrimSpace(r.cells[column]) }

// list returns the values of a cell.
func (r row) list(column string) []string { return ecosystem.SplitList(r.cells[column]) }

// fail says where something is wrong.
func (r row) fail(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", r.file, r.line, fmt.Errorf(format, args...))
}

// readTable reads a fact table. The header must be exactly the expected one: a
// column that nobody looks at would be lost without a word.
func readTable(dir, file string, columns ...string) ([]row, error) {
	f, err := os.Open(filepath.Join(dir, file))
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // only read from
	reader := csv.NewReader(f)
	header, err := reader.Read()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if !slices.Equal(header, columns) {
		return nil, fmt.Errorf("%s: the columns are %v, expected %v", file, header, columns)
	}
	var rows []row
	for {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		line, _ := reader.FieldPos(0)
		r := row{file: file, line: line, cells: map[string]string{}}
		for i, column := range columns {
			r.cells[column] = record[i]
		}
		rows = append(rows, r)
	}
}
