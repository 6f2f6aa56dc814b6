package plan

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/outline"
	"github.com/innograph/innograph/loader/plan/phrase"
)

// How sure a record is, by how it was found.
const (
	sureTable    = 0.95 // a cell of a table
	sureNumbered = 0.95 // an item with a number of its own
	sureListed   = 0.9  // an item between two separators
	sureHeading  = 0.9  // read off a heading
	sureSentence = 0.85 // a clause that says it in so many words
	sureNoun     = 0.8  // an item that is only a noun
	sureJoined   = 0.75 // pieces that were put together
	sureNearby   = 0.7  // implied by where it stands
)

// extraction is the state of reading one plan.
type extraction struct {
	lex         *lexicon.Lexicon
	outline     *outline.Outline
	names       *names
	builder     *ecosystem.Builder
	document    ecosystem.Document
	documents   []ecosystem.Document
	policy      *entity
	own         *entity // the place whose plan it is; nil when it is not known
	period      lexicon.Period
	diagnostics []Diagnostic
	reported    map[Diagnostic]bool
	parser      *phrase.Parser  // reads running text; nil while boxes are read
	bodies      []newBody       // that running text named first
	below       map[string]bool // fields that are part of another
	printed     []printedName   // how boxes call bodies
	details     []detail        // texts of items, to be read after the boxes
	dutyLines   []*outline.Node // of boxes
	textBoxes   []*outline.Box  // boxes of running text, to be read with it
	records     int             // made so far
	issuer      string          // who issued the plan, as its name is printed
	signed      int             // the line with those who issued the plan; 0: none
}

func newExtraction(opts Options, lex *lexicon.Lexicon, out *outline.Outline) *extraction {
	return &extraction{
		lex: lex, outline: out, document: opts.Document, documents: opts.Documents,
		names: newNames(opts.Lookup, lex), builder: ecosystem.NewBuilder(),
		reported: map[Diagnostic]bool{}, below: map[string]bool{},
	}
}

func (x *extraction) result() Result {
	for _, p := range x.outline.Problems {
		x.diagnose(p.Line, p.Locator, p.Text, "%s", p.Reason)
	}
	slices.SortStableFunc(x.diagnostics, func(a, b Diagnostic) int { return a.Line - b.Line })
	g := x.builder.Graph()
	markConflicts(g)
	return Result{Graph: g, Outline: x.outline, Diagnostics: x.diagnostics}
}

const maxExcerpt = 60

func (x *extraction) diagnose(line int, locator, text, format string, args ...any) {
	if runes := []rune(text); len(runes) > maxExcerpt {
		text = string(runes[:maxExcerpt]) + "…"
	}
	d := Diagnostic{line, locator, text, fmt.Sprintf(format, args...)}
	if !x.reported[d] {
		x.reported[d] = true
		x.diagnostics = append(x.diagnostics, d)
	}
}

// newBody is an organization and where it was named first.
type newBody struct {
	entity *entity
	place  place
}

// printedName is what a box calls a body.
type printedName struct {
	entity *entity
	name   string
}

// place is where and how something was found.
type place struct {
	line       int
	locator    string
	rule       string // name of the rule, for the note
	remark     string // further words for the note
	known      ecosystem.Known
	confidence float64
}

// rulePrefix begins the note of every source: the rule that made the record.
const rulePrefix = "rule:"

func (x *extraction) source(p place) ecosystem.Source {
	note := rulePrefix + p.rule
	if p.remark != "" {
		note += "; " + p.remark
	}
	return ecosystem.Source{
		Document: x.document.ID, Locator: ecosystem.NormalizeLocator(x.outline.Cite(p.locator, p.line)),
		Known: p.known, Confidence: p.confidence, Note: oneLine(note),
	}
}

// resolve finds who a name means, or makes a new entity of the kind create; a
// name that means several known entities is reported.
func (x *extraction) resolve(at place, spellings []string, kinds []ecosystem.Kind, create ecosystem.Kind) (e *entity, ok bool) {
	e, doubt, ok := x.names.resolve(spellings, kinds, create)
	if len(doubt) > 0 {
		x.diagnose(at.line, at.locator, spellings[0], "the name may mean %s; none was chosen", strings.Join(doubt, " or "))
	}
	return e, ok
}

// facts are what is said of an entity besides its name.
type facts struct {
	printed    string
	status     ecosystem.Status
	date       string // of the status; empty: that of the plan
	aliases    []string
	properties map[string]string
}

// entity records an entity. Of an entity that is known already only what the
// plan adds is recorded.
func (x *extraction) entity(e *entity, p place, f facts) {
	s := x.source(p)
	f.printed = oneLine(f.printed)
	if norm.NFKC.String(f.printed) != norm.NFKC.String(e.Name) {
		s.PrintedName = f.printed // the width of brackets is no difference
	}
	record := ecosystem.Entity{ID: e.ID, Kind: e.Kind, Name: e.Name, Sources: []ecosystem.Source{s}}
	record.Aliases = f.aliases
	if f.status != "" && !x.there(e, f.status) {
		record.Status, record.StatusDate = f.status, cmp.Or(f.date, x.statusDate())
	}
	for _, name := range slices.Sorted(maps.Keys(f.properties)) {
		if value := oneLine(f.properties[name]); value != "" && e.Kind.Has(name) {
			if record.Properties == nil {
				record.Properties = map[string]string{}
			}
			record.Properties[name] = value
		}
	}
	x.records++
	if err := x.builder.Entity(record); err != nil {
		x.diagnose(p.line, p.locator, f.printed, "said differently before: %v", err)
	}
}

// there reports whether something is known to be built or under construction, so
// that more building does not make it a plan again.
func (x *extraction) there(e *entity, status ecosystem.Status) bool {
	recorded, ok := x.builder.Has(e.ID)
	planned := status == ecosystem.Planned || status == ecosystem.Promoted
	return ok && planned && (recorded.Status == ecosystem.Built || recorded.Status == ecosystem.Upgraded || recorded.Status == ecosystem.UnderConstruction)
}

// relation records a relation if the vocabulary allows it between these kinds.
func (x *extraction) relation(t ecosystem.RelationType, from, to *entity, p place, fill func(*ecosystem.Relation)) {
	info, _ := t.Info()
	if from.ID == to.ID || !info.Allows(from.Kind, to.Kind) {
		x.diagnose(p.line, p.locator, from.Name+" → "+to.Name, "%s does not lead from %s to %s", t, from.Kind, to.Kind)
		return
	}
	r := ecosystem.Relation{Type: t, From: from.ID, To: to.ID, Sources: []ecosystem.Source{x.source(p)}}
	if fill != nil {
		fill(&r)
	}
	r.Label, r.Unit = oneLine(r.Label), oneLine(r.Unit)
	x.records++
	if t == ecosystem.PartOf {
		x.below[from.ID] = true
	}
	x.builder.Relation(r)
}

// labelled fills in what the plan calls a relation, and how far it is.
func labelled(label string, status ecosystem.Status) func(*ecosystem.Relation) {
	return func(r *ecosystem.Relation) { r.Label, r.Status = label, status }
}

// statusDate is the date for which the plan knows a status: its own date, else
// the year in which its period begins.
func (x *extraction) statusDate() string {
	if x.document.Date != "" {
		return x.document.Date
	}
	if x.period.First > 0 {
		return strconv.Itoa(x.period.First)
	}
	return ""
}

// oneLine makes a text fit for a table cell: no tabs, no double blanks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// joined makes one line of several.
func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "; ")
}
