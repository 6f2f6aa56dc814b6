package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/codegen"
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
	asks := func(name string, does bool) *codegen.Field {
		return &codegen.Field{FieldDefinition: organ.Fields.ForName(name), MethodHasContext: does, Object: &codegen.Object{Definition: organ}}
	}
	return &codegen.Data{
		Schema:  &ast.Schema{Implements: map[string][]*ast.Definition{"Organ": {part}}},
		Objects: codegen.Objects{{Definition: organ, Fields: []*codegen.Field{asks("parent", true), asks("name", false), asks("parts", true)}}},
	}
}

func TestRewrite(t *testing.T) {
	dir, file := written(t, "ret := "+theirs+"func() {})\n")
	if err := rewrite(dir, data()); err != nil {
		t.Fatal(err)
	}
	if text, _ := os.ReadFile(file); string(text) != "ret := "+ours+"func() {})\n" {
		t.Errorf("rewritten to %s", text)
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
		"another way": "ret := graphql.MarshalSliceConcurrently(ctx, v)\n",
		"none at all": "package generated\n",
	} {
		dir, _ := written(t, text)
		if err := rewrite(dir, data()); err == nil || !strings.Contains(err.Error(), "gqlgen") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
