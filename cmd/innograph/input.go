package main

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/store"
)

// input is what load is given, read.
type input struct {
	tables *loader.Tables  // on disk; nil where sheets are loaded
	graph  ecosystem.Graph // of sheets, with the tables that they stand on
	base   ecosystem.Graph // without the sheets
	sheets []sheetResult
	// incomplete is the refusal to write a graph from which rejected rows of
	// sheets are missing; it may be compared.
	incomplete error
}

func (in input) size() store.Size {
	if in.tables != nil {
		return in.tables.Size()
	}
	return store.Size{Documents: len(in.graph.Documents), Entities: len(in.graph.Entities), Relations: len(in.graph.Relations)}
}

func (in input) claims() loader.Disagreements {
	if in.tables != nil {
		return in.tables.Claims
	}
	return loader.DisagreementsOf(in.graph)
}

// whole is all of it in memory.
func (in input) whole() (ecosystem.Graph, error) {
	if in.tables != nil {
		return in.tables.Graph()
	}
	return in.graph, nil
}

func (in input) write(ctx context.Context, db store.Store, p *progress) (store.Generation, store.Changes, error) {
	if in.tables != nil {
		return in.tables.Write(ctx, db)
	}
	return loader.Write(ctx, db, in.graph, p.step)
}

func (in input) close() error {
	if in.tables != nil {
		return in.tables.Close()
	}
	return nil
}
