package load

import (
	"sync"

	"github.com/innograph/innograph/ecosystem"
)

// CitedBy makes the loader of the documents that these relations name.
func (l *Loaders) CitedBy(relations []*ecosystem.Relation) func() *Documents {
	return l.cited(func(yield func([]ecosystem.Source)) {
		for _, r := range relations {
			yield(r.Sources)
		}
	})
}

// cited makes, when it is first needed, the loader of the documents that sources
// name.
func (l *Loaders) cited(each func(yield func([]ecosystem.Source))) func() *Documents {
	return sync.OnceValue(func() *Documents {
		named := map[string]bool{}
		each(func(sources []ecosystem.Source) {
			for _, s := range sources {
				named[s.Document] = true
			}
		})
		return l.Documents(len(named))
	})
}
