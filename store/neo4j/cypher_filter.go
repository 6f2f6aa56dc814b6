package neo4j

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/text"
)

// conditions turns filters into one Cypher condition and its parameters. The
// text depends only on how filters are nested and on the relation types in them:
// each filter is one parameter, and a part that it does not have is a null. So
// the server plans a filter once, whatever its parts.
type conditions struct {
	params map[string]any
	nodes  int
	// sparse leaves out what tests a part that is not there. That is for statements
	// with few different filters that test very many nodes: they are planned once for
	// each set of parts, but in half of the time, and test nothing in vain.
	sparse bool
}

func newConditions() *conditions { return &conditions{params: map[string]any{}} }

// param adds a parameter and returns how the text names it.
func (c *conditions) param(name string, value any) string {
	c.params[name] = value
	return "$" + name
}

// holds is the condition that a filter holds a node; empty for one without parts.
// It is never null, so that NOT of it is what it says.
func (c *conditions) holds(node string, f *store.Filter) string {
	if f == nil {
		return ""
	}
	var all []string
	if parts := plainParts(f); len(parts) > 0 {
		tests := plainTests(node, c.param("f"+strconv.Itoa(len(c.params)), parts))
		if c.sparse {
			tests = ofParts(tests, parts)
		}
		all = append(all, condition(tests, "true", "false"))
	}
	for _, r := range f.Related {
		all = append(all, c.related(node, r))
	}
	if f.Not != nil {
		not := c.holds(node, f.Not)
		if not == "" {
			not = "true"
		}
		all = append(all, "NOT ("+not+")")
	}
	return strings.Join(all, " AND ")
}

// far is the condition that a filter of relations holds the far node b by what it is
// and where it lies, but for its kind; may be empty.
func (c *conditions) far(f store.RelationFilter) string {
	return and(c.holds("b", &store.Filter{Region: f.Region}), c.holds("b", f.Far))
}

// related is the condition that a node has a relation as r asks for.
func (c *conditions) related(node string, r store.Related) string {
	c.nodes++
	far := "m" + strconv.Itoa(c.nodes)
	var all []string
	if r.To != nil {
		all = append(all, far+".id IN "+c.param("f"+strconv.Itoa(len(c.params)), r.To))
	}
	if where := c.holds(far, r.Where); where != "" {
		all = append(all, where)
	}
	pattern := fmt.Sprintf("(%s)%s(%s:%s)", node, arrow("", r.Type, r.Direction), far, labelEntity)
	if len(all) == 0 {
		return "EXISTS { " + pattern + " }"
	}
	return "EXISTS { MATCH " + pattern + " WHERE " + strings.Join(all, " AND ") + " }"
}

// arrow is a relationship pattern of one type, seen from the node before it.
func arrow(variable string, t ecosystem.RelationType, d store.Direction) string {
	info, _ := t.Info()
	inner := "-[" + variable + ":" + string(t) + "]-"
	switch {
	case info.Symmetric || d == store.Both:
		return inner
	case d == store.Out:
		return inner + ">"
	default:
		return "<" + inner
	}
}

// test is what must hold for a part of a filter; a NOT is put before it.
type test struct{ part, holds string }

// plainTests test the parts of a filter f that look at the node x alone. What compares
// with a part that is not there is null, and then its WHEN is passed over; lists
// therefore stand in for missing ones with an element, since even null is not IN an
// empty list.
func plainTests(x, f string) []test {
	return []test{
		{"ids", x + ".id IN " + f + ".ids"},
		{"kinds", x + ".kind IN " + f + ".kinds"},
		{"statuses", "coalesce(" + x + ".status, '') IN " + f + ".statuses"},
		{"region", f + ".region IN coalesce(" + x + ".within, [''])"},
		{"fields", "any(x IN " + f + ".fields WHERE x IN coalesce(" + x + ".fields_above, ['']))"},
		{"document", f + ".document IN coalesce(" + x + ".documents, [''])"},
		{"section", f + ".section IN coalesce(" + x + ".sections, [''])"},
		{"exact", "(" + x + ".tokens CONTAINS " + f + ".exact OR any(terms IN " + f + ".readings WHERE all(x IN terms WHERE " + x + ".tokens CONTAINS x)))"},
		{"texts", "all(x IN " + f + ".texts WHERE coalesce(" + x + "[x.name] IN x.values, false))"},
		{"lists", "all(x IN " + f + ".lists WHERE any(y IN coalesce(" + x + "[x.name], []) WHERE y IN x.values))"},
		{"present", "all(x IN " + f + ".present WHERE " + x + "[x] IS NOT NULL)"},
	}
}

// ofParts are the tests of the parts that are there.
func ofParts(tests []test, parts map[string]any) []test {
	return slices.DeleteFunc(tests, func(t test) bool { return parts[t.part] == nil })
}

// condition is one CASE of all tests: one condition to the planner, which would else
// try to turn a NOT of all of them inside out.
func condition(tests []test, passed, failed string) string {
	if len(tests) == 0 {
		return passed
	}
	var b strings.Builder
	for _, t := range tests {
		b.WriteString(" WHEN NOT " + t.holds + " THEN " + failed)
	}
	return "CASE" + b.String() + " ELSE " + passed + " END"
}

// plainParts are the parameters of plainTests.
func plainParts(f *store.Filter) map[string]any {
	parts := map[string]any{}
	put := func(name string, there bool, value any) {
		if there {
			parts[name] = value
		}
	}
	put("ids", f.IDs != nil, f.IDs)
	put("kinds", f.Kinds != nil, texts(f.Kinds))
	put("statuses", f.Statuses != nil, texts(f.Statuses))
	put("region", f.Region != "", f.Region)
	put("fields", f.Fields != nil, f.Fields)
	put("document", f.Document != "" && f.Section == "", f.Document)
	put("section", f.Section != "", sectionIn(f.Document, ecosystem.NormalizeLocator(f.Section)))
	if f.Text != "" {
		parts["exact"], parts["readings"] = tokenParts(text.ParseQuery(f.Text))
	}
	putProperties(parts, f.Properties)
	return parts
}

// tokenParts are what the tokens of a node must contain: the exact one, or all
// terms of a reading. Every token stands between blanks; see tokensOf.
func tokenParts(q text.Query) (exact string, readings [][]string) {
	if len(q.Readings) == 0 {
		const never = "\n" // an unreadable query finds nothing
		return never, [][]string{{never}}
	}
	for _, r := range q.Readings {
		terms := make([]string, len(r.Terms))
		for i, t := range r.Terms {
			terms[i] = " " + t.Token
			if !t.Prefix {
				terms[i] += " "
			}
		}
		readings = append(readings, terms)
	}
	return " " + q.Exact + " ", readings
}

func putProperties(parts map[string]any, filters []store.PropertyFilter) {
	var plain, lists []any
	var present []string
	for _, p := range filters {
		declared, _ := ecosystem.PropertyNamed(p.Name)
		switch {
		case p.Values == nil:
			present = append(present, p.Name)
		case declared.Type == ecosystem.List:
			lists = append(lists, map[string]any{"name": p.Name, "values": p.Values})
		default:
			values := make([]any, len(p.Values))
			for i, v := range p.Values {
				values[i] = native(p.Name, v)
			}
			plain = append(plain, map[string]any{"name": p.Name, "values": values})
		}
	}
	for name, list := range map[string][]any{"texts": plain, "lists": lists} {
		if list != nil {
			parts[name] = list
		}
	}
	if present != nil {
		parts["present"] = present
	}
}

// texts makes plain texts of words of the vocabulary.
func texts[T ~string](words []T) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
