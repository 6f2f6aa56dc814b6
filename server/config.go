package server

import (
	"io/fs"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/server/auth"
	"github.com/innograph/innograph/server/graphiql"
	"github.com/innograph/innograph/server/peer"
	"github.com/innograph/innograph/server/ratelimit"
	"github.com/innograph/innograph/store"
)

// Config is what a server needs. Zero durations and sizes mean the defaults.
type Config struct {
	Listen  string       // host:port
	GraphQL http.Handler // the endpoint /graphql
	Reader  store.Reader // asked by /readyz
	Store   string       // its kind, told by /readyz
	Version string       // of the program, told by /healthz
	Logger  *slog.Logger
	Schema  string         // the SDL, served as /schema.graphql
	Tabs    []graphiql.Tab // documents that stand ready in /graphiql
	// Explorer holds the files of the built explorer, which is served at / and at every
	// address that leads nowhere else; nil: / tells how to get it.
	Explorer fs.FS
	// Origins may call /graphql from a browser page of another host, each as
	// scheme://host[:port]. Empty: pages of the same host only.
	Origins []string
	// Streams tells the requests to /graphql whose answer stays open; nil: none.
	Streams func(*http.Request) bool
	// H2C takes HTTP/2 without TLS too, for proxies and clients that speak it.
	H2C bool

	Metrics http.Handler // served as /metrics; nil: no such address
	// Around stands around every request, within the access log; nil: nothing does.
	Around func(http.Handler) http.Handler
	// OnRequest is told of each request when it is over: the pattern of its route
	// (empty: none; with " (stream)" where the answer stayed open), its status (0: nothing was answered) and the bytes sent. Nil:
	// nobody is.
	OnRequest func(route string, status int, bytes int64, took time.Duration)

	Gate    *auth.Gate         // who may do what; nil: people on this machine, and it listens to no other
	Limiter *ratelimit.Limiter // what one client may ask for; nil: anything
	Proxies peer.Proxies       // whose word on the client's address counts

	MaxConnections  int           // open at once, in all; of one address what leaves room for others
	MaxBody         int64         // bytes of a request body
	RequestTimeout  time.Duration // for answering one request
	ShutdownTimeout time.Duration // for requests in flight at the end
}

func (c Config) withDefaults() Config {
	if c.MaxConnections == 0 {
		c.MaxConnections = 1024
	}
	if c.MaxBody == 0 {
		c.MaxBody = 1 << 20
	}
	if c.RequestTimeout == 0 {
		c.RequestTimeout = 10 * time.Second
	}
	if c.ShutdownTimeout == 0 {
		c.ShutdownTimeout = 10 * time.Second
	}
	if c.Gate == nil {
		c.Gate = auth.New(auth.Config{})
	}
	if c.Around == nil {
		c.Around = func(h http.Handler) http.Handler { return h }
	}
	if c.OnRequest == nil {
		c.OnRequest = func(string, int, int64, time.Duration) {}
	}
	if c.Streams == nil {
		c.Streams = func(*http.Request) bool { return false }
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	return c
}

// checkOrigins refuses what is no origin, and the star: who may call is named.
func checkOrigins(origins []string) error {
	for _, o := range origins {
		u, err := url.Parse(o)
		if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" || u.Path != "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" || u.Hostname() == "*" {
			return ecosystem.Errorf(ecosystem.CodeBadInput, "%q is no origin: write scheme://host[:port], e.g. https://explorer.example.cn, one for each page host that may call", o)
		}
	}
	return nil
}
