package trusted

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
)

// Document is one document of a manifest.
type Document struct {
	File string // where it was read, for messages
	ID   string
	Text string
}

// hashPrefix stands before the SHA-256 of a document, in lower-case hexadecimal
// digits, in the form of ids that every server understands.
const hashPrefix = "sha256:"

// Hash is the id that follows from the text of a document.
func Hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hashPrefix + hex.EncodeToString(sum[:])
}

// readFile reads the documents of one manifest, by id.
func readFile(name string) ([]Document, error) {
	text, err := os.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: there is no such file", name)
	case err != nil:
		return nil, err // names the file
	}
	return Parse(name, text)
}

// Parse reads the documents of one manifest, by id; name stands in messages.
func Parse(name string, text []byte) ([]Document, error) {
	byID, err := parse(bytes.TrimPrefix(text, []byte("\ufeff")))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var documents []Document
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		documents = append(documents, Document{name, id, byID[id]})
	}
	return documents, nil
}

// apolloManifest is what Apollo's generate-persisted-query-manifest writes.
type apolloManifest struct {
	Format     string
	Operations []struct{ ID, Body string }
}

// parse understands {"id": "text"}, which innograph, GraphQL Code Generator and
// Relay write, and Apollo's manifest.
func parse(text []byte) (map[string]string, error) {
	var apollo apolloManifest
	if json.Unmarshal(text, &apollo) == nil && apollo.Format == "apollo-persisted-query-manifest" {
		byID := map[string]string{}
		for _, o := range apollo.Operations {
			if before, twice := byID[o.ID]; twice && before != o.Body {
				return nil, fmt.Errorf("two documents have the id %q", o.ID)
			}
			byID[o.ID] = o.Body
		}
		return byID, nil
	}
	var byID map[string]string
	if err := json.Unmarshal(text, &byID); err != nil || byID == nil {
		return nil, errors.New(`this is no manifest: write a JSON object of ids and documents such as {"sha256:…": "query …"}, e.g. by innograph documents`)
	}
	return byID, nil
}

// Ids as the appendix has them. Other prefixes are reserved.
var (
	customID   = regexp.MustCompile(`^[A-Za-z0-9._~-]{1,128}$`)
	prefixedID = regexp.MustCompile(`^x-[A-Za-z0-9._~-]{1,126}:[A-Za-z0-9._~-]{1,128}$`)
)

// checkID refuses ids that no client should send.
func (d Document) checkID() error {
	switch {
	case strings.HasPrefix(d.ID, hashPrefix):
		if want := Hash(d.Text); d.ID != want {
			return fmt.Errorf("the text has another hash, %s: was it changed after the manifest was made?", want)
		}
	case !customID.MatchString(d.ID) && !prefixedID.MatchString(d.ID):
		return errors.New("this is no id of a document: use sha256:HASH, or letters, digits and - . _ ~ without a colon, or x-NAME:ID")
	}
	return nil
}
