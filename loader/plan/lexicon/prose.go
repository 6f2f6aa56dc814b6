package lexicon

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// prose holds the words of running text.
type prose struct {
	boundaries    []boundary
	notBoundaries []string
	policyVerbs   []PolicyVerb
	stages        []statusWord
	classes       []suffix
	onePerPlace   []string
	places        []Place
	regionTails   []string
	shortForms    [][2]string
	specific      []string
	qualities     []string
	sectors       []string
	nominal       []string
	common        map[string]bool
	ranks         map[string]bool
}

// Boundary says what a word of running text that belongs to no name does there.
type Boundary string

// The boundaries.
const (
	Verb   Boundary = "verb"   // 建设, 依托
	Manner Boundary = "manner" // 充分, 相继
	Link   Boundary = "link"   // 的, 在, 和
	Tail   Boundary = "tail"   // may follow a name: 发展
)

type boundary struct {
	text string
	does Boundary
}

// PolicyVerb is what a plan does with the names that follow.
type PolicyVerb struct {
	Word     string
	Relation ecosystem.RelationType
	Status   ecosystem.Status
	Closing  string // the word that must follow the names: 推进…建设
}

// Place is a place with whose name other names begin.
type Place struct {
	Name   string
	Region bool // 京津冀 is a region by itself, 华东 only the beginning of a name
	City   bool // 德阳 is a region whose full name is 德阳市
}

func (l *Lexicon) proseTables() []wordTable {
	p := &l.prose
	return []wordTable{
		{"boundaries.csv", 2, p.addBoundary},
		{"not-boundaries.csv", 1, add(&p.notBoundaries)},
		{"policy-verbs.csv", 4, p.addPolicyVerb},
		{"stages.csv", 2, p.addStage},
		{"classes.csv", 2, p.addClass},
		{"one-per-place.csv", 1, add(&p.onePerPlace)},
		{"places.csv", 2, p.addPlace},
		{"region-tails.csv", 1, add(&p.regionTails)},
		{"specific.csv", 1, add(&p.specific)},
		{"qualities.csv", 1, add(&p.qualities)},
		{"sectors.csv", 1, add(&p.sectors)},
		{"nominal.csv", 1, add(&p.nominal)},
		{"ranks.csv", 1, p.addRank},
		{"common.csv", anyNumber, p.addCommon},
		{"short-forms.csv", 2, func(cells []string) error {
			p.shortForms = append(p.shortForms, [2]string{cells[0], cells[1]})
			return nil
		}},
	}
}

func (p *prose) addBoundary(cells []string) error {
	does := Boundary(cells[1])
	if !slices.Contains([]Boundary{Verb, Manner, Link, Tail}, does) {
		return fmt.Errorf("unknown kind of boundary %q", cells[1])
	}
	p.boundaries = append(p.boundaries, boundary{cells[0], does})
	return nil
}

func (p *prose) addPolicyVerb(cells []string) error {
	v := PolicyVerb{Word: cells[0], Relation: ecosystem.RelationType(cells[1]), Closing: cells[3]}
	status, ok := ecosystem.ParseStatus(cells[2])
	if !v.Relation.Valid() || (!ok && cells[2] != "") {
		return fmt.Errorf("unknown relation %q or status %q", cells[1], cells[2])
	}
	v.Status = status
	p.policyVerbs = append(p.policyVerbs, v)
	return nil
}

func (p *prose) addStage(cells []string) error {
	status, ok := ecosystem.ParseStatus(cells[1])
	if !ok {
		return fmt.Errorf("unknown status %q", cells[1])
	}
	p.stages = append(p.stages, statusWord{cells[0], status})
	return nil
}

func (p *prose) addClass(cells []string) error {
	kind := ecosystem.Kind(cells[1])
	if !kind.Valid() {
		return fmt.Errorf("unknown kind %q", cells[1])
	}
	p.classes = append(p.classes, suffix{cells[0], kind})
	return nil
}

func (p *prose) addPlace(cells []string) error {
	if !slices.Contains([]string{"part", "region", "city"}, cells[1]) {
		return fmt.Errorf("unknown kind of place %q", cells[1])
	}
	p.places = append(p.places, Place{Name: cells[0], Region: cells[1] != "part", City: cells[1] == "city"})
	return nil
}

