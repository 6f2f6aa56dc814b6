package neo4j

import (
	"context"
	"sync"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"golang.org/x/sync/errgroup"
)

const (
	// transactionRows is how many rows a load may change in one transaction. One
	// that changes more goes in batches, each a transaction.
	transactionRows = 50_000
	// batchRows is how many rows one statement takes.
	batchRows = 5_000
	// writers is how many batches are written at a time.
	writers = 2
	// batchTries bounds how often a batch is sent whose locks got in the way of
	// another one's.
	batchTries = 20
)

// write brings the database to the new generation. What fits one transaction
// appears at once. Otherwise each batch is a transaction, and the :Meta node
// says that the load is not done; run again, the load finds what is left to do.
func (p *plan) write(ctx context.Context) error {
	phases := p.phases()
	p.written.tell, p.written.total = p.load.store.config.OnWritten, rowsOf(phases)
	if p.rows() <= p.load.store.transactionRows {
		return p.writeAtOnce(ctx, phases)
	}
	if err := p.transaction(ctx, 0, func(w *writer) error { return w.begin(ctx, p) }); err != nil {
		return err
	}
	for _, steps := range phases {
		if err := p.writeBatches(ctx, steps); err != nil {
			return err
		}
	}
	return p.transaction(ctx, 0, func(w *writer) error { return w.finish(ctx, p) })
}

// writeAtOnce writes everything in one transaction.
func (p *plan) writeAtOnce(ctx context.Context, phases [][]step) error {
	encoder, err := p.stage.encoder(p.tree, p.generation.Number)
	if err != nil {
		return err
	}
	err = p.transaction(ctx, 0, func(w *writer) error {
		for _, steps := range phases {
			for b := range batches(steps) {
				rows, err := b.encode(encoder)
				if err != nil {
					return err
				}
				if err := w.batch(ctx, b.step, rows); err != nil {
					return err
				}
			}
		}
		return w.finish(ctx, p)
	})
	if err == nil {
		p.written.add(p.written.total)
	}
	return err
}

// written counts what is in the database.
type written struct {
	mutex       sync.Mutex
	done, total int
	tell        func(done, total int)
}

func (w *written) add(rows int) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.done += rows
	w.tell(w.done, w.total)
}

func rowsOf(phases [][]step) int {
	rows := 0
	for _, steps := range phases {
		for i := range steps {
			rows += steps[i].length
		}
	}
	return rows
}

// batch is a part of the rows of a step.
type batch struct {
	step     *step
	from, to int
}

func (b batch) encode(e *encoder) ([]any, error) { return b.step.rows(e, b.from, b.to) }

func batches(steps []step) func(yield func(batch) bool) {
	return func(yield func(batch) bool) {
		for i := range steps {
			s := &steps[i]
			for from := 0; from < s.length; from += batchRows {
				if !yield(batch{s, from, min(from+batchRows, s.length)}) {
					return
				}
			}
		}
	}
}

// writeBatches writes the steps of a phase, several batches at a time: while the
// server works on one, the next is made, and the server has two processors' work.
func (p *plan) writeBatches(ctx context.Context, steps []step) error {
	group, ctx := errgroup.WithContext(ctx)
	queue := make(chan batch)
	group.Go(func() error {
		defer close(queue)
		for b := range batches(steps) {
			select {
			case queue <- b:
			case <-ctx.Done():
				return nil // the one who failed tells why
			}
		}
		return nil
	})
	for number := range writers {
		group.Go(func() error { return p.writeQueue(ctx, number, queue) })
	}
	return group.Wait()
}

func (p *plan) writeQueue(ctx context.Context, number int, queue <-chan batch) error {
	encoder, err := p.stage.encoder(p.tree, p.generation.Number)
	if err != nil {
		return err
	}
	for b := range queue {
		rows, err := b.encode(encoder)
		if err != nil {
			return err
		}
		if err := p.transaction(ctx, number, func(w *writer) error { return w.batch(ctx, b.step, rows) }); err != nil {
			return err
		}
		p.written.add(b.to - b.from)
	}
	return nil
}

// transaction runs work in a transaction, as long as the lock holds. The driver
// tries again what a moment may mend, but not for as long as a batch on a busy
// server can take before it is told that others were in the way.
func (p *plan) transaction(ctx context.Context, number int, work func(*writer) error) error {
	s, held := p.load.store, p.load.lock
	again := false
	run := func(tx driver.ManagedTransaction) (any, error) {
		w := &writer{store: s, tx: tx, again: again}
		again = true
		if err := w.fence(ctx, held, number); err != nil {
			return nil, err
		}
		return nil, work(w)
	}
	for try := 1; ; try++ {
		if err := held.check(ctx); err != nil {
			return err
		}
		session := s.session(ctx, driver.AccessModeWrite)
		_, err := session.ExecuteWrite(ctx, run, bounded(ctx, "load", s.config.LoadTimeout)...)
		if closeErr := session.Close(ctx); err == nil {
			err = closeErr
		}
		if !inTheWay(err) || try == batchTries || !pause(ctx, try) {
			return s.coded(ctx, err)
		}
	}
}
