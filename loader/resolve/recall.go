package resolve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store/text"
)

// record is one name of one entity.
type record struct {
	owner  int32 // index into catalogue.entities
	how    How
	text   string
	folded string
	// signature has a bit for each character, see bit.
	signature uint64
}

// catalogue holds all names: by their folded form, and by the characters in
// them, so that few names have to be looked at closely.
type catalogue struct {
	entities []*ecosystem.Entity
	inside   int // entities before this one are those of the data set
	records  []record
	byID     map[string]span    // of records
	exact    map[string][]int32 // records
	postings map[rune][]int32   // records, ascending
}

// span is a stretch of records.
type span struct{ first, end int32 }

// Bounds on the names that are looked at closely for one query.
const (
	maxSeeds = 20_000
	maxClose = 200
)

func newCatalogue(entities []ecosystem.Entity, outside []ecosystem.Entity) *catalogue {
	c := &catalogue{byID: map[string]span{}, exact: map[string][]int32{}, postings: map[rune][]int32{}}
	for i := range entities {
		c.add(&entities[i])
	}
	c.inside = len(c.entities)
	for i := range outside {
		if len(c.exact[foldText(outside[i].Name)]) == 0 {
			c.add(&outside[i])
		}
	}
	return c
}

func (c *catalogue) add(e *ecosystem.Entity) {
	owner := int32(len(c.entities))
	c.entities = append(c.entities, e)
	names := span{first: int32(len(c.records))}
	c.name(owner, ByName, e.Name)
	for _, name := range e.Aliases {
		c.name(owner, ByAlias, name)
	}
	for _, name := range e.FormerNames {
		c.name(owner, ByFormerName, name)
	}
	c.name(owner, ByEnglishName, e.NameEn)
	for _, s := range e.Sources {
		c.name(owner, ByPrintedName, s.PrintedName)
	}
	for _, name := range e.Names() {
		for _, part := range apart(name) {
			c.name(owner, ByAlias, part)
		}
	}
	if e.ID != "" {
		names.end = int32(len(c.records))
		c.byID[e.ID] = names
	}
}

// apart splits a name with another one in brackets behind it, such as
// 国家同步辐射实验室(合肥光源). A place or a campus in brackets belongs to the
// name.
func apart(name string) []string {
	base, inner, ok := annotated(text.Normalize(name))
	if !ok || !strings.HasSuffix(name, inner+")") && !strings.HasSuffix(name, inner+"）") || len([]rune(inner)) < minApart || endsLikePart(inner) {
		return nil
	}
	units := (&parser{lexicon: lexicons()}).parse(fold(inner))
	if !slices.ContainsFunc(units, func(u unit) bool { return u.class != place && u.class != area }) {
		return nil
	}
	return []string{base, inner}
}

// minApart is the length from which on a text in brackets may be a name.
const minApart = 3

func (c *catalogue) name(owner int32, how How, name string) {
	folded := foldText(name)
	if folded == "" {
		return
	}
	for _, i := range c.exact[folded] {
		if c.records[i].owner == owner {
			return
		}
	}
	i := int32(len(c.records))
	var signature uint64
	for _, r := range folded {
		signature |= bit(r)
	}
	c.records = append(c.records, record{owner, how, name, folded, signature})
	c.exact[folded] = append(c.exact[folded], i)
	if how == ByEnglishName {
		return // read in its own way
	}
	for _, r := range distinct([]rune(folded)) {
		c.postings[r] = append(c.postings[r], i)
	}
}

// ofID lists the names on record of an entity.
func (c *catalogue) ofID(id string) []record {
	names := c.byID[id]
	return c.records[names.first:names.end]
}

// near lists the names that hold the characters of a query in their order, but
// for a few: those that people add, and one or two that may be wrong. The names
// whose length is nearest to the query's come first.
func (c *catalogue) near(query []rune, slips bool, want func(owner int32) bool) []int32 {
	needed := c.needed(query)
	missing := 0
	switch {
	case len(needed) > 9:
		missing = 2
	case len(needed) > 3:
		missing = 1
	}
	if slips {
		missing = min(max(missing, 1), len(needed)-1)
	}
	added := 0
	for _, r := range query {
		if strings.ContainsRune(fillers, r) {
			added++
		}
	}
	slices.SortStableFunc(needed, func(a, b rune) int { return cmp.Compare(c.size(a), c.size(b)) })
	var out []int32
	for n, r := range needed[:min(len(needed), missing+1)] {
		for _, posted := range [][]int32{c.postings[r], c.postings[province(r)]} {
			for _, i := range posted[:min(len(posted), maxSeeds)] {
				if c.holds(i, needed, missing) && !c.holdsAny(i, needed[:n]) && want(c.records[i].owner) && len(query)-shared(c.records[i].folded, query) <= missing+added {
					out = append(out, i)
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b int32) int {
		return cmp.Compare(distance(len(c.records[a].folded), len(query)*3), distance(len(c.records[b].folded), len(query)*3))
	})
	return out[:min(len(out), maxClose)]
}

// needed are the characters of a query that tell names apart.
func (c *catalogue) needed(query []rune) []rune {
	all := distinct(query)
	out := slices.DeleteFunc(slices.Clone(all), func(r rune) bool { return strings.ContainsRune(fillers, r) })
	if len(out) == 0 {
		return all
	}
	return out
}

// fillers are characters that people add to names, and numerals, which are
// written in several ways.
const fillers = "省市县区级全第附属的与和及产业领域学科专行技术股份有限公司责任集团零一二三四五六七八九十"

func (c *catalogue) size(r rune) int { return len(c.postings[r]) + len(c.postings[province(r)]) }

// holds reports whether at most a number of the needed characters is missing in
// a name. The signature spares most of the looking.
func (c *catalogue) holds(i int32, needed []rune, missing int) bool {
	rec := &c.records[i]
	for _, r := range needed {
		if !rec.has(r) && !rec.has(province(r)) {
			if missing--; missing < 0 {
				return false
			}
		}
	}
	return true
}

// holdsAny reports whether the name was met already, under another character.
func (c *catalogue) holdsAny(i int32, met []rune) bool {
	rec := &c.records[i]
	for _, r := range met {
		if rec.has(r) || rec.has(province(r)) {
			return true
		}
	}
	return false
}

func (rec *record) has(r rune) bool {
	return r >= 0 && rec.signature&bit(r) != 0 && strings.ContainsRune(rec.folded, r)
}

// bit is the place of a character in signatures.
func bit(r rune) uint64 { return 1 << (uint32(r) * 2654435761 >> 26) }

// shared is the length of the longest common subsequence of a name and a query.
func shared(a string, b []rune) int {
	var row [MaxName + 1]uint8
	for _, x := range a {
		diagonal := uint8(0)
		for j, y := range b {
			above := row[j+1]
			switch {
			case x == y || x == province(y):
				row[j+1] = diagonal + 1
			default:
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return int(row[len(b)])
}

// province is the first character of the province that a letter such as 皖 or 沪
// stands for; -1 where the letter is none or is in the name anyway.
func province(r rune) rune {
	switch r {
	case '沪':
		return '上'
	case '皖':
		return '安'
	case '鲁':
		return '山'
	case '京':
		return '北'
	default:
		return -1
	}
}

func distinct(s []rune) []rune {
	var out []rune
	for _, r := range s {
		if !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

func distance(a, b int) int { return max(a-b, b-a) }
