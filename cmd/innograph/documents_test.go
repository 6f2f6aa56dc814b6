package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/graph/trusted"
	"github.com/innograph/innograph/schema"
	"github.com/innograph/innograph/server"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
)

// TestDocumentsOfTheExamples makes a manifest of the examples, as make documents
// does, and asks each by its id, by POST and by GET, a server that runs nothing else.
func TestDocumentsOfTheExamples(t *testing.T) {
	for _, form := range []string{idsByHash, idsByName} {
		t.Run(form, func(t *testing.T) {
			manifest := filepath.Join(t.TempDir(), "documents.json")
			if code, stdout, stderr := command(t, "documents", examples, "--ids", form, "-o", manifest); code != exitDone || stdout != "" || !strings.Contains(stderr, "documents are in "+manifest) {
				t.Fatalf("exit %d: %s%s", code, stdout, stderr)
			}
			set, err := graph.ReadTrusted(limits.Default(), nil, manifest)
			if err != nil {
				t.Fatal(err)
			}
			if want := len(schema.Examples()); set.Len() != want {
				t.Errorf("%d documents, want %d", set.Len(), want)
			}
			endpoint := serveAround(t, shippedStore(t, memory.New()), graph.Config{Trusted: set, TrustedOnly: true}, time.Minute)
			for _, example := range schema.Examples() {
				id := example.Name
				if form == idsByHash {
					id = trusted.Hash(example.Document)
				}
				golden := filepath.Join(examples, example.Name+".golden.json")
				compareAnswer(t, golden, postDocument(t, endpoint, id, example.Variables), false)
				compareAnswer(t, golden, getDocument(t, endpoint, id, example.Variables), false)
			}
			if status, answer := post(t, endpoint, schema.Examples()[0].Document, nil); answer.code() != "DOCUMENTS_ONLY" {
				t.Errorf("a text: %d %+v", status, answer)
			}
		})
	}
}

// serveAround serves a store with all that innograph serve has around it.
func serveAround(t *testing.T, db store.Store, config graph.Config, timeout time.Duration) (endpoint string) {
	t.Helper()
	config.Reader, config.Year = db, func() int { return 2026 } // ties get older with the calendar, answers of examples must not
	srv, err := server.New(server.Config{GraphQL: newGraphQL(config, 1<<20, timeout), Reader: db, Schema: schema.SDL(), RequestTimeout: timeout})
	if err != nil {
		t.Fatal(err)
	}
	ts := httptest.NewServer(srv.Handler())
	t.Cleanup(ts.Close)
	return ts.URL + "/graphql"
}

func postDocument(t *testing.T, endpoint, id, variables string) reply {
	t.Helper()
	body := map[string]any{"documentId": id}
	if variables != "" {
		body["variables"] = json.RawMessage(variables)
	}
	text, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, endpoint, bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	_, answer := exchange(t, req)
	return answer
}

func getDocument(t *testing.T, endpoint, id, variables string) reply {
	t.Helper()
	parameters := url.Values{"documentId": {id}}
	if variables != "" {
		parameters.Set("variables", variables)
	}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, endpoint+"?"+parameters.Encode(), nil)
	if err != nil {
		t.Fatal(err)
	}
	_, answer := exchange(t, req)
	return answer
}

func exchange(t *testing.T, req *http.Request) (*http.Response, reply) {
	t.Helper()
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	var answer reply
	if err := json.Unmarshal(text, &answer); err != nil {
		t.Fatalf("no JSON: %s", text)
	}
	return resp, answer
}

func TestDocumentsRefusals(t *testing.T) {
	dir := t.TempDir()
	bad := writeFile(t, filepath.Join(dir, "bad.graphql"), "query Bad {\n  nothing\n}\n")
	fine := writeFile(t, filepath.Join(dir, "fine.graphql"), "query Fine { generation { number } }\n")
	empty := t.TempDir()
	manifest := filepath.Join(empty, "out.json")
	other := filepath.Join(empty, "fine.graphql")
	for name, c := range map[string]struct {
		args []string
		code int
		want string
	}{
		"nothing named":        {[]string{"documents"}, exitUsage, "FILE or DIR"},
		"ids of another form":  {[]string{"documents", fine, "--ids", "md5"}, exitUsage, "there are sha256 and name"},
		"a missing folder":     {[]string{"documents", filepath.Join(dir, "no")}, exitFailed, "no: there is no such file or folder"},
		"a folder without any": {[]string{"documents", empty}, exitFailed, "there are no .graphql files"},
		"an invalid document":  {[]string{"documents", dir, "-o", manifest}, exitFailed, bad + ": document sha256:"},
		"no such manifest":     {[]string{"serve", "--documents", manifest, "--listen", "127.0.0.1:0"}, exitFailed, manifest + ": there is no such file"},
	} {
		t.Run(name, func(t *testing.T) {
			code, stdout, stderr := command(t, c.args...)
			if code != c.code || !strings.Contains(stderr, c.want) || stdout != "" {
				t.Errorf("exit %d, want %d\n%s%s\nwant in it: %s", code, c.code, stdout, stderr, c.want)
			}
		})
	}
	if _, err := os.Stat(manifest); !os.IsNotExist(err) {
		t.Errorf("a manifest was written although a document is wrong: %v", err)
	}
	writeFile(t, other, "query Fine { statistics { entities } }\n")
	if code, _, stderr := command(t, "documents", fine, other, "--ids", "name"); code != exitFailed || !strings.Contains(stderr, "another document has the same id") {
		t.Errorf("two documents of one name: exit %d, %s", code, stderr)
	}
	if code, stdout, _ := command(t, "documents", fine); code != exitDone || !strings.Contains(stdout, `"sha256:`) {
		t.Errorf("to standard output: exit %d, %s", code, stdout)
	}
}
