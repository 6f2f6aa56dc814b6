package sheet

import (
	"regexp"
	"slices"
	"strconv"

	"github.com/innograph/innograph/ecosystem"
)

// Mapping says what the sheets of somebody's tables mean where their headers do
// not say it in the usual words. docs/own-tables.md tells how it is written.
type Mapping struct {
	name       string // of its file
	document   ecosystem.Document
	confidence float64 // 0: the default
	sheets     []sheetRule
}

// sheetRule is what the mapping says of one sheet, or of all without their own.
type sheetRule struct {
	line    int
	sheet   string // empty: all
	skip    bool
	first   int // rows of the header, from 1; 0: found by itself
	last    int
	kind    ecosystem.Kind
	columns []columnRule
}

// columnRule gives a role to the columns with certain headers.
type columnRule struct {
	line     int
	role     role
	property string
	headers  []string // as printed, or letters of columns
}

// ruleFor finds what is said of a sheet: its own rule, else the one for all.
func (m *Mapping) ruleFor(sheet string) *sheetRule {
	if m == nil {
		return &sheetRule{}
	}
	for i := range m.sheets {
		if m.sheets[i].sheet == sheet && sheet != "" {
			return &m.sheets[i]
		}
	}
	for i := range m.sheets {
		if m.sheets[i].sheet == "" {
			return &m.sheets[i]
		}
	}
	return &sheetRule{}
}

// named reports whether the mapping names a sheet, so that it is read although it
// is hidden.
func (m *Mapping) named(sheet string) bool {
	return m != nil && slices.ContainsFunc(m.sheets, func(r sheetRule) bool { return r.sheet == sheet && !r.skip })
}

// documentID is the id that the mapping gives to the files, if any.
func (m *Mapping) documentID() string {
	if m == nil {
		return ""
	}
	return m.document.ID
}

var (
	rowRange     = regexp.MustCompile(`^(\d{1,6})(?:\s*-\s*(\d{1,6}))?$`)
	columnLetter = regexp.MustCompile(`^[A-Z]{1,2}$`)
)

// parseRows reads 3 or 3-4.
func parseRows(s string) (first, last int, ok bool) {
	m := rowRange.FindStringSubmatch(s)
	if m == nil {
		return 0, 0, false
	}
	first, _ = strconv.Atoi(m[1]) // digits by the pattern
	last = first
	if m[2] != "" {
		last, _ = strconv.Atoi(m[2])
	}
	return first, last, first > 0 && last >= first && last-first < maxHeaderRows
}
