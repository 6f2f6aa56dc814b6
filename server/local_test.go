package server

import (
	"net"
	"net/http"
	"strings"
	"testing"

	"github.com/innograph/innograph/server/auth"
	"github.com/innograph/innograph/store"
)

// TestOnlyThisMachine: without credentials, what does not come from this machine is
// refused, also behind a proxy and under a foreign name.
func TestOnlyThisMachine(t *testing.T) {
	base, _ := start(t, Config{Reader: generations{generation: store.Generation{Number: 3}}, GraphQL: http.HandlerFunc(answering)})
	for name, header := range map[string][2]string{
		"a proxy's header":         {"X-Forwarded-For", "192.0.2.1"},
		"another one's":            {"Forwarded", "for=192.0.2.1"},
		"a name pointed at us":     {"Host", "rebound.example"},
		"the name of the site":     {"Host", "innograph.example.cn:443"},
		"the address of a machine": {"Host", "192.0.2.7:8080"},
	} {
		t.Run(name, func(t *testing.T) {
			resp, text := send(t, http.MethodGet, base+"/graphql", "", header[0], header[1])
			if code, message := readRefusal(t, text); resp.StatusCode != http.StatusForbidden || code != "FORBIDDEN" || !strings.Contains(message, "--no-auth") {
				t.Errorf("%d %s", resp.StatusCode, text)
			}
			if resp, text := send(t, http.MethodGet, base+"/readyz", "", header[0], header[1]); resp.StatusCode != http.StatusOK || strings.Contains(text, "generation") {
				t.Errorf("readiness: %d %s", resp.StatusCode, text)
			}
		})
	}
	if resp, text := send(t, http.MethodGet, base+"/graphql", "", "Host", "localhost:8080"); resp.StatusCode != http.StatusOK {
		t.Errorf("a person here: %d %s", resp.StatusCode, text)
	}
	open, _ := start(t, Config{Reader: generations{}, GraphQL: http.HandlerFunc(answering), Gate: auth.New(auth.Config{Anonymous: auth.Reads})})
	if resp, _ := send(t, http.MethodGet, open+"/graphql", "", "Host", "innograph.example.cn", "X-Forwarded-For", "192.0.2.1"); resp.StatusCode != http.StatusOK {
		t.Errorf("told so explicitly: %d", resp.StatusCode)
	}
}

func TestListenKeepsToThisMachine(t *testing.T) {
	for _, listen := range []string{"0.0.0.0:0", ":0", "[::]:0", "[::ffff:0.0.0.0]:0"} {
		s, err := New(Config{Listen: listen})
		if err != nil {
			t.Fatal(err)
		}
		_, err = s.Listen(t.Context())
		if err == nil {
			t.Fatalf("%s is listened to", listen)
		}
		for _, want := range []string{"other machines", "--api-keys FILE", "--jwks URL", "--no-auth", listen} {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v does not tell %s", listen, err, want)
			}
		}
	}
	for listen, anonymous := range map[string]auth.Anonymous{"127.0.0.1:0": auth.Local, "localhost:0": auth.Local, "127.9.9.9:0": auth.Local, "0.0.0.0:0": auth.Refused, ":0": auth.Reads} {
		s, err := New(Config{Listen: listen, Gate: auth.New(auth.Config{Anonymous: anonymous})})
		if err != nil {
			t.Fatal(err)
		}
		listener, err := s.Listen(t.Context())
		if err != nil {
			t.Errorf("%s: %v", listen, err)
			continue
		}
		_ = listener.Close()
	}
}

func TestIPv6Loopback(t *testing.T) {
	if l, err := net.Listen("tcp", "[::1]:0"); err != nil {
		t.Skip("this machine has no IPv6")
	} else {
		_ = l.Close()
	}
	s, err := New(Config{Listen: "[::1]:0"})
	if err != nil {
		t.Fatal(err)
	}
	l, err := s.Listen(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	_ = l.Close()
}
