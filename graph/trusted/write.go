package trusted

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Manifest is the manifest of documents, as Read reads it: indented JSON, ordered
// by id, so that a diff shows what changed.
func Manifest(documents []Document) ([]byte, error) {
	byID := map[string]string{}
	for _, d := range documents {
		if before, twice := byID[d.ID]; twice && before != d.Text {
			return nil, fmt.Errorf("%s: another document has the id %s", d.File, d.ID)
		}
		byID[d.ID] = d.Text
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(byID)
	return out.Bytes(), err
}
