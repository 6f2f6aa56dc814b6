package neo4j

import (
	"strings"

	"github.com/innograph/innograph/store"
)

// listing is the shape of a list statement.
type listing struct {
	source     source
	property   string // that the list is ordered by; it ends in the id
	descending bool
	backward   bool
	after      bool // $after is given
	before     bool // $before is given
	total      bool
}

func listingOf(s source, order store.Order, page store.Page) listing {
	l := listing{
		source: s, property: propID, descending: order.Descending, backward: page.Backward,
		after: page.After != nil, before: page.Before != nil, total: page.Total,
	}
	if order.By == store.ByName {
		l.property = propSortName
	}
	return l
}

// cypherList gives one record: the rows of the page, each with its sort value,
// nearest to where the page begins first; whether rows stand before $after and
// from $before on; and the length of the whole list, or -1.
func cypherList(l listing) string {
	var b strings.Builder
	if l.source.anchor != "" {
		b.WriteString(l.source.collected())
	}
	bounds := and(l.bound(l.after, "after", false), l.bound(l.before, "before", true))
	b.WriteString(l.call(l.first(bounds, l.descending != l.backward, "$limit") +
		" RETURN collect([n." + l.property + ", n.record]) AS rows"))
	result := "RETURN rows, "
	if l.after { // the nearest row on the other side is mostly the one that $after came from
		b.WriteString(l.call(l.first(l.beyond("after", false), !l.descending, "1") + " RETURN count(n) > 0 AS earlier"))
		result += "earlier, "
	} else {
		result += "false AS earlier, "
	}
	if l.before {
		b.WriteString(l.call(l.first(l.beyond("before", true), l.descending, "1") + " RETURN count(n) > 0 AS later"))
		result += "later, "
	} else {
		result += "false AS later, "
	}
	switch {
	case !l.total:
		return b.String() + result + "-1"
	case l.source.anchor != "":
		return b.String() + result + "size(found)"
	default:
		return b.String() + l.call(l.source.all()+" RETURN count(n) AS total") + result + "total"
	}
}

func (l listing) call(subquery string) string {
	if l.source.anchor != "" {
		return "CALL (found) { " + subquery + " } "
	}
	return "CALL () { " + subquery + " } "
}

// bound keeps the rows behind a place in the list, or before it.
func (l listing) bound(given bool, param string, before bool) string {
	if !given {
		return ""
	}
	sign := " > $"
	if l.descending != before {
		sign = " < $"
	}
	return "n." + l.property + sign + param
}

// beyond keeps the rows that bound leaves out.
func (l listing) beyond(param string, before bool) string {
	sign := " <= $"
	if l.descending != before {
		sign = " >= $"
	}
	return "n." + l.property + sign + param
}

// first matches the first entities n within bounds. It always names the ordered
// property in a condition, because only then the index can give the order.
func (l listing) first(bounds string, descending bool, limit string) string {
	property := "n." + l.property
	if bounds == "" {
		bounds = property + " IS NOT NULL"
	}
	sense := ""
	if descending {
		sense = " DESC"
	}
	take := " WITH n ORDER BY " + property + sense + " LIMIT " + limit
	match := "MATCH (n:" + labelEntity + ")"
	switch {
	case l.source.anchor != "":
		return "UNWIND found AS n WITH n" + where(bounds) + take
	case l.source.kinds:
		// Ordering by the kind too, which is one here, makes the index on both serve.
		return "UNWIND $kinds AS kind CALL (kind) { " + match + where("n.kind = kind", bounds, l.source.holds) +
			" WITH n ORDER BY n.kind" + sense + ", " + property + sense + " LIMIT " + limit + " RETURN n }" + take
	default:
		return match + where(bounds, l.source.holds) + take
	}
}
