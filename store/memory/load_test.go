package memory_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sync/errgroup"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
	"github.com/innograph/innograph/store/storetest"
	"github.com/innograph/innograph/store/text"
)

// edition is a graph in which everything tells the number of its edition: the
// names, the sources and the weights.
func edition(number, entities int) ecosystem.Graph {
	b := ecosystem.NewBuilder()
	doc := fmt.Sprintf("doc:e%d", number)
	must(b.Document(ecosystem.Document{ID: doc, Title: "e"}))
	source := []ecosystem.Source{{Document: doc, Known: ecosystem.Stated, Confidence: 1}}
	id := func(i int) string { return fmt.Sprintf("org:o%03d", i%entities) }
	for i := range entities {
		must(b.Entity(ecosystem.Entity{ID: id(i), Kind: ecosystem.Enterprise, Name: fmt.Sprintf("第%d版 企业", number), Sources: source}))
		b.Relation(ecosystem.Relation{Type: ecosystem.CooperatesWith, From: id(i), To: id(i + 1), Weight: 1 / float64(1+number), Sources: source})
	}
	return b.Graph()
}

// Readers see one edition or the next one, never a mixture, while loads go on.
func TestReadersSeeOneGeneration(t *testing.T) {
	const entities, editions = 150, 12
	s := memory.New()
	load := func(number int) {
		if _, _, err := storetest.LoadAll(t.Context(), s, edition(number, entities)); err != nil {
			t.Error(err)
		}
	}
	load(1)
	done := make(chan struct{})
	var readers errgroup.Group
	for range 4 {
		readers.Go(func() error {
			for {
				if err := readOnce(t.Context(), s, entities); err != nil {
					return err
				}
				select {
				case <-done:
					return nil
				default:
				}
			}
		})
	}
	for number := 2; number <= editions; number++ {
		load(number)
	}
	close(done)
	if err := readers.Wait(); err != nil {
		t.Error(err)
	}
	generation, err := s.Generation(t.Context())
	if err != nil || generation.Number != editions {
		t.Errorf("generation %d, %v, want %d", generation.Number, err, editions)
	}
}

// readOnce asks each kind of question and holds that the answer is of one
// edition.
func readOnce(ctx context.Context, s *memory.Store, entities int) error {
	page := store.Page{Limit: entities, Total: true}
	list, err := s.List(ctx, store.Filter{Region: "", Kinds: []ecosystem.Kind{ecosystem.Enterprise}}, store.Order{By: store.ByName}, page)
	if err != nil || len(list.Entities) != entities || list.Total != entities {
		return fmt.Errorf("list: %d of %d rows, %w", len(list.Entities), list.Total, err)
	}
	if err := oneEdition("list", list.Entities); err != nil {
		return err
	}
	hits, err := s.Search(ctx, "企业", store.Filter{}, page)
	if err != nil || len(hits.Hits) != entities {
		return fmt.Errorf("search: %d hits, %w", len(hits.Hits), err)
	}
	edges, err := s.Neighbors(ctx, []string{"org:o001", "org:o077"}, store.RelationFilter{}, page)
	if err != nil {
		return err
	}
	var far []*ecosystem.Entity
	for _, p := range edges {
		for _, e := range p.Edges {
			far = append(far, e.Node)
			if e.Node.Sources[0] != e.Relation.Sources[0] {
				return fmt.Errorf("an edge of %s leads to an entity of %s", e.Relation.Sources[0].Document, e.Node.Sources[0].Document)
			}
		}
	}
	if err := oneEdition("neighbors", far); err != nil {
		return err
	}
	return dumpOnce(ctx, s, entities)
}

func dumpOnce(ctx context.Context, s *memory.Store, entities int) error {
	var all []*ecosystem.Entity
	weights := map[float64]bool{}
	err := s.Dump(ctx, func(part ecosystem.Graph) error {
		for i := range part.Entities {
			all = append(all, &part.Entities[i])
		}
		for _, r := range part.Relations {
			weights[r.Weight] = true
		}
		return nil
	})
	if err != nil || len(all) != entities || len(weights) != 1 {
		return fmt.Errorf("dump: %d entities, weights %v, %w", len(all), weights, err)
	}
	return oneEdition("dump", all)
}

