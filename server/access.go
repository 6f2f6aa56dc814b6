package server

import (
	"net"
	"net/http"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/server/auth"
	"github.com/innograph/innograph/server/peer"
	"github.com/innograph/innograph/server/ratelimit"
)

// require lets through who has a role, as often as one client may come. Requests
// with good credentials count for their holder, all others for the address that
// they come from: so nobody can use up what others may ask for.
func (s *Server) require(role auth.Role, next http.Handler) http.Handler {
	return s.config.Gate.Identify(s.config.Limiter.Handler(s.client, auth.RequireRole(role, next)))
}

func (s *Server) client(r *http.Request) ratelimit.Client {
	who := auth.From(r.Context())
	if who.Name == "" {
		return ratelimit.Client{ID: "address:" + peer.Network(s.config.Proxies.Client(r))}
	}
	return ratelimit.Client{ID: who.Name, Rate: who.Rate}
}

// guarded closes a port that other machines can reach, when nobody is asked for
// credentials there and nobody said that this is meant. What the system bound tells:
// addresses can be written in many ways.
func (s *Server) guarded(listener net.Listener) (net.Listener, error) {
	bound, ok := listener.Addr().(*net.TCPAddr)
	if !s.config.Gate.LocalOnly() || ok && bound.IP.IsLoopback() {
		return listener, nil
	}
	_ = listener.Close() // nothing was read from it
	return nil, ecosystem.Errorf(ecosystem.CodeBadInput,
		"--listen %s can be reached from other machines (it is %s), and nobody would be asked for credentials. Choose one: "+
			"--api-keys FILE (innograph key new makes keys); --jwks URL with --jwt-issuer and --jwt-audience; "+
			"--no-auth, if everybody who reaches the address may query; or --listen 127.0.0.1:8080, for this machine only",
		s.config.Listen, listener.Addr())
}
