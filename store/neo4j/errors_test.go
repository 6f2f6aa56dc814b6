package neo4j_test

import (
	"context"
	"errors"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store/neo4j"
	"github.com/innograph/innograph/store/neo4j/neo4jtest"
)

// Opening fails at once, with a code, a message that says what to check, and the
// driver's own words for the log only.
func TestOpenFails(t *testing.T) {
	server := neo4jtest.Open(t)
	for _, c := range []struct {
		name    string
		config  neo4j.Config
		code    ecosystem.Code
		mention string // in the message
	}{
		{"no server", neo4j.Config{URI: "bolt://" + freeAddress(t)}, ecosystem.CodeUnavailable, "check that the server runs"},
		{"no cluster", neo4j.Config{URI: "neo4j://" + freeAddress(t)}, ecosystem.CodeUnavailable, "check that the server runs"},
		{"no address", neo4j.Config{URI: "localhost:7687"}, ecosystem.CodeBadInput, "bolt://host:7687"},
		{"web address", neo4j.Config{URI: "http://localhost:7474"}, ecosystem.CodeBadInput, "bolt://host:7687"},
		{"wrong password", neo4j.Config{URI: server.URI, User: server.User, Password: "wrong"}, ecosystem.CodeUnauthorized, "INNOGRAPH_NEO4J_PASSWORD"},
		{"unknown user", neo4j.Config{URI: server.RoutingURI, User: "nobody", Password: "wrong"}, ecosystem.CodeUnauthorized, `"nobody"`},
		{"unknown database", neo4j.Config{URI: server.URI, User: server.User, Password: server.Password, Database: "elsewhere"}, ecosystem.CodeUnavailable, `"elsewhere"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := neo4j.Open(t.Context(), c.config)
			if err == nil {
				_ = s.Close(t.Context())
				t.Fatal("opened")
			}
			wantError(t, err, c.code, c.mention)
			var shown *ecosystem.Error
			if errors.As(err, &shown); strings.Contains(shown.Message, "Neo4jError") || strings.Contains(shown.Message, "ConnectivityError") {
				t.Errorf("the message holds the driver's words: %s", shown.Message)
			}
		})
	}
}

// A server that goes away while the store is open is UNAVAILABLE, not a hang,
// and the store works again when it is back.
func TestServerGoesAway(t *testing.T) {
	server := neo4jtest.Open(t)
	line := newLine(t, server.URI)
	s := openEmpty(t, server, neo4j.Config{URI: line.uri()})
	if _, err := s.Generation(t.Context()); err != nil {
		t.Fatalf("generation: %v", err)
	}
	line.cut()
	_, err := s.Generation(t.Context())
	wantError(t, err, ecosystem.CodeUnavailable, "does not answer")
	line.mend(t)
	if _, err := s.Generation(t.Context()); err != nil {
		t.Errorf("generation after the server came back: %v", err)
	}
}

// A connection that was cut while nobody used it is replaced without a word: whoever
// asks next does not have to ask twice.
func TestCutConnectionIsReplaced(t *testing.T) {
	server := neo4jtest.Open(t)
	line := newLine(t, server.URI)
	s := openEmpty(t, server, neo4j.Config{URI: line.uri()})
	for range 3 {
		if _, err := s.Generation(t.Context()); err != nil {
			t.Fatalf("generation: %v", err)
		}
		line.cut()
		line.mend(t)
	}
}

// The time a caller has is the time a statement has.
func TestContextEndsAStatement(t *testing.T) {
	server := neo4jtest.Open(t)
	s := open(t, server, neo4j.Config{})
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	err := s.RunForever(ctx)
	wantError(t, err, ecosystem.CodeTimeout, "over")
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("the error does not wrap that of its context: %v", err)
	}
}

// The server itself stops a read that takes longer than the store allows.
func TestReadTimeout(t *testing.T) {
	server := neo4jtest.Open(t)
	s := open(t, server, neo4j.Config{ReadTimeout: 500 * time.Millisecond})
	err := s.RunForever(t.Context())
	wantError(t, err, ecosystem.CodeTimeout, "took too long")
}

// A question that the server has not the memory for is too large; the server is there.
func TestOutOfMemory(t *testing.T) {
	server := neo4jtest.Open(t)
	s := open(t, server, neo4j.Config{ReadTimeout: planning})
	wantError(t, s.RunOutOfMemory(t.Context()), ecosystem.CodeLimitExceeded, "more memory than Neo4j has")
	if _, err := s.Generation(t.Context()); err != nil {
		t.Errorf("generation afterwards: %v", err)
	}
}

func wantError(t *testing.T, err error, code ecosystem.Code, mention string) {
	t.Helper()
	var shown *ecosystem.Error
	if !errors.As(err, &shown) {
		t.Fatalf("error %v, want one with code %s", err, code)
	}
	if shown.Code != code || !strings.Contains(shown.Message, mention) {
		t.Errorf("error %s %q, want %s and a message with %q\ncause: %v", shown.Code, shown.Message, code, mention, shown.Err)
	}
}

// freeAddress is an address where nothing listens.
func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	return l.Addr().String()
}