func oneEdition(what string, entities []*ecosystem.Entity) error {
	for _, e := range entities {
		if e.Name != entities[0].Name || e.Sources[0] != entities[0].Sources[0] {
			return fmt.Errorf("%s: %s (%s) beside %s (%s)", what, e.Name, e.Sources[0].Document, entities[0].Name, entities[0].Sources[0].Document)
		}
	}
	return nil
}

// A dump that has begun goes on with its generation, whatever is loaded meanwhile.
func TestDumpOutlivesALoad(t *testing.T) {
	s := memory.New()
	first, second := edition(1, 100), edition(2, 100)
	if _, _, err := storetest.LoadAll(t.Context(), s, first); err != nil {
		t.Fatal(err)
	}
	var got ecosystem.Graph
	var once sync.Once
	err := s.Dump(t.Context(), func(part ecosystem.Graph) error {
		once.Do(func() {
			if _, _, err := storetest.LoadAll(t.Context(), s, second); err != nil {
				t.Error(err)
			}
		})
		got.Documents = append(got.Documents, part.Documents...)
		got.Entities = append(got.Entities, part.Entities...)
		got.Relations = append(got.Relations, part.Relations...)
		return nil
	})
	if diff := cmp.Diff(first, got); err != nil || diff != "" {
		t.Errorf("%v, dump (-want +got):\n%s", err, diff)
	}
	if now, _ := s.Entities(t.Context(), []string{"org:o000"}); now[0].Name != second.Entities[0].Name {
		t.Errorf("after the load the name is %s", now[0].Name)
	}
}

// What the caller does to a part after Apply does not reach the store.
func TestApplyKeepsCopies(t *testing.T) {
	s := memory.New()
	given, want := edition(1, 5), edition(1, 5)
	load, err := s.Begin(t.Context(), store.Size{Entities: -1, Relations: 1 << 60})
	if err != nil {
		t.Fatal(err)
	}
	given.Entities[0].Properties = map[string]string{"category": "类"}
	want.Entities[0].Properties = map[string]string{"category": "类"}
	if err := load.Apply(t.Context(), given); err != nil {
		t.Fatal(err)
	}
	given.Entities[0].Properties["category"] = "changed"
	given.Entities[0].Sources[0].Document = "doc:changed"
	given.Entities[1].Name = "changed"
	given.Relations[0].Weight = 0.01
	given.Documents[0].Title = "changed"
	if _, _, err := load.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	var got ecosystem.Graph
	err = s.Dump(t.Context(), func(part ecosystem.Graph) error {
		got.Documents = append(got.Documents, part.Documents...)
		got.Entities = append(got.Entities, part.Entities...)
		got.Relations = append(got.Relations, part.Relations...)
		return nil
	})
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v, graph (-want +got):\n%s", err, diff)
	}
}

