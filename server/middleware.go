package server

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net/http"
	"regexp"
	"runtime/debug"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/server/auth"
	"github.com/innograph/innograph/server/reply"
)

const requestIDHeader = "X-Request-Id"

// observed gives each request an id, writes one line of access log and tells
// Config.OnRequest.
func (s *Server) observed(next http.Handler) http.Handler {
	wellFormed := regexp.MustCompile(`^[A-Za-z0-9._-]{8,64}$`)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := r.Header.Get(requestIDHeader)
		if !wellFormed.MatchString(id) { // also keeps strangers from writing into the log
			id = rand.Text()[:16]
		}
		w.Header().Set(requestIDHeader, id)
		recorder, noted := &statusRecorder{ResponseWriter: w}, &notes{id: id}
		start := time.Now()
		ctx, found := auth.WithRecord(context.WithValue(r.Context(), notesKey{}, noted))
		defer func() { // also when the connection is cut by a panic
			took := time.Since(start)
			attrs := []slog.Attr{
				slog.String("request_id", id), slog.String("client", s.config.Proxies.Client(r).String()), slog.String("who", found.Who), slog.String("refused", found.Refused),
				slog.String("method", r.Method), slog.String("path", r.URL.Path),
				slog.Int("status", recorder.status), slog.Int64("bytes", recorder.bytes), slog.Duration("took", took),
				slog.String("user_agent", r.UserAgent()),
			}
			s.config.Logger.LogAttrs(r.Context(), slog.LevelInfo, "request", append(attrs, noted.attrs()...)...)
			s.config.OnRequest(noted.told(), recorder.status, recorder.bytes, took)
		}()
		next.ServeHTTP(recorder, r.WithContext(ctx))
	})
}

// recovered turns a panic into a coded error with the request id, so that the
// server goes on. It stands within the compression, which would send what there is.
func (s *Server) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		recorder := &statusRecorder{ResponseWriter: w}
		defer func() {
			cause := recover()
			if cause == nil {
				return
			}
			id := RequestID(r.Context())
			s.config.Logger.LogAttrs(r.Context(), slog.LevelError, "a request failed",
				slog.String("request_id", id), slog.Any("panic", cause), slog.String("stack", string(debug.Stack())))
			if recorder.status != 0 {
				panic(http.ErrAbortHandler) // half an answer must not look like a whole one
			}
			reply.Error(recorder, r, http.StatusInternalServerError, ecosystem.Errorf(ecosystem.CodeInternal, "the server failed to answer this; the request id helps the operator to find out why"), id)
		}()
		next.ServeHTTP(recorder, r)
	})
}

// bounded limits the body and the time of one request, and how many there are: over
// HTTP/2 there may be many more than connections.
func (s *Server) bounded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		client := s.client(r).ID
		notesOf(r.Context()).client = client
		leave, ok := s.requests.Take(r.Context(), client, 1, 0)
		if !ok {
			w.Header().Set("Retry-After", "1")
			reply.Error(w, r, http.StatusServiceUnavailable, ecosystem.Errorf("OVERLOADED", "you have too many requests under way: wait for answers"), RequestID(r.Context()))
			return
		}
		defer leave()
		ctx, cancel := context.WithTimeout(r.Context(), s.config.RequestTimeout)
		defer cancel()
		r = r.WithContext(ctx)
		r.Body = http.MaxBytesReader(w, r.Body, s.config.MaxBody)
		next.ServeHTTP(w, r)
	})
}

// secured sets the headers that keep a browser from guessing and framing.
func secured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'")
		next.ServeHTTP(w, r)
	})
}

type statusRecorder struct {
	http.ResponseWriter
	status int
	bytes  int64
}

func (r *statusRecorder) WriteHeader(status int) {
	if r.status == 0 {
		r.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

func (r *statusRecorder) Write(p []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	n, err := r.ResponseWriter.Write(p)
	r.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the real writer.
func (r *statusRecorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }
