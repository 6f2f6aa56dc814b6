package demand_test

import (
	"encoding/csv"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/innograph/innograph/data"
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/loader/table"
	"github.com/innograph/innograph/match/demand"
)

// TestEval prints how well texts are read with the fields of the shipped data, and
// fails below what is accepted. A text counts as read when the first field is one of
// the labelled ones, or the field just above or below one.
//
// demands.csv was written by who wrote terms.csv. held_out.csv was written by somebody
// who had seen the names of the fields and nothing else, and no word was added for it:
// keep it so, and write a new one when it has served to mend something. Texts without a
// label ask for what no field is about: right is to find nothing.
func TestEval(t *testing.T) {
	topics, above := shippedTopics(t)
	for name, accepted := range map[string]struct{ near, reciprocal float64 }{
		"demands.csv":  {0.8, 0.75},
		"held_out.csv": {0.8, 0.75},
	} {
		exact, near, reciprocal, n := scores(t, name, demand.NewReader(topics).Read, above)
		t.Logf("%s: first field right: %.2f, or next to it: %.2f; mean reciprocal rank %.2f (%d texts)", name, exact, near, reciprocal, n)
		if near < accepted.near || reciprocal < accepted.reciprocal {
			t.Errorf("%s: below what is accepted", name)
		}
	}
}

func scores(t *testing.T, name string, read func(string) []demand.Found, above map[string]string) (exact, near, reciprocal float64, n int) {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }() // only read from
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		want := strings.Split(row[1], ";")
		found := slices.DeleteFunc(read(row[0]), func(f demand.Found) bool { return f.Little }) // what counts
		if row[1] == "" && len(found) == 0 {
			exact, near, reciprocal = exact+1, near+1, reciprocal+1
			continue
		}
		rank := slices.IndexFunc(found, func(f demand.Found) bool { return slices.Contains(want, f.ID) })
		if rank >= 0 {
			reciprocal += 1 / float64(rank+1)
		}
		switch {
		case rank == 0:
			exact++
			near++
		case len(found) > 0 && slices.ContainsFunc(want, func(w string) bool { return above[w] == found[0].ID || above[found[0].ID] == w }):
			near++
		default:
			t.Logf("%s: want %v, found %v", row[0], want, found)
		}
	}
	n = len(rows) - 1
	total := float64(n)
	return exact / total, near / total, math.Round(reciprocal/total*1000) / 1000, n
}

// shippedTopics are the fields of the shipped data, and what each is part of.
func shippedTopics(t *testing.T) ([]demand.Topic, map[string]string) {
	t.Helper()
	g, err := loader.Read(table.Source{Name: "shipped", FS: data.FS()})
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]ecosystem.Entity{}
	topics := map[string]*demand.Topic{}
	for _, e := range g.Entities {
		names[e.ID] = e
		if e.Kind == ecosystem.TechnologyField {
			topics[e.ID] = &demand.Topic{ID: e.ID, Names: e.Names()}
		}
	}
	above := map[string]string{}
	for _, r := range g.Relations {
		switch from, to := names[r.From], topics[r.To]; {
		case to == nil:
		case r.Type == ecosystem.AppliesTo && r.Weight >= 0.5:
			to.Disciplines = append(to.Disciplines, from.Name)
		case r.Type == ecosystem.PartOf:
			above[r.From] = r.To
		case r.Type == ecosystem.InField && slices.Contains([]ecosystem.Kind{ecosystem.KeyProject, ecosystem.Platform, ecosystem.IndustryCluster, ecosystem.Programme}, from.Kind):
			to.Examples = append(to.Examples, from.Name)
		}
	}
	var all []demand.Topic
	for _, e := range g.Entities {
		if topic := topics[e.ID]; topic != nil {
			all = append(all, *topic)
		}
	}
	return all, above
}