// A load that was refused can be mended and committed.
func TestCommitAgainAfterARefusal(t *testing.T) {
	s, g := memory.New(), edition(1, 5)
	load, err := s.Begin(t.Context(), store.Size{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := load.Close(context.Background()); err != nil {
			t.Error(err)
		}
	}()
	missing := g.Entities[2:]
	parts := []ecosystem.Graph{{Documents: g.Documents, Entities: missing, Relations: g.Relations}, {Entities: missing}}
	for _, part := range parts {
		if err := load.Apply(t.Context(), part); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := load.Commit(t.Context()); ecosystem.CodeOf(err) != ecosystem.CodeInvalidData {
		t.Fatalf("commit without two ends: %v, want %s", err, ecosystem.CodeInvalidData)
	}
	if now, err := s.Generation(t.Context()); err != nil || now.Number != 0 {
		t.Errorf("after the refusal: generation %d, %v", now.Number, err)
	}
	if err := load.Apply(t.Context(), ecosystem.Graph{Entities: g.Entities[:2]}); err != nil {
		t.Fatal(err)
	}
	generation, changes, err := load.Commit(t.Context())
	want := store.Changes{Documents: store.Delta{Created: 1}, Entities: store.Delta{Created: 5}, Relations: store.Delta{Created: 5}}
	if diff := cmp.Diff(want, changes); err != nil || diff != "" || generation.Number != 1 {
		t.Errorf("generation %d, %v, changes (-want +got):\n%s", generation.Number, err, diff)
	}
	if _, _, err := load.Commit(t.Context()); err == nil {
		t.Error("a load was committed twice")
	}
	if err := load.Apply(t.Context(), g); err == nil {
		t.Error("a part was applied after the commit")
	}
}

// The store takes the next load as soon as a commit is done, and of two rows with
// one id the one that came last.
func TestLoadsFollowEachOther(t *testing.T) {
	s, g := memory.New(), edition(1, 5)
	for round, want := range []int64{1, 1, 2} { // the second changes nothing
		load, err := s.Begin(t.Context(), store.Size{})
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		if _, err := s.Begin(t.Context(), store.Size{}); ecosystem.CodeOf(err) != ecosystem.CodeBusy {
			t.Fatalf("round %d: a second load at the same time: %v, want %s", round, err, ecosystem.CodeBusy)
		}
		parts := []ecosystem.Graph{g}
		if round == 2 {
			renamed := g.Entities[3]
			renamed.Name = "新名"
			parts = append(parts, ecosystem.Graph{Entities: []ecosystem.Entity{renamed}})
		}
		for _, part := range parts {
			if err := load.Apply(t.Context(), part); err != nil {
				t.Fatal(err)
			}
		}
		generation, _, err := load.Commit(t.Context())
		if err != nil || generation.Number != want {
			t.Fatalf("round %d: generation %d, %v, want %d", round, generation.Number, err, want)
		}
	}
	if got, err := s.Entities(t.Context(), []string{g.Entities[3].ID}); err != nil || got[0].Name != "新名" {
		t.Errorf("of two rows with one id the first one counts: %+v, %v", got, err)
	}
}

// A name is found by its exact spelling even where the blanks of the query make
// words that the name does not have.
func TestSearchFindsExactNamesWithoutTheTerms(t *testing.T) {
	s, g := memory.New(), edition(1, 3)
	g.Entities[1].NameEn = "Zhejiang University"
	if _, _, err := storetest.LoadAll(t.Context(), s, g); err != nil {
		t.Fatal(err)
	}
	got, err := s.Search(t.Context(), "zhe jiang university", store.Filter{}, store.Page{Limit: 5})
	if err != nil || len(got.Hits) != 1 || got.Hits[0].MatchedOn != text.MatchEnglishName {
		t.Errorf("hits %+v, %v, want %s by its English name", got.Hits, err, g.Entities[1].ID)
	}
	list, err := s.List(t.Context(), store.Filter{Text: "zhe jiang university"}, store.Order{By: store.ByID}, store.Page{Limit: 5})
	if err != nil || len(list.Entities) != 1 {
		t.Errorf("list %+v, %v, want %s", list.Entities, err, g.Entities[1].ID)
	}
}

// Rows outside the vocabulary would be found by no filter; they are refused.
func TestCommitRefusesWhatValidationWould(t *testing.T) {
	for name, spoil := range map[string]func(*ecosystem.Graph){
		"kind":            func(g *ecosystem.Graph) { g.Entities[0].Kind = "PLANET" },
		"status":          func(g *ecosystem.Graph) { g.Entities[0].Status = "LOST" },
		"entity id":       func(g *ecosystem.Graph) { g.Entities[0].ID = "" },
		"relation type":   func(g *ecosystem.Graph) { g.Relations[0].Type = "LIKES" },
		"relation status": func(g *ecosystem.Graph) { g.Relations[0].Status = "LOST" },
		"relation id":     func(g *ecosystem.Graph) { g.Relations[0].ID = "" },
	} {
		s, g := memory.New(), edition(1, 5)
		spoil(&g)
		_, _, err := storetest.LoadAll(t.Context(), s, g)
		var coded *ecosystem.Error
		if !errors.As(err, &coded) || coded.Code != ecosystem.CodeInvalidData {
			t.Errorf("%s: %v, want %s", name, err, ecosystem.CodeInvalidData)
		}
	}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
