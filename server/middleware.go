package server

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net/http"
	"regexp"
	"runtime/debug"
	"time"
)

const requestIDHeader = "X-Request-Id"

type requestIDKey struct{}

// RequestID is the id of the request that ctx belongs to; empty outside one.
func RequestID(ctx context.Context) string {
	id, _ := ctx.Value(requestIDKey{}).(string)
	return id
}

// observed gives each request an id, logs it once, and turns a panic into a
// plain 500 so that the server goes on.
func (s *Server) observed(next http.Handler) http.Handler {
	wellFormed := regexp.MustCompile(`^[A-Za-z0-9._-]{8,64}$`)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := r.Header.Get(requestIDHeader)
		if !wellFormed.MatchString(id) { // also keeps strangers from writing into the log
			id = rand.Text()[:16]
		}
		w.Header().Set(requestIDHeader, id)
		recorder := &statusRecorder{ResponseWriter: w}
		start := time.Now()
		defer func() {
			level := slog.LevelInfo
			attrs := []slog.Attr{slog.String("request_id", id), slog.String("method", r.Method), slog.String("path", r.URL.Path)}
			if cause := recover(); cause != nil {
				level = slog.LevelError
				attrs = append(attrs, slog.Any("panic", cause), slog.String("stack", string(debug.Stack())))
				if recorder.status == 0 {
					http.Error(recorder, "internal error, request "+id, http.StatusInternalServerError)
				}
			}
			attrs = append(attrs, slog.Int("status", recorder.status), slog.Int64("bytes", recorder.bytes), slog.Duration("took", time.Since(start)))
			s.config.Logger.LogAttrs(r.Context(), level, "request", attrs...)
		}()
		next.ServeHTTP(recorder, r.WithContext(context.WithValue(r.Context(), requestIDKey{}, id)))
	})
}

// bounded limits the body and the time of one request.
func (s *Server) bounded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
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
