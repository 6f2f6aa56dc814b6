package server

import (
	"net/http"
	"strings"
	"testing"

	"github.com/innograph/innograph/server/auth"
	"github.com/innograph/innograph/server/peer"
	"github.com/innograph/innograph/server/ratelimit"
)

// TestAHostileClientDoesNotStarveAPoliteOne: each has a bucket of its own, strangers
// one for each address.
func TestAHostileClientDoesNotStarveAPoliteOne(t *testing.T) {
	limits, err := ratelimit.New(ratelimit.Config{Rate: 0.001, Burst: 5})
	if err != nil {
		t.Fatal(err)
	}
	proxies, err := peer.ParseProxies([]string{"127.0.0.1"})
	if err != nil {
		t.Fatal(err)
	}
	base, log := start(t, Config{
		Reader: generations{}, GraphQL: http.HandlerFunc(answering), Limiter: limits, Proxies: proxies,
		Gate: auth.New(auth.Config{Keys: keys(), Anonymous: auth.Refused}),
	})
	first := func(from, credential string) (n int, last *http.Response, text string) {
		for n = 0; n < 10; n++ {
			last, text = send(t, http.MethodGet, base+"/graphql", "", "X-Forwarded-For", from, "Authorization", "Bearer "+credential)
			if last.StatusCode == http.StatusTooManyRequests {
				break
			}
		}
		return n, last, text
	}
	for _, c := range []struct {
		name, from, credential string
		want                   int
	}{
		{"a key", "192.0.2.1", "ink_reader", 5},
		{"the same key from elsewhere", "192.0.2.2", "ink_reader", 0},
		{"another key from there", "192.0.2.1", "ink_ops", 5},
		{"a key with a rate of its own", "192.0.2.1", "ink_slow", 1},
		{"wrong keys", "192.0.2.1", "ink_x", 5},
		{"other wrong keys from there", "192.0.2.1", "ink_y", 0},
		{"wrong keys from elsewhere", "192.0.2.2", "ink_x", 5},
		{"wrong keys, IPv6", "2001:db8::1", "ink_x", 5},
		{"wrong keys, a neighbour", "2001:db8::2", "ink_x", 0},
	} {
		n, resp, text := first(c.from, c.credential)
		if n != c.want {
			t.Errorf("%s: %d requests before a refusal, want %d", c.name, n, c.want)
		}
		if code, _ := readRefusal(t, text); code != "RATE_LIMITED" || resp.Header.Get("Retry-After") == "" {
			t.Errorf("%s: %s %v", c.name, text, resp.Header)
		}
	}
	if !strings.Contains(log.String(), `"client":"192.0.2.1"`) {
		t.Errorf("the log does not tell the client behind the proxy:\n%s", log)
	}
	if resp, _ := send(t, http.MethodGet, base+"/healthz", "", "X-Forwarded-For", "192.0.2.1"); resp.StatusCode != http.StatusOK {
		t.Errorf("health is limited: %d", resp.StatusCode)
	}
}
