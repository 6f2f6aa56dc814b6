package resolve

import (
	"github.com/innograph/innograph/ecosystem"
)

// Builder makes a resolver of a graph that comes in parts, entities before
// relations, such as a store dumps it. It keeps what names need and nothing
// else. An entity that comes again has the names of both. The zero value is
// empty.
type Builder struct {
	entities []ecosystem.Entity
	at       map[string]int // index into entities, by id
	ties     []tie
}

// tie is what the resolver needs of a relation.
type tie struct {
	kind     ecosystem.RelationType
	from, to string
}

// Helps reports whether relations of a type help to tell what a name means: they
// say where a body is or what it belongs to. Builder takes no others.
func Helps(t ecosystem.RelationType) bool { return ownership(t) || t == ecosystem.LocatedIn }

func tiesOf(relations []ecosystem.Relation) []tie {
	var out []tie
	for i := range relations {
		if r := &relations[i]; Helps(r.Type) {
			out = append(out, tie{r.Type, r.From, r.To})
		}
	}
	return out
}

// Add takes a part of the graph. A relation whose ends did not come before is
// left out.
func (b *Builder) Add(part ecosystem.Graph) {
	if b.at == nil {
		b.at = map[string]int{}
	}
	for i := range part.Entities {
		b.entity(&part.Entities[i])
	}
	for i := range part.Relations {
		r := &part.Relations[i]
		from, known := b.at[r.From]
		to, alsoKnown := b.at[r.To]
		if known && alsoKnown && Helps(r.Type) {
			// The ids of the entities are used again, so that the memory of the part
			// can go.
			b.ties = append(b.ties, tie{r.Type, b.entities[from].ID, b.entities[to].ID})
		}
	}
}

func (b *Builder) entity(e *ecosystem.Entity) {
	i, again := b.at[e.ID]
	if !again {
		i = len(b.entities)
		b.at[e.ID] = i
		b.entities = append(b.entities, ecosystem.Entity{ID: e.ID, Kind: e.Kind, Name: e.Name})
	}
	kept := &b.entities[i]
	if e.Name != kept.Name {
		kept.Aliases = append(kept.Aliases, e.Name)
	}
	if kept.NameEn == "" {
		kept.NameEn = e.NameEn
	}
	kept.Aliases = append(kept.Aliases, e.Aliases...)
	kept.FormerNames = append(kept.FormerNames, e.FormerNames...)
	for _, s := range e.Sources {
		if s.PrintedName != "" {
			kept.Sources = append(kept.Sources, ecosystem.Source{PrintedName: s.PrintedName})
		}
	}
	if code := e.Properties[ecosystem.PropCode.Name]; code != "" && e.Kind == ecosystem.Region {
		kept.Properties = map[string]string{ecosystem.PropCode.Name: code}
	}
}

// Entities is the number of entities so far.
func (b *Builder) Entities() int { return len(b.entities) }

// Resolver makes the resolver of all that was added. The candidates that it
// finds hold id, kind and names only.
func (b *Builder) Resolver() *Resolver { return assemble(b.entities, b.ties) }
