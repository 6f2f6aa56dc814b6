package store

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"

	"github.com/innograph/innograph/ecosystem"
)

// Scope says what a cursor belongs to: the generation of the graph and the list
// (its arguments without the page), as any value that marshals to JSON. The signer
// vouches for the cursors of the list.
type Scope struct {
	Generation int64
	List       any
	Signer     Signer
}

type cursor struct {
	Generation int64  `json:"g"`
	List       string `json:"l"`
	Key        Key    `json:"k"`
}

// EncodeCursor makes the opaque cursor of a row: its place, signed.
func EncodeCursor(scope Scope, key Key) string {
	text, err := json.Marshal(cursor{scope.Generation, scope.digest(), key})
	if err != nil {
		panic("store: a cursor does not marshal: " + err.Error())
	}
	return base64.RawURLEncoding.EncodeToString(append(scope.Signer.sign(text), text...))
}

// DecodeCursor reads a cursor of this scope. INVALID_CURSOR: no cursor, one of
// another list, or one that its signer did not give out as it is. STALE_CURSOR:
// one of another generation.
func DecodeCursor(scope Scope, text string) (Key, error) {
	invalid := ecosystem.Errorf(ecosystem.CodeInvalidCursor, "this is not a cursor of this list, or one from before the server was started anew; take cursors from pageInfo or edges of the same query with the same arguments, or start again from the first page")
	raw, err := base64.RawURLEncoding.Strict().DecodeString(text)
	if err != nil || len(raw) < signatureBytes || base64.RawURLEncoding.EncodedLen(len(raw)) != len(text) { // line breaks are skipped
		return nil, invalid
	}
	signature, content := raw[:signatureBytes], raw[signatureBytes:]
	if !scope.Signer.signed(content, signature) {
		return nil, invalid
	}
	var c cursor
	if err := json.Unmarshal(content, &c); err != nil || c.List != scope.digest() || len(c.Key) == 0 {
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
