package peer

import (
	"net/http"
	"net/netip"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// Proxies are the addresses of proxies whose X-Forwarded-For is believed. The zero
// value believes none: anybody can send that header.
type Proxies struct{ trusted []netip.Prefix }

// ParseProxies reads addresses and networks, such as 10.0.0.7 and 10.1.0.0/16.
func ParseProxies(list []string) (Proxies, error) {
	var p Proxies
	for _, text := range list {
		network, err := parseNetwork(strings.TrimSpace(text))
		if err != nil {
			return Proxies{}, ecosystem.Errorf(ecosystem.CodeBadInput, "%q is no address or network of a proxy: write e.g. 10.0.0.7 or 10.1.0.0/16", text)
		}
		p.trusted = append(p.trusted, network)
	}
	return p, nil
}

func parseNetwork(text string) (netip.Prefix, error) {
	if strings.Contains(text, "/") {
		network, err := netip.ParsePrefix(text)
		return network.Masked(), err
	}
	addr, err := netip.ParseAddr(text)
	if err != nil {
		return netip.Prefix{}, err
	}
	addr = plain(addr)
	return netip.PrefixFrom(addr, addr.BitLen()), nil
}

// maxHops bounds how many addresses of a header are looked at.
const maxHops = 32

// Client is the address of the client; the zero Addr when there is none to tell.
//
// Each proxy writes behind what it was sent, so that the header is read from its
// end: the last address that is no trusted proxy is the client. What stands before
// it is the client's own word and counts for nothing.
func (p Proxies) Client(r *http.Request) netip.Addr {
	client := parseHop(r.RemoteAddr)
	if !p.trusts(client) {
		return client
	}
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(hops) - 1; i >= 0 && i >= len(hops)-maxHops; i-- {
		hop := parseHop(strings.TrimSpace(hops[i]))
		if !hop.IsValid() {
			break // written by nobody who can be trusted
		}
		client = hop
		if !p.trusts(client) {
			break
		}
	}
	return client
}

func (p Proxies) trusts(addr netip.Addr) bool {
	for _, network := range p.trusted {
		if network.Contains(addr) {
			return true
		}
	}
	return false
}

// parseHop reads an address with or without a port; the zero Addr if it is none.
func parseHop(text string) netip.Addr {
	if withPort, err := netip.ParseAddrPort(text); err == nil {
		return plain(withPort.Addr())
	}
	addr, err := netip.ParseAddr(strings.Trim(text, "[]"))
	if err != nil {
		return netip.Addr{}
	}
	return plain(addr)
}

// plain writes one address in one way.
func plain(addr netip.Addr) netip.Addr { return addr.Unmap().WithZone("") }

// Network is whom an address counts as: itself or, with IPv6, its /64, because a
// single customer has at least that many addresses.
func Network(addr netip.Addr) string {
	if addr.Is6() {
		if network, err := addr.Prefix(64); err == nil {
			return network.String()
		}
	}
	return addr.String()
}
