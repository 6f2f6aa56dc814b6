// Package reply answers requests that never reach the GraphQL endpoint, in the form
// that GraphQL clients read.
package reply

import (
	"encoding/json"
	"mime"
	"net/http"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

const graphqlResponse = "application/graphql-response+json"

// Error answers with one coded error. A request id is told if there is one.
func Error(w http.ResponseWriter, r *http.Request, status int, err *ecosystem.Error, requestID string) {
	extensions := map[string]any{"code": err.Code}
	if requestID != "" {
		extensions["requestId"] = requestID
	}
	h := w.Header()
	h.Set("Content-Type", mediaType(r)+"; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Add("Vary", "Accept")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"errors": []any{ // the client may have gone
		map[string]any{"message": err.Message, "extensions": extensions},
	}})
}

// mediaType tells clients that know it that what comes is a GraphQL response,
// whatever the status; all others get JSON.
func mediaType(r *http.Request) string {
	for part := range strings.SplitSeq(strings.Join(r.Header.Values("Accept"), ","), ",") {
		name, parameters, err := mime.ParseMediaType(part)
		q, given := parameters["q"]
		if err == nil && name == graphqlResponse && (!given || strings.Trim(q, "0.") != "") {
			return graphqlResponse
		}
	}
	return "application/json"
}
