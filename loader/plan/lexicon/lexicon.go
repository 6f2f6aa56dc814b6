package lexicon

import (
	"cmp"
	"embed"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
)

//go:embed *.csv
var files embed.FS

// Lexicon is the loaded word tables. It never changes after Load.
type Lexicon struct {
	kinds      []suffix
	contents   []contentWord
	columns    []columnWord
	statuses   []statusWord
	periods    []Period
	triggers   []Trigger
	actions    []string
	titleTails []string
	fieldTails []string
	generic    []string
	notEtc     [][]rune
	units      []string
	documents  []string
	citedTypes []string
	verbs      []string
	placeUses  []string
	placeForms []string
	prose      prose
	indicators indicatorWords
}

type suffix struct {
	text string
	kind ecosystem.Kind
}

type contentWord struct {
	text    string
	content Content
}

type statusWord struct {
	text   string
	status ecosystem.Status
}

// Period is a five-year period of planning.
type Period struct {
	Name        string // e.g. 十四五
	First, Last int    // years
}

// String gives the period as the years that a property holds: 2021-2025.
func (p Period) String() string { return fmt.Sprintf("%d-%d", p.First, p.Last) }

// Trigger is a word before a list of names, and the relation it tells.
type Trigger struct {
	Word     string
	Relation ecosystem.RelationType
}

// Triggers lists the words before lists of names.
func (l *Lexicon) Triggers() []Trigger { return l.triggers }

// wordTable is one of the embedded tables and what becomes of its rows.
type wordTable struct {
	file    string
	columns int
	row     func(cells []string) error
}

// Load reads the embedded tables. An error is a mistake in one of them.
func Load() (*Lexicon, error) {
	l := &Lexicon{}
	tables := []wordTable{
		{"kinds.csv", 2, l.addKind},
		{"contents.csv", 2, l.addContent},
		{"statuses.csv", 2, l.addStatus},
		{"periods.csv", 3, l.addPeriod},
		{"columns.csv", 2, l.addColumn},
		{"coined-places.csv", 2, l.addCoinedPlace},
		{"triggers.csv", 2, l.addTrigger},
		{"actions.csv", 1, add(&l.actions)},
		{"title-tails.csv", 1, add(&l.titleTails)},
		{"field-tails.csv", 1, add(&l.fieldTails)},
		{"generic.csv", 1, add(&l.generic)},
		{"units.csv", 1, add(&l.units)},
		{"verbs.csv", 1, add(&l.verbs)},
		{"document-types.csv", 1, add(&l.documents)},
		{"cited-types.csv", 1, add(&l.citedTypes)},
		{"not-etc.csv", 1, func(cells []string) error {
			l.notEtc = append(l.notEtc, []rune(cells[0]))
			return nil
		}},
	}
	tables = append(append(tables, l.proseTables()...), l.indicators.tables()...)
	for _, t := range tables {
		if err := read(t.file, t.columns, t.row); err != nil {
			return nil, ecosystem.Wrap(err, ecosystem.CodeInternal, "the word table "+t.file+" is wrong")
		}
	}
	l.sort()
	return l, nil
}

// sort puts longer words first, so that the first hit is the most specific.
func (l *Lexicon) sort() {
	slices.SortStableFunc(l.kinds, func(a, b suffix) int { return cmp.Compare(len(b.text), len(a.text)) })
	slices.SortStableFunc(l.periods, func(a, b Period) int { return cmp.Compare(len(b.Name), len(a.Name)) })
	l.prose.sort()
	l.indicators.sort()
	for _, words := range [][]string{l.actions, l.titleTails, l.fieldTails, l.generic, l.units, l.documents, l.citedTypes, l.placeUses, l.placeForms} {
		slices.SortStableFunc(words, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	}
}

func read(file string, columns int, row func([]string) error) error {
	f, err := files.Open(file)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // embedded
	in := csv.NewReader(f)
	in.Comment = '#'
	in.FieldsPerRecord = columns // -1: any number
	rows, err := in.ReadAll()
	if err != nil {
		return err
	}
	for _, cells := range rows {
		if cells[0] == "" || !utf8.ValidString(cells[0]) {
			return errors.New("empty word")
		}
		if err := row(cells); err != nil {
			return err
		}
	}
	return nil
}

func add(list *[]string) func([]string) error {
	return func(cells []string) error {
		*list = append(*list, cells[0])
		return nil
	}
}

func (l *Lexicon) addKind(cells []string) error {
	kind := ecosystem.Kind(cells[1])
	if !kind.Valid() {
		return fmt.Errorf("unknown kind %q", cells[1])
	}
	l.kinds = append(l.kinds, suffix{cells[0], kind})
	return nil
}

// addCoinedPlace adds a word that a coined place is called by: what it is for, or
// what it is like.
func (l *Lexicon) addCoinedPlace(cells []string) error {
	switch cells[1] {
	case "use":
		l.placeUses = append(l.placeUses, cells[0])
	case "like":
		l.placeForms = append(l.placeForms, cells[0])
	default:
		return fmt.Errorf("unknown part of a coined place %q", cells[1])
	}
	return nil
}

func (l *Lexicon) addContent(cells []string) error {
	content := Content(cells[1])
	if !slices.Contains(Contents(), content) {
		return fmt.Errorf("unknown content %q", cells[1])
	}
	l.contents = append(l.contents, contentWord{cells[0], content})
	return nil
}

func (l *Lexicon) addStatus(cells []string) error {
	status, ok := ecosystem.ParseStatus(cells[1])
	if !ok {
		return fmt.Errorf("unknown status %q", cells[1])
	}
	l.statuses = append(l.statuses, statusWord{cells[0], status})
	return nil
}

func (l *Lexicon) addTrigger(cells []string) error {
	relation := ecosystem.RelationType(cells[1])
	if !relation.Valid() {
		return fmt.Errorf("unknown relation %q", cells[1])
	}
	l.triggers = append(l.triggers, Trigger{cells[0], relation})
	return nil
}

func (l *Lexicon) addPeriod(cells []string) error {
	first, err := strconv.Atoi(cells[1])
	if err != nil {
		return err
	}
	last, err := strconv.Atoi(cells[2])
	if err != nil {
		return err
	}
	l.periods = append(l.periods, Period{cells[0], first, last})
	return nil
}
