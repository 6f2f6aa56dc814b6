// Package schema holds the SDL of the GraphQL API, one file per noun, and example
// documents beside it. The files are the source: package graph is generated from
// them, and the server hands them out.
package schema

import (
	"embed"
	"io/fs"
	"path"
	"strings"
)

//go:embed *.graphql
var sdl embed.FS

//go:embed examples/*.graphql
var examples embed.FS

// SDL is the whole schema as one document.
func SDL() string {
	var b strings.Builder
	names, err := fs.Glob(sdl, "*.graphql")
	if err != nil {
		panic("schema: " + err.Error()) // the pattern is a constant
	}
	for i, name := range names {
		if i > 0 {
			b.WriteByte('\n')
		}
		text, err := sdl.ReadFile(name)
		if err != nil {
			panic("schema: an embedded file cannot be read: " + err.Error())
		}
		b.Write(text)
	}
	return b.String()
}

// Example is a document that answers one question.
type Example struct {
	Name      string // file name without ending
	Document  string
	Variables string // JSON object; empty without variables
}

const variablesHeader = "# variables: "

// Examples lists the example documents by name. A line "# variables: {…}" before
// a document holds its variables.
func Examples() []Example {
	names, err := fs.Glob(examples, "examples/*.graphql")
	if err != nil {
		panic("schema: " + err.Error()) // the pattern is a constant
	}
	all := make([]Example, len(names))
	for i, name := range names {
		text, err := examples.ReadFile(name)
		if err != nil {
			panic("schema: an embedded file cannot be read: " + err.Error())
		}
		all[i] = Example{Name: strings.TrimSuffix(path.Base(name), ".graphql"), Document: string(text)}
		for line := range strings.Lines(string(text)) {
			if rest, ok := strings.CutPrefix(line, variablesHeader); ok {
				all[i].Variables = strings.TrimSpace(rest)
			}
		}
	}
	return all
}
