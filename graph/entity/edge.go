package entity

import (
	"strconv"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/store"
)

// Relationship is the SDL's interface Relationship.
type Relationship interface {
	RelationID() string
	Relation() ecosystem.RelationType
	Sources() []Source
}

// Tie is what every edge says of its relation.
type Tie struct {
	r     *ecosystem.Relation
	cited func() *load.Documents
}

// TieOf gives a relation its GraphQL fields; cited loads the documents of all
// relations that were read with it.
func TieOf(r *ecosystem.Relation, cited func() *load.Documents) Tie { return Tie{r, cited} }

// RelationID is the id of the relation.
func (t Tie) RelationID() string { return t.r.ID }

// Relation is the type of the relation.
func (t Tie) Relation() ecosystem.RelationType { return t.r.Type }

// Weight is the weight of the relation.
func (t Tie) Weight() float64 { return t.r.Weight }

// Label is what the source calls the relation.
func (t Tie) Label() (string, bool) { return known(t.r.Label) }

// Strength is the strength word.
func (t Tie) Strength() (string, bool) { return known(t.r.Strength) }

// Year is the year of the relation.
func (t Tie) Year() (int, bool) { return known(t.r.Year) }

// Value is the value of a target.
func (t Tie) Value() (float64, bool) { return number(t.r.Value) }

// Unit is the unit of the value.
func (t Tie) Unit() (string, bool) { return known(t.r.Unit) }

// Status tells planned from real.
func (t Tie) Status() (ecosystem.Status, bool) { return known(t.r.Status) }

// Sources tells where the relation stands.
func (t Tie) Sources() []Source { return sources(t.r.Sources, t.cited) }

// Step is a relation seen from one end, as paths and connections show it.
type Step struct {
	Tie
	out bool
	far *ecosystem.Entity
	at  *load.Level
}

// StepOf gives an edge its GraphQL fields; see Of and TieOf.
func StepOf(e store.Edge, at *load.Level, cited func() *load.Documents) Step {
	return Step{Tie{e.Relation, cited}, e.Out, e.Node, at}
}

// Direction is the sense of the relation as seen from the near end.
func (s Step) Direction() store.Direction {
	if s.out {
		return store.Out
	}
	return store.In
}

// Node is the far end.
func (s Step) Node() Entity { return Of(s.far, s.at) }

// Edge is an edge of a connection to far nodes of type N.
type Edge[N any] struct {
	Step
	cursor func() string
}

// Node is the far node.
func (e Edge[N]) Node() N { return as[N](e.far, e.at) }

// Cursor is the place of the edge in its list.
func (e Edge[N]) Cursor() string { return e.cursor() }

func number(text string) (float64, bool) {
	f, err := strconv.ParseFloat(text, 64) // values are canonical: only "" does not parse
	return f, err == nil
}
