package graph_test

import (
	"slices"
	"testing"

	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/graph/limits"
)

// TestCoverageIsReadOnce asks twice, and again after a load.
func TestCoverageIsReadOnce(t *testing.T) {
	s := loaded(t)
	counted := newCounting(s)
	c := newClient(counted)
	ask := `{ statistics { coverage { byKind { kind count parts { part count share } } relationsByKnown { known count } } } }`
	first, second := c.ask(t, ask, nil), c.ask(t, ask, nil)
	if string(first.Data) != string(second.Data) || counted.calls["Dump"] != 1 {
		t.Errorf("%d dumps, want 1; answers %s and %s", counted.calls["Dump"], first.Data, second.Data)
	}
	g := world(t)
	g.Entities[0].NameEn = "Another name"
	load(t, s, g)
	if third := c.ask(t, ask, nil); string(third.Data) == string(first.Data) || counted.calls["Dump"] != 2 {
		t.Errorf("after a load: %d dumps, answer %s", counted.calls["Dump"], third.Data)
	}
	few := limits.Default()
	few.CoveredEntities = 3
	refused := client{graph.NewHandler(graph.Config{Reader: s, Limits: &few})}.ask(t, ask, nil)
	if !slices.Equal(refused.codes(), []string{"LIMIT_EXCEEDED"}) {
		t.Errorf("a graph of more entities gives %v", refused.codes())
	}
}
