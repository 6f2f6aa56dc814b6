package table

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// maxLine bounds one line of a JSON Lines file.
const maxLine = 16 << 20

// readJSONLines reads one object per line: its members are the cells. Texts,
// numbers, and lists of texts are allowed.
func (in *input) readJSONLines(file io.Reader) {
	buffered := bufio.NewReaderSize(file, sampleSize)
	start, _ := buffered.Peek(sampleSize) // a short or failed read shows up below
	if what := notText(start); what != "" {
		in.unreadable(0, "%s", what)
		return
	}
	lines := bufio.NewScanner(buffered)
	lines.Buffer(make([]byte, 0, sampleSize), maxLine)
	number := 0
	for in.parser.err == nil && lines.Scan() {
		number++
		line := bytes.TrimSpace(lines.Bytes())
		if number == 1 {
			line = bytes.TrimPrefix(line, []byte(byteOrderMark))
		}
		switch {
		case len(line) == 0:
		case !utf8.Valid(line):
			in.unreadable(number, "the row is not UTF-8; it looks like %s; save the file as UTF-8", guessEncoding(string(line)))
			return
		default:
			in.object(number, line)
		}
	}
	if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		in.unreadable(number+1, "the line is longer than %d MiB; JSON Lines has one object on each line", maxLine>>20)
	} else if err != nil {
		in.unreadable(number+1, "the file cannot be read further: %v", err)
	}
}

func (in *input) object(number int, line []byte) {
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.UseNumber() // a code such as 0101 is a text, but 2025 may be a number
	var members map[string]any
	if err := decoder.Decode(&members); err != nil || decoder.More() {
		in.unreadable(number, "the line is not one JSON object such as {\"id\": \"org:zju\", …}")
		return
	}
	clear(in.cells)
	r := row{Place: Place{in.name, number}, cells: in.cells}
	for _, name := range sortedKeys(members) {
		if !slices.Contains(in.known, name) {
			if !slices.Contains(in.columns, name) { // say it once per file
				in.columns = append(in.columns, name)
				in.unknownColumn(number, name)
			}
			continue
		}
		text, ok := cellText(members[name])
		if !ok {
			in.fail(number, name, "write a text, a number or a list of texts")
			r.torn = true
			continue
		}
		if text = strings.TrimSpace(text); text != "" {
			r.cells[name] = text
		}
	}
	in.parser.row(in.table, r)
}

func cellText(value any) (string, bool) {
	switch v := value.(type) {
	case nil:
		return "", true
	case string:
		return v, true
	case json.Number:
		return v.String(), true
	case []any:
		parts := make([]string, 0, len(v))
		for _, item := range v {
			text, ok := item.(string)
			if !ok {
				return "", false
			}
			parts = append(parts, text)
		}
		return strings.Join(parts, ";"), true
	default:
		return fmt.Sprint(v), false
	}
}

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
