package hint

import (
	"context"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// fact is an entity's place and what it belongs to; nil where nothing is known.
type fact struct {
	within, place       *ecosystem.Entity // the place, and what that is part of
	parent, host, field *ecosystem.Entity
}

// factsOf reads the facts of all entities.
func factsOf(ctx context.Context, s Store, entities []*ecosystem.Entity) ([]fact, error) {
	facts := make([]fact, len(entities))
	ids := make([]string, len(entities))
	for i, e := range entities {
		ids[i] = e.ID
	}
	pages, err := neighbors(ctx, s, ids, ecosystem.LocatedIn, ecosystem.PartOf, ecosystem.HostedBy, ecosystem.InField)
	if err != nil {
		return nil, err
	}
	var places []string
	for i, e := range entities {
		facts[i] = factOf(e, pages[i])
		if p := facts[i].place; p != nil && !slices.Contains(places, p.ID) {
			places = append(places, p.ID)
		}
	}
	above, err := neighbors(ctx, s, places, ecosystem.LocatedIn, ecosystem.PartOf)
	if err != nil {
		return nil, err
	}
	for i := range facts {
		if p := facts[i].place; p != nil {
			facts[i].within = district(above[slices.Index(places, p.ID)])
		}
	}
	return facts, nil
}

// neighbors asks for the heaviest relations of each type that lead away.
func neighbors(ctx context.Context, s Store, ids []string, types ...ecosystem.RelationType) ([]store.EdgePage, error) {
	const enough = 12 // of all types, which take turns
	if len(ids) == 0 {
		return nil, nil
	}
	return s.Neighbors(ctx, ids, store.RelationFilter{Types: types, Direction: store.Out}, store.Page{Limit: enough, Turns: true})
}

func factOf(e *ecosystem.Entity, p store.EdgePage) (f fact) {
	f.place = far(p, ecosystem.LocatedIn, ecosystem.Region)
	if f.place == nil {
		f.place = far(p, ecosystem.LocatedIn, ecosystem.IndustryCluster)
	}
	f.parent = far(p, ecosystem.PartOf, "")
	if e.Kind == ecosystem.Region {
		f.place, f.parent = f.parent, nil
	}
	f.host = far(p, ecosystem.HostedBy, "")
	if e.Kind == ecosystem.KeyProject || e.Kind == ecosystem.Programme { // which have many in common but this
		f.field = far(p, ecosystem.InField, "")
	}
	return f
}

// far is the first far entity over a relation type, of one kind if it is named.
func far(p store.EdgePage, t ecosystem.RelationType, kind ecosystem.Kind) *ecosystem.Entity {
	for _, e := range p.Edges {
		if e.Relation.Type == t && (kind == "" || e.Node.Kind == kind) {
			return e.Node
		}
	}
	return nil
}

// district is the administrative region that a place is part of; 长三角 around
// 上海市 tells nothing apart.
func district(p store.EdgePage) *ecosystem.Entity {
	for _, e := range p.Edges {
		if e.Node.Kind == ecosystem.Region && e.Node.Properties[ecosystem.PropCode.Name] != "" {
			return e.Node
		}
	}
	return nil
}

// parts are the words of the hint.
func (f fact) parts(e *ecosystem.Entity) (parts []string) {
	if f.place != nil {
		place := f.place.Name
		if f.within != nil {
			place = f.within.Name + place
		}
		parts = append(parts, place)
	}
	if f.parent != nil {
		parts = append(parts, "属于"+f.parent.Name)
	}
	if f.host != nil && (f.parent == nil || f.parent.ID != f.host.ID) {
		host := "依托"
		if e.Kind == ecosystem.KeyProject {
			host = "牵头"
		}
		parts = append(parts, host+f.host.Name)
	}
	if f.field != nil {
		parts = append(parts, f.field.Name)
	}
	return append(parts, kindOf(e))
}

// kindOf is what the entity is, more exactly where its list says so.
func kindOf(e *ecosystem.Entity) string {
	if category := e.Properties[ecosystem.PropCategory.Name]; category != "" {
		return category
	}
	info, _ := e.Kind.Info()
	return info.Chinese
}
