package main

import (
	"go/types"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/codegen"
	"github.com/99designs/gqlgen/codegen/config"
	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"
)

func written(t *testing.T, text string) (dir, file string) {
	t.Helper()
	dir = t.TempDir()
	file = filepath.Join(dir, "entity.generated.go")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir, file
}

// data has a type Organ, of the interface Part, that asks for its parent.
func data() *codegen.Data {
	fields := ast.FieldList{{Name: "parent"}, {Name: "name"}}
	organ := &ast.Definition{Kind: ast.Object, Name: "Organ", Fields: append(fields, &ast.FieldDefinition{Name: "parts"})}
	part := &ast.Definition{Kind: ast.Interface, Name: "Part", Fields: fields}
	text := &config.TypeReference{Definition: &ast.Definition{Kind: ast.Scalar, Name: "String"}, GQL: ast.NamedType("String", nil), GO: types.Typ[types.String]}
	asks := func(name string, does bool) *codegen.Field {
		return &codegen.Field{FieldDefinition: organ.Fields.ForName(name), MethodHasContext: does, NoErr: !does, TypeReference: text, Object: &codegen.Object{Definition: organ}}
	}
	return &codegen.Data{
		Schema:  &ast.Schema{Implements: map[string][]*ast.Definition{"Organ": {part}}},
		Objects: codegen.Objects{{Definition: organ, Fields: []*codegen.Field{asks("parent", true), asks("name", false), asks("parts", true)}}},
	}
}

// before is what gqlgen writes of Organ; of its fields only name is a leaf.
const before = `package generated

import (
	"github.com/99designs/gqlgen/graphql"
)

func (ec *executionContext) _Organ_name(ctx context.Context) (ret graphql.Marshaler) {
	return graphql.ResolveField(
		ctx,
	)
}

func (ec *executionContext) _Organ_parent(ctx context.Context) (ret graphql.Marshaler) {
	return graphql.ResolveField(
		ctx,
	)
}

func (ec *executionContext) _Organ(ctx context.Context) graphql.Marshaler {
	deferred := ` + theirGroup + `
	ret := ` + theirs + `func() {})
}
`

func TestRewrite(t *testing.T) {
	dir, file := written(t, before)
	if err := rewrite(dir, data()); err != nil {
		t.Fatal(err)
	}
	want := strings.NewReplacer(theirs, ours, theirGroup, ourGroup, "gqlgen/graphql\"\n", "gqlgen/graphql\"\n\t\"github.com/innograph/innograph/graph/rows\"\n").Replace(before)
	want = strings.Replace(want, "graphql.ResolveField(", "rows.Leaf(", 1)
	got, _ := os.ReadFile(file)
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	text, err := os.ReadFile(filepath.Join(dir, "waiting.generated.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"Organ": {"parent": true, "parts": true}`, `"Part":  {"parent": true}`} {
		if !strings.Contains(string(text), want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}

func TestRewriteFindsAnotherGqlgen(t *testing.T) {
	for name, text := range map[string]string{
		"lists another way":  strings.Replace(before, theirs, "graphql.MarshalSliceConcurrently(ctx, v, ", 1),
		"no lists":           strings.Replace(before, theirs, "marshal(", 1),
		"no groups":          strings.Replace(before, theirGroup, "group()", 1),
		"leaves another way": strings.Replace(before, "graphql.ResolveField(", "graphql.Resolve(", 1),
	} {
		dir, _ := written(t, text)
		if err := rewrite(dir, data()); err == nil || !strings.Contains(err.Error(), "gqlgen") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
