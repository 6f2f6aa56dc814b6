package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/innograph/innograph/web"
)

const explorerPage = "../../docs/explorer-api.md"

// asked is an operation of the explorer: where it stands, and the comment above it.
type asked struct{ folder, comment string }

// TestExplorerAPIPage holds the table of docs/explorer-api.md to the documents that the
// explorer sends, and the operations that the text names too; -update writes the table.
func TestExplorerAPIPage(t *testing.T) {
	page, err := os.ReadFile(explorerPage)
	if err != nil {
		t.Fatal(err)
	}
	written := writtenOperations(t)
	var rows []string
	names := map[string]bool{}
	for _, op := range persistedOperations(t) {
		at, ok := written[op.Name]
		if !ok {
			t.Errorf("%s is persisted, but no .graphql file has it: run make web-generate", op.Name)
		}
		delete(written, op.Name)
		names[op.Name] = true
		rows = append(rows, fmt.Sprintf("| %s | `%s` | %s | %s |\n", at.folder, op.Name, at.comment, strings.Join(rootFields(op), ", ")))
	}
	for name := range written {
		t.Errorf("%s is not among the persisted documents: run make web-generate", name)
	}
	slices.Sort(rows)
	marks := regexp.MustCompile(`(?s)<!-- operations -->\n.*<!-- end -->`)
	table := "<!-- operations -->\n| view | operation | what for | asks |\n|---|---|---|---|\n" + strings.Join(rows, "") + "<!-- end -->"
	want := marks.ReplaceAllLiteralString(string(page), table)
	if *update {
		if err := os.WriteFile(explorerPage, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if diff := gocmp.Diff(strings.Split(want, "\n"), strings.Split(string(page), "\n")); diff != "" {
		t.Errorf("the page is out of date; write it with: go test ./cmd/innograph -run TestExplorerAPIPage -update (- want, + got):\n%s", diff)
	}
	text := marks.ReplaceAllString(want, "")
	told := regexp.MustCompile("`([A-Z][a-z]+[A-Za-z]*)`|([A-Z][A-Za-z]+)Document\\b").FindAllStringSubmatch(text, -1)
	if len(told) == 0 {
		t.Error("the text names no operation")
	}
	for _, m := range told {
		if name := m[1] + m[2]; !names[name] && name != "EventSource" {
			t.Errorf("the text names %s, which is no operation of the explorer", name)
		}
	}
}

// writtenOperations finds the operations in the .graphql files of the explorer.
func writtenOperations(t *testing.T) map[string]asked {
	t.Helper()
	operation := regexp.MustCompile(`(?m)^((?:#.*\n)*)(?:query|mutation|subscription) (\w+)`)
	found := map[string]asked{}
	root := filepath.Join("..", "..", "web", "src")
	err := filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".graphql" {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		folder, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		for _, m := range operation.FindAllStringSubmatch(string(text), -1) {
			comment := strings.Join(strings.Fields(strings.ReplaceAll(m[1], "#", "")), " ")
			if comment == "" {
				t.Errorf("%s: %s has no comment that says what for", path, m[2])
			}
			found[m[2]] = asked{strings.TrimPrefix(filepath.ToSlash(folder), "views/"), comment}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// persistedOperations are those that the server knows by id.
func persistedOperations(t *testing.T) []*ast.OperationDefinition {
	t.Helper()
	var manifest map[string]string
	if err := json.Unmarshal(web.Documents(), &manifest); err != nil {
		t.Fatal(err)
	}
	var operations []*ast.OperationDefinition
	for id, text := range manifest {
		document, err := parser.ParseQuery(&ast.Source{Input: text})
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		operations = append(operations, document.Operations...)
	}
	return operations
}

// rootFields are the fields of Query that an operation asks, each once.
func rootFields(op *ast.OperationDefinition) []string {
	var fields []string
	for _, s := range op.SelectionSet {
		if f, ok := s.(*ast.Field); ok && !slices.Contains(fields, "`"+f.Name+"`") {
			fields = append(fields, "`"+f.Name+"`")
		}
	}
	return fields
}
