package server

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/innograph/innograph/server/auth"
	"github.com/innograph/innograph/store"
)

// wallet is a verifier that knows credentials by heart.
type wallet map[string]auth.Principal

func (w wallet) Verify(_ context.Context, credential string) (auth.Principal, error) {
	if credential == "ink_old" || credential == "old.old.old" {
		return auth.Principal{}, auth.Expired("out of date")
	}
	who, ok := w[credential]
	if !ok {
		return who, auth.Denied("an unknown one")
	}
	return who, nil
}

func keys() wallet {
	return wallet{
		"ink_reader": {Name: "key:explorer", Role: auth.Reader}, "ink_ops": {Name: "key:ops", Role: auth.Operator},
		"ink_slow": {Name: "key:slow", Role: auth.Reader, Rate: 0.001},
	}
}

func tokens() wallet {
	return wallet{"a.b.c": {Name: "subject:zhang", Role: auth.Reader}, "a.b.d": {Name: "subject:nobody"}}
}

// answering is an endpoint that says who asks.
func answering(w http.ResponseWriter, r *http.Request) {
	_, _ = io.WriteString(w, "hello "+auth.From(r.Context()).Name)
}

// refusal is what a client reads of one.
type refusal struct {
	Errors []struct {
		Message    string
		Extensions struct{ Code string }
	}
	Data json.RawMessage
}

func readRefusal(t *testing.T, text string) (code, message string) {
	t.Helper()
	var got refusal
	if err := json.Unmarshal([]byte(text), &got); err != nil || len(got.Errors) != 1 || got.Data != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return got.Errors[0].Extensions.Code, got.Errors[0].Message
}

func TestWhoIsLetThrough(t *testing.T) {
	both := auth.Config{Keys: keys(), Tokens: tokens(), Anonymous: auth.Refused}
	onlyKeys := auth.Config{Keys: keys(), Anonymous: auth.Refused}
	onlyTokens := auth.Config{Tokens: tokens(), Anonymous: auth.Refused}
	open := auth.Config{Anonymous: auth.Reads}
	openKeys := auth.Config{Keys: keys(), Anonymous: auth.Reads}
	const (
		missing = `Bearer realm="innograph"`
		invalid = missing + `, error="invalid_token"`
	)
	for name, c := range map[string]struct {
		gate          auth.Config
		authorization string
		status        int
		code          string
		challenge     string
	}{
		"a key":                            {both, "Bearer ink_reader", 200, "", ""},
		"a token":                          {both, "Bearer a.b.c", 200, "", ""},
		"nothing":                          {both, "", 401, "UNAUTHENTICATED", missing},
		"an unknown key":                   {both, "Bearer ink_x", 401, "UNAUTHENTICATED", invalid},
		"an unknown token":                 {both, "Bearer x.y.z", 401, "UNAUTHENTICATED", invalid},
		"a password":                       {both, "Basic YTpi", 401, "UNAUTHENTICATED", invalid},
		"no credential":                    {both, "Bearer", 401, "UNAUTHENTICATED", invalid},
		"an old key":                       {both, "Bearer ink_old", 401, "UNAUTHENTICATED", invalid + `, error_description="expired"`},
		"an old token":                     {both, "Bearer old.old.old", 401, "UNAUTHENTICATED", invalid + `, error_description="expired"`},
		"a token without a role":           {both, "Bearer a.b.d", 403, "FORBIDDEN", missing + `, error="insufficient_scope", scope="reader"`},
		"a token where only keys are":      {onlyKeys, "Bearer a.b.c", 401, "UNAUTHENTICATED", invalid},
		"a key where only tokens are":      {onlyTokens, "Bearer ink_reader", 401, "UNAUTHENTICATED", invalid},
		"open to all":                      {open, "", 200, "", ""},
		"open to all, with a key":          {open, "Bearer ink_x", 200, "", ""},
		"open, keys for some: nothing":     {openKeys, "", 200, "", ""},
		"open, keys for some: a wrong key": {openKeys, "Bearer ink_x", 401, "UNAUTHENTICATED", invalid},
	} {
		t.Run(name, func(t *testing.T) {
			base, log := start(t, Config{Reader: generations{}, Schema: "type Query", GraphQL: http.HandlerFunc(answering), Gate: auth.New(c.gate)})
			var header []string
			if c.authorization != "" {
				header = []string{"Authorization", c.authorization}
			}
			for _, r := range []struct{ method, path string }{{"GET", "/graphql"}, {"POST", "/graphql"}, {"OPTIONS", "/graphql"}, {"GET", "/schema.graphql"}} {
				resp, text := send(t, r.method, base+r.path, "", header...)
				if resp.StatusCode != c.status || resp.Header.Get("WWW-Authenticate") != c.challenge {
					t.Errorf("%s %s: %d %q", r.method, r.path, resp.StatusCode, resp.Header.Get("WWW-Authenticate"))
				}
				if c.code == "" {
					continue
				}
				if code, _ := readRefusal(t, text); code != c.code || resp.Header.Get("Cache-Control") != "no-store" {
					t.Errorf("%s %s: %s %v", r.method, r.path, text, resp.Header)
				}
			}
			for _, path := range []string{"/", "/healthz", "/graphiql/", "/graphiql/graphiql.js"} {
				if resp, _ := send(t, http.MethodGet, base+path, "", header...); resp.StatusCode != http.StatusOK {
					t.Errorf("%s is not open: %d", path, resp.StatusCode)
				}
			}
			if credential := strings.TrimPrefix(c.authorization, "Bearer "); len(credential) > 6 && strings.Contains(log.String(), credential) {
				t.Errorf("the log has the credential:\n%s", log)
			}
		})
	}
}

