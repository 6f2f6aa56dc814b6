package storetest

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// answer is a page as texts, so that a difference reads well. What the texts
// leave out is compared with the loaded graph before: see the methods of subject.
type answer struct {
	Rows []string
	store.PageInfo
}

// listed reads a page of entities.
func (s *subject) listed(t *testing.T, p store.EntityPage) answer {
	t.Helper()
	out := answer{PageInfo: p.PageInfo}
	for _, e := range p.Entities {
		s.sameEntity(t, e)
		out.Rows = append(out.Rows, e.ID)
	}
	checkKeys(t, p.Keys, out.Rows)
	return out
}

// hits reads a page of search hits.
func (s *subject) hits(t *testing.T, p store.HitPage) answer {
	t.Helper()
	out := answer{PageInfo: p.PageInfo}
	var ids []string
	for _, h := range p.Hits {
		s.sameEntity(t, h.Entity)
		ids = append(ids, h.Entity.ID)
		out.Rows = append(out.Rows, fmt.Sprintf("%s %s %s %s", h.Entity.ID, short(h.Score), h.MatchedOn, h.Matched))
	}
	checkKeys(t, p.Keys, ids)
	return out
}

// edges reads a page of edges of an entity.
func (s *subject) edges(t *testing.T, near string, p store.EdgePage) answer {
	t.Helper()
	out := answer{PageInfo: p.PageInfo}
	var ids []string
	for _, e := range p.Edges {
		s.sameEdge(t, near, e)
		ids = append(ids, e.Relation.ID)
		out.Rows = append(out.Rows, edgeText(e))
	}
	checkKeys(t, p.Keys, ids)
	return out
}

// paths reads paths.
func (s *subject) paths(t *testing.T, a store.PathAnswer) []string {
	t.Helper()
	var out []string
	for _, p := range a.Paths {
		s.sameEntity(t, p.Start)
		near, line := p.Start.ID, short(p.Weight)+" "+p.Start.ID
		for _, step := range p.Steps {
			s.sameEdge(t, near, step)
			near, line = step.Node.ID, line+" "+edgeText(step)
		}
		out = append(out, line)
	}
	return out
}

// edgeText tells a relation apart from parallel ones.
func edgeText(e store.Edge) string {
	arrow := "<"
	if e.Out {
		arrow = ">"
	}
	return fmt.Sprintf("%s%s %s %s", arrow, e.Relation.Type, short(e.Relation.Weight), e.Node.ID)
}

// short writes a number without the last bits, so that products can be worked
// out by hand.
func short(f float64) string { return strconv.FormatFloat(f, 'g', 12, 64) }

func (s *subject) sameEntity(t *testing.T, got *ecosystem.Entity) {
	t.Helper()
	if got == nil {
		t.Fatal("an entity of the answer is nil")
	}
	want := s.entities[got.ID]
	if want == nil {
		t.Fatalf("the answer has an entity that was never loaded: %s", got.ID)
	}
	if diff := cmp.Diff(*want, *got); diff != "" {
		t.Errorf("%s is not as it was loaded (-want +got):\n%s", got.ID, diff)
	}
}

func (s *subject) sameEdge(t *testing.T, near string, e store.Edge) {
	t.Helper()
	s.sameEntity(t, e.Node)
	if e.Relation == nil {
		t.Fatalf("an edge of %s has no relation", near)
	}
	want := s.relations[e.Relation.ID]
	if want == nil {
		t.Fatalf("an edge of %s has a relation that was never loaded: %s", near, e.Relation.ID)
	}
	if diff := cmp.Diff(*want, *e.Relation); diff != "" {
		t.Errorf("%s is not as it was loaded (-want +got):\n%s", want.ID, diff)
	}
	from, to := near, e.Node.ID
	if !e.Out {
		from, to = to, from
	}
	if want.From != from || want.To != to {
		t.Errorf("edge of %s to %s, Out=%v: the relation leads from %s to %s", near, e.Node.ID, e.Out, want.From, want.To)
	}
}

// checkKeys holds that each row has a key which ends in its id.
func checkKeys(t *testing.T, keys []store.Key, ids []string) {
	t.Helper()
	if len(keys) != len(ids) {
		t.Fatalf("%d keys for %d rows", len(keys), len(ids))
	}
	for i, key := range keys {
		if len(key) == 0 || key[len(key)-1] != ids[i] {
			t.Errorf("key %q of row %d does not end in its id %s", key, i, ids[i])
		}
	}
}

// emptyIsNil makes no difference between no list and an empty one. What was
// loaded is compared without it: nil must come back as nil.
func emptyIsNil() cmp.Option { return cmpopts.EquateEmpty() }

// words splits an expectation that is written as one text.
func words(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Fields(s)
}

// equal compares an answer with what it should be.
func equal[T any](t *testing.T, what string, want, got T) {
	t.Helper()
	if diff := cmp.Diff(want, got, emptyIsNil()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// wantCode holds that an error has this code.
func wantCode(t *testing.T, what string, err error, want ecosystem.Code) {
	t.Helper()
	switch {
	case err == nil:
		t.Errorf("%s: no error, want %s", what, want)
	case ecosystem.CodeOf(err) != want:
		t.Errorf("%s: %s (%v), want %s", what, ecosystem.CodeOf(err), err, want)
	}
}
