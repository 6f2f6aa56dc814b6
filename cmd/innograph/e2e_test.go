package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/data"
	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/loader/table"
	"github.com/innograph/innograph/schema"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
	"github.com/innograph/innograph/store/neo4j"
	"github.com/innograph/innograph/store/neo4j/neo4jtest"
)

var update = flag.Bool("update", false, "write the answers of the examples anew, from the embedded store")

// The examples and their answers; TestExamples runs each on both stores.
const examples = "../../schema/examples"

func TestExamplesEmbedded(t *testing.T) {
	endpoint := serveShipped(t, memory.New())
	runExamples(t, endpoint, *update)
	t.Run("matching either way", func(t *testing.T) { sameEitherWay(t, endpoint) })
	t.Run("a branch and its source", func(t *testing.T) { branchIsCited(t, endpoint) })
}

func TestExamplesNeo4j(t *testing.T) {
	s := neo4jtest.Open(t)
	s.Wipe(t)
	db, err := neo4j.Open(t.Context(), neo4j.Config{URI: s.URI, User: s.User, Password: s.Password})
	if err != nil {
		t.Fatal(err)
	}
	endpoint := serveShipped(t, db)
	runExamples(t, endpoint, false)
	t.Run("matching either way", func(t *testing.T) { sameEitherWay(t, endpoint) })
	t.Run("a branch and its source", func(t *testing.T) { branchIsCited(t, endpoint) })
}

// serveShipped loads the shipped data set, and further tables, into a store and
// serves it with all that innograph serve has around it.
func serveShipped(t *testing.T, db store.Store, more ...table.Source) (endpoint string) {
	t.Helper()
	t.Cleanup(func() {
		if err := db.Close(t.Context()); err != nil && t.Context().Err() == nil {
			t.Error(err)
		}
	})
	g, err := loader.Read(append(more, shippedTables(data.FS()))...)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := loader.Write(t.Context(), db, g, nil); err != nil {
		t.Fatal(err)
	}
	return serveAround(t, db, graph.Config{}, time.Minute)
}

func runExamples(t *testing.T, endpoint string, write bool) {
	all := schema.Examples()
	if len(all) < 6 {
		t.Fatalf("only %d examples", len(all))
	}
	for _, example := range all {
		t.Run(example.Name, func(t *testing.T) {
			var variables map[string]any
			if err := json.Unmarshal(fmt.Append(nil, cmp.Or(example.Variables, "{}")), &variables); err != nil {
				t.Fatalf("variables: %v", err)
			}
			status, answer := post(t, endpoint, example.Document, variables)
			if status != http.StatusOK || len(answer.Errors) > 0 {
				t.Fatalf("status %d, errors %v", status, answer.Errors)
			}
			compareAnswer(t, filepath.Join(examples, example.Name+".golden.json"), answer, write)
		})
	}
}

func compareAnswer(t *testing.T, golden string, answer reply, write bool) {
	t.Helper()
	var text bytes.Buffer
	if err := json.Indent(&text, answer.Data, "", "  "); err != nil {
		t.Fatal(err)
	}
	text.WriteByte('\n')
	if write {
		if err := os.WriteFile(golden, text.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatalf("%v; write it with: go test ./cmd/innograph -run TestExamplesEmbedded -update, and read it", err)
	}
	if diff := gocmp.Diff(strings.Split(string(want), "\n"), strings.Split(text.String(), "\n")); diff != "" {
		t.Errorf("the answer differs from %s (- want, + got):\n%s", filepath.Base(golden), diff)
	}
}

// reply is the answer to a GraphQL request.
type reply struct {
	Data   json.RawMessage
	Errors []struct {
		Message    string
		Extensions struct{ Code, RequestID string }
	}
}

// code is that of the first error; empty when there is none.
func (r reply) code() string {
	if len(r.Errors) == 0 {
		return ""
	}
	return r.Errors[0].Extensions.Code
}

func post(t *testing.T, endpoint, query string, variables map[string]any) (int, reply) {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, endpoint, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	resp, answer := exchange(t, req)
	return resp.StatusCode, answer
}
