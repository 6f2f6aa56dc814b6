package neo4j

import (
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/text"
)

// stage takes in the rows of a whole graph in bounded memory: what they say goes
// to a temporary file (some 200 bytes a row), and of each row there stays in
// memory what is needed to compare it and to derive from it. That is about 75
// bytes for a relation and 150 for an entity with its id, whatever they say; up to
// half as much again while tables grow that were announced smaller
// (TestStageIsSmall). A million relations take 80 MB, ten million 800.
type stage struct {
	spool                          *spool
	documents, entities, relations *table
	ids                            []string // of the entities, by number
	kinds                          words[ecosystem.Kind]
	types                          words[ecosystem.RelationType]
}

func newStage(size store.Size) (*stage, error) {
	s, err := newSpool()
	if err != nil {
		return nil, err
	}
	return &stage{
		spool: s, kinds: kindWords(), types: typeWords(),
		documents: newTable(size.Documents), entities: newTable(size.Entities), relations: newTable(size.Relations),
	}, nil
}

func (s *stage) close() error { return s.spool.close() }

// add takes in a part. A row with the id of an earlier one takes its place.
func (s *stage) add(part ecosystem.Graph) error {
	if err := s.addDocuments(part.Documents); err != nil {
		return err
	}
	if err := s.addEntities(part.Entities); err != nil {
		return err
	}
	return s.addRelations(part.Relations)
}

// content is what the spool holds of a row.
type content struct {
	print fingerprint
	texts []string
}

func (s *stage) addDocuments(rows []ecosystem.Document) error {
	contents := inParallel(rows, func(d *ecosystem.Document) content {
		return content{fingerprintOf(d.Fingerprint()), []string{recordOfDocument(d)}}
	})
	for i, c := range contents {
		if _, err := s.put(s.documents, rows[i].ID, c); err != nil {
			return err
		}
	}
	return nil
}

// addEntities also keeps the texts that take long to make.
func (s *stage) addEntities(rows []ecosystem.Entity) error {
	contents := inParallel(rows, func(e *ecosystem.Entity) content {
		return content{fingerprintOf(e.Fingerprint()), []string{recordOfEntity(e), tokensOf(e), sortName(text.SortKey(e.Name), e.ID)}}
	})
	for i, c := range contents {
		word, err := s.kinds.number(rows[i].Kind)
		if err != nil {
			return err
		}
		s.entity(rows[i].ID)
		row, err := s.put(s.entities, rows[i].ID, c)
		if err != nil {
			return err
		}
		row.word = word
	}
	return nil
}

func (s *stage) addRelations(rows []ecosystem.Relation) error {
	contents := inParallel(rows, func(r *ecosystem.Relation) content {
		return content{fingerprintOf(r.Fingerprint()), []string{recordOfRelation(r)}}
	})
	for i, c := range contents {
		word, err := s.types.number(rows[i].Type)
		if err != nil {
			return err
		}
		row, err := s.put(s.relations, rows[i].ID, c)
		if err != nil {
			return err
		}
		row.word, row.from, row.to = word, s.entity(rows[i].From), s.entity(rows[i].To)
	}
	return nil
}

// put keeps a row in the spool and its place in a table.
func (s *stage) put(t *table, id string, c content) (*stagedRow, error) {
	place, err := s.spool.add(c.texts...)
	if err != nil {
		return nil, err
	}
	n, _ := t.number(id)
	row := &t.rows[n]
	row.place, row.print = place, c.print
	return row, nil
}

// entity is the number of an entity, also of one that only relations name so far.
func (s *stage) entity(id string) uint32 {
	n, isNew := s.entities.number(id)
	if isNew {
		s.ids = append(s.ids, strings.Clone(id)) // not with the line of a table that it may be cut from
	}
	return n
}

// kind of an entity by its number.
func (s *stage) kind(n uint32) ecosystem.Kind { return s.kinds.all[s.entities.rows[n].word] }

// checkEnds refuses relations whose ends were not added.
func (s *stage) checkEnds() error {
	const named = 10 // of the missing ids
	lacking := map[uint32]bool{}
	for _, r := range s.relations.rows {
		for _, end := range []uint32{r.from, r.to} {
			if s.entities.rows[end].place == missing {
				lacking[end] = true
			}
		}
	}
	if len(lacking) == 0 {
		return nil
	}
	var ids []string
	for n := range lacking {
		ids = append(ids, s.ids[n])
	}
	slices.Sort(ids)
	return missingEnds(ids[:min(named, len(ids))], len(ids))
}

// inParallel works on all rows, as many at a time as there are processors.
func inParallel[R, C any](rows []R, work func(*R) C) []C {
	out := make([]C, len(rows))
	workers := min(runtime.GOMAXPROCS(0), 1+len(rows)/256) // less is not worth starting one
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			for i := w * len(rows) / workers; i < (w+1)*len(rows)/workers; i++ {
				out[i] = work(&rows[i])
			}
		})
	}
	wait.Wait()
	return out
}
