package sheet

import (
	"embed"
	"encoding/csv"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/innograph/innograph/ecosystem"
	plan "github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/store/text"
)

//go:embed lexicon/*.csv
var wordFiles embed.FS

// meaning is what a header says about its column.
type meaning struct {
	role     role
	property string         // of a column of properties
	kind     ecosystem.Kind // of what a column of names names; empty: open
}

// lexicon holds the words by which sheets are understood.
type lexicon struct {
	headers          map[string]meaning
	headerWords      []string // as they are written, for suggestions
	prefixes, suffix []string
	words            map[string]string // word → class
	kinds            map[string]ecosystem.Kind
	bodies           map[string]ecosystem.Kind // ends of names of organizations
	statuses         map[string]ecosystem.Status
	ties             []tieWord
	plan             *plan.Lexicon
}

// loadLexicon reads the embedded word lists. An error is a mistake in one of them.
func loadLexicon() (*lexicon, error) {
	l := &lexicon{
		headers: map[string]meaning{}, words: map[string]string{}, kinds: map[string]ecosystem.Kind{},
		bodies: map[string]ecosystem.Kind{}, statuses: map[string]ecosystem.Status{},
	}
	var err error
	if l.plan, err = plan.Load(); err != nil {
		return nil, err
	}
	for _, file := range []struct {
		name string
		row  func(cells []string) error
	}{
		{"headers", l.addHeader},
		{"affixes", l.addAffix},
		{"words", func(c []string) error { l.words[text.Normalize(c[0])] = c[1]; return nil }},
		{"kinds", addKind(l.kinds)},
		{"organizations", addKind(l.bodies)},
		{"statuses", l.addStatus},
		{"ties", l.addTie},
	} {
		if err := readWords(file.name, file.row); err != nil {
			return nil, ecosystem.Wrap(err, ecosystem.CodeInternal, "the word list "+file.name+" is wrong")
		}
	}
	return l, nil
}

func readWords(name string, row func([]string) error) error {
	file, err := wordFiles.Open("lexicon/" + name + ".csv")
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }() // embedded
	in := csv.NewReader(file)
	in.Comment = '#'
	rows, err := in.ReadAll()
	if err != nil {
		return err
	}
	for _, cells := range rows {
		if err := row(cells); err != nil {
			return err
		}
	}
	return nil
}

func (l *lexicon) addHeader(cells []string) error {
	m := meaning{role: role(cells[1]), kind: ecosystem.Kind(cells[2])}
	if property, ok := strings.CutPrefix(cells[1], "property:"); ok {
		m.role, m.property = roleProperty, property
		if _, ok := ecosystem.PropertyNamed(property); !ok {
			return fmt.Errorf("there is no property %q", property)
		}
	}
	if !m.role.valid() || (m.kind != "" && !m.kind.Valid()) {
		return fmt.Errorf("wrong role or kind: %v", cells)
	}
	key := headerKey(cells[0])
	if _, twice := l.headers[key]; twice {
		return fmt.Errorf("%q stands twice", cells[0])
	}
	l.headers[key] = m
	l.headerWords = append(l.headerWords, cells[0])
	return nil
}

func (l *lexicon) addAffix(cells []string) error {
	switch cells[1] {
	case "prefix":
		l.prefixes = append(l.prefixes, cells[0])
	case "suffix":
		l.suffix = append(l.suffix, cells[0])
	default:
		return fmt.Errorf("wrong place: %v", cells)
	}
	return nil
}

func (l *lexicon) addStatus(cells []string) error {
	s, ok := ecosystem.ParseStatus(cells[1])
	if !ok {
		return fmt.Errorf("there is no status %q", cells[1])
	}
	l.statuses[text.Normalize(cells[0])] = s
	return nil
}

func addKind(to map[string]ecosystem.Kind) func([]string) error {
	return func(cells []string) error {
		kind := ecosystem.Kind(cells[1])
		if !kind.Valid() {
			return fmt.Errorf("there is no kind %q", kind)
		}
		to[text.Normalize(cells[0])] = kind
		return nil
	}
}

