package server

import (
	"io"
	"net/http"
	"testing"

	"github.com/innograph/innograph/server/auth"
)

// TestStreamsNeedTheCredentialsOfAnyRequest asks for what stays open.
func TestStreamsNeedTheCredentialsOfAnyRequest(t *testing.T) {
	base, _ := start(t, Config{
		Reader: generations{}, Gate: auth.New(auth.Config{Keys: keys(), Anonymous: auth.Refused}),
		Streams: func(*http.Request) bool { return true },
		GraphQL: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, Client(r.Context())) }),
	})
	for credential, want := range map[string]int{"": 401, "Bearer ink_nobody": 401, "Bearer ink_reader": 200} {
		resp, text := send(t, http.MethodGet, base+"/graphql", "", "Authorization", credential)
		if resp.StatusCode != want || want == 200 && text == "" {
			t.Errorf("%q: %d %s, want %d", credential, resp.StatusCode, text, want)
		}
	}
}

// TestStreamsBeginNoMoreAfterTheEnd asks a server that stops, over a connection
// that it has not closed yet.
func TestStreamsBeginNoMoreAfterTheEnd(t *testing.T) {
	s, err := New(Config{Reader: generations{}, Streams: func(*http.Request) bool { return true }})
	if err != nil {
		t.Fatal(err)
	}
	if !s.lasting.begin() {
		t.Fatal("none begins before the end")
	}
	s.lasting.stop()
	if s.lasting.begin() {
		t.Error("one begins after the end")
	}
	s.lasting.open.Done()
	if err := s.lasting.wait(t.Context()); err != nil {
		t.Error(err)
	}
}
