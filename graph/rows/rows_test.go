package rows

import (
	"context"
	"sync"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

func field(of, name string, below ...ast.Selection) *ast.Field {
	return &ast.Field{Name: name, ObjectDefinition: &ast.Definition{Name: of}, SelectionSet: below}
}

func waiting() Waiting { return Waiting{"Organization": {"parent": true}} }

// documents are selections, by whether their rows wait.
func documents() map[bool]map[string]ast.SelectionSet {
	name, parent := field("Organization", "name"), field("Organization", "parent")
	fragment := func(s ...ast.Selection) ast.Selection {
		return &ast.FragmentSpread{Definition: &ast.FragmentDefinition{SelectionSet: s}}
	}
	return map[bool]map[string]ast.SelectionSet{
		true: {
			"at once":         {name, parent},
			"below":           {field("Edge", "node", name, parent)},
			"inline fragment": {&ast.InlineFragment{SelectionSet: ast.SelectionSet{parent}}},
			"fragment":        {name, fragment(name, fragment(parent))},
		},
		false: {
			"nothing":         {},
			"names":           {name, field("Edge", "node", name)},
			"another type":    {field("Region", "parent")},
			"introspection":   {&ast.Field{Name: "__typename"}},
			"fragments alike": {fragment(name), fragment(name, fragment(name))},
		},
	}
}

func TestRowsThatWaitAreSideBySide(t *testing.T) {
	for name, sel := range documents()[true] {
		t.Run(name, func(t *testing.T) {
			var all sync.WaitGroup
			all.Add(3)
			waiting().Marshal(t.Context(), sel, 3, func(context.Context, int) graphql.Marshaler {
				all.Done()
				all.Wait() // for ever, if one row waited for another
				return graphql.Null
			})
		})
	}
}

func TestOtherRowsFollowEachOther(t *testing.T) {
	for name, sel := range documents()[false] {
		t.Run(name, func(t *testing.T) {
			var order []int // the race detector tells of rows side by side
			got := waiting().Marshal(t.Context(), sel, 3, func(ctx context.Context, row int) graphql.Marshaler {
				if index := graphql.GetFieldContext(ctx).Index; index == nil || *index != row {
					t.Errorf("row %d has the index %v", row, index)
				}
				order = append(order, row)
				return graphql.MarshalInt(row)
			})
			if len(got) != 3 || len(order) != 3 || order[0] != 0 || order[2] != 2 {
				t.Errorf("%d rows in the order %v", len(got), order)
			}
		})
	}
}

// Fragments that name each other twice at each of many depths have many ways through.
func TestFragmentsAreLookedAtOnce(t *testing.T) {
	last := &ast.FragmentDefinition{SelectionSet: ast.SelectionSet{field("Organization", "name")}}
	for range 60 {
		spread := &ast.FragmentSpread{Definition: last}
		last = &ast.FragmentDefinition{SelectionSet: ast.SelectionSet{spread, spread}}
	}
	if waiting().within(ast.SelectionSet{&ast.FragmentSpread{Definition: last}}, nil) {
		t.Error("a name waits")
	}
}

func TestRowThatPanicsIsNull(t *testing.T) {
	ctx := graphql.WithResponseContext(t.Context(), graphql.DefaultErrorPresenter, graphql.DefaultRecover)
	got := waiting().Marshal(ctx, ast.SelectionSet{}, 2, func(_ context.Context, row int) graphql.Marshaler {
		if row == 0 {
			panic("lost")
		}
		return graphql.MarshalInt(row)
	})
	if got[0] != graphql.Null || got[1] == graphql.Null || len(graphql.GetErrors(ctx)) != 1 {
		t.Errorf("rows %v, errors %v", got, graphql.GetErrors(ctx))
	}
}
