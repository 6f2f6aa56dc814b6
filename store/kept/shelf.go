package kept

import (
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"github.com/innograph/innograph/store"
)

// shelf holds answers of one generation, those that were asked for last. It is safe
// for concurrent use.
type shelf struct {
	of store.Generation

	mu      sync.Mutex
	limit   int
	rows    int
	answers *simplelru.LRU[key, answer]
}

// key tells what was asked: the call, its arguments, and for calls that take many ids
// at once the id.
type key struct{ call, arguments, id string }

// answer is what was said, and of how many rows it consists.
type answer struct {
	value any
	rows  int
}

func newShelf(of store.Generation, rows int) *shelf {
	s := &shelf{of: of, limit: rows}
	answers, err := simplelru.NewLRU(max(1, rows), func(_ key, a answer) { s.rows -= a.rows })
	if err != nil {
		panic("kept: " + err.Error()) // of a size below 1
	}
	s.answers = answers
	return s
}

func (s *shelf) get(k key) (value any, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	a, ok := s.answers.Get(k)
	return a.value, ok
}

// put keeps an answer and lets go of those that were not asked for longest. One of more
// rows than the shelf has is not kept.
func (s *shelf) put(k key, value any, rows int) {
	if rows > s.limit {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.answers.Remove(k)
	s.answers.Add(k, answer{value, rows})
	for s.rows += rows; s.rows > s.limit; {
		s.answers.RemoveOldest()
	}
}
