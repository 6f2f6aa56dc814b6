package transport

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/99designs/gqlgen/graphql"
)

// tag is the entity tag of the answer to a request: all that the answer depends
// on, the generation above all. So whether a cached answer is still right is known
// without executing anything. The generation is asked before the execution: if a
// load comes between, the tag is that of the old data and is not found again.
//
// It is empty when the store does not say its generation; the execution will tell
// why. It is weak because compression changes the bytes.
func (t Transport) tag(ctx context.Context, mediaType string, p *graphql.RawParams) string {
	generation, err := t.Generation(ctx)
	if err != nil {
		return ""
	}
	text, err := json.Marshal([]any{t.Build(), generation.Number, generation.Loaded, mediaType, p.Query, p.OperationName, p.Variables, p.Extensions})
	if err != nil { // a value that came from JSON goes back into it
		panic(err)
	}
	sum := sha256.Sum256(text)
	return `W/"` + base64.RawURLEncoding.EncodeToString(sum[:16]) + `"`
}

// matches tells whether one of the tags that a client holds is this one.
func matches(held []string, tag string) bool {
	if tag == "" {
		return false
	}
	for one := range strings.SplitSeq(strings.Join(held, ","), ",") {
		if strings.TrimPrefix(strings.TrimSpace(one), "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}

// cacheable lets caches keep the answer but ask each time whether it still holds,
// since a load may come at any time.
func (a answerer) cacheable(tag string) {
	a.writer.Header().Set("ETag", tag)
	a.writer.Header().Set("Cache-Control", "no-cache")
}

func (a answerer) notModified(tag string) {
	a.cacheable(tag)
	a.writer.WriteHeader(http.StatusNotModified)
}
