package peer

import (
	"net/http"
	"net/netip"
	"strings"
	"testing"
)

func TestClient(t *testing.T) {
	for name, c := range map[string]struct {
		trusted   []string
		remote    string
		forwarded []string
		want      string
	}{
		"no proxy":                             {nil, "192.0.2.1:4000", nil, "192.0.2.1"},
		"a stranger's header":                  {nil, "192.0.2.1:4000", []string{"10.0.0.9"}, "192.0.2.1"},
		"a stranger who is not that proxy":     {[]string{"10.0.0.7"}, "192.0.2.1:4000", []string{"10.0.0.9"}, "192.0.2.1"},
		"a proxy":                              {[]string{"10.0.0.7"}, "10.0.0.7:4000", []string{"192.0.2.1"}, "192.0.2.1"},
		"a proxy without the header":           {[]string{"10.0.0.7"}, "10.0.0.7:4000", nil, "10.0.0.7"},
		"a forged start":                       {[]string{"10.0.0.7"}, "10.0.0.7:4000", []string{"198.51.100.9, 192.0.2.1"}, "192.0.2.1"},
		"two proxies":                          {[]string{"10.0.0.0/8"}, "10.0.0.7:4000", []string{"192.0.2.1, 10.2.3.4"}, "192.0.2.1"},
		"two headers":                          {[]string{"10.0.0.0/8"}, "10.0.0.7:4000", []string{"198.51.100.9", "192.0.2.1"}, "192.0.2.1"},
		"a port":                               {[]string{"10.0.0.7"}, "10.0.0.7:4000", []string{"192.0.2.1:33"}, "192.0.2.1"},
		"IPv6 in brackets":                     {[]string{"::1"}, "[::1]:4000", []string{"[2001:db8::1]:33"}, "2001:db8::1"},
		"IPv6 in brackets without a port":      {[]string{"::1"}, "[::1]:4000", []string{"[2001:db8::1]"}, "2001:db8::1"},
		"a mapped address":                     {[]string{"10.0.0.7"}, "[::ffff:10.0.0.7]:4000", []string{"::ffff:192.0.2.1"}, "192.0.2.1"},
		"a zone":                               {nil, "[fe80::1%eth0]:4000", nil, "fe80::1"},
		"no address":                           {[]string{"10.0.0.7"}, "10.0.0.7:4000", []string{"192.0.2.1, unknown"}, "10.0.0.7"},
		"all are proxies: the first of them":   {[]string{"10.0.0.0/8"}, "10.0.0.7:4000", []string{"10.0.0.9, 10.0.0.8"}, "10.0.0.9"},
		"more hops than anybody has":           {[]string{"10.0.0.0/8"}, "10.0.0.7:4000", []string{"192.0.2.1" + strings.Repeat(",10.0.0.8", 40)}, "10.0.0.8"},
		"a connection that is no TCP":          {nil, "@", nil, ""},
		"a network written with a host's bits": {[]string{"10.0.0.7/8"}, "10.9.9.9:4000", []string{"192.0.2.1"}, "192.0.2.1"},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := ParseProxies(c.trusted)
			if err != nil {
				t.Fatal(err)
			}
			r := &http.Request{RemoteAddr: c.remote, Header: http.Header{"X-Forwarded-For": c.forwarded}}
			got := p.Client(r)
			if want, _ := netip.ParseAddr(c.want); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
}

func TestWhatIsNoProxy(t *testing.T) {
	for _, text := range []string{"", "proxy.example.cn", "10.0.0.0/33", "*", "10.0.0.7:80"} {
		if _, err := ParseProxies([]string{text}); err == nil || !strings.Contains(err.Error(), "is no address or network") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestNeighboursInIPv6CountAsOne(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"2001:db8::1", "2001:db8::ffff:0:0:1", true},
		{"2001:db8::1", "2001:db8:0:1::1", false},
		{"192.0.2.1", "192.0.2.2", false},
	} {
		if got := Network(netip.MustParseAddr(c.a)) == Network(netip.MustParseAddr(c.b)); got != c.same {
			t.Errorf("%s and %s count as one: %t", c.a, c.b, got)
		}
	}
}
