package loader

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/resolve"
	"github.com/innograph/innograph/loader/table"
	"github.com/innograph/innograph/store/text"
)

// oracle reads tables in the plain way, with all rows in memory and no
// partitions, ids in files or second passes: what Open must agree with.
type oracle struct {
	records  table.Records
	problems table.Problems
	index    resolve.Index
	titles   map[string][]string // ids of documents, by normalized title
	byID     map[string]bool     // of documents
	readings Readings
}

// ReadPlainly is Read as the oracle does it. Messages end where they begin to
// give advice.
func ReadPlainly(sources ...table.Source) (ecosystem.Graph, Readings, []string) {
	o := oracle{titles: map[string][]string{}, byID: map[string]bool{}}
	o.records = table.Read(&o.problems, sources...)
	var g ecosystem.Graph
	if !o.records.Incomplete {
		o.resolve()
		g = o.join()
	}
	if problems := Messages(o.problems.Err()); problems != nil {
		return ecosystem.Graph{}, Readings{}, problems
	}
	return g, o.readings, nil
}

// Messages are the problems of tables, sorted, without their advice.
func Messages(err error) []string {
	var problems *table.Problems
	if !errors.As(err, &problems) {
		return nil
	}
	var out []string
	for _, p := range problems.List {
		p.Message, _, _ = strings.Cut(p.Message, ";")
		out = append(out, p.String())
	}
	slices.Sort(out)
	return out
}

func (o *oracle) resolve() {
	for _, d := range o.records.Documents {
		if key := text.Normalize(d.Title); !o.byID[d.ID] && key != "" {
			o.titles[key] = append(o.titles[key], d.ID)
		}
		o.byID[d.ID] = true
	}
	for i := range o.records.Entities {
		if e := &o.records.Entities[i]; e.ID != "" {
			o.index.Add(&e.Entity)
		}
	}
	if !o.missing() {
		return
	}
	for i := range o.records.Entities {
		e := &o.records.Entities[i]
		e.Broken = !o.sources(e.Place, e.Sources, false) || e.Broken
	}
	exact := map[[2]int]bool{}
	for i := range o.records.Relations {
		rel := &o.records.Relations[i]
		rel.Broken = !o.sources(rel.Place, rel.Sources, rel.OfRegion) || rel.Broken
		for j, cell := range []*string{&rel.From, &rel.To} {
			exact[[2]int{i, j}] = o.exact(rel, j, cell)
		}
	}
	o.names(exact)
}

// missing reports whether there is something to refer to.
func (o *oracle) missing() bool {
	r := &o.records
	place := table.Place{}
	switch {
	case len(r.Entities) > 0:
		place.File = r.Entities[0].File
	case len(r.Relations) > 0:
		place.File = r.Relations[0].File
	default:
		return true
	}
	if len(r.Documents) == 0 {
		o.problems.Add(place, "document", "the table sources (sources.csv) is missing or empty;")
	}
	if len(r.Entities) == 0 {
		o.problems.Add(place, "from", "the table entities (entities.csv) is missing or empty;")
	}
	return len(r.Entities) > 0
}

func (o *oracle) sources(at table.Place, sources []ecosystem.Source, quiet bool) bool {
	ok := len(o.byID) > 0
	for i := range sources {
		s := &sources[i]
		titled := o.titles[text.Normalize(s.Document)]
		switch {
		case s.Document == "":
			ok = false
		case o.byID[s.Document] || len(o.byID) == 0:
		case len(titled) == 1:
			s.Document = titled[0]
		default:
			ok = false
			if message := fmt.Sprintf("no document has the id or the title %q", s.Document); !quiet && len(titled) == 0 {
				o.problems.Add(at, "document", "%s;", message)
			} else if !quiet {
				o.problems.Add(at, "document", "several documents have the title %q: %s;", s.Document, strings.Join(titled, ", "))
			}
		}
	}
	return ok
}

// exact settles an end of a relation without the help of other rows, if it can.
func (o *oracle) exact(rel *table.RelationRecord, j int, cell *string) bool {
	switch found := o.index.Find(*cell, endKinds(rel)[j]...); {
	case *cell == "" || o.index.ByID(*cell) != nil:
		return true
	case ecosystem.HasIDPrefix(*cell):
		o.problems.Add(rel.Place, rel.Column(endName(j)), "nothing has the id %q;", *cell)
		rel.Broken = true
		return true
	case len(found) == 1:
		*cell = found[0].ID
		return true
	case len(found) == 0:
		if found = o.index.Find(*cell); len(found) == 1 {
			*cell = found[0].ID
			return true
		}
	}
	return false
}