// inBrackets is what a header adds that does not change its meaning: （万元）.
var inBrackets = regexp.MustCompile(`\([^()]*\)`)

// headerKey is the form under which headers are compared.
func headerKey(header string) string {
	key := text.Normalize(unbroken(clean(header)))
	if short := strings.TrimSpace(inBrackets.ReplaceAllString(key, "")); short != "" {
		key = short
	}
	return strings.ReplaceAll(strings.Trim(key, "*:：。.、_ "), " ", "")
}

// header tells what a header means; one in two languages (依托单位 Host) what its
// Chinese part does.
func (l *lexicon) header(header string) (meaning, bool) {
	if m, ok := l.oneHeader(headerKey(header)); ok {
		return m, true
	}
	chinese := headerKey(strings.Map(func(r rune) rune {
		if r <= unicode.MaxLatin1 {
			return ' '
		}
		return r
	}, header))
	if chinese == "" || chinese == headerKey(header) || !strings.ContainsFunc(header, isLatinLetter) {
		return meaning{}, false
	}
	return l.oneHeader(chinese)
}

func isLatinLetter(r rune) bool { return r < unicode.MaxLatin1 && unicode.IsLetter(r) }

func (l *lexicon) oneHeader(key string) (meaning, bool) {
	if m, ok := l.headers[key]; ok {
		return m, true
	}
	for _, s := range l.suffix {
		if head, ok := strings.CutSuffix(key, s); ok && head != "" {
			if m, ok := l.headers[head]; ok {
				return m, true
			}
			key = head
		}
	}
	for _, p := range l.prefixes {
		if tail, ok := strings.CutPrefix(key, p); ok {
			if m, ok := l.headers[tail]; ok {
				return m, true
			}
		}
	}
	return meaning{}, false
}

// isSuffix reports whether a text is one of the words that may end a header.
func (l *lexicon) isSuffix(s string) bool { return slices.Contains(l.suffix, headerKey(s)) }

// is reports whether a cell is a word of a class: blank, ditto, total, note.
func (l *lexicon) is(cell, class string) bool {
	return l.words[text.Normalize(unbroken(cell))] == class
}

// begins reports whether a text begins with a word of a class and a colon.
func (l *lexicon) begins(cell, class string) bool {
	head, _, ok := strings.Cut(strings.ReplaceAll(unbroken(cell), "：", ":"), ":")
	return ok && l.is(strings.Trim(head, "*※ "), class)
}

// kind reads a word for a kind.
func (l *lexicon) kind(word string) (ecosystem.Kind, bool) {
	if k, ok := ecosystem.ParseKind(word); ok {
		return k, true
	}
	k, ok := l.kinds[text.Normalize(word)]
	return k, ok
}

// status reads a word for a status.
func (l *lexicon) status(word string) (ecosystem.Status, bool) {
	if s, ok := ecosystem.ParseStatus(word); ok {
		return s, true
	}
	s, ok := l.statuses[text.Normalize(word)]
	return s, ok
}

// bodyKind tells the kind of an organization by the end of its name.
func (l *lexicon) bodyKind(name string) (ecosystem.Kind, bool) {
	name = text.Normalize(inBrackets.ReplaceAllString(text.Normalize(name), ""))
	best := ""
	for end := range l.bodies {
		if len(end) > len(best) && len(name) > len(end) && strings.HasSuffix(name, end) {
			best = end
		}
	}
	if kind, ok := l.plan.KindOf(name); ok && kind.IsOrganization() {
		return kind, true
	}
	return l.bodies[best], best != ""
}

// kindsOfFamily lists the kinds that share a family with k, k first.
func kindsOfFamily(k ecosystem.Kind) []ecosystem.Kind {
	out := []ecosystem.Kind{k}
	info, _ := k.Info()
	for _, other := range ecosystem.Kinds() {
		if other.Family == info.Family && !slices.Contains(out, other.Kind) {
			out = append(out, other.Kind)
		}
	}
	return out
}
