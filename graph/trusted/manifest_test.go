package trusted_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/graph/trusted"
)

const sdl = `type Query { number: Int nested: Query list(first: Int): [Query] }`

func testSchema(t *testing.T) *ast.Schema {
	t.Helper()
	s, err := gqlparser.LoadSchema(&ast.Source{Input: sdl})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func file(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const text = `query N { number }`

// TestHash wants what the appendix gives as an example.
func TestHash(t *testing.T) {
	got := trusted.Hash("query ($id: ID!) {\n  user(id: $id) {\n    name\n  }\n}")
	if want := "sha256:7dba4bd717b41f10434822356a93c32b1fb4907b983e854300ad839f84cdcd6e"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestForms reads what the usual tools write.
func TestForms(t *testing.T) {
	hash := trusted.Hash(text)
	for name, test := range map[string]struct {
		manifest string
		id       string
	}{
		"ours":                       {`{"` + hash + `": "query N { number }"}`, hash},
		"GraphQL Code Generator":     {`{"be9b4d6a1d3c0f8a3f7d0c4a9b1d2e3f4a5b6c7d": "query N { number }"}`, "be9b4d6a1d3c0f8a3f7d0c4a9b1d2e3f4a5b6c7d"},
		"the same with SHA-256":      {`{"` + strings.TrimPrefix(hash, "sha256:") + `": "query N { number }"}`, strings.TrimPrefix(hash, "sha256:")},
		"Relay":                      {`{"3be4abb81fa595e25eb725b2c6a87508": "query N { number }"}`, "3be4abb81fa595e25eb725b2c6a87508"},
		"Apollo":                     {`{"format": "apollo-persisted-query-manifest", "version": 1, "operations": [{"id": "abc", "name": "N", "type": "query", "body": "query N { number }"}]}`, "abc"},
		"with a byte order mark":     {"\ufeff" + `{"n": "query N { number }"}`, "n"},
		"ids of an application":      {`{"x-app:n.1": "query N { number }"}`, "x-app:n.1"},
		"several ids of a document":  {`{"n": "query N { number }", "m": "query N { number }"}`, "m"},
		"a field with the name of a": {`{"format": "query N { number }"}`, "format"},
	} {
		t.Run(name, func(t *testing.T) {
			set, err := trusted.Read(testSchema(t), limits.Default().Check, nil, file(t, "m.json", test.manifest))
			if err != nil {
				t.Fatal(err)
			}
			for _, id := range []string{test.id, hash} {
				if got, known := set.Text(id); got != text || !known {
					t.Errorf("%s gives %q %v", id, got, known)
				}
			}
			if _, known := set.Text(strings.ToUpper(test.id) + "0"); known || set.Len() != 1 {
				t.Errorf("an unknown id is known: %v; %d documents", known, set.Len())
			}
			if doc, known := set.Parsed(text); !known || doc.Operations[0].SelectionSet[0].(*ast.Field).Definition == nil {
				t.Error("the document is not validated")
			}
		})
	}
}

// TestProblems wants each problem told with file and document, all at once.
func TestProblems(t *testing.T) {
	manifest, err := json.Marshal(map[string]string{
		"unknown": "query U {\n  nmber\n}", "syntax": "query S {", "fragment": "fragment F on Query { number }", "empty": "",
		"deep": "query D " + strings.Repeat("{ nested ", 13) + "{ number }" + strings.Repeat(" }", 13),
		"long": "{ " + strings.Repeat("number ", 5000) + "}", "fine": text,
		"sha256:12": text, "with blank": text, "md5:12": text, "": text, "x-:a": text, strings.Repeat("a", 129): text,
	})
	if err != nil {
		t.Fatal(err)
	}
	bad, twice := file(t, "bad.json", string(manifest)), file(t, "twice.json", `{"fine": "{ number }"}`)
	noJSON, none, list := file(t, "text.json", "query N { number }"), file(t, "none.json", "{}"), file(t, "list.json", `["query N { number }"]`)
	apollo := file(t, "apollo.json", `{"format": "apollo-persisted-query-manifest", "operations": [{"id": "a", "body": "{ number }"}, {"id": "a", "body": "{ number } "}]}`)
	missing := filepath.Join(t.TempDir(), "missing.json")
	_, err = trusted.Read(testSchema(t), limits.Default().Check, nil, bad, twice, noJSON, none, list, apollo, missing, t.TempDir())
	if ecosystem.CodeOf(err) != ecosystem.CodeBadInput {
		t.Fatalf("got %v", err)
	}
	for _, want := range []string{
		bad + `: document unknown (query U): line 2, column 3: Cannot query field "nmber"`,
		bad + ": document syntax (query S): line 1",
		bad + ": document fragment: it has no operation",
		bad + ": document empty: it has no operation",
		bad + ": document deep (query D): line 1, column 1: the document is nested 14 deep",
		bad + ": document long: the document has more than 4000 tokens",
		bad + ": document sha256:12 (query N): the text has another hash, sha256:",
		bad + ": document with blank (query N): this is no id",
		bad + ": document md5:12 (query N): this is no id",
		bad + ": document  (query N): this is no id",
		bad + ": document x-:a (query N): this is no id",
		bad + ": document " + strings.Repeat("a", 129) + " (query N): this is no id",
		twice + ": document fine: another document has the same id",
		noJSON + ": this is no manifest", list + ": this is no manifest",
		none + ": the manifest has no documents",
		apollo + `: two documents have the id "a"`,
		missing + ": there is no such file",
		"is a directory",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("not told: %s", want)
		}
	}
	if n := strings.Count(err.Error(), "\n"); n != 19 {
		t.Errorf("%d lines of problems:\n%v", n, err)
	}
}

func TestManifest(t *testing.T) {
	documents := []trusted.Document{{File: "b.graphql", ID: "b", Text: `{ number } # <&>`}, {File: "a.graphql", ID: "a", Text: text}, {File: "c.graphql", ID: "a", Text: text}}
	got, err := trusted.Manifest(documents)
	if want := "{\n  \"a\": \"query N { number }\",\n  \"b\": \"{ number } # <&>\"\n}\n"; err != nil || string(got) != want {
		t.Errorf("got %s %v", got, err)
	}
	if _, err := trusted.Manifest(append(documents, trusted.Document{File: "d.graphql", ID: "a", Text: "{ number }"})); err == nil || !strings.Contains(err.Error(), "d.graphql: another document has the id a") {
		t.Errorf("two documents of one id: %v", err)
	}
}
