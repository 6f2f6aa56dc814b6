package load

import (
	"context"

	"github.com/graph-gophers/dataloader/v7"

	"github.com/innograph/innograph/graph/apierror"
)

// newLoader batches a call of the store; a batch goes out when this many ids are
// together. All rows of a failed call fail with the same error. A panic becomes
// an error here, as dataloader would print it.
func newLoader[V any](l *Loaders, expected int, read func(context.Context, []string) ([]V, error)) *dataloader.Loader[string, V] {
	batch := func(ctx context.Context, ids []string) (results []*dataloader.Result[V]) {
		defer func() {
			if cause := recover(); cause != nil {
				results = failed[V](len(ids), apierror.FromPanic(cause))
			}
		}()
		values, err := read(ctx, ids)
		if err != nil {
			return failed[V](len(ids), err)
		}
		results = make([]*dataloader.Result[V], len(ids))
		for i := range values {
			results[i] = &dataloader.Result[V]{Data: values[i]}
		}
		return results
	}
	return dataloader.NewBatchedLoader(batch,
		dataloader.WithWait[string, V](l.wait),
		dataloader.WithBatchCapacity[string, V](min(max(expected, 1), l.Limits.Store.IDs)))
}

func failed[V any](n int, err error) []*dataloader.Result[V] {
	results := make([]*dataloader.Result[V], n)
	for i := range results {
		results[i] = &dataloader.Result[V]{Error: err}
	}
	return results
}
