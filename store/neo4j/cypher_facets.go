package neo4j

import (
	"strings"

	"github.com/innograph/innograph/store"
)

// cypherFacets gives one record per dimension: its name, the first $buckets
// values with their counts, and how many values there are.
func cypherFacets(s source, dimensions []store.Dimension) string {
	var parts []string
	for _, d := range dimensions {
		parts = append(parts, "UNWIND found AS n"+facetValue(d)+
			" WITH value, count(*) AS count ORDER BY count DESC, value"+
			" WITH collect([value, count]) AS buckets"+
			" RETURN '"+string(d)+"' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size")
	}
	return s.collected() + "CALL (found) { " + strings.Join(parts, " UNION ALL ") + " } RETURN dimension, first, size"
}

// facetValue gives the values of n by a dimension, each in a row of its own.
func facetValue(d store.Dimension) string {
	switch d {
	case store.FacetKind:
		return " WITH n.kind AS value"
	case store.FacetStatus:
		return " WITH coalesce(n.status, '') AS value"
	case store.FacetCertainty:
		return " WITH coalesce(n.certainty, '') AS value"
	case store.FacetRegion:
		return eachValue(propRegions)
	case store.FacetField:
		return eachValue(propFields)
	default: // store.FacetDocument
		return eachValue(propDocuments)
	}
}

// eachValue takes a list apart; an entity without one counts under the empty value.
func eachValue(property string) string {
	return " UNWIND coalesce(n." + property + ", ['']) AS value"
}
