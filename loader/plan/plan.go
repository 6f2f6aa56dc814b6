package plan

import (
	"context"
	"io"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/outline"
	"github.com/innograph/innograph/loader/plan/reader"
)

// Options say how a plan is read. The zero value reads a plan on its own.
type Options struct {
	// Document describes the plan as a source. What is empty is taken from the
	// text: the title, and the id as a slug of it.
	Document ecosystem.Document
	// Documents are known already: when Document has no id and one of these has
	// the plan's title, the plan is that document.
	Documents []ecosystem.Document
	// Lookup knows the entities that exist already; nil knows none.
	Lookup Lookup
	Limits reader.Limits
}

// Lookup finds entities that are known already, so that a plan's names lead to
// their ids. A *resolve.Index is one. One that is a Meaner too is also asked for
// short forms.
type Lookup interface {
	// Find returns the entities that have a name, as canonical or other name,
	// among the given kinds.
	Find(name string, kinds ...ecosystem.Kind) []*ecosystem.Entity
	// ByID returns the entity with an id, or nil.
	ByID(id string) *ecosystem.Entity
	// IDs lists all ids in a fixed order: in running text, names are recognised
	// by being known.
	IDs() []string
}

// Result is what a plan yields.
type Result struct {
	// Graph holds the records; it is complete in itself: the ends of every
	// relation are in it, known ones with their known id, kind and name.
	Graph ecosystem.Graph
	// Outline leads from a locator back to the passage.
	Outline *outline.Outline
	// Diagnostics list what was not understood, in the order of the document.
	Diagnostics []Diagnostic
}

// Diagnostic is something in the plan that yielded no record, or a record that
// a person should look at.
type Diagnostic struct {
	Line    int
	Locator string
	Text    string // the passage, shortened
	Reason  string
}

// Extract reads a plan in any form that reader knows: text, HTML, DOCX or PDF.
func Extract(ctx context.Context, r io.Reader, opts Options) (Result, error) {
	lex, err := lexicon.Load()
	if err != nil {
		return Result{}, err
	}
	lines, err := reader.Read(ctx, r, opts.Limits)
	if err != nil {
		return Result{}, err
	}
	out, err := outline.Build(ctx, lines, lex)
	if err != nil {
		return Result{}, err
	}
	x := newExtraction(opts, lex, out)
	x.plan()
	x.parser = x.newParser()
	x.definitions(x.outline.Root)
	for _, box := range out.Boxes {
		if err := ctx.Err(); err != nil {
			return Result{}, ecosystem.Wrap(err, ecosystem.CodeTimeout, "reading the plan was interrupted")
		}
		x.box(box)
	}
	if err := x.prose(ctx); err != nil {
		return Result{}, err
	}
	return x.result(), nil
}
