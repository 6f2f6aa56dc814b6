package partners

import (
	"context"
	"encoding/json"
	"errors"
	"sync"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// walkKeeper is a TextReader that keeps answers of walks as long as the graph is the same.
type walkKeeper interface {
	kept(ctx context.Context, q store.WalkQuery, ask func(context.Context, store.WalkQuery) (store.WalkAnswer, error)) (store.WalkAnswer, error)
}

// keptWalks are answers of walks of one generation, those that many questions ask anew:
// where the ties of the home region lead is a third of the work for each demand of a
// large graph, and the same for all of them. Its zero value is ready for use.
type keptWalks struct {
	mu      sync.Mutex
	number  int64 // of the generation
	loaded  string
	answers map[string]*keptWalk
}

// keptWalk is an answer that somebody is waiting for, or has got.
type keptWalk struct {
	done   chan struct{} // closed when answer and err are set
	answer store.WalkAnswer
	err    error
}

var errUnanswered = errors.New("the walk was not answered")

// maxKeptWalks bounds what is kept: some 0.3 MB for a walk of 300 ends.
const maxKeptWalks = 32

// get gives what is kept, or asks; one caller asks for all that wait. After an error
// the next one tries itself.
func (k *keptWalks) get(ctx context.Context, g store.Generation, key string, ask func() (store.WalkAnswer, error)) (store.WalkAnswer, error) {
	for {
		w, mine := k.claim(g, key)
		if mine {
			return k.answer(key, w, ask)
		}
		select {
		case <-w.done:
			if w.err == nil {
				return w.answer, nil
			}
		case <-ctx.Done():
			return store.WalkAnswer{}, ecosystem.Wrap(ctx.Err(), ecosystem.CodeTimeout, "the ties of the home region are still being read; ask again in a moment")
		}
	}
}

// answer asks. If that panics, those who wait try themselves, as after an error.
func (k *keptWalks) answer(key string, w *keptWalk, ask func() (store.WalkAnswer, error)) (store.WalkAnswer, error) {
	w.err = errUnanswered
	defer func() {
		if w.err != nil {
			k.forget(key, w)
		}
		close(w.done)
	}()
	w.answer, w.err = ask()
	return w.answer, w.err
}

// claim gives the walk of a key; mine tells that the caller has to answer it.
func (k *keptWalks) claim(g store.Generation, key string) (w *keptWalk, mine bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.answers == nil || k.number != g.Number || k.loaded != g.Loaded {
		k.number, k.loaded, k.answers = g.Number, g.Loaded, map[string]*keptWalk{}
	}
	if w, ok := k.answers[key]; ok {
		return w, false
	}
	if len(k.answers) >= maxKeptWalks {
		for other := range k.answers { // any one goes
			delete(k.answers, other)
			break
		}
	}
	w = &keptWalk{done: make(chan struct{})}
	k.answers[key] = w
	return w, true
}

func (k *keptWalks) forget(key string, w *keptWalk) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.answers[key] == w {
		delete(k.answers, key)
	}
}

// kept walks, or gives what is kept of the walk.
func (t *Texts) kept(ctx context.Context, q store.WalkQuery, ask func(context.Context, store.WalkQuery) (store.WalkAnswer, error)) (store.WalkAnswer, error) {
	g, err := t.generation(ctx)
	if err != nil {
		return store.WalkAnswer{}, err
	}
	key, err := json.Marshal(q)
	if err != nil {
		panic("partners: a walk does not marshal: " + err.Error())
	}
	return t.cache.walks.get(ctx, g, string(key), func() (store.WalkAnswer, error) { return ask(ctx, q) })
}
