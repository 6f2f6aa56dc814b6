package loader_test

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/loader/table"
)

// Whatever the tables hold, valid or not, in one file or in many, the loader that
// keeps rows on disk finds the graph, the problems and the readings that a plain
// one finds which keeps them all in memory.
func TestOpenAgreesWithPlainReading(t *testing.T) {
	sound, broken, read, joined := 0, 0, 0, 0
	for seed := range uint64(80) {
		sources := randomTables(t, seed)
		want, wantReadings, wantProblems := loader.ReadPlainly(sources...)
		got, gotReadings, err := loader.ReadNoted(sources...)
		if diff := cmp.Diff(wantProblems, loader.Messages(err)); diff != "" {
			t.Fatalf("seed %d: problems (-plain +got):\n%s", seed, diff)
		}
		if err != nil && wantProblems == nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("seed %d: graph (-plain +got):\n%s", seed, diff)
		}
		if diff := cmp.Diff(wantReadings, gotReadings); diff != "" {
			t.Fatalf("seed %d: readings (-plain +got):\n%s", seed, diff)
		}
		if broken++; err == nil {
			broken--
			sound++
		}
		read += gotReadings.Total()
		for _, r := range got.Relations {
			joined += len(r.Sources) - 1
		}
	}
	if sound < 15 || broken < 15 || read < 10 || joined < 50 {
		t.Errorf("%d valid tables, %d with problems, %d readings, %d joined rows: the random tables are too poor", sound, broken, read, joined)
	}
}

// randomTables are a random graph written as tables, several of each, whose cells
// are changed then: ids into names and titles, and a few into what is wrong.
func randomTables(t *testing.T, seed uint64) []table.Source {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 2))
	g := randomGraph(t, seed, "")
	dir := t.TempDir()
	if err := table.Write(dir, g, table.Options{}); err != nil {
		t.Fatal(err)
	}
	m := mangler{Rand: r, graph: g, wrong: r.IntN(2) == 0}
	folders := []fstest.MapFS{{}, {}}
	for _, name := range []string{"sources", "entities", "relations"} {
		content, err := os.ReadFile(filepath.Join(dir, name+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(string(content))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		parts := make([][][]string, 4)
		for _, row := range rows[1:] {
			for range 1 + r.IntN(2) { // some rows stand twice
				i := r.IntN(len(parts))
				parts[i] = append(parts[i], m.row(rows[0], slices.Clone(row)))
			}
		}
		for i, part := range parts {
			var b strings.Builder
			_ = csv.NewWriter(&b).WriteAll(append([][]string{rows[0]}, part...)) // a builder takes anything
			folders[i%len(folders)][fmt.Sprintf("%s.%d.csv", name, i)] = &fstest.MapFile{Data: []byte(b.String())}
		}
	}
	return []table.Source{{Name: "a", FS: folders[0]}, {Name: "b", FS: folders[1]}}
}

// mangler changes cells.
type mangler struct {
	*rand.Rand
	graph ecosystem.Graph
	wrong bool
}

func (m mangler) row(header, row []string) []string {
	for i, column := range header {
		switch cell := row[i]; {
		case m.wrong && m.IntN(150) == 0:
			row[i] = []string{"", "x", "org:nobody", "5", "高校", "浙大"}[m.IntN(6)]
		case (column == "from" || column == "to" || column == "region") && cell != "" && m.IntN(4) == 0:
			row[i] = m.nameOf(cell)
		case column == "document" && slices.Contains(header, "locator") && m.IntN(4) == 0:
			row[i] = m.titleOf(cell)
		}
	}
	return row
}

// nameOf is a name of an entity that means no other one, as it stands or with a
// slip; otherwise the id.
func (m mangler) nameOf(id string) string {
	count := map[string]int{}
	for _, e := range m.graph.Entities {
		for _, name := range e.Names() {
			count[name]++
		}
	}
	for _, e := range m.graph.Entities {
		if e.ID != id || (!m.wrong && count[e.Name] > 1) || ecosystem.HasIDPrefix(e.Name) {
			continue
		}
		if name := strings.Replace(e.Name, "哈尔滨工业大学", "哈工大", 1); m.IntN(2) == 0 && (m.wrong || count[name] == 0 && strings.HasSuffix(e.Name, "（威海）")) {
			return name
		}
		return e.Name
	}
	return id
}

func (m mangler) titleOf(id string) string {
	count := map[string]int{}
	for _, d := range m.graph.Documents {
		count[d.Title]++
	}
	for _, d := range m.graph.Documents {
		if d.ID == id && (m.wrong || count[d.Title] == 1) {
			return d.Title
		}
	}
	return id
}

// A load that is interrupted while tables are read says so and leaves nothing.
func TestOpenWithContextThatIsOver(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	ctx, cancel := context.WithCancel(t.Context())
	source := folder(map[string]string{"sources.csv": sourcesCSV, "entities.csv": manyEntities(20_000)})
	_, err := loader.Open(ctx, func(loader.Phase, int, int) { cancel() }, source)
	if ecosystem.CodeOf(err) != ecosystem.CodeTimeout {
		t.Errorf("err = %v, want TIMEOUT", err)
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) != 0 {
		t.Errorf("left behind: %v, %v", files, err)
	}
}

func manyEntities(n int) string {
	var b strings.Builder
	b.WriteString(entitiesHead)
	for i := range n {
		fmt.Fprintf(&b, "org:n%d,UNIVERSITY,第%d大学,%s,,,doc:list,§%d,1\n", i, i, strings.Repeat("别名", 20)+strconv.Itoa(i), i)
	}
	return b.String()
}

// Nothing can be written where the temporary files belong: the load says what to
// do, and the rows that fit in memory never need them.
func TestOpenWithoutRoomForTemporaryFiles(t *testing.T) {
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "nowhere"))
	if _, err := loader.Read(usual(nil)); err != nil {
		t.Errorf("small tables need the disk: %v", err)
	}
	_, err := loader.Read(folder(map[string]string{"sources.csv": sourcesCSV, "entities.csv": manyEntities(60_000)}))
	if ecosystem.CodeOf(err) != ecosystem.CodeInternal || !strings.Contains(fmt.Sprint(err), "is there room on its disk (TMPDIR)?") {
		t.Errorf("err = %v, want INTERNAL and what to do", err)
	}
}

// However many problems there are, the first ones by file and row are listed.
func TestFirstProblemsAreListed(t *testing.T) {
	var b strings.Builder
	b.WriteString(entitiesHead)
	for i := range 3 * table.MaxProblems {
		fmt.Fprintf(&b, "org:n%d,UNIVERSITY,第%d大学,,,,doc:none,,1\n", i, i)
	}
	_, err := loader.Read(folder(map[string]string{"sources.csv": sourcesCSV, "entities.csv": b.String()}))
	var problems *table.Problems
	if !errors.As(err, &problems) {
		t.Fatalf("err = %v", err)
	}
	for i, p := range problems.List {
		if p.Row != i+2 {
			t.Fatalf("problem %d is that of row %d", i, p.Row)
		}
	}
	if len(problems.List) != table.MaxProblems || problems.Total() != 3*table.MaxProblems {
		t.Errorf("%d of %d problems are listed", len(problems.List), problems.Total())
	}
}
