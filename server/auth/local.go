package auth

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// proxied names headers that proxies add. A person's own browser sends none.
func proxied() []string {
	return []string{"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via"}
}

// cameFromElsewhere gives the reason to believe that a request to a loopback address
// was not made by somebody on this machine; empty if there is none.
//
// A proxy in front of the server makes strangers look local. A page of another site
// whose name was pointed at 127.0.0.1 (DNS rebinding) makes the browser of somebody
// local ask for it; then the Host is that name.
func cameFromElsewhere(r *http.Request) string {
	for _, header := range proxied() {
		if len(r.Header.Values(header)) > 0 {
			return "came through a proxy to a server without credentials"
		}
	}
	if !isLocalName(r.Host) {
		return "called a server without credentials by a name that is not local"
	}
	return ""
}

// isLocalName tells whether a Host names this machine for itself. An empty one is
// from a client older than the header.
func isLocalName(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.Trim(host, "[]")
	}
	name = strings.ToLower(strings.TrimSuffix(name, "."))
	if name == "" || name == "localhost" || strings.HasSuffix(name, ".localhost") {
		return true
	}
	addr, err := netip.ParseAddr(name)
	return err == nil && addr.Unmap().IsLoopback()
}
