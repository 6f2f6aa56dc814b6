package entity

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/load"
)

// Source tells where a statement stands.
type Source struct {
	s     ecosystem.Source
	cited func() *load.Documents
}

func sources(of []ecosystem.Source, cited func() *load.Documents) []Source {
	all := make([]Source, len(of))
	for i, s := range of {
		all[i] = Source{s, cited}
	}
	return all
}

// Document is the document; nil only while a load replaces it.
func (s Source) Document(ctx context.Context) (*Document, error) {
	return document(s.cited().Load(ctx, s.s.Document))
}

// Locator is the place in the document.
func (s Source) Locator() (string, bool) { return known(s.s.Locator) }

// Date is the date of the statement where it differs from the document's.
func (s Source) Date() (string, bool) { return known(s.s.Date) }

// Known tells how the statement is known.
func (s Source) Known() ecosystem.Known { return s.s.Known }

// Confidence lies above 0 and is at most 1.
func (s Source) Confidence() float64 { return s.s.Confidence }

// Certainty is the confidence in three steps.
func (s Source) Certainty() ecosystem.Certainty { return s.s.Certainty() }

// PrintedName is what this source prints where it differs from the name.
func (s Source) PrintedName() (string, bool) { return known(s.s.PrintedName) }

// Note is a remark.
func (s Source) Note() (string, bool) { return known(s.s.Note) }

// Claim is one of several values that sources give for the same field.
type Claim struct {
	Field, Value string
	Sources      []Source
}

// Document is something that can be cited.
type Document struct{ d *ecosystem.Document }

// FindDocument returns the document with this id, nil when nothing has it.
func FindDocument(ctx context.Context, id string) (*Document, error) {
	return document(load.From(ctx).Document(ctx, id))
}

// DocumentFrom returns the document that a loader gives.
func DocumentFrom(ctx context.Context, documents *load.Documents, id string) (*Document, error) {
	return document(documents.Load(ctx, id))
}

func document(d *ecosystem.Document, err error) (*Document, error) {
	if err != nil || d == nil {
		return nil, err
	}
	return &Document{d}, nil
}

// ID is the document's id.
func (d Document) ID() string { return d.d.ID }

// Title is the title.
func (d Document) Title() string { return d.d.Title }

// Issuer is who issued it.
func (d Document) Issuer() (string, bool) { return known(d.d.Issuer) }

// Date is its date, as precise as it is known.
func (d Document) Date() (string, bool) { return known(d.d.Date) }

// URL is its link.
func (d Document) URL() (string, bool) { return known(d.d.URL) }
