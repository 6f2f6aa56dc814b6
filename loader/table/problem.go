package table

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/innograph/innograph/ecosystem"
)

// MaxProblems bounds the list of problems; further ones are only counted.
const MaxProblems = 1000

// Place is a row of a file, numbered as Excel numbers rows (the header is row
// 1). Row 0 means the file as a whole.
type Place struct {
	File string `json:"file"`
	Row  int    `json:"row,omitempty"`
}

// String gives file:row.
func (p Place) String() string {
	if p.Row == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d", p.File, p.Row)
}

// Problem is one thing that is wrong with the tables.
type Problem struct {
	Place
	Column  string `json:"column,omitempty"` // empty: the row as a whole
	Message string `json:"message"`
}

// String gives file:row: column: message.
func (p Problem) String() string {
	if p.Column == "" {
		return p.Place.String() + ": " + p.Message
	}
	return p.Place.String() + ": " + p.Column + ": " + p.Message
}

// Problems collects everything that is wrong with a set of tables. As an error
// it has the code INVALID_DATA and prints one line per problem.
type Problems struct {
	List   []Problem // at most MaxProblems: the first by file and row, whichever was found first
	More   int       // number of further problems that are not in List
	sorted bool
}

// Add notes a problem.
func (p *Problems) Add(at Place, column, format string, args ...any) {
	full := len(p.List) >= MaxProblems
	if full {
		p.More++
		p.sort()
		if comparePlaces(at, p.List[len(p.List)-1].Place) >= 0 {
			return
		}
		p.List = p.List[:len(p.List)-1]
	}
	problem := Problem{Place: at, Column: oneLine(column), Message: oneLine(fmt.Sprintf(format, args...))}
	if !full {
		p.List, p.sorted = append(p.List, problem), false
		return
	}
	i, _ := slices.BinarySearchFunc(p.List, at, func(have Problem, at Place) int {
		return cmp.Or(comparePlaces(have.Place, at), -1) // behind those of the same row
	})
	p.List = slices.Insert(p.List, i, problem)
}

func (p *Problems) sort() {
	if !p.sorted {
		slices.SortStableFunc(p.List, func(a, b Problem) int { return comparePlaces(a.Place, b.Place) })
		p.sorted = true
	}
}

func comparePlaces(a, b Place) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Row, b.Row))
}

// Total is the number of all problems.
func (p *Problems) Total() int { return len(p.List) + p.More }

// maxMessage bounds a message, which may repeat a cell of any length.
const maxMessage = 1000

// oneLine keeps what a cell holds from breaking the list of problems.
func oneLine(s string) string {
	if len(s) > maxMessage {
		s = strings.ToValidUTF8(s[:maxMessage], "") + "…"
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
}

// Err sorts the problems by file and row and returns them as an error, or nil
// when there are none.
func (p *Problems) Err() error {
	if len(p.List) == 0 {
		return nil
	}
	p.sort()
	return p
}

// Error prints one line per problem.
func (p *Problems) Error() string {
	lines := make([]string, 0, len(p.List)+1)
	for _, problem := range p.List {
		lines = append(lines, problem.String())
	}
	if p.More > 0 {
		lines = append(lines, fmt.Sprintf("… and %d more problems", p.More))
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the problems their error code.
func (p *Problems) Unwrap() error {
	return ecosystem.Errorf(ecosystem.CodeInvalidData, "the tables have %d problems", p.Total())
}
