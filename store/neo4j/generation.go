package neo4j

import (
	"context"
	"maps"
	"slices"
	"strconv"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// meta is the :Meta node: the current generation, and the one that a large load
// is writing or has left unfinished (0: none).
type meta struct {
	store.Generation
	pending int64
}

// noMeta is the generation of a store that was never loaded.
func noMeta() meta {
	return meta{Generation: store.Generation{Entities: map[ecosystem.Kind]int{}, Relations: map[ecosystem.RelationType]int{}}}
}

// Generation returns the number and content of the current graph.
func (s *Store) Generation(ctx context.Context) (store.Generation, error) {
	found, err := query(ctx, s, metaStatement(), decodeMeta)
	if err != nil {
		return store.Generation{}, err
	}
	for _, m := range found {
		return m.Generation, nil
	}
	return noMeta().Generation, nil
}

func metaStatement() statement {
	return statement{"generation", cypherMeta(), map[string]any{"id": metaID}}
}

func decodeMeta(record *driver.Record) (meta, error) {
	m, r := noMeta(), newRecordReader(record.Values[0])
	m.Number, m.Loaded, m.Documents = int64(r.int(r.field())), r.field(), r.int(r.field())
	r.list(func(int) {}, func() {
		kind := ecosystem.Kind(r.part())
		m.Entities[kind] = r.int(r.part())
	})
	r.list(func(int) {}, func() {
		relationType := ecosystem.RelationType(r.part())
		m.Relations[relationType] = r.int(r.part())
	})
	if r.rest != "" { // a record of an earlier version of the program ends here
		r.list(func(n int) { m.History = make([]store.Step, 0, n) }, func() { m.History = append(m.History, r.step()) })
	}
	m.pending, _ = record.Values[1].(int64)
	return m, r.end()
}

func (r *recordReader) step() store.Step {
	step := store.Step{Number: int64(r.int(r.part())), Loaded: r.part()}
	for _, d := range []*store.Delta{&step.Changes.Documents, &step.Changes.Entities, &step.Changes.Relations} {
		*d = store.Delta{Created: r.int(r.part()), Updated: r.int(r.part()), Removed: r.int(r.part()), Unchanged: r.int(r.part())}
	}
	return step
}

// encodeMeta also tells people who look at the node the number and the time.
func encodeMeta(m meta) properties {
	p := properties{propID: metaID, propRecord: recordOfGeneration(m.Generation), propGeneration: m.Number}
	p.text(propLoaded, m.Loaded)
	if m.pending != 0 {
		p[propPending] = m.pending
	}
	return p
}

func recordOfGeneration(g store.Generation) string {
	var w recordWriter
	w.fields(strconv.FormatInt(g.Number, 10), g.Loaded, strconv.Itoa(g.Documents))
	writeCounts(&w, g.Entities)
	writeCounts(&w, g.Relations)
	w.list(len(g.History), func(i int) []string { return historyParts(g.History[i]) })
	return w.String()
}

func historyParts(s store.Step) []string {
	parts := []string{strconv.FormatInt(s.Number, 10), s.Loaded}
	for _, d := range []store.Delta{s.Changes.Documents, s.Changes.Entities, s.Changes.Relations} {
		parts = append(parts, strconv.Itoa(d.Created), strconv.Itoa(d.Updated), strconv.Itoa(d.Removed), strconv.Itoa(d.Unchanged))
	}
	return parts
}

func writeCounts[W ~string](w *recordWriter, counts map[W]int) {
	words := slices.Sorted(maps.Keys(counts))
	w.list(len(words), func(i int) []string { return []string{string(words[i]), strconv.Itoa(counts[words[i]])} })
}