// sort puts longer words first.
func (p *prose) sort() {
	slices.SortStableFunc(p.boundaries, func(a, b boundary) int { return cmp.Compare(len(b.text), len(a.text)) })
	slices.SortStableFunc(p.policyVerbs, func(a, b PolicyVerb) int { return cmp.Compare(len(b.Closing), len(a.Closing)) })
	slices.SortStableFunc(p.stages, func(a, b statusWord) int { return cmp.Compare(len(b.text), len(a.text)) })
	for _, words := range [][]string{p.notBoundaries, p.onePerPlace, p.regionTails} {
		slices.SortStableFunc(words, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	}
}

// BoundaryAt finds the word at the beginning of a text that belongs to no name,
// or the word there that only looks like one: 对 in 对外.
func (l *Lexicon) BoundaryAt(text string) (word string, does Boundary, ok bool) {
	for _, w := range l.prose.notBoundaries {
		if strings.HasPrefix(text, w) {
			return w, "", false
		}
	}
	for _, b := range l.prose.boundaries {
		if strings.HasPrefix(text, b.text) {
			return b.text, b.does, true
		}
	}
	return "", "", false
}

// PolicyVerb finds what a plan does by a verb, given the clause after the names.
func (l *Lexicon) PolicyVerb(verb, after string) (PolicyVerb, bool) {
	for _, v := range l.prose.policyVerbs {
		if v.Word == verb && strings.HasPrefix(strings.TrimPrefix(after, "项目"), v.Closing) {
			return v, true
		}
	}
	return PolicyVerb{}, false
}

// Acts reports whether a verb says what the plan does, or tells a relation.
func (l *Lexicon) Acts(word string) bool {
	return slices.ContainsFunc(l.prose.policyVerbs, func(v PolicyVerb) bool { return v.Word == word }) ||
		slices.ContainsFunc(l.triggers, func(t Trigger) bool { return t.Word == word })
}

// StageOf tells the status that a text after a name gives it: 相继建成启用.
func (l *Lexicon) StageOf(text string) (word string, status ecosystem.Status) {
	for {
		for _, s := range l.prose.stages {
			if strings.HasPrefix(text, s.text) {
				return s.text, s.status
			}
		}
		manner, does, ok := l.BoundaryAt(text)
		if !ok || does != Manner {
			return "", ""
		}
		text = strings.TrimPrefix(text, manner)
	}
}

// KindOfClass tells the kind of what a class word sums up: 等骨干企业.
func (l *Lexicon) KindOfClass(class string) ecosystem.Kind {
	for _, c := range l.prose.classes {
		if strings.HasSuffix(class, c.text) {
			return c.kind
		}
	}
	return ""
}

// OnePerPlace reports whether a place has one of this: with the place before it
// it is a name.
func (l *Lexicon) OnePerPlace(s string) bool { return slices.Contains(l.prose.onePerPlace, s) }

// Specific reports whether a text ends like a body that has a name, and says
// nothing that is said of a class of them (知名大学).
func (l *Lexicon) Specific(s string) bool {
	ends := func(end string) bool { return strings.HasSuffix(s, end) }
	return slices.ContainsFunc(l.prose.specific, ends) && !l.Quality(s)
}

// Quality reports whether a text says of a body what is said of a class of them.
func (l *Lexicon) Quality(s string) bool {
	return slices.ContainsFunc(l.prose.qualities, func(quality string) bool { return strings.Contains(s, quality) })
}

// Nominal reports whether a verb also stands inside of the names of what is built.
func (l *Lexicon) Nominal(verb string) bool { return slices.Contains(l.prose.nominal, verb) }

// Rank reports whether a text is the word for what an authority grants by rank.
func (l *Lexicon) Rank(s string) bool { return l.prose.ranks[s] }

// Places lists the places that everybody knows.
func (l *Lexicon) Places() []Place { return l.prose.places }

// City reports whether a text is the short name of a city.
func (l *Lexicon) City(s string) bool {
	return slices.ContainsFunc(l.prose.places, func(p Place) bool { return p.City && p.Name == s })
}

// WrittenOut gives a name with the first short form in it written out: 中科院
// for 中国科学院. Without one it is the name itself.
func (l *Lexicon) WrittenOut(name string) string {
	for _, f := range l.prose.shortForms {
		if strings.Contains(name, f[0]) {
			return strings.Replace(name, f[0], f[1], 1)
		}
	}
	return name
}

// RegionTails lists what follows a place in the name of a region of several.
func (l *Lexicon) RegionTails() []string { return l.prose.regionTails }
