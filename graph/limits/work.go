package limits

import (
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/innograph/innograph/graph/page"
)

// What the store does for a field before a row of it is shown, in fields of rows:
// of the shipped graph, one takes some 5 µs. Measured there: a search 1.2 ms, a name
// 0.6 to 2.4 ms, 200 edges of a neighborhood 0.4 ms, paths of 4 hops 0.4 ms. Paths
// weigh more than that: unlike the others, they grow with the hubs of a graph.
const (
	workOfSearch = 250
	workOfName   = 250
	workOfHop    = 100

	workOfGaps          = 6000 // all 246 needs 33 ms, a matrix by cities 31 ms
	workOfIntroductions = 250  // 0.5 ms; like paths, they grow with the hubs

	workOfDemands  = 8000
	workOfMatching = 1500 // of eight broad fields 6 ms, of one 1 ms; the rows come on top
)

// work is what a field costs however little of it is selected; size is what its
// arguments ask for. The names of resolveNames are counted by names.
func (p *pricer) work(f *ast.Field, size int) int {
	defined := f.Definition.Arguments
	switch {
	case defined.ForName("prefix") != nil, f.Name == "search":
		return workOfSearch
	case defined.ForName("name") != nil && defined.ForName("first") != nil:
		return workOfName
	case f.Name == "gaps", f.Name == "gapMatrix":
		return workOfGaps
	case f.Name == "matchPartners", f.Name == "partnerMatch":
		return workOfMatching
	case f.Name == "matchDemands":
		return workOfDemands
	case f.Name == "introductions":
		return workOfIntroductions
	case defined.ForName("maxHops") != nil:
		hops := p.checked(f)(page.Bounded("maxHops", integer(f.ArgumentMap(p.variables)["maxHops"]), p.limits.Hops))
		return multiply(workOfHop, hops)
	case defined.ForName("limit") != nil:
		return size
	default:
		return 0
	}
}
