package neo4j_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"strconv"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"golang.org/x/sync/errgroup"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/loader/table"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/neo4j"
	"github.com/innograph/innograph/store/neo4j/neo4jtest"
)

// loadEntities is how many entities the loaded graph has; there are ten relations
// for each. A variable of the environment, because a script cannot give a flag of
// a test before the packages.
func loadEntities(b *testing.B) int {
	b.Helper()
	n, err := strconv.Atoi(cmp.Or(os.Getenv("LOAD_ENTITIES"), "20000"))
	if err != nil {
		b.Fatalf("LOAD_ENTITIES: %v", err)
	}
	return n
}

// BenchmarkLoad loads a made-up graph with the store, and sends the very rows
// that the store makes of it bare through the driver: the same labels, ids and
// properties, under the same constraints and indexes, already made when the
// clock starts. scripts/bench-load.sh prints ratios.
//
// "tables" is all that `innograph load` does: the same graph is read from CSV files,
// checked, and loaded.
//
//	first    into an empty database; bare: CREATE, two requests at a time
//	again    the same graph again; bare: MERGE and SET of the same rows
//	changed  with another source in every row; bare: MERGE and SET of those rows
func BenchmarkLoad(b *testing.B) {
	server := neo4jtest.Open(b)
	graph := bulk{Entities: loadEntities(b), PerEntity: 10}
	changed := graph
	changed.Version = 1
	s := openEmpty(b, server, neo4j.Config{})
	warm := bulk{Entities: min(10_000, loadEntities(b)), PerEntity: 10}
	if _, _, err := loadParts(b.Context(), s, store.Size{}, warm.parts(5000)); err != nil {
		b.Fatalf("warm up: %v", err)
	}

	bare := newBareLoader(b, server)
	server.Wipe(b)
	rows := encodedRows(b, graph)
	clocked(b, "first/bare", rows.count, func() error { return bare.create(b.Context(), rows) })
	clocked(b, "again/bare", rows.count, func() error { return bare.merge(b.Context(), rows) })
	rows = encodedRows(b, changed)
	clocked(b, "changed/bare", rows.count, func() error { return bare.merge(b.Context(), rows) })
	count := rows.count
	rows = bareRows{}
	debug.FreeOSMemory()

	tables := graph.tables(b)
	debug.FreeOSMemory()
	server.Wipe(b)
	clocked(b, "first/tables", count, func() error { return loadTables(b, s, tables) })
	clocked(b, "again/tables", count, func() error { return loadTables(b, s, tables) })

	server.Wipe(b)
	parts := slices.Collect(graph.clonedParts(5000))
	load := func() error {
		_, _, err := loadParts(b.Context(), s, store.Size{}, slices.Values(parts))
		return err
	}
	clocked(b, "first/store", count, load)
	clocked(b, "again/store", count, load)
	parts = slices.Collect(changed.clonedParts(5000))
	clocked(b, "changed/store", count, load)
}

// tables writes the graph as CSV files and tells where they are: LOAD_TABLES, where
// they stay, or a temporary folder.
func (b bulk) tables(t *testing.B) string {
	t.Helper()
	var g ecosystem.Graph
	for part := range b.clonedParts(5000) {
		g.Documents = append(g.Documents, part.Documents...)
		g.Entities = append(g.Entities, part.Entities...)
		g.Relations = append(g.Relations, part.Relations...)
	}
	dir := cmp.Or(os.Getenv("LOAD_TABLES"), filepath.Join(t.TempDir(), "tables"))
	if err := table.Write(dir, g, table.Options{}); err != nil {
		t.Fatal(err)
	}
	return dir
}

// loadTables is what innograph load does.
func loadTables(b *testing.B, s *neo4j.Store, dir string) (err error) {
	source, err := table.Open(dir)
	if err != nil {
		return err
	}
	tables, err := loader.Open(b.Context(), nil, source)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, tables.Close()) }()
	_, _, err = tables.Write(b.Context(), s)
	return err
}

