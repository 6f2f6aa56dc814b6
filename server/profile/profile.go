// Package profile serves Go's profiles on an address of their own. They tell much
// of the program's inside, and taking one costs: so they are offered to the machine
// itself only, never beside the API.
package profile

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/pprof"
	"time"

	"github.com/innograph/innograph/ecosystem"
)

// Server serves profiles.
type Server struct {
	listener net.Listener
	http     *http.Server
}

// Listen opens the port. Addresses that other machines can reach are refused with
// BAD_INPUT.
func Listen(ctx context.Context, address string) (*Server, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil || !loopback(host) {
		return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "profiles are served to this machine only, %q may be reached by others: write e.g. --pprof 127.0.0.1:6060, and from elsewhere go through ssh -L 6060:127.0.0.1:6060", address)
	}
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", address)
	if err != nil {
		return nil, ecosystem.Wrap(err, ecosystem.CodeUnavailable, "cannot listen on "+address+" for profiles; choose another port")
	}
	return &Server{listener, &http.Server{Handler: handler(), ReadHeaderTimeout: 5 * time.Second, IdleTimeout: time.Minute}}, nil
}

// loopback tells whether a host is this machine by its numbers; a name other than
// localhost might change.
func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Address is where the profiles are.
func (s *Server) Address() string { return "http://" + s.listener.Addr().String() + "/debug/pprof/" }

// Serve answers until Close.
func (s *Server) Serve() error {
	if err := s.http.Serve(s.listener); !errors.Is(err, http.ErrServerClosed) {
		return ecosystem.Wrap(err, ecosystem.CodeInternal, "profiles are not served any more")
	}
	return nil
}

// Close cuts profiles off that are being taken.
func (s *Server) Close() error { return s.http.Close() }

func handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/debug/pprof/cmdline", pprof.Cmdline)
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("/debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("/debug/pprof/trace", pprof.Trace)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// A page of elsewhere whose name was made to mean this machine must not read.
		if host, _, err := net.SplitHostPort(r.Host); err != nil || !loopback(host) {
			http.Error(w, "ask for this machine by localhost or its numbers", http.StatusForbidden)
			return
		}
		mux.ServeHTTP(w, r)
	})
}
