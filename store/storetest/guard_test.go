package storetest

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// guardFile has to name what it forbids.
const guardFile = "guard_test.go"

const module = "github.com/innograph/innograph/"

// TestNoBackendIsNamed keeps the suite one suite: nothing in it can tell which
// backend it runs against, so nothing can make an exception for one.
func TestNoBackendIsNamed(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) < 10 {
		t.Fatalf("found %d files of the suite, %v", len(files), err)
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if file == guardFile {
			continue
		}
		for _, violation := range violations(file, string(source)) {
			t.Error(violation)
		}
	}
}

// TestGuard shows that the guard finds each way around it.
func TestGuard(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"allowed", `func f(t T) { t.Fatal(x) }`, ""},
		{"backend in a text", `var name = "only on Neo4j"`, `names "neo4j"`},
		{"backend in a comment", "// The memory store cannot do this.\nvar x = 1", `names "memory"`},
		{"backend in a name", `func memoryOnly() {}`, `names "memory"`},
		{"query language", `var q = "cypher"`, `names "cypher"`},
		{"skip", `func f(t T) { t.Skip("later") }`, "calls Skip"},
		{"skip with format", `func f(t T) { t.Skipf("later") }`, "calls Skipf"},
		{"skip now", `func f(t T) { t.SkipNow() }`, "calls SkipNow"},
		{"short", `func f() { if testing.Short() { return } }`, "calls Short"},
		{"type assertion", `func f(s S) { _, ok := s.(interface{ Fast() }); use(ok) }`, "asks for a type"},
		{"type switch", `func f(s S) { switch s.(type) { case T: } }`, "asks for a type"},
		{"type in a text", `var x = fmt.Sprintf("%T", s)`, "prints a type"},
		{"environment", `import "os"`, `imports "os"`},
		{"reflection", `import "reflect"`, `imports "reflect"`},
		{"flags", `import "flag"`, `imports "flag"`},
		{"another package of the module", `import "github.com/innograph/innograph/store/other"`, `imports "github.com/innograph/innograph/store/other"`},
		{"build constraint", "//go:build linux\n\nvar x = 1", "has a build constraint"},
	} {
		t.Run(c.name, func(t *testing.T) {
			source := "package storetest\n" + c.source
			if strings.HasPrefix(c.source, "//go:build") {
				source = strings.Replace(c.source, "\n\n", "\n\npackage storetest\n", 1)
			}
			got := violations("bad.go", source)
			switch {
			case c.want == "" && len(got) > 0:
				t.Errorf("%v, want none", got)
			case c.want != "" && !slices.ContainsFunc(got, func(v string) bool { return strings.Contains(v, c.want) }):
				t.Errorf("%v, want one that says %q", got, c.want)
			}
		})
	}
}

// violations lists what a file of the suite may not have in it.
func violations(file, source string) []string {
	fset := token.NewFileSet()
	tree, err := parser.ParseFile(fset, file, source, parser.ParseComments)
	if err != nil {
		return []string{err.Error()}
	}
	var out []string
	add := func(pos token.Pos, format string, args ...any) {
		out = append(out, fmt.Sprintf("%s: %s", fset.Position(pos), fmt.Sprintf(format, args...)))
	}
	for _, word := range []string{"neo4j", "memory", "cypher", "embedded"} {
		if at := strings.Index(strings.ToLower(source), word); at >= 0 {
			add(tree.FileStart+token.Pos(at), "names %q", word)
		}
	}
	for _, group := range tree.Comments {
		for _, c := range group.List {
			if strings.HasPrefix(c.Text, "//go:build") || strings.HasPrefix(c.Text, "// +build") {
				add(c.Pos(), "has a build constraint")
			}
		}
	}
	for _, spec := range tree.Imports {
		if path, _ := strconv.Unquote(spec.Path.Value); !importable(path) {
			add(spec.Pos(), "imports %q", path)
		}
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if slices.Contains([]string{"Skip", "Skipf", "SkipNow", "Short"}, n.Sel.Name) {
				add(n.Pos(), "calls %s", n.Sel.Name)
			}
		case *ast.TypeAssertExpr: // of a type switch too
			add(n.Pos(), "asks for a type")
		case *ast.BasicLit:
			if n.Kind == token.STRING && strings.Contains(n.Value, "%T") {
				add(n.Pos(), "prints a type")
			}
		}
		return true
	})
	return out
}

// importable tells what the suite may use: nothing that knows a backend, or the
// world in which the test runs.
func importable(path string) bool {
	if rest, ours := strings.CutPrefix(path, module); ours {
		return slices.Contains([]string{"ecosystem", "store", "store/text"}, rest)
	}
	return !slices.Contains([]string{"os", "os/exec", "flag", "reflect", "runtime", "syscall", "unsafe", "plugin", "net"}, path)
}
