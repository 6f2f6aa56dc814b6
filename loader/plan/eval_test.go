package plan

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/resolve"
	"github.com/innograph/innograph/store/text"
)

// fact is one line of an answer file: an entity at a place, or a relation.
type fact struct{ kind, name, locator string }

// foundFact is a record as a fact; it may be written with its canonical or with
// its printed name.
type foundFact struct {
	fact
	printed string
}

func (f foundFact) is(want fact) bool {
	same := func(a, b string) bool { return text.Normalize(a) == text.Normalize(b) }
	return f.kind == want.kind && f.locator == want.locator && (same(f.name, want.name) || same(f.printed, want.name))
}

// score counts for one kind: how many of those found are right, and how many of
// those wanted were found.
type score struct{ right, found, recalled, wanted int }

func (s score) precision() float64 { return float64(s.right) / max(float64(s.found), 1) }
func (s score) recall() float64    { return float64(s.recalled) / max(float64(s.wanted), 1) }

func (s score) String() string {
	return fmt.Sprintf("precision %.3f recall %.3f (%d found, %d wanted)", s.precision(), s.recall(), s.found, s.wanted)
}

// demandAll fails unless exactly the wanted facts were found, and logs precision
// and recall per kind. Only facts within the sections count, if any are given.
func demandAll(t *testing.T, found []foundFact, wanted []fact, sections ...string) {
	t.Helper()
	inside := func(locator string) bool {
		return len(sections) == 0 || slices.ContainsFunc(sections, func(s string) bool { return ecosystem.InSection(locator, s) })
	}
	scores := map[string]score{}
	for _, f := range found {
		if !inside(f.locator) {
			continue
		}
		s := scores[f.kind]
		s.found++
		if slices.ContainsFunc(wanted, f.is) {
			s.right++
		} else {
			t.Errorf("not in the answers: %s %s at %s", f.kind, f.name, f.locator)
		}
		scores[f.kind] = s
	}
	for _, w := range wanted {
		if !inside(w.locator) {
			t.Fatalf("the answer %v lies outside of the sections %v", w, sections)
		}
		s := scores[w.kind]
		s.wanted++
		if slices.ContainsFunc(found, func(f foundFact) bool { return f.is(w) }) {
			s.recalled++
		} else {
			t.Errorf("not found: %s %s at %s", w.kind, w.name, w.locator)
		}
		scores[w.kind] = s
	}
	for kind, s := range scores {
		t.Logf("%-18s %s", kind, s)
		if s.found != s.wanted {
			t.Errorf("%s: %d found, %d wanted", kind, s.found, s.wanted)
		}
	}
}

// entityFacts lists every source of every entity.
func entityFacts(g ecosystem.Graph) []foundFact {
	var out []foundFact
	for _, e := range g.Entities {
		for _, s := range e.Sources {
			out = append(out, foundFact{fact{string(e.Kind), e.Name, s.Locator}, s.PrintedName})
		}
	}
	return out
}

// relationFacts writes a relation as "from → to [detail]".
func relationFacts(g ecosystem.Graph) []foundFact {
	names := map[string]string{}
	for _, e := range g.Entities {
		names[e.ID] = e.Name
	}
	var out []foundFact
	for _, r := range g.Relations {
		detail := []string{r.Label, r.Value, r.Unit}
		if r.Year != 0 {
			detail = append(detail, strconv.Itoa(r.Year))
		}
		for _, s := range r.Sources {
			out = append(out, foundFact{fact: fact{string(r.Type), edge(names[r.From], names[r.To], detail...), s.Locator}})
		}
	}
	return out
}

func edge(from, to string, detail ...string) string {
	detail = slices.DeleteFunc(detail, func(s string) bool { return s == "" })
	return from + " → " + to + " [" + strings.Join(detail, " ") + "]"
}

func readEntityAnswers(t *testing.T, file string) []fact {
	t.Helper()
	var out []fact
	for _, row := range readCSV(t, file, "kind", "name", "locator") {
		out = append(out, fact{row[0], row[1], row[2]})
	}
	return out
}

func readRelationAnswers(t *testing.T, file string) []fact {
	t.Helper()
	var out []fact
	for _, row := range readCSV(t, file, "type", "from", "to", "locator", "detail") {
		out = append(out, fact{row[0], edge(row[1], row[2], row[4]), row[3]})
	}
	return out
}

func readCSV(t *testing.T, file string, header ...string) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }() // only read from
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	if len(rows) < 2 || !slices.Equal(rows[0], header) {
		t.Fatalf("%s must begin with the header %v", file, header)
	}
	return rows[1:]
}

// knownEntities reads a table of entities that exist before the plan is read.
func knownEntities(t *testing.T, file string) *resolve.Index {
	t.Helper()
	var entities []ecosystem.Entity
	for _, row := range readCSV(t, file, "id", "kind", "name", "aliases") {
		entities = append(entities, ecosystem.Entity{
			ID: row[0], Kind: ecosystem.Kind(row[1]), Name: row[2], Aliases: ecosystem.SplitList(row[3]),
		})
	}
	return resolve.NewIndex(entities)
}

// linyi is the real plan, beside the checkout.
var linyi = filepath.Join("..", "..", "..", "shared", "plans", "linyi-14th-five-year-plan.txt")

func extractFile(t *testing.T, path string, opts Options) Result {
	t.Helper()
	f, err := os.Open(path)
	if os.IsNotExist(err) && path == linyi {
		if os.Getenv("CI") == "true" {
			t.Fatalf("the real plan is missing: %v", err)
		}
		t.Skipf("left out, because the real plan is not here: its boxes against hand-made answers (%v)", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }() // only read from
	result, err := Extract(context.Background(), f, opts)
	if err != nil {
		t.Fatalf("Extract(%s): %v", path, err)
	}
	return result
}
