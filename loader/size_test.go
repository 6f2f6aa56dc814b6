package loader_test

import (
	"flag"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/loader/table"
)

var tableEntities = flag.Int("table-entities", 10_000, "entities of the tables that TestTablesAreSmall opens; they have ten relations for each")

// What stays in memory of tables that are open is small, whatever they say, and
// relations take nothing.
func TestTablesAreSmall(t *testing.T) {
	n := *tableEntities
	before := heap()
	start := time.Now()
	tables, err := loader.Open(t.Context(), nil, table.Source{Name: "made up", FS: madeUp{n, 10}})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tables.Close() }()
	took, held := time.Since(start), int(heap()-before)
	size := tables.Size()
	t.Logf("%d bytes of memory for %d entities and %d relations, %s", held, size.Entities, size.Relations, took.Round(time.Millisecond))
	if size.Entities != n || size.Relations != 10*n {
		t.Fatalf("size %+v", size)
	}
	// Beside the ids there are the unwritten ends of two files.
	const buffers = 2 * 256 * 40 << 10
	if most := 160*n + buffers; held > most {
		t.Errorf("%d bytes are held for %d entities and %d relations, at most %d are expected", held, size.Entities, size.Relations, most)
	}
	entities, relations := 0, 0
	for part, err := range tables.Parts() {
		if err != nil {
			t.Fatal(err)
		}
		if entities < n && relations > 0 {
			t.Error("relations come before entities")
		}
		entities, relations = entities+len(part.Entities), relations+len(part.Relations)
		if rows := len(part.Entities) + len(part.Relations); rows > 20_000 {
			t.Errorf("a part has %d rows", rows)
		}
		for _, r := range part.Relations {
			if len(r.Sources) != 2 { // each stands in two files
				t.Fatalf("relation %+v", r)
			}
		}
	}
	if entities != n || relations != 10*n {
		t.Errorf("the parts have %d entities and %d relations", entities, relations)
	}
	runtime.KeepAlive(tables)
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// madeUp is a folder of tables of any size, written while they are read. Each
// relation stands in two files, with two sources.
type madeUp struct{ entities, perEntity int }

// Open gives a table.
func (m madeUp) Open(name string) (fs.File, error) {
	var row func(i int) string
	var rows int
	var head string
	switch name {
	case ".":
		return madeUpFolder{}, nil
	case "sources.csv":
		head, rows, row = "document,title\n", 2, func(i int) string { return fmt.Sprintf("doc:%d,规划 %d\n", i, i) }
	case "entities.csv":
		head, rows, row = "id,kind,name,aliases,document,locator\n", m.entities, func(i int) string {
			return fmt.Sprintf("org:n%07d,ENTERPRISE,临沂智能装备有限公司%d,智能装备%d;装备公司%d,doc:0,专栏3（%d）\n", i, i, i, i, i%40)
		}
	default: // relations.a.csv and relations.b.csv
		document := strings.Count(name, "b")
		head, rows, row = "type,from,to,label,document,locator\n", m.entities*m.perEntity, func(i int) string {
			from, step := i/m.perEntity, 1+i%m.perEntity
			return fmt.Sprintf("PART_OF,org:n%07d,org:n%07d,下属单位,doc:%d,§%d\n", from, (from+step)%m.entities, document, i%100)
		}
	}
	return &madeUpFile{pending: head, rows: rows, row: row}, nil
}

type madeUpFolder struct{ fs.File }

func (madeUpFolder) ReadDir(int) ([]fs.DirEntry, error) {
	var out []fs.DirEntry
	for _, name := range []string{"entities.csv", "relations.a.csv", "relations.b.csv", "sources.csv"} {
		out = append(out, fs.FileInfoToDirEntry(madeUpInfo{name: name}))
	}
	return out, nil
}

func (madeUpFolder) Close() error { return nil }

type madeUpInfo struct {
	fs.FileInfo
	name string
}

func (i madeUpInfo) Name() string    { return i.name }
func (madeUpInfo) IsDir() bool       { return false }
func (madeUpInfo) Mode() fs.FileMode { return 0 }

type madeUpFile struct {
	fs.File
	pending    string
	next, rows int
	row        func(int) string
}

func (f *madeUpFile) Read(p []byte) (int, error) {
	for f.pending == "" {
		if f.next == f.rows {
			return 0, io.EOF
		}
		f.pending = f.row(f.next)
		f.next++
	}
	n := copy(p, f.pending)
	f.pending = f.pending[n:]
	return n, nil
}

func (*madeUpFile) Close() error { return nil }
