package loader

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/resolve"
	"github.com/innograph/innograph/loader/table"
)

// maxQuestions bounds how many different cells are read as names that are not
// on record.
const maxQuestions = 20_000

// openEnd is an end of a relation that no exact name settles.
type openEnd struct {
	rel     *table.RelationRecord
	end     int // 0 from, 1 to
	kinds   []ecosystem.Kind
	problem string // when several have the exact name
}

func (o openEnd) cell() *string { return [2]*string{&o.rel.From, &o.rel.To}[o.end] }

// other is the other end of the relation.
func (o openEnd) other() string { return [2]string{o.rel.To, o.rel.From}[o.end] }

// question is what is asked of the resolver of names.
type question struct{ cell, kinds, region string }

// closeEnds reads the open ends with all that the other rows say: short forms,
// departments, and where the entities lie. What is doubtful is a problem.
func (r *resolver) closeEnds(records *table.Records) {
	if len(r.open) == 0 {
		return
	}
	names, places := r.resolverOf(records)
	answers := map[question]resolve.Answer{}
	printed := map[*table.RelationRecord]string{}
	for _, o := range r.open {
		field := o.rel.Column([2]string{"from", "to"}[o.end])
		cell := *o.cell()
		q := question{cell, fmt.Sprint(o.kinds), places[o.other()]}
		a, asked := answers[q]
		if !asked && len(answers) < maxQuestions && len(o.kinds) > 0 {
			a = names.Resolve(cell, resolve.Options{Kinds: o.kinds, Region: q.region})
			answers[q] = a
		}
		if a.Chosen == nil {
			r.problems.Add(o.rel.Place, field, "%s", cmp.Or(o.problem, r.undecided(cell, a)))
			o.rel.Broken = true
			continue
		}
		c := a.Chosen
		*o.cell() = c.Entity.ID
		printed[o.rel] = strings.TrimPrefix(printed[o.rel]+" → "+cell, " → ")
		r.readings.add(Reading{o.rel.Place, field, cell, c.Entity.ID, c.Entity.Name, c.How, c.Score, c.Part})
	}
	for rel, cell := range printed {
		for i := range rel.Sources {
			rel.Sources[i].PrintedName = cmp.Or(rel.Sources[i].PrintedName, cell)
		}
	}
}

// resolverOf makes the resolver of the names of all rows, and tells in which
// region each entity lies.
func (r *resolver) resolverOf(records *table.Records) (*resolve.Resolver, map[string]string) {
	var names resolve.Builder
	for i := range records.Entities {
		if e := &records.Entities[i]; e.ID != "" {
			names.Add(ecosystem.Graph{Entities: []ecosystem.Entity{e.Entity}})
		}
	}
	places := map[string]string{}
	for i := range records.Relations {
		rel := &records.Relations[i]
		from, to := r.entities.ByID(rel.From), r.entities.ByID(rel.To)
		if from == nil || to == nil {
			continue
		}
		names.Add(ecosystem.Graph{Relations: []ecosystem.Relation{rel.Relation}})
		if rel.Type == ecosystem.LocatedIn && to.Kind == ecosystem.Region && places[from.ID] == "" {
			places[from.ID] = to.ID
		}
	}
	for _, id := range r.entities.IDs() {
		if r.entities.ByID(id).Kind == ecosystem.Region {
			places[id] = id
		}
	}
	return names.Resolver(), places
}

// undecided says why a cell leads to no entity, and what it may mean.
func (r *resolver) undecided(cell string, a resolve.Answer) string {
	text := fmt.Sprintf("no entity is named %q", cell)
	switch {
	case len(a.Candidates) > 0:
		var found []*ecosystem.Entity
		for _, c := range a.Candidates {
			found = append(found, c.Entity)
		}
		return fmt.Sprintf("%s; it may mean %s, but that is not sure (%s %s); write the id, or add the name to aliases", text, candidates(found), a.Reason, a.Reason.Chinese())
	case a.Reason == resolve.KnownOutside && a.Note != "" && a.Note != cell:
		return fmt.Sprintf("%s; it seems to be %s, which the tables do not have; add it to entities", text, a.Note)
	default:
		return text + r.nearName(cell)
	}
}
