package neo4j_test

import (
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/innograph/innograph/store/neo4j"
)

var stageEntities = flag.Int("stage-entities", 20_000, "entities of the graph that TestStageIsSmall stages; it has ten relations for each")

// What a load keeps in memory of a row is small, and has nothing to do with what
// the row says.
func TestStageIsSmall(t *testing.T) {
	graph := bulk{Entities: *stageEntities, PerEntity: 10}
	staged, err := neo4j.NewStage()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = staged.Close() }()
	before := heap()
	for part := range graph.parts(1000) {
		if err := staged.Add(part); err != nil {
			t.Fatal(err)
		}
	}
	entities, relations := staged.Rows()
	held := int(heap() - before)
	t.Logf("%d bytes of memory and %d of disk for %d entities and %d relations", held, staged.Spooled(), entities, relations)
	if most := 200*entities + 120*relations; held > most {
		t.Errorf("%d bytes are held for %d entities and %d relations, at most %d are expected", held, entities, relations, most)
	}
	runtime.KeepAlive(staged)
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// The temporary file has no name that a killed process could leave behind.
func TestSpoolLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	staged, err := neo4j.NewStage()
	if err != nil {
		t.Fatal(err)
	}
	if err := staged.Add(seededGraph(300)); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || runtime.GOOS != "windows" && len(files) != 0 {
		t.Errorf("while it is used: %v, %v", files, err)
	}
	if err := staged.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 0 {
		t.Errorf("afterwards: %v, %v", entries, err)
	}
}
