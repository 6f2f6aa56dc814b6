package main

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/innograph/innograph/graph/trusted"
	"github.com/innograph/innograph/schema"
	"github.com/innograph/innograph/web"
)

// TestExplorerOnAServerOfTrustedDocumentsOnly asks "serve --documents-only", without any
// manifest, for all that the explorer asks, and for what else there is.
func TestExplorerOnAServerOfTrustedDocumentsOnly(t *testing.T) {
	base, log, _ := serving(t, "--documents-only")
	endpoint := base + "/graphql"
	var manifest map[string]string
	if err := json.Unmarshal(web.Documents(), &manifest); err != nil || len(manifest) == 0 {
		t.Fatalf("%d documents: %v", len(manifest), err)
	}
	refused := []string{"UNKNOWN_DOCUMENT", "DOCUMENTS_ONLY"}
	asked := 0
	for id, text := range manifest {
		// Without the variables that it needs a document is refused for them, not for itself.
		answer := postDocument(t, endpoint, id, "")
		if slices.Contains(refused, answer.code()) {
			t.Errorf("%s is refused with %s:\n%s", id, answer.code(), text)
		}
		if answer.code() == "" {
			asked++
		}
	}
	if asked == 0 {
		t.Error("none of the explorer's documents was answered")
	}
	search := documentWith(t, manifest, "query Search(")
	variables := `{"text": "浙大", "first": 1}`
	for name, answer := range map[string]reply{"POST": postDocument(t, endpoint, search, variables), "GET": getDocument(t, endpoint, search, variables)} {
		if answer.code() != "" || !strings.Contains(string(answer.Data), "浙江大学") {
			t.Errorf("search by %s: %+v", name, answer)
		}
	}
	for name, document := range map[string]string{
		"a text":                   schema.Examples()[0].Document,
		"introspection":            "{ __schema { types { name } } }",
		"one of its own, changed":  manifest[search] + " ",
		"nothing but the typename": "{ __typename }",
	} {
		if status, answer := post(t, endpoint, document, nil); answer.code() != "DOCUMENTS_ONLY" {
			t.Errorf("%s: %d %+v", name, status, answer)
		}
	}
	if answer := postDocument(t, endpoint, trusted.Hash("{ __typename }"), ""); answer.code() != "UNKNOWN_DOCUMENT" {
		t.Errorf("an id that is not known: %+v", answer)
	}
	if !strings.Contains(log.String(), "nothing_else_runs=true") {
		t.Errorf("the log does not tell:\n%s", log)
	}
	if web.Dist() == nil {
		return // the explorer is not built here; its scenarios run against such a server, too
	}
	resp, page := request(t, http.DefaultClient, http.MethodGet, base+"/", "", "Accept", "text/html")
	if resp.StatusCode != http.StatusOK || !strings.Contains(page, `<div id="root">`) {
		t.Errorf("the page: %d %s", resp.StatusCode, page)
	}
}

// documentWith is the id of the document that holds this.
func documentWith(t *testing.T, manifest map[string]string, part string) string {
	t.Helper()
	for _, id := range slices.Sorted(maps.Keys(manifest)) {
		if strings.Contains(manifest[id], part) {
			return id
		}
	}
	t.Fatalf("no document with %q", part)
	return ""
}
