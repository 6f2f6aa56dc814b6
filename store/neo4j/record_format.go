package neo4j

import (
	"errors"
	"strconv"
	"strings"
)

// The characters that end a field, an item of a list in a field, and a part of
// an item; recordEscape stands before one of the four in a value.
const (
	fieldEnd     = "\x1f"
	itemEnd      = "\x1e"
	partEnd      = "\x1d"
	recordEscape = "\x1b"
)

// errTorn tells of a row that was being written when it was read. Reading again
// a moment later gives the whole row.
var errTorn = errors.New("a row was being written while it was read")

// recordWriter writes the fields of a record one after the other.
type recordWriter struct{ b strings.Builder }

func (w *recordWriter) String() string { return w.b.String() }

func (w *recordWriter) fields(values ...string) {
	for _, v := range values {
		w.b.WriteString(escaped(v))
		w.b.WriteString(fieldEnd)
	}
}

// list writes a field of so many items.
func (w *recordWriter) list(items int, parts func(i int) []string) {
	for i := range items {
		for _, p := range parts(i) {
			w.b.WriteString(escaped(p))
			w.b.WriteString(partEnd)
		}
		w.b.WriteString(itemEnd)
	}
	w.b.WriteString(fieldEnd)
}

func escaped(s string) string {
	if !strings.ContainsAny(s, fieldEnd+itemEnd+partEnd+recordEscape) {
		return s
	}
	return strings.NewReplacer(fieldEnd, recordEscape+"f", itemEnd, recordEscape+"i", partEnd, recordEscape+"p", recordEscape, recordEscape+"e").Replace(s)
}

func unescaped(s string) string {
	return strings.NewReplacer(recordEscape+"f", fieldEnd, recordEscape+"i", itemEnd, recordEscape+"p", partEnd, recordEscape+"e", recordEscape).Replace(s)
}

// recordReader reads the fields of a record in the order they were written in.
// What does not fit is remembered until end.
type recordReader struct {
	rest    string // fields
	parts   string // of the item being read
	escapes bool   // the record has escaped characters
	torn    bool
}

// newRecordReader takes the property as the server hands it out: null where
// there is none.
func newRecordReader(v any) *recordReader {
	record, ok := v.(string)
	return &recordReader{rest: record, escapes: strings.Contains(record, recordEscape), torn: !ok}
}

func (r *recordReader) field() string { return r.cut(&r.rest, fieldEnd) }

// part reads a part of the current item of a list.
func (r *recordReader) part() string { return r.cut(&r.parts, partEnd) }

func (r *recordReader) cut(from *string, end string) string {
	value, rest, ok := strings.Cut(*from, end)
	if !ok {
		r.torn = true
		return ""
	}
	*from = rest
	if r.escapes {
		return unescaped(value)
	}
	return value
}

// list reads a field of items. It does not call anything for an empty one.
func (r *recordReader) list(begin func(items int), item func()) {
	items, rest, ok := strings.Cut(r.rest, fieldEnd)
	if r.rest = rest; !ok {
		r.torn = true
	}
	if items == "" || r.torn {
		return
	}
	begin(strings.Count(items, itemEnd))
	for items != "" {
		r.parts, items, ok = strings.Cut(items, itemEnd)
		if !ok {
			r.torn = true
			return
		}
		item()
		r.torn = r.torn || r.parts != ""
	}
}

func (r *recordReader) float(s string) float64 {
	f, err := strconv.ParseFloat(s, 64)
	r.torn = r.torn || err != nil
	return f
}

func (r *recordReader) int(s string) int {
	n, err := strconv.Atoi(s)
	r.torn = r.torn || err != nil
	return n
}

// end tells whether the record was whole.
func (r *recordReader) end() error {
	if r.torn || r.rest != "" {
		return errTorn
	}
	return nil
}
