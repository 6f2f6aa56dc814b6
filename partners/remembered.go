package partners

import (
	"context"
	"encoding/json"
	"sync"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// maxRemembered bounds what is remembered of a generation, in rows: ends of walks,
// relations and entities, some 1 kB each.
const maxRemembered = 50_000

// memory keeps what a store that is far away said about one generation: somebody who
// weighs a demand anew, turns a page or asks for reasons asks for the same walks, and
// all who ask for one region for its places and fields. It is safe for concurrent use.
type memory struct {
	mu       sync.Mutex
	number   int64 // of the generation
	loaded   string
	rows     int
	walks    map[string]store.WalkAnswer
	pages    map[string]map[string]store.EdgePage // by filter and page, by id
	entities map[string]*ecosystem.Entity
}

// at opens the memory for what is known of a generation. Who calls it holds m.mu.
func (m *memory) at(g store.Generation) {
	if m.walks == nil || m.number != g.Number || m.loaded != g.Loaded || m.rows > maxRemembered {
		m.number, m.loaded, m.rows = g.Number, g.Loaded, 0
		m.walks, m.pages, m.entities = map[string]store.WalkAnswer{}, map[string]map[string]store.EdgePage{}, map[string]*ecosystem.Entity{}
	}
}

// remembered is a store that is asked for what is not remembered.
type remembered struct {
	store.Reader
	memory     *memory
	generation func(context.Context) (store.Generation, error)
}

// open gives the memory of the current generation, locked.
func (r remembered) open(ctx context.Context) (m *memory, g store.Generation, err error) {
	if g, err = r.generation(ctx); err != nil {
		return nil, g, err
	}
	r.memory.mu.Lock()
	r.memory.at(g)
	return r.memory, g, nil
}

// put remembers something that was read of a generation.
func (r remembered) put(g store.Generation, rows int, keep func(m *memory)) {
	m := r.memory
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.number == g.Number && m.loaded == g.Loaded {
		keep(m)
		m.rows += rows
	}
}

// Walk gives what is remembered of a walk, or walks.
func (r remembered) Walk(ctx context.Context, q store.WalkQuery) (store.WalkAnswer, error) {
	text, err := json.Marshal(q)
	if err != nil {
		panic("partners: a walk does not marshal: " + err.Error())
	}
	m, g, err := r.open(ctx)
	if err != nil {
		return store.WalkAnswer{}, err
	}
	answer, known := m.walks[string(text)]
	m.mu.Unlock()
	if known {
		return answer, nil
	}
	if answer, err = r.Reader.Walk(ctx, q); err != nil {
		return store.WalkAnswer{}, err
	}
	r.put(g, 1+len(answer.Ends), func(m *memory) { m.walks[string(text)] = answer })
	return answer, nil
}

// Neighbors gives the pages that are remembered, and asks for those of the other ids.
func (r remembered) Neighbors(ctx context.Context, ids []string, f store.RelationFilter, page store.Page) ([]store.EdgePage, error) {
	key := fingerprint(f, page)
	m, g, err := r.open(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]store.EdgePage, len(ids))
	var unknown []string
	var at []int // in out
	for i, id := range ids {
		p, known := m.pages[key][id]
		if !known {
			unknown, at = append(unknown, id), append(at, i)
		}
		out[i] = p
	}
	m.mu.Unlock()
	if len(unknown) == 0 && len(ids) > 0 {
		return out, nil
	}
	read, err := r.Reader.Neighbors(ctx, unknown, f, page)
	if err != nil {
		return nil, err
	}
	rows := 0
	for i, p := range read {
		out[at[i]] = p
		rows += 1 + len(p.Edges)
	}
	r.put(g, rows, func(m *memory) {
		if m.pages[key] == nil {
			m.pages[key] = map[string]store.EdgePage{}
		}
		for i, p := range read {
			m.pages[key][unknown[i]] = p
		}
	})
	return out, nil
}

// Entities gives what is remembered, if it is all; nothing is remembered of ids that
// nothing has.
func (r remembered) Entities(ctx context.Context, ids []string) ([]*ecosystem.Entity, error) {
	m, g, err := r.open(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]*ecosystem.Entity, len(ids))
	all := true
	for i, id := range ids {
		out[i] = m.entities[id]
		all = all && out[i] != nil
	}
	m.mu.Unlock()
	if all && len(ids) > 0 {
		return out, nil
	}
	if out, err = r.Reader.Entities(ctx, ids); err != nil {
		return nil, err
	}
	r.put(g, len(ids), func(m *memory) {
		for i, e := range out {
			if e != nil {
				m.entities[ids[i]] = e
			}
		}
	})
	return out, nil
}
