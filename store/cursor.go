package store

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"

	"github.com/innograph/innograph/ecosystem"
)

// Scope says what a cursor belongs to: the generation of the graph and the list
// (its arguments without the page), as any value that marshals to JSON.
type Scope struct {
	Generation int64
	List       any
}

type cursor struct {
	Generation int64  `json:"g"`
	List       string `json:"l"`
	Key        Key    `json:"k"`
}

// EncodeCursor makes the opaque cursor of a row.
func EncodeCursor(scope Scope, key Key) string {
	text, err := json.Marshal(cursor{scope.Generation, scope.digest(), key})
	if err != nil {
		panic("store: a cursor does not marshal: " + err.Error())
	}
	return base64.RawURLEncoding.EncodeToString(text)
}

// DecodeCursor reads a cursor of this scope. INVALID_CURSOR: no cursor, or one
// of another list. STALE_CURSOR: one of another generation.
func DecodeCursor(scope Scope, text string) (Key, error) {
	invalid := ecosystem.Errorf(ecosystem.CodeInvalidCursor, "this is not a cursor of this list; take cursors from pageInfo or edges of the same query with the same arguments")
	raw, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		return nil, invalid
	}
	var c cursor
	if err := json.Unmarshal(raw, &c); err != nil || c.List != scope.digest() || len(c.Key) == 0 {
		return nil, invalid
	}
	if c.Generation != scope.Generation {
		return nil, ecosystem.Errorf(ecosystem.CodeStaleCursor, "the data changed since this cursor was given (generation %d, now %d); start again from the first page", c.Generation, scope.Generation)
	}
	return c.Key, nil
}

func (s Scope) digest() string {
	text, err := json.Marshal(s.List)
	if err != nil {
		panic("store: the arguments of a list do not marshal: " + err.Error())
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}
