package loader

import (
	"context"
	"errors"
	"iter"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/table"
	"github.com/innograph/innograph/store"
)

// Tables are the tables of all sources, found valid, as one graph that is joined
// part by part when it is asked for. Most of it lies in temporary files: memory
// holds the id of each entity, the documents, and one part at a time. Only where
// relations name their ends, instead of writing ids, it held the names of all
// entities while it was opened.
type Tables struct {
	// Readings are the cells that were taken for an entity which has another name
	// on record. A person should look at them.
	Readings Readings
	// Claims are the values on which sources disagree.
	Claims Disagreements

	rows      *rows
	resolver  *resolver
	documents []ecosystem.Document
	size      store.Size
	checked   bool // the parts were joined once and found valid
	progress  Progress
}

// Open reads the tables of all sources, resolves the cells that hold names, joins
// the rows about the same thing and validates the whole. Problems of the tables
// are a *table.Problems, all that there are. The tables must be closed.
func Open(ctx context.Context, progress Progress, sources ...table.Source) (*Tables, error) {
	if len(sources) == 0 {
		return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "no tables were given to read")
	}
	t := &Tables{rows: newRows(ctx, progress), progress: progress}
	if err := t.open(sources); err != nil {
		if e := t.Close(); e != nil {
			err = errors.Join(err, e)
		}
		return nil, err
	}
	return t, nil
}

func (t *Tables) open(sources []table.Source) error {
	var problems table.Problems
	complete, err := table.Stream(&problems, t.rows, sources...)
	if err != nil {
		return err
	}
	if !complete {
		// What could not be read may hold what other rows refer to: to go on
		// would give false alarms.
		return problems.Err()
	}
	t.resolver = newResolver(t.rows, &problems)
	t.joinDocuments()
	if t.resolver.missingTables() {
		if t.Readings, err = resolveNames(t.resolver); err != nil {
			return err
		}
		if err := t.check(); err != nil {
			return err
		}
	}
	t.resolver.problems, t.checked = &table.Problems{}, true // there are none to come
	return problems.Err()
}

// check joins all parts once, to see what is wrong with them and how many rows
// they have.
func (t *Tables) check() error {
	t.size.Documents = len(t.documents)
	done := len(t.rows.documents)
	for part, err := range t.parts() {
		if err != nil {
			return err
		}
		t.size.Entities += len(part.graph.Entities)
		t.size.Relations += len(part.graph.Relations)
		for i := range part.graph.Entities {
			e := &part.graph.Entities[i]
			t.rows.setKind(e.ID, e.Kind)
			t.Claims.add(e)
		}
		done += part.rows
		t.progress.tell(PhaseChecking, done, t.rows.count)
	}
	return nil
}

// part is what is joined at a time.
type part struct {
	graph ecosystem.Graph
	rows  int // of which it was made
}

// parts joins all rows that lie on disk: entities, then relations.
func (t *Tables) parts() iter.Seq2[part, error] {
	return func(yield func(part, error) bool) {
		for _, join := range []func(int) (part, error){t.joinEntities, t.joinRelations} {
			for partition := range partitions {
				p, err := join(partition)
				if !yield(p, err) || err != nil {
					return
				}
			}
		}
	}
}

// Size is how many documents, entities and relations there are.
func (t *Tables) Size() store.Size { return t.size }

// Parts gives the graph in parts of some thousand rows: documents, then entities,
// then the relations between them, each row once and normalized, in no order that
// means anything. It ends with the first error.
func (t *Tables) Parts() iter.Seq2[ecosystem.Graph, error] {
	return func(yield func(ecosystem.Graph, error) bool) {
		pending := ecosystem.Graph{Documents: t.documents}
		for p, err := range t.parts() {
			if err != nil {
				yield(ecosystem.Graph{}, err)
				return
			}
			full := len(pending.Documents)+len(pending.Entities)+len(pending.Relations) >= partSize
			if turn := len(pending.Relations) == 0 && len(p.graph.Relations) > 0; full || turn {
				if !yield(pending, nil) {
					return
				}
				pending = ecosystem.Graph{}
			}
			pending.Entities = append(pending.Entities, p.graph.Entities...)
			pending.Relations = append(pending.Relations, p.graph.Relations...)
		}
		if len(pending.Documents)+len(pending.Entities)+len(pending.Relations) > 0 {
			yield(pending, nil)
		}
	}
}

// Close deletes the temporary files.
func (t *Tables) Close() error { return t.rows.close() }
