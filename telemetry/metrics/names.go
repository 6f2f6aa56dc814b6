package metrics

import (
	"sync"

	"github.com/innograph/innograph/graph/operation"
)

// MaxNames is how many names of operations are told apart.
const MaxNames = 200

// The names of those without one of their own; a GraphQL name has no blank or dash.
const (
	nameAnonymous = "(anonymous)"
	nameOther     = "(other)"
	nameNone      = "(none)" // no operation, or one that could not be read
)

// names bounds the label that clients choose. Only an operation that is executed
// gets a place: what is refused would fill them for nothing.
type names struct {
	mu   sync.RWMutex
	told map[string]bool
	most int
}

func newNames(known []string) *names {
	n := &names{told: map[string]bool{}, most: max(MaxNames, len(known))}
	for _, name := range known {
		n.told[name] = true
	}
	return n
}

// label is the name under which an operation is counted.
func (n *names) label(op *operation.Operation) string {
	switch {
	case op == nil || op.Type == "":
		return nameNone
	case op.Name == "":
		return nameAnonymous
	case n.has(op.Name) || op.Executed && n.add(op.Name):
		return op.Name
	default:
		return nameOther
	}
}

func (n *names) has(name string) bool {
	n.mu.RLock()
	defer n.mu.RUnlock()
	return n.told[name]
}

// add gives a name a place if one is left.
func (n *names) add(name string) bool {
	const longest = 100 // bytes; what is longer was made to fill memory
	n.mu.Lock()
	defer n.mu.Unlock()
	if !n.told[name] && len(n.told) < n.most && len(name) <= longest {
		n.told[name] = true
	}
	return n.told[name]
}
