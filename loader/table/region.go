package table

import (
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// regionRelation is what the column region is short for: a plain LOCATED_IN
// with the source of the row. How the row prints the entity's name and what it
// notes about the entity say nothing about the place.
func regionRelation(entity, region string, s ecosystem.Source) ecosystem.Relation {
	return ecosystem.Relation{Type: ecosystem.LocatedIn, From: entity, To: region, Sources: []ecosystem.Source{placeSource(s)}}
}

func placeSource(s ecosystem.Source) ecosystem.Source {
	s.PrintedName, s.Note = "", ""
	return s
}

// fold is one relation that the column region can say.
type fold struct {
	index  int // in Graph.Relations
	region string
	from   []ecosystem.Source
}

// foldRegions finds, by entity id, the relations that are written in the column
// region: plain ones whose every source is also one of the entity, where an
// entity has exactly one.
func foldRegions(g ecosystem.Graph) map[string]fold {
	entities := make(map[string]*ecosystem.Entity, len(g.Entities))
	for i := range g.Entities {
		entities[g.Entities[i].ID] = &g.Entities[i]
	}
	folds := map[string]fold{}
	several := map[string]bool{}
	for i := range g.Relations {
		r := &g.Relations[i]
		e := entities[r.From]
		if e == nil || !isPlainRegion(r) || !impliedBy(e.Sources, r.Sources) {
			continue
		}
		_, again := folds[e.ID]
		several[e.ID] = several[e.ID] || again
		folds[e.ID] = fold{i, r.To, r.Sources}
	}
	for id, yes := range several {
		if yes {
			delete(folds, id)
		}
	}
	return folds
}

func isPlainRegion(r *ecosystem.Relation) bool {
	return r.Type == ecosystem.LocatedIn && strings.HasPrefix(r.To, "region:") &&
		r.Weight == ecosystem.DefaultWeight("", "") && len(r.Sources) > 0 &&
		r.Label == "" && r.Strength == "" && r.Year == 0 && r.Value == "" && r.Unit == "" && r.Status == ""
}

// impliedBy reports whether rows with these sources can say all of the others.
func impliedBy(rows, sources []ecosystem.Source) bool {
	for _, s := range sources {
		if !slices.ContainsFunc(rows, func(row ecosystem.Source) bool { return placeSource(row) == s }) {
			return false
		}
	}
	return true
}

// in gives the region cell of the row that has this source.
func (f fold) in(s ecosystem.Source) string {
	if slices.Contains(f.from, placeSource(s)) {
		return f.region
	}
	return ""
}
