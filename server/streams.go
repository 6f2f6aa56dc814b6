package server

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/server/auth"
	"github.com/innograph/innograph/server/reply"
)

// lasting are the answers that stay open. http.Server neither ends them nor waits
// for those that have become WebSockets.
type lasting struct {
	running context.Context //nolint:containedctx // ends with the server
	end     context.CancelFunc
	mu      sync.Mutex // between stop and begin
	open    sync.WaitGroup
}

func newLasting() *lasting {
	s := &lasting{}
	s.running, s.end = context.WithCancel(context.Background())
	return s
}

// begin counts one more; false when the server is stopping.
func (s *lasting) begin() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.running.Err() != nil {
		return false
	}
	s.open.Add(1)
	return true
}

// stop ends them all; none begins any more.
func (s *lasting) stop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.end()
}

// wait waits, after stop, until all have ended.
func (s *lasting) wait(ctx context.Context) error {
	done := make(chan struct{})
	go func() {
		s.open.Wait()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// butStreams leaves a wrapping out for what stays open.
func (s *Server) butStreams(wrap func(http.Handler) http.Handler) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		wrapped := wrap(next)
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if s.config.Streams(r) {
				next.ServeHTTP(w, r)
				return
			}
			wrapped.ServeHTTP(w, r)
		})
	}
}

// lookAgain is how often the credentials of an answer that stays open are looked at. With
// the time until a changed file of keys is read, one that was revoked ends within 10 s.
const lookAgain = 5 * time.Second

// graphql is the endpoint with who may ask it and what bounds its answers. One that
// stays open counts in the rate of its client, but takes no part of its share of
// the requests that are answered at once: subscriptions are bounded for themselves.
func (s *Server) graphql() http.Handler {
	short := s.require(auth.Reader, s.bounded(s.config.GraphQL))
	long := s.config.Gate.Identify(s.config.Limiter.Once(s.client, s.config.Gate.Throughout(auth.Reader, lookAgain, s.streamed(s.config.GraphQL))))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.config.Streams(r) {
			long.ServeHTTP(w, r)
			return
		}
		short.ServeHTTP(w, r)
	})
}

// streamed lets an answer stay open until the server stops: the timeout of requests
// is not for it. The deadlines of the connection are lifted by who has read the
// request and bounds what follows.
func (s *Server) streamed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.mayStream(r) {
			s.refuse(w, r, http.StatusForbidden, ecosystem.CodeForbidden, "pages of this origin may not subscribe here; the operator can allow it with --origin")
			return
		}
		if !s.lasting.begin() {
			w.Header().Set("Retry-After", retryAfter)
			s.refuse(w, r, http.StatusServiceUnavailable, ecosystem.CodeUnavailable, "the server is stopping")
			return
		}
		defer s.lasting.open.Done()
		noted := notesOf(r.Context())
		client := s.client(r)
		noted.client, noted.lasting = client.ID, true
		noted.again = func() error { return s.config.Limiter.Take(client) }
		ctx, cancel := context.WithCancel(r.Context())
		defer cancel()
		defer context.AfterFunc(s.lasting.running, cancel)()
		r = r.WithContext(ctx)
		r.Body = http.MaxBytesReader(w, r.Body, s.config.MaxBody)
		next.ServeHTTP(w, r)
	})
}

func (s *Server) refuse(w http.ResponseWriter, r *http.Request, status int, code ecosystem.Code, message string) {
	reply.Error(w, r, status, ecosystem.Errorf(code, "%s", message), RequestID(r.Context()))
}

// mayStream tells whether the page that a request comes from may subscribe. A
// browser opens WebSockets to any server without asking, so that the server has to
// look itself; programs other than browsers name no origin. Nor does a page that
// asks blindly, without being able to read the answer: Sec-Fetch-Site tells of it.
func (s *Server) mayStream(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if origin == "" {
		return r.Header.Get("Sec-Fetch-Site") != "cross-site"
	}
	if slices.ContainsFunc(s.config.Origins, func(allowed string) bool { return strings.EqualFold(allowed, origin) }) {
		return true
	}
	page, err := url.Parse(origin)
	return err == nil && page.Host != "" && strings.EqualFold(page.Host, r.Host)
}
