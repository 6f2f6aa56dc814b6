package neo4j

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Import tells what WriteImport has written.
type Import struct {
	Documents, Entities, Relations int
	// Command imports the files, when it is run in their folder; see README.txt.
	Command string
}

// Content is a whole graph to write: that of a store, or one that is made up.
type Content interface {
	Generation(ctx context.Context) (store.Generation, error)
	Dump(ctx context.Context, visit func(ecosystem.Graph) error) error
}

// WriteImport writes the content of a store as the files of `neo4j-admin
// database import full`: the way to fill a database with many millions of rows.
// Rows have the very labels, types and properties that a load would give them,
// so that a database that is filled this way answers the same, and a load of the
// same data finds nothing to change. It takes as little memory as a load does.
func WriteImport(ctx context.Context, dir string, from Content) (out Import, err error) {
	generation, err := from.Generation(ctx)
	if err != nil {
		return Import{}, err
	}
	staged, err := newStage(generation.Size())
	if err != nil {
		return Import{}, err
	}
	defer func() { err = errors.Join(err, staged.close()) }()
	if err := from.Dump(ctx, staged.add); err != nil {
		return Import{}, err
	}
	if err := prepareFolder(dir); err != nil {
		return Import{}, folderFailed(dir, err)
	}
	e, err := staged.encoder(newTree(staged, store.DefaultLimits().TreeDepth), generation.Number)
	if err != nil {
		return Import{}, err
	}
	w := &importWriter{ctx: ctx, dir: dir, encoder: e, generation: generation}
	if err := w.write(); err != nil {
		return Import{}, err
	}
	return Import{
		Documents: len(staged.documents.rows), Entities: len(staged.entities.rows), Relations: len(staged.relations.rows),
		Command: importCommand,
	}, nil
}

// prepareFolder takes the arguments of an earlier export away: they come last, so
// that a folder that has them is whole.
func prepareFolder(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil { //nolint:gosec // the user that Neo4j runs as reads it
		return err
	}
	err := os.Remove(filepath.Join(dir, importArgs))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

func folderFailed(dir string, err error) error {
	return ecosystem.Wrap(err, ecosystem.CodeBadInput, "cannot write to the folder "+dir)
}

// importWriter writes the files one after the other.
type importWriter struct {
	ctx        context.Context //nolint:containedctx // of the one call that it lives in
	dir        string
	encoder    *encoder
	generation store.Generation
	arguments  []string
}

func (w *importWriter) write() error {
	s := w.encoder.stage
	if err := w.meta(); err != nil {
		return err
	}
	for _, g := range s.documents.groups(created) {
		if err := w.nodes(labelDocument, documentColumns(), g.rows, w.encoder.document); err != nil {
			return err
		}
	}
	for _, g := range s.entities.groups(created) {
		kind := s.kinds.all[g.word]
		if err := w.nodes(labelEntity+":"+labelOf(kind), entityColumns(kind), g.rows, w.encoder.entity); err != nil {
			return err
		}
	}
	for _, g := range s.relations.groups(created) {
		if err := w.relations(s.types.all[g.word], g.rows); err != nil {
			return err
		}
	}
	return w.instructions()
}

// meta writes the one node that tells the generation.
func (w *importWriter) meta() error {
	row := encodeMeta(meta{Generation: w.generation})
	return w.nodes(labelMeta, metaColumns(), []uint32{0}, func(uint32) (properties, error) { return row, nil })
}

// nodes writes nodes with these labels. The first of them is the space of their
// ids for most; entities of all kinds share one.
func (w *importWriter) nodes(labels string, columns []column, numbers []uint32, row func(uint32) (properties, error)) error {
	name := labels[strings.LastIndex(labels, ":")+1:]
	space, _, _ := strings.Cut(labels, ":")
	head := []string{"id:ID(" + space + ")"}
	return w.file("--nodes="+labels, "nodes-"+name, head, columns, numbers, func(n uint32) ([]any, properties, error) {
		p, err := row(n)
		return []any{p[propID]}, p, err
	})
}

func (w *importWriter) relations(t ecosystem.RelationType, numbers []uint32) error {
	head := []string{":START_ID(" + labelEntity + ")", ":END_ID(" + labelEntity + ")", "id:string"}
	return w.file("--relationships="+string(t), "relations-"+string(t), head, relationColumns(), numbers, func(n uint32) ([]any, properties, error) {
		r, err := w.encoder.relation(n)
		return []any{r.from, r.to, r.id}, r.properties, err
	})
}

// file writes a file of rows, and beside it one with their header. The cells
// under head stand before those of the columns; all but the id is in columns.
func (w *importWriter) file(argument, name string, head []string, columns []column, numbers []uint32, row func(uint32) ([]any, properties, error)) error {
	for _, c := range columns {
		head = append(head, c.name+":"+c.kind)
	}
	header, data := name+"-header.csv", name+".csv"
	if err := w.create(header, func(f *importFile) error { return f.line(strings.Join(head, ",")) }); err != nil {
		return err
	}
	w.arguments = append(w.arguments, argument+"="+header+","+data)
	return w.create(data, func(f *importFile) error {
		for i, n := range numbers {
			if i%1000 == 0 && w.ctx.Err() != nil {
				return over(w.ctx, nil)
			}
			first, p, err := row(n)
			if err == nil {
				err = f.row(first, columns, p)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func (w *importWriter) create(name string, write func(*importFile) error) error {
	path := filepath.Join(w.dir, name)
	f, err := createImportFile(path)
	if err != nil {
		return folderFailed(w.dir, err)
	}
	if err := errors.Join(write(f), f.close()); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}
