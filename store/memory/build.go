package memory

import (
	"cmp"
	"context"
	"math"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store/text"
)

// build makes the indexes of a snapshot whose rows are set.
func (s *snapshot) build(ctx context.Context) error {
	var group errgroup.Group
	group.Go(func() error { return s.buildRelations(ctx) })
	group.Go(func() error { return s.buildIndexes(ctx) })
	return group.Wait()
}

// placeEntities gives entities their places and sorts them by kind, status and
// certainty.
func (s *snapshot) placeEntities() error {
	if len(s.entities) > math.MaxInt32 {
		return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "the embedded store holds at most %d entities; use Neo4j", math.MaxInt32)
	}
	s.places = make(map[string]int32, len(s.entities))
	s.kindOf = make([]uint8, len(s.entities))
	for _, sets := range [][]set{s.byKind, s.byStatus, s.byCertainty} {
		s.emptySets(sets)
	}
	counts := map[ecosystem.Kind]int{}
	for i, e := range s.entities {
		kind, kindOK := s.kinds[e.Kind]
		status, statusOK := s.statuses[e.Status]
		if e.ID == "" || !kindOK || !statusOK {
			return invalid("entity %q has no id, or a kind (%q) or status (%q) outside the vocabulary", e.ID, e.Kind, e.Status)
		}
		place := int32(i)
		s.places[e.ID] = place
		s.kindOf[i] = kind
		s.byKind[kind].add(place)
		s.byStatus[status].add(place)
		s.byCertainty[s.certainty[certaintyOf(e)]].add(place)
		counts[e.Kind]++
	}
	s.generation.Entities = counts
	s.generation.Documents = len(s.documents)
	return nil
}

// certaintyOf is the certainty of the surest source.
func certaintyOf(e *ecosystem.Entity) ecosystem.Certainty {
	if len(e.Sources) == 0 {
		return ""
	}
	surest := slices.MaxFunc(e.Sources, func(a, b ecosystem.Source) int { return cmp.Compare(a.Confidence, b.Confidence) })
	return surest.Certainty()
}

func (s *snapshot) emptySets(sets []set) {
	for i := range sets {
		sets[i] = s.newSet()
	}
}

// buildRelations counts relations and orders the edges.
func (s *snapshot) buildRelations(ctx context.Context) error {
	s.emptySets(s.related[outward])
	s.emptySets(s.related[inward])
	s.generation.Relations = map[ecosystem.RelationType]int{}
	for i := range s.relations.rows {
		r := &s.relations.rows[i]
		s.relate(r.kind, r.from, r.to)
		s.generation.Relations[s.typeNames[r.kind]]++
	}
	s.connect()
	return inParallel(ctx, len(s.entities), s.orderEdges)
}

// relate notes that two entities have a relation of a type; a symmetric one is
// read from either end.
func (s *snapshot) relate(kind uint8, from, to int32) {
	s.related[outward][kind].add(from)
	s.related[inward][kind].add(to)
	if s.symmetric.has(kind) {
		s.related[inward][kind].add(from)
		s.related[outward][kind].add(to)
	}
}

// buildIndexes builds the order of names and the postings.
func (s *snapshot) buildIndexes(ctx context.Context) error {
	tokens, sources, properties := newCollector(), newCollector(), newCollector()
	levels, lists := levels{}, listProperties()
	names := make([]string, len(s.entities))
	const block = 1 << 14 // tokens are made in parallel and collected in order
	for from := 0; from < len(s.entities); from += block {
		part := s.entities[from:min(from+block, len(s.entities))]
		found := make([][]string, len(part))
		err := inParallel(ctx, len(part), func(a, b int) {
			for i := a; i < b; i++ {
				found[i] = text.Tokens(part[i])
				names[from+i] = text.SortKey(part[i].Name)
			}
		})
		if err != nil {
			return err
		}
		for i, e := range part {
			place := int32(from + i)
			for _, token := range found[i] {
				tokens.add(token, place)
			}
			levels.addSources(sources, e, place)
			addProperties(properties, e, place, lists)
		}
	}
	s.orderNames(names)
	return s.index(tokens, sources, properties)
}

func (s *snapshot) index(tokens, sources, properties *collector) (err error) {
	if s.tokens, err = tokens.postings(); err != nil {
		return err
	}
	if s.sources, err = sources.postings(); err != nil {
		return err
	}
	s.properties, err = properties.postings()
	return err
}

// orderNames ranks entities by sort key, then by id.
func (s *snapshot) orderNames(keys []string) {
	s.byName = make([]int32, len(keys))
	for i := range keys {
		s.byName[i] = int32(i)
	}
	slices.SortStableFunc(s.byName, func(a, b int32) int { return strings.Compare(keys[a], keys[b]) })
	s.nameRank = make([]int32, len(keys))
	for rank, place := range s.byName {
		s.nameRank[place] = int32(rank)
	}
}

// inParallel cuts n rows into stretches and works on several at a time.
func inParallel(ctx context.Context, n int, work func(from, to int)) error {
	const stretch = 1024
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for from := 0; from < n; from += stretch {
		group.Go(func() error {
			if err := stopped(ctx); err != nil {
				return err
			}
			work(from, min(from+stretch, n))
			return nil
		})
	}
	return group.Wait()
}

func invalid(format string, args ...any) error {
	return ecosystem.Errorf(ecosystem.CodeInvalidData, format, args...)
}
