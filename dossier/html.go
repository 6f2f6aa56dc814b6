package dossier

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
)

//go:embed page.gohtml
var layout string

// HTML writes the pages as one document; each begins on a sheet of paper of its own.
func HTML(w io.Writer, pages []Page) error {
	t, err := template.New("page").Parse(layout)
	if err != nil {
		return fmt.Errorf("parse the layout of the page: %w", err)
	}
	if err := t.Execute(w, pages); err != nil {
		return fmt.Errorf("write the page: %w", err)
	}
	return nil
}
