package storetest

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/innograph/innograph/store"
)

func testRandomNeighbors(t *testing.T, s *subject, o *oracle, r *random) {
	for i := range 25 {
		ids, f := r.someIDs(10), r.relationFilter()
		what := fmt.Sprintf("question %d, %v, %s", i, ids, describe(f))
		neighbors := func(s store.Reader, p store.Page) ([]store.EdgePage, error) {
			out, err := s.Neighbors(t.Context(), ids, f, p)
			if err == nil && len(out) != len(ids) {
				return nil, fmt.Errorf("%d pages for %d ids", len(out), len(ids))
			}
			return out, err
		}
		want, got := ask(t, what, o, s, s.wholeList(), neighbors)
		for i, id := range ids {
			equal(t, what+", "+id, s.edges(t, id, want[i]), s.edges(t, id, got[i]))
			equal(t, what+", relations of "+id, relationIDs(want[i]), relationIDs(got[i]))
		}
		turns := store.Page{Limit: r.IntN(8), Turns: true, Total: true}
		want, got = ask(t, what, o, s, pages{turns, turns}, neighbors)
		for i, id := range ids {
			equal(t, what+", in turns, "+id, s.edges(t, id, want[i]), s.edges(t, id, got[i]))
		}
		want, got = ask(t, what, o, s, s.wholeList(), neighbors)
		// A place among the edges of one is a place among those of the others.
		near := r.IntN(len(ids))
		if len(want[near].Keys) != len(got[near].Keys) {
			continue // has failed
		}
		p := r.pages(want[near].Keys, got[near].Keys)
		want, got = ask(t, what, o, s, p, neighbors)
		for i, id := range ids {
			equal(t, fmt.Sprintf("%s, %s, page %+v", what, id, p.store), s.edges(t, id, want[i]), s.edges(t, id, got[i]))
		}
	}
}

// relationIDs tell relations apart that are alike in all that edgeText shows.
func relationIDs(p store.EdgePage) []string {
	var ids []string
	for _, e := range p.Edges {
		ids = append(ids, e.Relation.ID)
	}
	return ids
}

func testRandomPaths(t *testing.T, s *subject, o *oracle, r *random, hops int) {
	found := 0
	for i := range 40 {
		q := r.pathQuery(hops)
		what := fmt.Sprintf("question %d, %s", i, describe(q))
		want, got := ask(t, what, o, s, pages{}, func(s store.Reader, _ store.Page) (store.PathAnswer, error) {
			return s.Paths(t.Context(), q)
		})
		if got.Truncated {
			t.Errorf("%s: truncated, in a graph of %d entities", what, len(s.graph.Entities))
		}
		equal(t, what, s.paths(t, want), s.paths(t, got))
		equal(t, what+", relations", stepIDs(want), stepIDs(got))
		found += len(want.Paths)
	}
	if found < 20 {
		t.Errorf("the questions have %d paths for an answer: too few to tell anything", found)
	}
}

// stepIDs tell which of several parallel relations each step takes.
func stepIDs(a store.PathAnswer) [][]string {
	var out [][]string
	for _, p := range a.Paths {
		var ids []string
		for _, step := range p.Steps {
			ids = append(ids, step.Relation.ID)
		}
		out = append(out, ids)
	}
	return out
}

// describe writes a question so that it can be read, with its filters.
func describe(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(text)
}
