package resolve

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
)

// Resolver tells which entity of a data set a name means. It is never changed
// and may be used by many at once.
type Resolver struct {
	names    *catalogue
	places   *geography
	english  *english
	parser   *parser
	belongTo map[string][]string // hosts, builders and wholes of an entity
}

// New makes a resolver of a data set. Of the relations it uses LOCATED_IN,
// PART_OF, HOSTED_BY, BUILT_BY and RELIES_ON. The entities must not be changed afterwards.
func New(entities []ecosystem.Entity, relations []ecosystem.Relation) *Resolver {
	return assemble(entities, tiesOf(relations))
}

func assemble(entities []ecosystem.Entity, ties []tie) *Resolver {
	x := lexicons()
	r := &Resolver{
		names:    newCatalogue(entities, x.elsewhere),
		places:   newGeography(entities, ties),
		parser:   &parser{lexicon: x, regions: map[string]*word{}},
		belongTo: map[string][]string{},
	}
	byID := map[string]*ecosystem.Entity{}
	for i := range entities {
		byID[entities[i].ID] = &entities[i]
		if entities[i].Kind == ecosystem.Region {
			w := regionWord(foldText(entities[i].Name))
			r.parser.regions[w.text] = w
		}
	}
	for _, t := range ties {
		if ownership(t.kind) && byID[t.to] != nil && byID[t.to].Kind.IsOrganization() {
			r.belongTo[t.from] = append(r.belongTo[t.from], t.to)
		}
	}
	r.parser.hosts = universityHosts(r.names)
	r.english = newEnglish(r.names, x)
	return r
}

// universityHosts are the short names of universities, which stand in front of
// the names of their institutes elsewhere.
func universityHosts(c *catalogue) map[string]*word {
	out := map[string]*word{}
	for _, rec := range c.records {
		e := c.entities[rec.owner]
		if n := utf8.RuneCountInString(rec.folded); e.Kind != ecosystem.University || rec.how == ByEnglishName || n < 2 || n > 4 {
			continue
		}
		w := &word{text: rec.folded, class: host, frame: university}
		for _, name := range append([]string{e.Name}, e.Aliases...) {
			w.short = append(w.short, foldText(name))
		}
		out[rec.folded] = w
	}
	return out
}

// ownership tells the relations of a body to those whose name may stand in front
// of its own.
func ownership(t ecosystem.RelationType) bool {
	return t == ecosystem.PartOf || t == ecosystem.HostedBy || t == ecosystem.BuiltBy || t == ecosystem.ReliesOn
}

// MaxName is the longest name, in characters, that is looked at.
const MaxName = 120

// HasRegion reports whether a region has this id, so that it can be given as
// Options.Region.
func (r *Resolver) HasRegion(id string) bool { return r.places.byID[id] != nil }

// Resolve tells what a name means.
//
// A score says how near the name is to the candidate: 1 is the canonical name,
// 0.98 the English one, 0.97 another name on record, 0.95 what a source prints,
// 0.94 a former name; short forms lose a few hundredths for each thing that is
// shortened, slips a tenth more; parts and hosts have half. A candidate is
// chosen when it scores at least MinScore, nothing is doubtful about it and no
// other one comes near.
func (r *Resolver) Resolve(name string, opts Options) Answer {
	if utf8.RuneCountInString(name) > MaxName {
		return Answer{Reason: TooLong}
	}
	if foldText(name) == "" {
		return Answer{Reason: Empty}
	}
	q := r.query(opts)
	return q.finish(q.read(name))
}

// read takes the steps one after the other until one settles the matter.
func (q *query) read(name string) Answer {
	var rest Answer
	for _, step := range []func(*query, string) Answer{
		(*query).whole, (*query).phrase, (*query).department, (*query).slip, (*query).part, (*query).several,
	} {
		a := step(q, name)
		if a.settled() {
			a.Candidates = append(a.Candidates, rest.Candidates...)
			return a
		}
		rest.Candidates = append(rest.Candidates, a.Candidates...)
	}
	rest.Reason = undecided(rest.Candidates)
	return rest
}

// settled reports whether no further step may choose anything.
func (a Answer) settled() bool {
	return a.Chosen != nil || a.Reason == Ambiguous || a.Reason == KnownOutside || a.Reason == SeveralNames
}

// undecided is the reason when no step chose anything.
func undecided(found []Candidate) Reason {
	switch {
	case len(found) == 0:
		return NotFound
	case slices.ContainsFunc(found, func(c Candidate) bool { return !c.Part }):
		return Doubtful
	default:
		return OnlyPart
	}
}

// query is one question put to a resolver.
type query struct {
	*Resolver
	opts  Options
	align aligner
	depth int // of names within names
}

func (r *Resolver) query(opts Options) *query {
	if opts.Limit <= 0 {
		opts.Limit = DefaultLimit
	}
	opts.Limit = min(opts.Limit, MaxLimit)
	return &query{Resolver: r, opts: opts}
}

func (q *query) wants(owner int32) bool {
	return len(q.opts.Kinds) == 0 || slices.Contains(q.opts.Kinds, q.names.entities[owner].Kind)
}

// here reports whether an entity agrees with the region hint.
func (q *query) here(owner int32) bool {
	if q.opts.Region == "" {
		return false
	}
	if int(owner) < q.names.inside {
		return q.places.within(q.names.entities[owner].ID, q.opts.Region)
	}
	return q.outsideProvince(q.names.entities[owner].Name) == q.hintProvince()
}

// outsideProvince is the code of the province whose place begins a name.
func (q *query) outsideProvince(name string) string {
	for n := utf8.RuneCountInString(name); n > 1; n-- {
		if code := q.parser.lexicon.province[string([]rune(name)[:n])]; code != "" {
			return code
		}
	}
	return "?"
}

func (q *query) hintProvince() string {
	for _, id := range q.places.chain(q.opts.Region) {
		if code := q.places.byID[id].Properties[ecosystem.PropCode.Name]; len(code) >= 2 {
			return code[:2]
		}
	}
	return ""
}

// finish orders the candidates, keeps the best mention of each entity and cuts
// the list.
func (q *query) finish(a Answer) Answer {
	slices.SortStableFunc(a.Candidates, func(x, y Candidate) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(x.Entity.ID, y.Entity.ID))
	})
	seen := map[string]bool{}
	a.Candidates = slices.DeleteFunc(a.Candidates, func(c Candidate) bool {
		again := seen[c.Entity.ID]
		seen[c.Entity.ID] = true
		return again
	})
	if a.Chosen != nil {
		chosen := *a.Chosen
		i := slices.IndexFunc(a.Candidates, func(c Candidate) bool { return c.Entity.ID == chosen.Entity.ID })
		a.Candidates = slices.Insert(slices.Delete(a.Candidates, i, i+1), 0, chosen)
	}
	a.Candidates = a.Candidates[:min(len(a.Candidates), q.opts.Limit)]
	if a.Chosen != nil {
		a.Chosen, a.Reason = &a.Candidates[0], NoReason
	}
	return a
}
