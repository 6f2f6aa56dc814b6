package server

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/klauspost/compress/gzhttp"
	"github.com/rs/cors"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/fair"
	"github.com/innograph/innograph/server/auth"
	"github.com/innograph/innograph/server/graphiql"
	"github.com/innograph/innograph/server/static"
)

// Server answers HTTP requests.
type Server struct {
	config Config
	http   *http.Server
	// handler is the whole service.
	handler http.Handler
	started time.Time
	// open and requests share what is there among clients: connections, and requests
	// under way on them.
	open, requests *fair.Pool
	refused        atomic.Int64
	lasting        *lasting
}

// New makes a server; nothing listens yet.
func New(config Config) (*Server, error) {
	if err := checkOrigins(config.Origins); err != nil {
		return nil, err
	}
	config = config.withDefaults()
	s := &Server{config: config, started: time.Now(), open: fair.NewPool(config.MaxConnections, 0), requests: fair.NewPool(config.MaxConnections, 0), lasting: newLasting()}
	var err error
	if s.handler, err = s.routes(); err != nil {
		return nil, ecosystem.Wrap(err, ecosystem.CodeInternal, "the routes of the server could not be made")
	}
	s.http = &http.Server{
		Handler:           s.handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      config.RequestTimeout + 15*time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(config.Logger.Handler(), slog.LevelWarn),
		Protocols:         protocols(config.H2C),
		HTTP2:             &http.HTTP2Config{MaxConcurrentStreams: streams},
	}
	return s, nil
}

// streams is how many requests one HTTP/2 connection may have under way.
const streams = 64

func protocols(h2c bool) *http.Protocols {
	p := &http.Protocols{}
	p.SetHTTP1(true)
	p.SetUnencryptedHTTP2(h2c)
	return p
}

// Handler is the whole service as one handler.
func (s *Server) Handler() http.Handler { return s.handler }

func (s *Server) routes() (http.Handler, error) {
	page, err := graphiql.Handler(s.config.Tabs)
	if err != nil {
		return nil, err
	}
	// gzip and zstd for what is longer than 1 KB and not compressed yet. Where a client
	// takes both, gzip: graphql-codegen on Node 20 says that it takes zstd and then ends
	// on it.
	wrap, err := gzhttp.NewWrapper(gzhttp.PreferZstd(false))
	if err != nil {
		return nil, err
	}
	compressed := s.butStreams(func(next http.Handler) http.Handler { return wrap(next) })
	mux := http.NewServeMux()
	mux.Handle("/graphql", s.crossOrigin(s.graphql()))
	mux.Handle("GET /schema.graphql", s.crossOrigin(s.require(auth.Reader, static.Handler("text/plain; charset=utf-8", []byte(s.config.Schema)))))
	mux.HandleFunc("GET /graphiql", toFolder)
	mux.Handle("GET /graphiql/", http.StripPrefix("/graphiql", page))
	mux.Handle("GET /healthz", s.config.Gate.Identify(http.HandlerFunc(s.health)))
	mux.Handle("GET /readyz", s.config.Gate.Identify(http.HandlerFunc(s.ready)))
	if s.config.Metrics != nil {
		mux.Handle("GET /metrics", s.require(auth.Operator, s.config.Metrics))
	}
	all, err := s.explored(mux)
	if err != nil {
		return nil, err
	}
	return s.observed(s.config.Around(secured(compressed(s.recovered(routed(all)))))), nil
}

// toFolder leads to the page whose files have addresses beside its own. The address
// is relative, so that it holds behind a proxy that serves all this under a prefix.
func toFolder(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Location", "graphiql/")
	w.WriteHeader(http.StatusFound)
}

// crossOrigin lets named origins call; without any, a browser keeps other
// hosts' pages out because no header invites them.
func (s *Server) crossOrigin(next http.Handler) http.Handler {
	if len(s.config.Origins) == 0 {
		return next
	}
	return cors.New(cors.Options{
		AllowedOrigins: s.config.Origins,
		AllowedMethods: []string{http.MethodGet, http.MethodPost},
		AllowedHeaders: []string{"Accept", "Content-Type", "Authorization", "If-None-Match", requestIDHeader},
		ExposedHeaders: []string{requestIDHeader, "ETag", "Retry-After", "WWW-Authenticate"},
		MaxAge:         600,
	}).Handler(next)
}

// Connections tells how many are open and how many were refused so far.
func (s *Server) Connections() (open int, refused int64) { return s.open.Used(), s.refused.Load() }

// Listen opens the port. A port in use or not allowed is said in plain words.
func (s *Server) Listen(ctx context.Context) (net.Listener, error) {
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", s.config.Listen)
	switch {
	case err == nil:
		return s.guarded(listener)
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, ecosystem.Wrap(err, ecosystem.CodeUnavailable, "another program listens on "+s.config.Listen+"; stop it or choose another address, e.g. --listen 127.0.0.1:8081")
	case errors.Is(err, syscall.EACCES):
		return nil, ecosystem.Wrap(err, ecosystem.CodeUnavailable, "no permission to listen on "+s.config.Listen+"; ports below 1024 need it, e.g. use --listen 127.0.0.1:8080")
	default:
		return nil, ecosystem.Wrap(err, ecosystem.CodeBadInput, "cannot listen on "+s.config.Listen+"; write host:port, e.g. --listen 127.0.0.1:8080")
	}
}

// Serve answers on listener until ctx ends, then lets requests in flight finish
// within the shutdown timeout.
func (s *Server) Serve(ctx context.Context, listener net.Listener) error {
	failed := make(chan error, 1)
	go func() { failed <- s.http.Serve(connections{listener, s.open, &s.refused}) }()
	select {
	case err := <-failed:
		return ecosystem.Wrap(err, ecosystem.CodeInternal, "the HTTP server stopped")
	case <-ctx.Done():
	}
	s.lasting.stop()
	end, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.config.ShutdownTimeout)
	defer cancel()
	if err := errors.Join(s.http.Shutdown(end), s.lasting.wait(end)); err != nil {
		return ecosystem.Wrap(err, ecosystem.CodeTimeout, "requests in flight did not end in time and were cut off")
	}
	return nil
}
