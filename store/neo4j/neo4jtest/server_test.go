package neo4jtest

import (
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	const (
		uri      = "INNOGRAPH_TEST_NEO4J_URI"
		user     = "INNOGRAPH_TEST_NEO4J_USER"
		password = "INNOGRAPH_TEST_NEO4J_PASSWORD"
		mode     = "INNOGRAPH_TEST_NEO4J"
	)
	cases := []struct {
		name   string
		env    map[string]string
		server Server
		skip   bool
		why    string // part of the refusal; empty: a server is found
	}{
		{
			name:   "bolt address",
			env:    map[string]string{uri: "bolt://127.0.0.1:7687", user: "ada", password: "secret"},
			server: Server{"bolt://127.0.0.1:7687", "neo4j://127.0.0.1:7687", "ada", "secret"},
		},
		{
			name:   "routing address, encrypted, no user",
			env:    map[string]string{uri: "neo4j+ssc://db:7687", password: "secret"},
			server: Server{"bolt+ssc://db:7687", "neo4j+ssc://db:7687", "neo4j", "secret"},
		},
		{
			name:   "a server is used although off is set",
			env:    map[string]string{uri: "bolt://db", mode: "off"},
			server: Server{"bolt://db", "neo4j://db", "neo4j", ""},
		},
		{
			name:   "a server in CI",
			env:    map[string]string{uri: "bolt://db", "CI": "true"},
			server: Server{"bolt://db", "neo4j://db", "neo4j", ""},
		},
		{name: "off", env: map[string]string{mode: "off"}, skip: true, why: "left out"},
		{name: "nothing said", env: nil, why: "make test"},
		{name: "nothing said in CI", env: map[string]string{"CI": "true"}, why: "make test"},
		{name: "off in CI", env: map[string]string{mode: "off", "CI": "true"}, why: "not allowed in CI"},
		{name: "no scheme", env: map[string]string{uri: "127.0.0.1:7687"}, why: "not a bolt://"},
		{name: "other scheme", env: map[string]string{uri: "http://127.0.0.1:7474"}, why: "not a bolt://"},
		{name: "no host", env: map[string]string{uri: "bolt://"}, why: "not a bolt://"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			server, refusal := find(func(name string) string { return c.env[name] })
			if c.why == "" {
				if refusal != nil {
					t.Fatalf("refused: %s", refusal.why)
				}
				if server != c.server {
					t.Errorf("got %+v, want %+v", server, c.server)
				}
				return
			}
			if refusal == nil {
				t.Fatalf("got %+v, want a refusal with %q", server, c.why)
			}
			if refusal.skip != c.skip || !strings.Contains(refusal.why, c.why) {
				t.Errorf("got skip=%v %q, want skip=%v %q", refusal.skip, refusal.why, c.skip, c.why)
			}
		})
	}
}
