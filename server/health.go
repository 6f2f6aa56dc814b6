package server

import (
	"context"
	"encoding/json"
	"net/http"
	"time"
)

// health says that the process answers.
func (s *Server) health(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, http.StatusOK, map[string]any{"status": "ok"})
}

// retryAfter is when, in seconds, a client may ask again for what is not there yet.
const retryAfter = "5"

// ready says that questions can be answered: the store answers and holds a graph.
func (s *Server) ready(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
	defer cancel()
	generation, err := s.config.Reader.Generation(ctx)
	switch {
	case err != nil:
		s.config.Logger.WarnContext(ctx, "not ready", "error", err, "request_id", RequestID(ctx))
		w.Header().Set("Retry-After", retryAfter)
		writeJSON(w, http.StatusServiceUnavailable, map[string]any{"status": "unavailable", "reason": "the store does not answer"})
	case generation.Number == 0:
		w.Header().Set("Retry-After", retryAfter)
		writeJSON(w, http.StatusServiceUnavailable, map[string]any{"status": "empty", "reason": "no data are loaded yet: run innograph load"})
	default:
		writeJSON(w, http.StatusOK, map[string]any{"status": "ready", "generation": generation.Number, "loaded": generation.Loaded})
	}
}

// home tells a visitor where things are.
const home = `innograph · 科创图谱

GET  /graphiql         write and run queries in the browser 在线查询
POST /graphql          the GraphQL API 查询接口
GET  /schema.graphql   its schema 接口定义
GET  /healthz          the process answers
GET  /readyz           data are loaded
`

func writeJSON(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // the client went away: nobody is left to tell
}