// peakHeap looks at the heap until it is asked for the largest.
func peakHeap(b *testing.B) func() uint64 {
	b.Helper()
	done, most := make(chan struct{}), make(chan uint64)
	go func() {
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		highest, tick := uint64(0), time.NewTicker(20*time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				metrics.Read(sample)
				highest = max(highest, sample[0].Value.Uint64())
			case <-done:
				most <- highest
				return
			}
		}
	}()
	return func() uint64 {
		close(done)
		return <-most
	}
}

// clocked times one load and tells how large the heap grew, with what lies in
// memory to be loaded.
func clocked(b *testing.B, name string, rows int, load func() error) {
	b.Helper()
	b.Run(name, func(b *testing.B) {
		if b.N > 1 {
			b.Fatal("a load is measured once: -benchtime 1x")
		}
		start, peak := time.Now(), peakHeap(b)
		err := load()
		highest := peak()
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(rows)/time.Since(start).Seconds(), "rows/s")
		b.ReportMetric(float64(highest>>20), "peak-MB")
	})
}

// bareRows are the rows of a graph by label or type, as statements take them.
type bareRows struct {
	nodes, relations map[string][]any
	count            int
}

func encodedRows(b *testing.B, graph bulk) bareRows {
	b.Helper()
	out := bareRows{nodes: map[string][]any{}, relations: map[string][]any{}}
	err := neo4j.EncodedRows(graph.parts(5000), func(values []any) {
		out.count++
		list := values[2].([]any)
		if sort := values[0].(string); sort != "node" {
			out.relations[sort] = append(out.relations[sort], map[string]any{
				"id": values[1], "from": list[0], "to": list[1], "properties": values[3],
			})
			return
		}
		label := list[len(list)-1].(string)
		out.nodes[label] = append(out.nodes[label], values[3])
	})
	if err != nil {
		b.Fatalf("encode the graph: %v", err)
	}
	return out
}

// bareLoader sends rows without a thought.
type bareLoader struct{ driver driver.DriverWithContext }

func newBareLoader(b *testing.B, server neo4jtest.Server) bareLoader {
	b.Helper()
	d, err := driver.NewDriverWithContext(server.URI, driver.BasicAuth(server.User, server.Password, ""))
	if err != nil {
		b.Fatalf("connect: %v", err)
	}
	b.Cleanup(func() { _ = d.Close(context.WithoutCancel(b.Context())) })
	return bareLoader{d}
}

func (l bareLoader) create(ctx context.Context, rows bareRows) error {
	node := func(label string) string {
		if label == "Document" {
			return "UNWIND $rows AS row CREATE (n:Document) SET n = row"
		}
		return "UNWIND $rows AS row CREATE (n:Entity:" + label + ") SET n = row"
	}
	relation := func(name string) string {
		return "UNWIND $rows AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) " +
			"CREATE (a)-[r:" + name + "]->(b) SET r = row.properties"
	}
	const requests = 2
	if err := l.send(ctx, rows.nodes, requests, node); err != nil {
		return err
	}
	return l.send(ctx, rows.relations, requests, relation)
}

func (l bareLoader) merge(ctx context.Context, rows bareRows) error {
	node := func(label string) string {
		if label == "Document" {
			return "UNWIND $rows AS row MERGE (n:Document {id: row.id}) SET n = row"
		}
		return "UNWIND $rows AS row MERGE (n:Entity {id: row.id}) SET n:" + label + " SET n = row"
	}
	relation := func(name string) string {
		return "UNWIND $rows AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) " +
			"MERGE (a)-[r:" + name + " {id: row.id}]->(b) SET r = row.properties"
	}
	const requests = 1
	if err := l.send(ctx, rows.nodes, requests, node); err != nil {
		return err
	}
	return l.send(ctx, rows.relations, requests, relation)
}

func (l bareLoader) send(ctx context.Context, rows map[string][]any, requests int, text func(name string) string) error {
	const batch = 10_000
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // that millions of rows lie in memory is not what is measured
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(requests)
	for name, all := range rows {
		for part := range slices.Chunk(all, batch) {
			group.Go(func() error {
				_, err := driver.ExecuteQuery(ctx, l.driver, text(name), map[string]any{"rows": part}, driver.EagerResultTransformer)
				return err
			})
		}
	}
	if err := group.Wait(); err != nil {
		return fmt.Errorf("bare load: %w", err)
	}
	return nil
}
