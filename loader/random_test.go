package loader_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
)

// randomGraph makes a valid graph with everything that the vocabulary knows, of
// texts that are hard to keep in a table cell, and with the given text among them.
func randomGraph(t testing.TB, seed uint64, text string) ecosystem.Graph {
	t.Helper()
	r := &random{Rand: rand.New(rand.NewPCG(seed, 1)), text: text}
	b := ecosystem.NewBuilder()
	for i := range 1 + r.IntN(3) {
		d := ecosystem.Document{ID: fmt.Sprintf("doc:%d", i), Title: r.word(), Issuer: r.maybe(r.word), Date: r.maybe(r.date), URL: r.maybe(r.link)}
		r.documents = append(r.documents, d.ID)
		must(t, b.Document(d))
	}
	kinds := ecosystem.Kinds()
	for i := range r.IntN(40) {
		info := kinds[r.IntN(len(kinds))]
		e := r.entity(fmt.Sprintf("%s%d", info.Prefix, i), info)
		r.entities = append(r.entities, e)
		must(t, b.Entity(e))
		if other, ok := r.contradiction(e, info); ok {
			must(t, b.Entity(other))
		}
	}
	for range r.IntN(120) {
		if rel, ok := r.relation(); ok {
			b.Relation(rel)
		}
	}
	g := b.Graph()
	if problems := ecosystem.Validate(g); len(problems) > 0 {
		t.Fatalf("the random graph of seed %d is not valid: %+v", seed, problems[0])
	}
	return g
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

type random struct {
	*rand.Rand
	text      string
	documents []string
	entities  []ecosystem.Entity
}

func (r *random) word() string {
	if r.text != "" && r.IntN(3) == 0 {
		return r.text
	}
	words := []string{
		"浙江大学", "哈尔滨工业大学（威海）", "0101", "1e5", "TRUE", "2021-06", `"Q" said`, "a,b", "=1+1", "-5", "'quoted", "_x0041_",
		`back\slash`, "#N/A", "中\u3000文", "C++", "<b>&amp;", "𠮷", "é", "id", "null", "100%", "+86", "org:zju", "@x", `""`, `\.`,
	}
	return words[r.IntN(len(words))] + words[r.IntN(len(words))]
}

func (r *random) maybe(f func() string) string {
	if r.IntN(2) == 0 {
		return ""
	}
	return f()
}

func (r *random) date() string {
	return []string{"2021", "2021-06", "2021-06-30", "1999-12"}[r.IntN(4)]
}

func (r *random) link() string { return "https://example.org/?a=1;b=2&c=" + strconv.Itoa(r.IntN(9)) }

func (r *random) list() []string {
	var out []string
	for range r.IntN(4) {
		if word := r.word(); !slices.ContainsFunc([]rune(word), func(c rune) bool { return c == ';' || c == '；' }) {
			out = append(out, word)
		}
	}
	return out
}

func (r *random) source() ecosystem.Source {
	known := ecosystem.KnownWays()
	return ecosystem.Source{
		Document: r.documents[r.IntN(len(r.documents))], Locator: []string{"", "专栏3（1）", "一（一）§12", "p.37"}[r.IntN(4)],
		Known: ecosystem.Known(known[r.IntN(len(known))].Name), Confidence: []float64{1, 0.9, 0.5, 1 - r.Float64()}[r.IntN(4)],
		Date: r.maybe(r.date), PrintedName: r.maybe(r.word), Note: r.maybe(r.word),
	}
}

func (r *random) sources() []ecosystem.Source {
	var out []ecosystem.Source
	for range 1 + r.IntN(3) {
		out = append(out, r.source())
	}
	return out
}

func (r *random) status() ecosystem.Status {
	all := ecosystem.Statuses()
	if i := r.IntN(2 * len(all)); i < len(all) {
		return ecosystem.Status(all[i].Name)
	}
	return ""
}

func (r *random) entity(id string, info ecosystem.KindInfo) ecosystem.Entity {
	e := ecosystem.Entity{
		ID: id, Kind: info.Kind, Name: r.word(), NameEn: r.maybe(r.word), Aliases: r.list(), FormerNames: r.list(),
		Status: r.status(), Properties: map[string]string{}, Sources: r.sources(),
	}
	if e.Status != "" {
		e.StatusDate = r.maybe(r.date)
	}
	for _, value := range r.list() {
		e.ExternalIDs = append(e.ExternalIDs, ecosystem.ExternalID{Scheme: "ror", Value: value})
	}
	for _, p := range info.Properties {
		if value := r.property(p); value != "" && r.IntN(2) == 0 {
			e.Properties[p.Name] = value
		}
	}
	return e
}

// contradiction is another row about the entity, from a place of its own, which
// may say something else.
func (r *random) contradiction(e ecosystem.Entity, info ecosystem.KindInfo) (ecosystem.Entity, bool) {
	other := r.entity(e.ID, info)
	other.Name = e.Name
	s := r.source()
	s.Locator = "十（一）"
	other.Sources = []ecosystem.Source{s}
	return other, r.IntN(3) == 0
}

func (r *random) property(p ecosystem.Property) string {
	switch {
	case p == ecosystem.PropWebsite:
		return r.link()
	case p.Type == ecosystem.Number:
		value, _ := p.Canonical(strconv.FormatFloat(r.NormFloat64()*1000, 'g', -1, 64))
		return value
	case p.Type == ecosystem.Integer:
		return strconv.Itoa(r.IntN(4000) - 1000)
	case p.Type == ecosystem.List:
		value, _ := p.Canonical(strings.Join(r.list(), ecosystem.ListSeparator))
		return value
	default:
		return r.word()
	}
}

// relation makes a relation between two random entities, often a place of the
// first one with sources of its own; ok is false when no type leads between them.
func (r *random) relation() (rel ecosystem.Relation, ok bool) {
	if len(r.entities) < 2 {
		return rel, false
	}
	from, to := r.entities[r.IntN(len(r.entities))], r.entities[r.IntN(len(r.entities))]
	if from.ID == to.ID {
		return rel, false
	}
	var allowed []ecosystem.RelationInfo
	for _, info := range ecosystem.RelationTypes() {
		if info.Allows(from.Kind, to.Kind) {
			allowed = append(allowed, info)
		}
	}
	if len(allowed) == 0 {
		return rel, false
	}
	info := allowed[r.IntN(len(allowed))]
	rel = ecosystem.Relation{Type: info.Type, From: from.ID, To: to.ID}
	if info.Type == ecosystem.LocatedIn && r.IntN(2) == 0 {
		for _, s := range from.Sources[:1+r.IntN(len(from.Sources))] {
			s.PrintedName, s.Note = "", ""
			rel.Sources = append(rel.Sources, s)
		}
		return rel, true
	}
	rel.Sources, rel.Label, rel.Status = r.sources(), r.maybe(r.word), r.status()
	if r.IntN(2) == 0 {
		rel.Weight = 1 - r.Float64()
	}
	if all := ecosystem.Strengths(); r.IntN(2) == 0 {
		rel.Strength = all[r.IntN(len(all))].Word
	}
	if r.IntN(2) == 0 {
		rel.Year = 1900 + r.IntN(200)
	}
	if info.Valued {
		rel.Value, rel.Unit = r.maybe(func() string { return r.property(ecosystem.PropValue) }), r.maybe(r.word)
	}
	return rel, true
}
