package neo4j

import (
	"context"
	"iter"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// SetTransactionRows makes loads that change more rows go in batches.
func (s *Store) SetTransactionRows(rows int) { s.transactionRows = rows }

// EncodedRows gives each row of a graph as the database should have it, in the
// form in which a statement returns it: node, id, labels, properties, or type,
// id, ends, properties.
func EncodedRows(parts iter.Seq[ecosystem.Graph], each func([]any)) error {
	s, err := newStage(store.Size{})
	if err != nil {
		return err
	}
	defer func() { _ = s.close() }()
	for part := range parts {
		if err := s.add(part); err != nil {
			return err
		}
	}
	e, err := s.encoder(newTree(s, store.DefaultLimits().TreeDepth), 0)
	if err != nil {
		return err
	}
	for n := range s.documents.rows {
		p, err := e.document(uint32(n))
		if err != nil {
			return err
		}
		each([]any{"node", p[propID], []any{labelDocument}, map[string]any(p)})
	}
	for n, row := range s.entities.rows {
		p, err := e.entity(uint32(n))
		if err != nil {
			return err
		}
		each([]any{"node", p[propID], []any{labelEntity, labelOf(s.kinds.all[row.word])}, map[string]any(p)})
	}
	for n, row := range s.relations.rows {
		r, err := e.relation(uint32(n))
		if err != nil {
			return err
		}
		each([]any{string(s.types.all[row.word]), r.id, []any{r.from, r.to}, map[string]any(r.properties)})
	}
	return nil
}

// RunForever runs a statement that does not end by itself.
func (s *Store) RunForever(ctx context.Context) error {
	_, err := query(ctx, s, statement{name: "forever", text: "UNWIND range(1, 10000000) AS x UNWIND range(1, 1000000) AS y RETURN count(*)"},
		func(*driver.Record) (int, error) { return 0, nil })
	return err
}

// RunOutOfMemory runs a statement that collects more than the server has room for.
func (s *Store) RunOutOfMemory(ctx context.Context) error {
	_, err := query(ctx, s, statement{name: "hoard", text: "UNWIND range(1, 1000000000) AS x WITH collect(toString(x)) AS hoard RETURN size(hoard)"},
		func(*driver.Record) (int, error) { return 0, nil })
	return err
}

// Stage is a stage outside of a load.
type Stage struct{ *stage }

// NewStage makes one of unannounced size.
func NewStage() (Stage, error) {
	s, err := newStage(store.Size{})
	return Stage{s}, err
}

// Add takes in a part.
func (s Stage) Add(part ecosystem.Graph) error { return s.add(part) }

// Rows counts what is staged.
func (s Stage) Rows() (entities, relations int) {
	return len(s.entities.rows), len(s.relations.rows)
}

// Spooled is the size of the temporary file in bytes.
func (s Stage) Spooled() int64 { return s.spool.size }

// Close ends the stage.
func (s Stage) Close() error { return s.close() }

// WriteRows writes the import files of a graph.
func WriteRows(dir string, g ecosystem.Graph) error {
	_, err := WriteImport(context.Background(), dir, graphReader{g})
	return err
}

type graphReader struct{ graph ecosystem.Graph }

func (r graphReader) Generation(context.Context) (store.Generation, error) {
	return store.Generation{Number: 1}, nil
}

func (r graphReader) Dump(_ context.Context, visit func(ecosystem.Graph) error) error {
	return visit(r.graph)
}
