package coverage

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// Builder counts a graph that comes in parts. The zero value is ready.
type Builder struct {
	entities  map[string]*seen
	kinds     map[ecosystem.Kind]int
	entityBy  map[ecosystem.Known]int
	relation  map[ecosystem.Known]int
	certainty map[ecosystem.Certainty]int
}

// seen is what is known of an entity: a bit for each part.
type seen struct {
	kind  ecosystem.Kind
	parts uint8
}

func (s *seen) has(p Part) { s.parts |= 1 << slices.Index(Parts(), p) }

// Add counts a part of the graph; entities come before their relations.
func (b *Builder) Add(part ecosystem.Graph) {
	if b.entities == nil {
		b.entities, b.kinds = map[string]*seen{}, map[ecosystem.Kind]int{}
		b.entityBy, b.relation = map[ecosystem.Known]int{}, map[ecosystem.Known]int{}
		b.certainty = map[ecosystem.Certainty]int{}
	}
	for i := range part.Entities {
		b.entity(&part.Entities[i])
	}
	for i := range part.Relations {
		b.addRelation(&part.Relations[i])
	}
}

func (b *Builder) entity(e *ecosystem.Entity) {
	s := &seen{kind: e.Kind}
	b.entities[e.ID] = s
	b.kinds[e.Kind]++
	if len(e.Sources) > 0 { // the surest stands first
		b.entityBy[e.Sources[0].Known]++
	}
	if e.Status != "" {
		s.has(Status)
	}
	if len(e.ExternalIDs) > 0 {
		s.has(ExternalID)
	}
	if e.NameEn != "" {
		s.has(NameEn)
	}
}

func (b *Builder) addRelation(r *ecosystem.Relation) {
	if len(r.Sources) > 0 {
		b.relation[r.Sources[0].Known]++
		b.certainty[r.Sources[0].Certainty()]++
	}
	p := partOf(r.Type)
	if p == "" {
		return
	}
	if s := b.entities[r.From]; s != nil {
		s.has(p)
	}
	if s := b.entities[r.To]; s != nil && p == Tie {
		s.has(p)
	}
}

// Coverage is the count of what was added.
func (b *Builder) Coverage() *Coverage {
	c := Coverage{
		EntitiesByKnown: knownCounts(b.entityBy), RelationsByKnown: knownCounts(b.relation),
		RelationsByCertainty: Certainties(b.certainty),
	}
	type cell struct {
		kind ecosystem.Kind
		part int
	}
	counts := map[cell]int{}
	for _, s := range b.entities {
		for i := range Parts() {
			if s.parts&(1<<i) != 0 {
				counts[cell{s.kind, i}]++
			}
		}
	}
	for _, info := range ecosystem.Kinds() {
		k := KindCoverage{Kind: info.Kind, Count: b.kinds[info.Kind]}
		for i, p := range Parts() {
			if CanHave(info.Kind, p) {
				k.Parts = append(k.Parts, Share{p, counts[cell{info.Kind, i}], k.Count})
			}
		}
		c.ByKind = append(c.ByKind, k)
	}
	return &c
}
