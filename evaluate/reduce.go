package evaluate

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/evaluate/baseline"
)

// Reduce is the graph without a tie and without all that follows from it:
//
//  1. every relation between the two;
//  2. every relation of a tie's type at either end that rests only on the places that
//     state the tie: what the same sentence says of the firm and of the university;
//  3. joint institutions (共建机构): a body at home, other than the one that asks, that
//     belongs to the partner, and is tied with who asks, or is stated at the same place,
//     or came in the same year. They go with all their relations.
func Reduce(g ecosystem.Graph, t Tie, home map[string]bool) ecosystem.Graph {
	gone := jointInstitutions(g, t, home)
	reduced := ecosystem.Graph{Documents: g.Documents}
	for _, e := range g.Entities {
		if !gone[e.ID] {
			reduced.Entities = append(reduced.Entities, e)
		}
	}
	for _, r := range g.Relations {
		if !gone[r.From] && !gone[r.To] && !t.follows(r) {
			reduced.Relations = append(reduced.Relations, r)
		}
	}
	return reduced
}

// follows: rules 1 and 2.
func (t Tie) follows(r ecosystem.Relation) bool {
	if joins(r, t.Local, t.Partner) {
		return true
	}
	touches := r.From == t.Local || r.To == t.Local || r.From == t.Partner || r.To == t.Partner
	return touches && baseline.IsTie(r.Type) && t.statesAll(r.Sources)
}

// statesAll: all sources lie at places that state the tie.
func (t Tie) statesAll(sources []ecosystem.Source) bool {
	places := t.places()
	return len(sources) > 0 && !slices.ContainsFunc(sources, func(s ecosystem.Source) bool {
		return !slices.ContainsFunc(places, func(p ecosystem.Source) bool { return samePlace(s, p) })
	})
}

func joins(r ecosystem.Relation, a, b string) bool {
	return r.From == a && r.To == b || r.From == b && r.To == a
}

// jointInstitutions: rule 3.
func jointInstitutions(g ecosystem.Graph, t Tie, home map[string]bool) map[string]bool {
	gone := map[string]bool{}
	for _, r := range g.Relations {
		body := r.From
		if body == t.Partner {
			body = r.To
		}
		if !joins(r, body, t.Partner) || !home[body] || body == t.Local || !belongs(r) {
			continue
		}
		if t.sameYear(r) || sameStatement(r.Sources, t.places()) || tied(g, body, t.Local) {
			gone[body] = true
		}
	}
	return gone
}

// branchTie is the strength word of what belongs to another.
const branchTie = "分支机构"

// belongs: what one end was founded by, or is a branch of.
func belongs(r ecosystem.Relation) bool {
	switch r.Type {
	case ecosystem.HostedBy, ecosystem.BuiltBy, ecosystem.PartOf, ecosystem.ReliesOn:
		return true
	case ecosystem.CooperatesWith:
		return r.Strength == branchTie
	default:
		return false
	}
}

func (t Tie) sameYear(r ecosystem.Relation) bool {
	return r.Year != 0 && slices.ContainsFunc(t.Relations, func(own ecosystem.Relation) bool { return own.Year == r.Year })
}

func tied(g ecosystem.Graph, a, b string) bool {
	return slices.ContainsFunc(g.Relations, func(r ecosystem.Relation) bool { return baseline.IsTie(r.Type) && joins(r, a, b) })
}
