package table

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

const byteOrderMark = "\ufeff"

// sampleSize is how much of a file is looked at to tell what it is.
const sampleSize = 64 << 10

// readCSV reads comma-separated rows.
func (in *input) readCSV(file io.Reader) {
	buffered := bufio.NewReaderSize(file, sampleSize)
	start, _ := buffered.Peek(sampleSize) // a short or failed read shows up below
	if what := notText(start); what != "" {
		in.unreadable(0, "%s", what)
		return
	}
	if bytes.HasPrefix(start, []byte(byteOrderMark)) {
		if _, err := buffered.Discard(len(byteOrderMark)); err != nil {
			in.unreadable(0, "the file cannot be read: %v", err)
			return
		}
	}
	reader := csv.NewReader(buffered)
	reader.FieldsPerRecord = -1
	reader.ReuseRecord = true
	in.csvRows(reader)
}

func (in *input) csvRows(reader *csv.Reader) {
	row, line := 0, 0 // of the row before: its number and its last line
	for in.parser.err == nil {
		cells, err := reader.Read()
		var syntax *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			if row == 0 {
				in.unreadable(0, "the file is empty; it needs a header row with the columns %s", strings.Join(in.known, ","))
			}
			return
		case errors.As(err, &syntax):
			row, line = row+syntax.StartLine-line, syntax.Line
			in.unreadable(row, "%s", quoting(syntax))
			continue
		case err != nil:
			in.unreadable(row, "the file cannot be read further: %v", err)
			return
		}
		first, _ := reader.FieldPos(0)
		row, line = row+first-line, first+lineBreaks(cells)
		if !validUTF8(cells) {
			in.unreadable(row, "%s", wrongEncoding(cells))
			return
		}
		if in.columns == nil {
			if !in.csvHeader(row, cells) {
				return
			}
			continue
		}
		in.row(row, cells, true)
	}
}

func (in *input) csvHeader(row int, cells []string) bool {
	if len(cells) == 1 && strings.ContainsAny(cells[0], "\t;") {
		in.unreadable(row, "the columns are not separated by commas; %s", saveAsUTF8)
		return false
	}
	return in.header(cells)
}

func quoting(e *csv.ParseError) string {
	if errors.Is(e.Err, csv.ErrBareQuote) {
		return `a quotation mark (") stands in a text that is not quoted; write "" for each and put the whole cell between quotation marks`
	}
	return `a quotation mark (") that opens here is not closed properly, or stands within a quoted text; write "" for one within a text`
}

// lineBreaks counts the lines that a row takes beyond its first.
func lineBreaks(cells []string) int {
	n := 0
	for _, cell := range cells {
		n += strings.Count(cell, "\n")
	}
	return n
}

func validUTF8(cells []string) bool {
	for _, cell := range cells {
		if !utf8.ValidString(cell) {
			return false
		}
	}
	return true
}