// names settles the ends that are left.
func (o *oracle) names(exact map[[2]int]bool) {
	var names resolve.Builder
	for _, e := range o.records.Entities {
		if e.ID != "" {
			names.Add(ecosystem.Graph{Entities: []ecosystem.Entity{e.Entity}})
		}
	}
	places := map[string]string{}
	for _, rel := range o.records.Relations {
		if from, to := o.index.ByID(rel.From), o.index.ByID(rel.To); from != nil && to != nil {
			names.Add(ecosystem.Graph{Relations: []ecosystem.Relation{rel.Relation}})
			if rel.Type == ecosystem.LocatedIn && to.Kind == ecosystem.Region {
				places[rel.From] = cmp.Or(places[rel.From], rel.To)
			}
		}
	}
	for _, id := range o.index.IDs() {
		if o.index.ByID(id).Kind == ecosystem.Region {
			places[id] = id
		}
	}
	resolver := names.Resolver()
	for i := range o.records.Relations {
		rel := &o.records.Relations[i]
		var printed []string
		for j, cell := range []*string{&rel.From, &rel.To} {
			if exact[[2]int{i, j}] {
				continue
			}
			kinds := endKinds(rel)[j]
			var a resolve.Answer
			if len(kinds) > 0 {
				a = resolver.Resolve(*cell, resolve.Options{Kinds: kinds, Region: places[[]string{rel.To, rel.From}[j]]})
			}
			if a.Chosen == nil {
				o.problems.Add(rel.Place, rel.Column(endName(j)), "%s;", o.doubt(rel, j, *cell))
				rel.Broken = true
				continue
			}
			c := a.Chosen
			o.readings.add(Reading{rel.Place, rel.Column(endName(j)), *cell, c.Entity.ID, c.Entity.Name, c.How, c.Score, c.Part})
			printed = append(printed, *cell)
			*cell = c.Entity.ID
		}
		for k := range rel.Sources {
			rel.Sources[k].PrintedName = cmp.Or(rel.Sources[k].PrintedName, strings.Join(printed, " → "))
		}
	}
}

func (o *oracle) doubt(rel *table.RelationRecord, j int, cell string) string {
	found := o.index.Find(cell, endKinds(rel)[j]...)
	if len(found) == 0 {
		found = o.index.Find(cell)
	}
	if len(found) > 1 {
		return fmt.Sprintf("%q may mean %s", cell, candidates(found))
	}
	return fmt.Sprintf("no entity is named %q", cell)
}

// join makes the graph of all rows at once.
func (o *oracle) join() ecosystem.Graph {
	b := ecosystem.NewBuilder()
	locate := locator{documents: o.records.Documents}
	for _, e := range o.records.Entities {
		locate.entities = append(locate.entities, entityRow{EntityRecord: e})
	}
	for _, d := range o.records.Documents {
		if c := conflictOf(b.Document(d.Document)); c != nil {
			o.problems.Add(d.Place, documentColumn(c.Field), "%s", contradiction(c, locate.other(c)))
		}
	}
	for _, e := range o.records.Entities {
		if e.Broken {
			continue
		}
		if c := conflictOf(b.Entity(e.Entity)); c != nil {
			o.problems.Add(e.Place, c.Field, "%s", contradiction(c, locate.other(c)))
		}
	}
	for _, rel := range o.records.Relations {
		from, ok := b.Has(rel.From)
		to, alsoOK := b.Has(rel.To)
		if !ok || !alsoOK {
			continue
		}
		if !rel.Broken {
			b.Relation(rel.Relation)
		}
		rel.CanonicalEnds(from.Kind, to.Kind)
		locate.relations = append(locate.relations, relationRow{RelationRecord: rel})
	}
	g := b.Graph()
	locate.rows = nil
	for _, p := range ecosystem.Validate(g) {
		at, column := locate.place(p)
		o.problems.Add(at, column, "%s", p.Message)
	}
	return g
}
