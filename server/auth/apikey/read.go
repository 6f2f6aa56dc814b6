package apikey

import (
	"bytes"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/server/auth"
)

// Bounds of a file. All keys are compared with each credential that comes.
const (
	maxBytes    = 1 << 20
	maxKeys     = 1000
	maxProblems = 20
)

// Header is the first line of a file.
const Header = "name,hash,role,rate,expires\n"

func columns() []string { return strings.Split(strings.TrimSpace(Header), ",") }

// Parse reads the text of a file. All problems are told at once, each with line and
// field, but never with what stands there: it may be a key that should not.
func Parse(text []byte) ([]Key, error) {
	if len(text) > maxBytes {
		return nil, invalid("the file is larger than %d bytes", maxBytes)
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff")))) // Excel's mark of UTF-8
	r.Comment = '#'
	r.FieldsPerRecord = -1 // counted below, to say it in our words
	first, err := r.Read()
	if err != nil || !slices.Equal(first, columns()) {
		return nil, invalid("line 1: the first line must be %s", strings.TrimSpace(Header))
	}
	p := parser{csv: r, names: map[string]int{}, hashes: map[[32]byte]int{}}
	for p.next() {
	}
	if len(p.problems) > 0 {
		return nil, invalid("%s", strings.Join(p.problems, "\n"))
	}
	return p.keys, nil
}

func invalid(format string, args ...any) error {
	return ecosystem.Errorf(ecosystem.CodeInvalidData, format, args...)
}

type parser struct {
	csv      *csv.Reader
	keys     []Key
	names    map[string]int // the line where each stands
	hashes   map[[32]byte]int
	problems []string
}

// next reads one line; false at the end and when there is no use in going on.
func (p *parser) next() bool {
	fields, err := p.csv.Read()
	var broken *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
		return false
	case errors.As(err, &broken):
		p.problem(broken.Line, "", "the quotes do not match")
		return false
	case err != nil: // reading from memory: nothing else can fail
		p.problem(0, "", "cannot be read")
		return false
	}
	line, _ := p.csv.FieldPos(0)
	if len(fields) != len(columns()) {
		p.problem(line, "", "has %d fields instead of %d: %s", len(fields), len(columns()), strings.TrimSpace(Header))
	} else {
		p.key(line, fields)
	}
	if len(p.keys) > maxKeys {
		p.problem(line, "", "more than %d keys", maxKeys)
		return false
	}
	return len(p.problems) < maxProblems
}

func (p *parser) problem(line int, field, format string, args ...any) {
	where := fmt.Sprintf("line %d", line)
	if field != "" {
		where += ", field " + field
	}
	p.problems = append(p.problems, where+": "+fmt.Sprintf(format, args...))
}

// key reads the fields of one line.
func (p *parser) key(line int, fields []string) {
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	k := Key{Name: fields[0]}
	var ok bool
	if !validName(k.Name) {
		p.problem(line, "name", "%s", nameRule)
	} else if before := p.names[k.Name]; before > 0 {
		p.problem(line, "name", "stands in line %d already: each key needs a name of its own", before)
	}
	if k.Hash, ok = readHash(fields[1]); !ok {
		p.problem(line, "hash", "%s and 64 hexadecimal digits, as innograph key new writes it; never the key itself", hashPrefix)
	} else if before := p.hashes[k.Hash]; before > 0 {
		p.problem(line, "hash", "stands in line %d already: each client needs a key of its own", before)
	}
	if k.Role, ok = auth.ParseRole(fields[2]); !ok {
		p.problem(line, "role", "%s or %s", auth.Reader, auth.Operator)
	}
	if k.Rate, ok = readRate(fields[3]); !ok {
		p.problem(line, "rate", "%s", rateRule)
	}
	if k.Expires, ok = ReadExpiry(fields[4]); !ok {
		p.problem(line, "expires", "%s", ExpiryRule)
	}
	p.names[k.Name], p.hashes[k.Hash] = line, line
	p.keys = append(p.keys, k)
}

func readHash(text string) (hash [32]byte, ok bool) {
	digits, ok := strings.CutPrefix(text, hashPrefix)
	if !ok || len(digits) != hex.EncodedLen(len(hash)) {
		return hash, false
	}
	_, err := hex.Decode(hash[:], []byte(digits))
	return hash, err == nil
}

const (
	maxRate  = 1e6
	rateRule = "requests a second, above 0 and at most 1000000; empty: as many as all clients"
)

func readRate(text string) (rate float64, ok bool) {
	if text == "" {
		return 0, true
	}
	rate, err := strconv.ParseFloat(text, 64)
	return rate, err == nil && rate > 0 && rate <= maxRate
}

// ExpiryRule tells how the end of a key is written.
const ExpiryRule = "a day, 2027-06-30, through which the key holds, or a time, 2027-06-30T12:00:00+08:00; empty: no end"

// ReadExpiry reads the first moment when a key no longer holds. A day is one of the
// server's time zone.
func ReadExpiry(text string) (end time.Time, ok bool) {
	if text == "" {
		return time.Time{}, true
	}
	if day, err := time.ParseInLocation(time.DateOnly, text, time.Local); err == nil {
		return day.AddDate(0, 0, 1), true
	}
	end, err := time.Parse(time.RFC3339, text)
	return end, err == nil
}
