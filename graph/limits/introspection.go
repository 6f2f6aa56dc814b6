package limits

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// Introspection answers from the schema alone, but the schema is large: without a
// price, a short document that asks for all of it under many aliases would keep a
// processor busy for long. What introspection costs is counted like everything
// else, with lists as long as those of the schema are on average, and divided by
// introspectionDiscount: one of its fields was measured to take half the time of
// others, and the other half leaves the schema room to grow, since one introspection
// of all must always be allowed.
const (
	introspectionDiscount = 4
	// wrappings is how deep types are wrapped: [T!]!. Tools ask for more levels,
	// which are null.
	wrappings = 3
)

// introspection counts __schema or __type.
func (p *pricer) introspection(f *ast.Field) int {
	if p.lists == nil {
		p.lists = listsOf(p.schema)
	}
	return add(1, p.meta(f.SelectionSet, 0)/introspectionDiscount)
}

func (p *pricer) meta(set ast.SelectionSet, wrapped int) (cost int) {
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.Field:
			cost = add(cost, p.metaField(selection, wrapped))
		case *ast.InlineFragment:
			cost = add(cost, p.meta(selection.SelectionSet, wrapped))
		case *ast.FragmentSpread:
			at := place{selection.Name, -1 - wrapped}
			if _, ok := p.known[at]; !ok {
				p.known[at] = p.meta(selection.Definition.SelectionSet, wrapped)
			}
			cost = add(cost, p.known[at])
		}
	}
	return cost
}

func (p *pricer) metaField(f *ast.Field, wrapped int) int {
	if f.Name != "ofType" {
		return add(1, multiply(max(1, p.lists[f.Name]), p.meta(f.SelectionSet, 0)))
	}
	if wrapped == wrappings {
		return 1
	}
	return add(1, p.meta(f.SelectionSet, wrapped+1))
}

// listsOf tells how long the lists of introspection are: types exactly, what hangs
// on a type on average, rounded up.
func listsOf(schema *ast.Schema) map[string]int {
	types, fields, args, values, members := 0, 0, 0, 0, 0
	for _, def := range schema.Types {
		types++
		values += len(def.EnumValues)
		members += len(def.Types) + len(schema.PossibleTypes[def.Name])
		for _, f := range def.Fields {
			if !strings.HasPrefix(f.Name, "__") {
				fields++
				args += len(f.Arguments)
			}
		}
	}
	perType := func(n int) int { return (n + types - 1) / max(1, types) }
	return map[string]int{
		"types": types, "directives": len(schema.Directives),
		"fields": perType(fields), "inputFields": perType(fields), "args": (args + fields - 1) / max(1, fields),
		"enumValues": perType(values), "possibleTypes": perType(members), "interfaces": perType(members),
	}
}
