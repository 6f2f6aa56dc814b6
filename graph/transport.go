package graph

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"

	"github.com/99designs/gqlgen/graphql"

	"github.com/innograph/innograph/ecosystem"
)

// checked refuses requests that carry no GraphQL request with a coded error; for
// these gqlgen's transports answer without one, or repeat the request's text.
func checked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var refused *refusal
		switch r.Method {
		case http.MethodGet:
			refused = checkGet(r)
		case http.MethodPost:
			refused = checkPost(r)
		default:
			w.Header().Set("Allow", "GET, POST")
			refused = &refusal{http.StatusMethodNotAllowed, ecosystem.CodeBadInput, "send queries by GET or POST"}
		}
		if refused != nil {
			refused.write(w)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func checkGet(r *http.Request) *refusal {
	for _, name := range []string{"variables", "extensions"} {
		var object map[string]any
		if text := r.URL.Query().Get(name); text != "" && json.Unmarshal([]byte(text), &object) != nil {
			return badRequest(name + " must be a JSON object")
		}
	}
	return nil
}

// checkPost reads the body, which the server in front bounds.
func checkPost(r *http.Request) *refusal {
	mediaType, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || mediaType != "application/json" {
		return &refusal{http.StatusUnsupportedMediaType, ecosystem.CodeBadInput, "the body must be JSON: set Content-Type to application/json"}
	}
	body, err := io.ReadAll(r.Body)
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return &refusal{http.StatusRequestEntityTooLarge, ecosystem.CodeLimitExceeded, "the request body is too large"}
	case err != nil:
		return badRequest("the request body could not be read")
	case json.Unmarshal(body, new(graphql.RawParams)) != nil:
		return badRequest(`the request body must be one JSON object such as {"query": "…", "variables": {…}}; several requests in one are not supported`)
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	return nil
}

// refusal is the answer to what is no GraphQL request.
type refusal struct {
	status  int
	code    ecosystem.Code
	message string
}

func badRequest(message string) *refusal {
	return &refusal{http.StatusBadRequest, ecosystem.CodeBadInput, message}
}

func (f *refusal) write(w http.ResponseWriter) {
	type gqlError struct {
		Message    string            `json:"message"`
		Extensions map[string]string `json:"extensions"`
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(f.status)
	_ = json.NewEncoder(w).Encode(map[string][]gqlError{ // the client may have gone
		"errors": {{f.message, map[string]string{"code": string(f.code)}}},
	})
}
