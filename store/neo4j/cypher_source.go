package neo4j

import (
	"slices"
	"strings"

	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/text"
)

// source says where a statement takes the entities of a filter from: the best
// index that one part of the filter can use. The other parts become holds.
type source struct {
	// anchor begins at the entities that this part names, and gives each as n;
	// empty when the statement goes through the index of its order instead.
	anchor string
	kinds  bool   // go through the index once for each of $kinds
	holds  string // what the other parts ask of n; may be empty
	params map[string]any
}

// sourceOf chooses the part that promises the fewest entities.
func sourceOf(f store.Filter) source {
	c := newConditions()
	var s source
	related := slices.IndexFunc(f.Related, func(r store.Related) bool { return r.To != nil })
	switch {
	case f.IDs != nil:
		s.anchor = "MATCH (n:" + labelEntity + ") WHERE n.id IN " + c.param("ids", f.IDs)
		f.IDs = nil
	case f.Text != "":
		s.anchor = cypherFullText(c.param("lucene", luceneText(text.ParseQuery(f.Text))))
		f.Text = ""
	case related >= 0:
		r := f.Related[related]
		s.anchor = "MATCH (m:" + labelEntity + ") WHERE m.id IN " + c.param("to", r.To) +
			" MATCH (n:" + labelEntity + ")" + arrow("", r.Type, r.Direction) + "(m)"
		f.Related = slices.Delete(slices.Clone(f.Related), related, related+1)
		if r.Where != nil {
			s.holds = c.holds("m", r.Where)
		}
	case f.Kinds != nil:
		s.kinds = true
		c.param("kinds", texts(f.Kinds))
		f.Kinds = nil
	}
	s.holds = and(s.holds, c.holds("n", &f))
	s.params = c.params
	return s
}

// all matches every entity n of the filter, each once.
func (s source) all() string {
	switch {
	case s.anchor != "":
		return s.anchor + " WITH *" + where(s.holds) + " WITH DISTINCT n"
	case s.kinds:
		// The bound on the id, which every entity passes, lets the index alone answer.
		return "UNWIND $kinds AS kind MATCH (n:" + labelEntity + ")" + where("n.kind = kind", "n.id > ''", s.holds)
	default:
		return "MATCH (n:" + labelEntity + ")" + where(s.holds)
	}
}

// collected is a subquery that gives all entities of the filter as found.
func (s source) collected() string {
	return "CALL () { " + s.all() + " RETURN collect(n) AS found } "
}

func cypherFullText(lucene string) string {
	return "CALL db.index.fulltext.queryNodes('" + tokenIndex + "', " + lucene + ") YIELD node AS n"
}

// luceneText finds what has the exact token or all terms of a reading.
func luceneText(q text.Query) string {
	if len(q.Readings) == 0 {
		return luceneNothing
	}
	return luceneTerm(q.Exact) + " " + luceneTerms(q)
}

// luceneNothing matches no token, since none holds an upper-case letter.
const luceneNothing = "NOTHING"

// luceneTerms finds what has all terms of a reading.
func luceneTerms(q text.Query) string {
	var b strings.Builder
	for i, r := range q.Readings {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteByte('(')
		for j, t := range r.Terms {
			if j > 0 {
				b.WriteByte(' ')
			}
			b.WriteString("+" + luceneTerm(t.Token))
			if t.Prefix {
				b.WriteByte('*')
			}
		}
		b.WriteByte(')')
	}
	return b.String()
}

// luceneTerm writes a token so that nothing in it is syntax.
func luceneTerm(token string) string {
	var b strings.Builder
	for _, r := range token {
		if strings.ContainsRune(`+-&|!(){}[]^"~*?:\/=<>`, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func and(conditions ...string) string {
	return strings.Join(slices.DeleteFunc(conditions, func(c string) bool { return c == "" }), " AND ")
}

func where(conditions ...string) string {
	if all := and(conditions...); all != "" {
		return " WHERE " + all
	}
	return ""
}
