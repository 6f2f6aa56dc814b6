package server

import (
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/server/auth"
	"github.com/innograph/innograph/store"
)

// health says that the process answers, and operators which program it is, and since
// when.
func (s *Server) health(w http.ResponseWriter, r *http.Request) {
	tell(w, r, http.StatusOK, "ok", map[string]any{
		"version": s.config.Version,
		"started": s.started.UTC().Format(time.RFC3339), "uptimeSeconds": int64(time.Since(s.started).Seconds()),
	})
}

// retryAfter is when, in seconds, a client may ask again for what is not there yet.
const retryAfter = "5"

// ready says that questions can be answered: the store answers and holds a graph;
// and how much that is, so that an empty or half loaded graph is seen. A copy also says
// how old it is; that it may be out of date is no reason to stop asking it.
func (s *Server) ready(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
	defer cancel()
	generation, err := s.config.Reader.Generation(ctx)
	switch {
	case err != nil:
		s.config.Logger.WarnContext(ctx, "not ready", "error", err, "request_id", RequestID(ctx))
		w.Header().Set("Retry-After", retryAfter)
		tell(w, r, http.StatusServiceUnavailable, "unavailable", map[string]any{"store": s.config.Store, "reason": "the store does not answer", "code": ecosystem.CodeOf(err)})
	case generation.Number == 0:
		w.Header().Set("Retry-After", retryAfter)
		tell(w, r, http.StatusServiceUnavailable, "empty", map[string]any{"store": s.config.Store, "reason": "no data are loaded yet: run innograph load"})
	default:
		details := map[string]any{
			"store": s.config.Store, "generation": generation.Number, "loaded": generation.Loaded,
			"documents": generation.Documents, "entities": sum(generation.Entities), "relations": sum(generation.Relations),
		}
		if f, copied := store.FreshnessOf(s.config.Reader); copied {
			details["checked"], details["stale"] = f.Checked.UTC().Format(time.RFC3339), f.Stale
		}
		tell(w, r, http.StatusOK, "ready", details)
	}
}

func sum[K comparable](counts map[K]int) (total int) {
	for _, n := range counts {
		total += n
	}
	return total
}

// home tells a visitor where things are.
const home = `innograph · 科创图谱

GET  /graphiql         write and run queries in the browser 在线查询
POST /graphql          the GraphQL API 查询接口; subscriptions too 订阅
GET  /schema.graphql   its schema 接口定义
GET  /healthz          the process answers
GET  /readyz           data are loaded
GET  /metrics          figures for Prometheus
`

// tell answers everybody with one word; the details are for operators.
func tell(w http.ResponseWriter, r *http.Request, status int, word string, details map[string]any) {
	body := map[string]any{"status": word}
	if auth.From(r.Context()).Role.Includes(auth.Operator) {
		maps.Copy(body, details)
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // the client went away: nobody is left to tell
}
