package main

import (
	"bytes"
	"go/format"
	"regexp"
	"strings"

	"github.com/99designs/gqlgen/codegen"
)

// resolving is how gqlgen begins the function that resolves a field.
var resolving = regexp.MustCompile(`(?m)^func \(ec \*executionContext\) (_\w+)\(.*\n\treturn graphql\.ResolveField\(`)

// resolveLeaves lets rows.Leaf resolve the leaves that are in a file, and takes them out
// of the set.
func resolveLeaves(text []byte, leaves map[string]bool) []byte {
	return resolving.ReplaceAllFunc(text, func(head []byte) []byte {
		name := string(resolving.FindSubmatch(head)[1])
		if !leaves[name] {
			return head
		}
		delete(leaves, name)
		return bytes.Replace(head, []byte("graphql.ResolveField("), []byte("rows.Leaf("), 1)
	})
}

// withRows imports package rows where a file calls it.
func withRows(text []byte) ([]byte, error) {
	if !bytes.Contains(text, []byte("= "+ourGroup)) && !bytes.Contains(text, []byte("return rows.Leaf(")) {
		return text, nil
	}
	const beside = `	"github.com/99designs/gqlgen/graphql"` + "\n"
	return format.Source(bytes.Replace(text, []byte(beside), []byte(beside+`	"github.com/innograph/innograph/graph/rows"`+"\n"), 1))
}

// leafFields are the functions that resolve fields without fields of their own, whose
// value a Go field holds or a method gives that asks nobody and cannot fail.
func leafFields(data *codegen.Data) map[string]bool {
	leaves := map[string]bool{}
	for _, object := range data.Objects {
		for _, field := range object.Fields {
			plain := !field.IsConcurrent() && !field.IsResolver && (field.NoErr || field.VOkFunc) || field.IsVariable()
			leaf := field.TypeReference.Definition.IsLeafType() && !field.TypeReference.IsSlice() && !field.TypeReference.IsPtr()
			if plain && leaf && len(field.Args) == 0 && !object.Stream && !strings.HasPrefix(field.Name, "__") && !field.HasDirectives() {
				leaves["_"+object.Name+"_"+field.Name] = true
			}
		}
	}
	return leaves
}
