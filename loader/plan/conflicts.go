package plan

import (
	"slices"
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// markConflicts notes beside each target which other value the plan gives for
// the same indicator, year and unit, and where. Both are kept.
func markConflicts(g ecosystem.Graph) {
	type aim struct{ from, to, unit, year string }
	groups := map[aim][]int{}
	for i, r := range g.Relations {
		if r.Type == ecosystem.Targets && r.Value != "" {
			k := aim{r.From, r.To, r.Unit, strconv.Itoa(r.Year)}
			groups[k] = append(groups[k], i)
		}
	}
	for _, group := range groups {
		for _, i := range group {
			var others []string
			for _, j := range group {
				if o := g.Relations[j]; o.Value != g.Relations[i].Value {
					others = append(others, o.Value+o.Unit+" at "+o.Sources[0].Locator)
				}
			}
			if len(others) == 0 {
				continue
			}
			slices.Sort(others)
			for s := range g.Relations[i].Sources {
				source := &g.Relations[i].Sources[s]
				source.Note = joined(source.Note, "conflict: "+strings.Join(slices.Compact(others), ", "))
			}
		}
	}
}
