package web

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

//go:embed src/gql/persisted-documents.json
var documents []byte

// Dist holds the files of the built explorer; nil when it was not built.
func Dist() fs.FS {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		return nil
	}
	if _, err := fs.Stat(files, "index.html"); err != nil {
		return nil
	}
	return files
}

// Documents is the manifest of the documents that the explorer sends by their ids.
func Documents() []byte { return documents }
