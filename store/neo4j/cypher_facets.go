package neo4j

import (
	"fmt"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// cypherFacets gives one record per dimension: its name, the first $buckets
// values with their counts, and how many values there are.
func cypherFacets(s source, dimensions []store.Dimension) string {
	var parts []string
	for _, d := range dimensions {
		parts = append(parts, facetValues(d)+
			" WITH value, sum(times) AS count ORDER BY count DESC, value"+
			" WITH collect([value, count]) AS buckets"+
			" RETURN '"+string(d)+"' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size")
	}
	return s.collected() + "CALL (found) { " + strings.Join(parts, " UNION ALL ") + " } RETURN dimension, first, size"
}

// facetValues gives the values by a dimension of all nodes found, in rows, and how
// many times each comes in a row.
func facetValues(d store.Dimension) string {
	const each = "UNWIND found AS n"
	switch d {
	case store.FacetKind:
		return each + " WITH n.kind AS value, 1 AS times"
	case store.FacetStatus:
		return each + " WITH coalesce(n.status, '') AS value, 1 AS times"
	case store.FacetCertainty:
		return each + " WITH coalesce(n.certainty, '') AS value, 1 AS times"
	case store.FacetRegion:
		return each + eachValue(propRegions)
	case store.FacetProvince, store.FacetCity, store.FacetCounty:
		return levelValues(d, propWithin)
	case store.FacetField:
		return each + eachValue(propFields)
	case store.FacetTopField, store.FacetSubField:
		return levelValues(d, propFieldsAbove)
	case store.FacetRelation:
		return each + " CALL (n) { OPTIONAL MATCH (n)-[r]-(:" + labelEntity + ") RETURN collect(DISTINCT type(r)) AS types }" + unwound("types")
	case store.FacetStrength:
		return each + " CALL (n) { OPTIONAL MATCH (n)-[r:" + string(ecosystem.StrongIn) + "]->(:" + labelEntity + ")" +
			" RETURN collect(DISTINCT r." + propStrength + ") AS words }" + unwound("words")
	default: // store.FacetDocument
		return each + eachValue(propDocuments)
	}
}

// eachValue takes a list apart; an entity without one counts under the empty value.
func eachValue(property string) string {
	return " UNWIND coalesce(n." + property + ", ['']) AS value WITH value, 1 AS times"
}

// levelValues takes from a list of ids those of one level. Few lists differ, so
// that only these are compared.
func levelValues(d store.Dimension, property string) string {
	kind, level, _ := d.Level()
	return fmt.Sprintf("CALL () { MATCH (t:%s) WHERE t.kind = '%s' AND t.level = '%s' RETURN collect(t.id) AS ids }"+
		" UNWIND found AS n WITH ids, coalesce(n.%s, []) AS above, count(*) AS times"+
		" WITH [x IN above WHERE x IN ids] AS values, times", labelEntity, kind, level, property) +
		" UNWIND CASE WHEN size(values) = 0 THEN [''] ELSE values END AS value WITH value, times"
}

// unwound takes a list apart that may be empty.
func unwound(list string) string {
	return " UNWIND CASE WHEN size(" + list + ") = 0 THEN [''] ELSE " + list + " END AS value WITH value, 1 AS times"
}