// TestRefusalsDoNotHelpToGuess compares what strangers are told.
func TestRefusalsDoNotHelpToGuess(t *testing.T) {
	base, log := start(t, Config{Reader: generations{}, Gate: auth.New(auth.Config{Keys: keys(), Tokens: tokens(), Anonymous: auth.Refused})})
	_, first := send(t, http.MethodGet, base+"/graphql", "", "Authorization", "Bearer ink_x")
	for _, other := range []string{"Bearer x.y.z", "Basic YTpi", "Bearer a b"} {
		if _, text := send(t, http.MethodGet, base+"/graphql", "", "Authorization", other); text != first {
			t.Errorf("%s is told %s", other, text)
		}
	}
	for _, want := range []string{`"refused":"an unknown one"`, `"refused":"not a Bearer credential"`, `"refused":"a malformed credential"`} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("the operator does not see %s:\n%s", want, log)
		}
	}
}

func TestTheLogTellsWho(t *testing.T) {
	base, log := start(t, Config{Reader: generations{}, GraphQL: http.HandlerFunc(answering), Gate: auth.New(auth.Config{Keys: keys(), Tokens: tokens()})})
	for credential, who := range map[string]string{"ink_reader": "key:explorer", "a.b.c": "subject:zhang"} {
		if _, text := send(t, http.MethodGet, base+"/graphql", "", "Authorization", "bearer "+credential); text != "hello "+who {
			t.Errorf("the endpoint knows %q", text)
		}
		if !strings.Contains(log.String(), `"who":"`+who+`"`) || strings.Contains(log.String(), credential) {
			t.Errorf("the log of %s:\n%s", who, log)
		}
	}
}

func TestRoles(t *testing.T) {
	for name, c := range map[string]struct {
		gate          auth.Config
		authorization string
		want          int
	}{
		"an operator":                  {auth.Config{Keys: keys(), Anonymous: auth.Refused}, "Bearer ink_ops", 200},
		"a reader":                     {auth.Config{Keys: keys(), Anonymous: auth.Refused}, "Bearer ink_reader", 403},
		"nobody":                       {auth.Config{Keys: keys(), Anonymous: auth.Refused}, "", 401},
		"nobody, where all may read":   {auth.Config{Keys: keys(), Anonymous: auth.Reads}, "", 401},
		"nobody, and no keys are":      {auth.Config{Anonymous: auth.Reads}, "", 403},
		"somebody on this machine":     {auth.Config{}, "", 200},
		"an operator, where all read":  {auth.Config{Keys: keys(), Anonymous: auth.Reads}, "Bearer ink_ops", 200},
		"a wrong key on this machine":  {auth.Config{Keys: keys()}, "Bearer ink_x", 401},
		"a key nobody looks at, local": {auth.Config{}, "Bearer ink_x", 200},
	} {
		t.Run(name, func(t *testing.T) {
			loaded := store.Generation{Number: 3, Loaded: "2026-01-02T03:04:05Z"}
			s, err := New(Config{Reader: generations{generation: loaded}, Gate: auth.New(c.gate)})
			if err != nil {
				t.Fatal(err)
			}
			if got := probe(t, s.require(auth.Operator, http.HandlerFunc(answering)), "/metrics", c.authorization); got.Code != c.want {
				t.Errorf("operators' things: %d %s", got.Code, got.Body)
			}
			ready := probe(t, s.Handler(), "/readyz", c.authorization)
			if ready.Code != http.StatusOK || strings.Contains(ready.Body.String(), "generation") != (c.want == 200) {
				t.Errorf("readiness: %d %s", ready.Code, ready.Body)
			}
		})
	}
}

// TestWithoutAGateNothingIsAllowed: a route that forgets to find out who asks.
func TestWithoutAGateNothingIsAllowed(t *testing.T) {
	if got := probe(t, auth.RequireRole(auth.Reader, http.HandlerFunc(answering)), "/graphql", "Bearer ink_ops"); got.Code != http.StatusUnauthorized {
		t.Errorf("got %d", got.Code)
	}
}

// TestBrowsersOfOtherSitesCanReadARefusal: the question before (preflight) carries no
// credentials, and an application must be able to read why it was refused.
func TestBrowsersOfOtherSitesCanReadARefusal(t *testing.T) {
	const origin = "https://explorer.example.cn"
	base, _ := start(t, Config{Reader: generations{}, Origins: []string{origin}, Gate: auth.New(auth.Config{Keys: keys(), Anonymous: auth.Refused})})
	resp, _ := send(t, http.MethodOptions, base+"/graphql", "", "Origin", origin, "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "authorization,content-type")
	if resp.StatusCode != http.StatusNoContent || !strings.Contains(resp.Header.Get("Access-Control-Allow-Headers"), "authorization") {
		t.Errorf("the question before: %d %v", resp.StatusCode, resp.Header)
	}
	resp, _ = send(t, http.MethodGet, base+"/graphql", "", "Origin", origin)
	if resp.StatusCode != http.StatusUnauthorized || resp.Header.Get("Access-Control-Allow-Origin") != origin || !strings.Contains(strings.ToLower(resp.Header.Get("Access-Control-Expose-Headers")), "www-authenticate") {
		t.Errorf("the refusal: %d %v", resp.StatusCode, resp.Header)
	}
}
