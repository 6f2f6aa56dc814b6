package neo4j

import (
	"context"
	"maps"
	"slices"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// storedRow is what the database says of a row without showing it.
type storedRow struct{ hash, relationType string }

// stored is what the database holds before a load.
type stored struct {
	meta                           meta
	documents, entities, relations map[string]storedRow
}

// stored reads the fingerprints of all rows. Nobody else loads meanwhile.
func (l *lock) stored(ctx context.Context) (*stored, error) {
	out := &stored{meta: noMeta()}
	records, err := l.run(ctx, metaStatement())
	if err != nil {
		return nil, err
	}
	for _, record := range records {
		if out.meta, err = decodeMeta(record); err != nil {
			return nil, err
		}
	}
	if out.documents, err = l.storedRows(ctx, statement{name: "stored documents", text: cypherStoredNodes(labelDocument)}); err != nil {
		return nil, err
	}
	if out.entities, err = l.storedRows(ctx, statement{name: "stored entities", text: cypherStoredNodes(labelEntity)}); err != nil {
		return nil, err
	}
	out.relations, err = l.storedRows(ctx, statement{name: "stored relations", text: cypherStoredRelations()})
	return out, err
}

func (l *lock) storedRows(ctx context.Context, st statement) (map[string]storedRow, error) {
	l.store.sent(st)
	result, err := l.tx.Run(ctx, st.text, nil)
	if err != nil {
		return nil, err
	}
	out := map[string]storedRow{}
	var record *driver.Record
	for result.NextRecord(ctx, &record) {
		id, _ := record.Values[0].(string) // a row without an id is not ours and stays
		hash, _ := record.Values[1].(string)
		relationType, _ := record.Values[2].(string)
		if id != "" {
			out[id] = storedRow{hash, relationType}
		}
	}
	return out, result.Err()
}

// diff sorts the ids of one sort of rows by what has to be done. A refreshed row
// says what it said before, and only what is derived from it is another.
type diff struct {
	created, updated, refreshed, removed []string
	unchanged                            int
}

// diffOf compares the hashes that are there with those that should be. A hash is
// the fingerprint of the row and, behind a point, the format of its record and a
// digest of what is derived.
func diffOf[T any](have map[string]storedRow, want map[string]T, hash func(T) string) diff {
	var d diff
	for _, id := range slices.Sorted(maps.Keys(want)) {
		row, there := have[id]
		wanted := hash(want[id])
		switch {
		case !there:
			d.created = append(d.created, id)
		case fingerprintIn(row.hash) != fingerprintIn(wanted):
			d.updated = append(d.updated, id)
		case row.hash != wanted:
			d.refreshed = append(d.refreshed, id)
		default:
			d.unchanged++
		}
	}
	for id := range have {
		if _, wanted := want[id]; !wanted {
			d.removed = append(d.removed, id)
		}
	}
	slices.Sort(d.removed)
	return d
}

func fingerprintIn(hash string) string {
	fingerprint, _, _ := strings.Cut(hash, ".")
	return fingerprint
}

func (d diff) delta() store.Delta {
	return store.Delta{
		Created: len(d.created), Updated: len(d.updated), Removed: len(d.removed),
		Unchanged: len(d.refreshed) + d.unchanged,
	}
}

// written lists the ids that have to be written.
func (d diff) written() []string { return slices.Concat(d.created, d.updated, d.refreshed) }

func (d diff) rows() int { return len(d.written()) + len(d.removed) }

// plan is what a load has to write.
type plan struct {
	load                           *load
	tree                           *tree
	have                           *stored
	generation                     store.Generation
	documents, entities, relations diff
}

func (l *load) compare(have *stored) *plan {
	t := newTree(l.entities, l.relations, l.store.limits.TreeDepth)
	return &plan{
		load: l, have: have, tree: t,
		documents: diffOf(have.documents, l.documents, documentHash),
		entities:  diffOf(have.entities, l.entities, t.hash),
		relations: diffOf(have.relations, l.relations, relationHash),
	}
}

func (t *tree) hash(e *ecosystem.Entity) string { return entityHash(e, t.derive(e)) }

func entityHash(e *ecosystem.Entity, derived properties) string {
	return e.Fingerprint() + "." + recordFormat + derived.digest()
}

func relationHash(r *ecosystem.Relation) string { return r.Fingerprint() + "." + recordFormat }

func documentHash(d *ecosystem.Document) string { return d.Fingerprint() + "." + recordFormat }

func (p *plan) changes() store.Changes {
	return store.Changes{Documents: p.documents.delta(), Entities: p.entities.delta(), Relations: p.relations.delta()}
}

func (p *plan) rows() int { return p.documents.rows() + p.entities.rows() + p.relations.rows() }

// byKind groups ids of entities by kind, in the order of the vocabulary.
func (p *plan) byKind(ids []string) []group {
	return grouped(ids, ecosystem.Kinds(), func(info ecosystem.KindInfo) string { return string(info.Kind) },
		func(id string) string { return string(p.load.entities[id].Kind) })
}

// byType groups ids of relations by type.
func byType(ids []string, typeOf func(id string) string) []group {
	return grouped(ids, ecosystem.RelationTypes(), func(info ecosystem.RelationInfo) string { return string(info.Type) }, typeOf)
}

// group is the ids that one statement text writes.
type group struct {
	name string // of the kind or type
	ids  []string
}

func grouped[W any](ids []string, words []W, name func(W) string, nameOf func(id string) string) []group {
	byName := map[string][]string{}
	for _, id := range ids {
		byName[nameOf(id)] = append(byName[nameOf(id)], id)
	}
	var out []group
	for _, w := range words {
		if ids := byName[name(w)]; len(ids) > 0 {
			out = append(out, group{name(w), ids})
		}
	}
	return out
}
