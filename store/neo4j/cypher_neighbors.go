package neo4j

import (
	"fmt"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// relationCondition tests a relation by the parts of a relation filter, which
// come as one parameter, and by more conditions; see plainTests.
func relationCondition(r, f string, more ...string) string {
	all := append([]string{
		fmt.Sprintf("type(%s) IN %s.types", r, f),
		fmt.Sprintf("%s.weight >= %s.minWeight", r, f),
		fmt.Sprintf("coalesce(%s.status, '') IN %s.statuses", r, f),
	}, more...)
	return "CASE WHEN NOT (" + strings.Join(all, ") THEN false WHEN NOT (") + ") THEN false ELSE true END"
}

// relationParts are the parameters that relationCondition tests, and those of
// the far nodes.
func relationParts(f store.RelationFilter) map[string]any {
	parts := map[string]any{}
	if f.Types != nil {
		parts["types"] = texts(f.Types)
	}
	if f.MinWeight > 0 {
		parts["minWeight"] = f.MinWeight
	}
	if held := f.HeldStatuses(); held != nil {
		parts["statuses"] = texts(held)
	}
	if f.Without != nil {
		parts["without"] = f.Without
	}
	if f.Kinds != nil {
		parts["kinds"] = texts(f.Kinds)
	}
	return parts
}

// edges is the shape of a neighbours statement.
type edges struct {
	only      ecosystem.RelationType // the one type that the filter admits; empty: any number
	direction store.Direction
	far       string // what the filter asks of the far node b; may be empty
	backward  bool
	after     bool
	before    bool
	total     bool
	turns     bool
	without   bool // the filter leaves some relations out
}

func edgesOf(f store.RelationFilter, far string, page store.Page) edges {
	e := edges{
		direction: f.Direction, far: far, backward: page.Backward,
		after: page.After != nil, before: page.Before != nil, total: page.Total, turns: page.Turns, without: f.Without != nil,
	}
	if types := texts(f.Types); len(types) == 1 {
		e.only = ecosystem.RelationType(types[0])
	}
	return e
}

// cypherNeighbors gives one record per id: its place in $ids, and a page as
// cypherList does, whose rows are edges. One type stands in the pattern, so that
// the server reads only relations of that type at a node that has very many.
func cypherNeighbors(e edges) string {
	var b strings.Builder
	b.WriteString("UNWIND range(0, size($ids) - 1) AS i MATCH (a:" + labelEntity + " {id: $ids[i]}) ")
	bounds := and(bound(e.after, "after"), bound(e.before, "before"))
	b.WriteString("CALL (a) { " + e.match(bounds) + e.rows() + " } ")
	result := "RETURN i, rows, "
	if e.after {
		b.WriteString("CALL (a) { " + e.match("NOT ("+beyond("after")+")") + " WITH r LIMIT 1 RETURN count(r) > 0 AS earlier } ")
		result += "earlier, "
	} else {
		result += "false AS earlier, "
	}
	if e.before {
		b.WriteString("CALL (a) { " + e.match("NOT ("+ahead("before")+")") + " WITH r LIMIT 1 RETURN count(r) > 0 AS later } ")
		result += "later, "
	} else {
		result += "false AS later, "
	}
	if e.total {
		b.WriteString("CALL (a) { " + e.match("") + " RETURN count(r) AS total } ")
		return b.String() + result + "total"
	}
	return b.String() + result + "-1"
}

// rows collects the page out of the matches.
func (e edges) rows() string {
	order := "type(r), r.weight DESC, b.id, r.id"
	if e.backward {
		order = "type(r) DESC, r.weight, b.id DESC, r.id DESC"
	}
	if e.turns {
		return " WITH r, b ORDER BY " + order +
			" WITH type(r) AS type, collect([r, b])[..$limit] AS some" +
			" UNWIND range(0, size(some) - 1) AS turn" +
			" WITH type, turn, some[turn][0] AS r, some[turn][1] AS b ORDER BY turn, type LIMIT $limit" +
			" RETURN collect([r.record, b.record]) AS rows"
	}
	return " WITH a, r, b ORDER BY " + order + " LIMIT $limit RETURN collect([r.record, b.record]) AS rows"
}

// match gives the relations r of a that the filter holds, with their far node b.
func (e edges) match(bounds string) string {
	without := ""
	if e.without {
		without = "NOT r.id IN $filter.without"
	}
	conditions := where(relationCondition("r", "$filter"), without, ofKinds("b"), e.far, bounds)
	if e.only != "" {
		return "MATCH (a)" + arrow("r", e.only, e.direction) + "(b:" + labelEntity + ")" + conditions
	}
	if e.direction == store.Both {
		return "MATCH (a)-[r]-(b:" + labelEntity + ")" + conditions
	}
	return "MATCH (a)-[r]-(b:" + labelEntity + ")" + conditions + " AND " + inSense("r", "a", e.direction)
}

// ofKinds keeps nodes of the kinds that the filter names, if it does.
func ofKinds(node string) string { return "coalesce(" + node + ".kind IN $filter.kinds, true)" }

// inSense keeps relations that lead from the node, or to it; symmetric ones pass.
func inSense(r, node string, d store.Direction) string {
	end := "startNode("
	if d == store.In {
		end = "endNode("
	}
	return "(" + end + r + ") = " + node + " OR type(" + r + ") IN $symmetric)"
}

func bound(given bool, param string) string {
	switch {
	case !given:
		return ""
	case param == "after":
		return "(" + beyond(param) + ")"
	default:
		return "(" + ahead(param) + ")"
	}
}

// beyond keeps the edges behind the place $param in the order of neighbours.
func beyond(param string) string { return edgesFrom("$"+param, ">", "<") }

// ahead keeps the edges before it.
func ahead(param string) string { return edgesFrom("$"+param, "<", ">") }

func edgesFrom(p, up, down string) string {
	return "type(r) " + up + " " + p + ".type OR type(r) = " + p + ".type AND (r.weight " + down + " " + p + ".weight OR r.weight = " + p + ".weight AND (" +
		"b.id " + up + " " + p + ".far OR b.id = " + p + ".far AND r.id " + up + " " + p + ".id))"
}

// symmetricTypes are the relation types that have both senses.
func symmetricTypes() []string {
	var out []string
	for _, info := range ecosystem.RelationTypes() {
		if info.Symmetric {
			out = append(out, string(info.Type))
		}
	}
	return out
}
