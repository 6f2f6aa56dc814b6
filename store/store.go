package store

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
)

// Reader answers questions. It is safe for concurrent use.
type Reader interface {
	// Entities returns the entities with these ids: the result has the length
	// and order of ids, nil where nothing has the id; a repeated id gives the
	// same entity again. More than Limits.IDs ids: LIMIT_EXCEEDED.
	Entities(ctx context.Context, ids []string) ([]*ecosystem.Entity, error)

	// Documents returns the source documents with these ids, as Entities does.
	Documents(ctx context.Context, ids []string) ([]*ecosystem.Document, error)

	// List returns the entities that the filter holds, in the given order, which
	// always ends in the id.
	List(ctx context.Context, filter Filter, order Order, page Page) (EntityPage, error)

	// Facets counts the entities that the filter holds by each dimension; the
	// result has the length and order of dimensions. See Facet.
	Facets(ctx context.Context, filter Filter, dimensions []Dimension) ([]Facet, error)

	// Search finds entities by name, best first (score, then id); see
	// text.Rank for what a score means. An empty or unreadable text finds
	// nothing.
	Search(ctx context.Context, query string, filter Filter, page Page) (HitPage, error)

	// Neighbors returns the edges of each entity with their far nodes: the
	// result has the length and order of ids, and the page applies to each id.
	// Order: relation type (as text), heavier first, far id, relation id. An unknown id
	// has no edges. A relation is given once per id, seen from that id.
	Neighbors(ctx context.Context, ids []string, filter RelationFilter, page Page) ([]EdgePage, error)

	// Paths returns the best simple paths between two entities; see PathQuery.
	// An unknown id is UNKNOWN_ID.
	Paths(ctx context.Context, query PathQuery) (PathAnswer, error)

	// Walk returns the ends to which weighted walks along a metapath lead, best
	// first, each with the walks that bring most; see WalkQuery. A walk that would
	// touch more relations than it may is LIMIT_EXCEEDED.
	Walk(ctx context.Context, query WalkQuery) (WalkAnswer, error)

	// Generation returns the number and content of the current graph. A store
	// that was never loaded has generation 0 and no entities.
	Generation(ctx context.Context) (Generation, error)

	// Dump hands the whole current graph to visit, in parts of bounded size:
	// documents, then entities, then relations, each sorted by id. All parts are
	// of one generation. It ends early with the error that visit returns.
	Dump(ctx context.Context, visit func(ecosystem.Graph) error) error
}

// Writer takes loads. One load runs at a time.
type Writer interface {
	// Begin opens a load of about this size (0: unknown), which replaces the
	// whole graph on Commit. While another load is open: BUSY.
	Begin(ctx context.Context, size Size) (Load, error)
}

// Size says how much a load is going to bring.
type Size struct{ Documents, Entities, Relations int }

// Load is one replacement of the graph. It is not safe for concurrent use.
type Load interface {
	// Apply adds a part. Entities come before the relations between them; a part
	// that is applied twice changes nothing more. The parts must have passed
	// ecosystem.Validate.
	Apply(ctx context.Context, part ecosystem.Graph) error

	// Commit removes what no part held and makes the new generation current.
	// When nothing at all changed, the old generation stays. A relation whose
	// ends are not in the load is INVALID_DATA, and the graph stays as it was.
	Commit(ctx context.Context) (Generation, Changes, error)

	// Close ends the load: Apply and Commit fail from then on, and without a
	// Commit before, what was applied is dropped.
	// It may be called more than once, and with a context that is over.
	Close(ctx context.Context) error
}

// Store reads and writes.
type Store interface {
	Reader
	Writer
	// Close releases connections; the store must not be used afterwards.
	Close(ctx context.Context) error
}
