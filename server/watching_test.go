package server

import (
	"net/http"
	"testing"

	"github.com/innograph/innograph/server/auth"
)

func TestMetricsAreAnAddressOnlyIfThereAreAny(t *testing.T) {
	base, _ := start(t, Config{Reader: generations{}})
	if resp, _ := send(t, http.MethodGet, base+"/metrics", ""); resp.StatusCode != http.StatusNotFound {
		t.Errorf("without metrics: %d", resp.StatusCode)
	}
	base, _ = start(t, Config{Reader: generations{}, Metrics: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("x 1")) })})
	if _, text := send(t, http.MethodGet, base+"/metrics", ""); text != "x 1" {
		t.Errorf("got %q", text)
	}
}

func TestMetricsAreForOperators(t *testing.T) {
	base, _ := start(t, Config{
		Reader: generations{}, Gate: auth.New(auth.Config{Keys: keys(), Anonymous: auth.Refused}),
		Metrics: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("x 1")) }),
	})
	for authorization, want := range map[string]int{"Bearer ink_ops": 200, "Bearer ink_reader": 403, "": 401} {
		resp, text := send(t, http.MethodGet, base+"/metrics", "", "Authorization", authorization)
		if resp.StatusCode != want || (text == "x 1") != (want == 200) {
			t.Errorf("%q: %d %s", authorization, resp.StatusCode, text)
		}
	}
}

// TestSharesAreOfTheHolderOfCredentials wherever the request comes from.
func TestSharesAreOfTheHolderOfCredentials(t *testing.T) {
	base, _ := start(t, Config{
		Reader: generations{}, Gate: auth.New(auth.Config{Keys: keys(), Anonymous: auth.Reads}),
		GraphQL: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _, _ = w.Write([]byte(Client(r.Context()))) }),
	})
	if _, text := send(t, http.MethodPost, base+"/graphql", "{}", "Authorization", "Bearer ink_reader"); text != "key:explorer" {
		t.Errorf("with a key the client is %q", text)
	}
	if _, text := send(t, http.MethodPost, base+"/graphql", "{}"); text != "address:127.0.0.1" {
		t.Errorf("without one the client is %q", text)
	}
}
