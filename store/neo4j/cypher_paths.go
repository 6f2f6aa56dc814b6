package neo4j

import (
	"fmt"
	"strings"
)

// cypherPaths gives one record: whether the ends are missing, the first one, and
// the best $k paths, each as its steps.
//
// Each length has a pattern of its own. Joined by UNION ALL under a LIMIT, a
// longer one is only asked when the shorter ones gave too few. Within a length
// the nodes of a path are its group, so that parallel relations are one path,
// and the greatest product of weights is that of the heaviest relations. These
// relations are looked up at the end, for the paths of the answer only.
func cypherPaths(maxHops int) string {
	lengths := []string{pathsOfOneHop()}
	for hops := 2; hops <= maxHops; hops++ {
		lengths = append(lengths, pathsOfLength(hops))
	}
	return "OPTIONAL MATCH (s:" + labelEntity + " {id: $from}) OPTIONAL MATCH (t:" + labelEntity + " {id: $to}) " +
		"CALL (s, t) { " +
		"CALL (s, t) { " + strings.Join(lengths, " UNION ALL ") + " } " +
		"WITH nodes LIMIT $k " +
		"CALL (nodes) { " + pathSteps() + " } " +
		"RETURN collect(steps) AS paths } " +
		"RETURN s IS NULL, t IS NULL, s.record, paths"
}

func pathsOfOneHop() string {
	return "MATCH (s)-[r]-(t)" + where(pathRelation("r", "s")) + " RETURN DISTINCT [s, t] AS nodes"
}

// pathsOfLength gives the best $k simple paths of so many hops. The two quantified
// halves, s to m and m to t, make the server go from both ends and join in the
// middle; written as one chain, it goes all the way from one end.
func pathsOfLength(hops int) string {
	there := (hops + 1) / 2
	return fmt.Sprintf("MATCH (s) ((a)-[q]-(b) WHERE b.kind IN $between AND %s){%d} (m) ((c)-[r]-(d) WHERE c.kind IN $between AND %s){%d} (t)",
		pathRelation("q", "a"), there, pathRelation("r", "c"), hops-there) +
		" WITH s, b + d AS nodes, q + r AS relations" +
		" WHERE NOT s IN nodes AND all(i IN range(0, size(nodes) - 2) WHERE NOT nodes[i] IN nodes[i + 1..])" +
		" WITH s, nodes, max(reduce(w = 1.0, x IN relations | w * x.weight)) AS weight" +
		" ORDER BY weight DESC, [n IN nodes | n.id] LIMIT $k" +
		" RETURN [s] + nodes AS nodes"
}

// pathRelation tests a relation that follows a node on a path. $sense is null,
// or whether the relation must begin at that node.
func pathRelation(r, node string) string {
	return relationCondition(r, "$filter",
		fmt.Sprintf("type(%[1]s) IN $symmetric OR (startNode(%[1]s) = %[2]s) = $sense", r, node))
}

// pathSteps gives the steps of the path through nodes, each with the heaviest
// relation.
func pathSteps() string {
	return "UNWIND range(1, size(nodes) - 1) AS i WITH i, nodes[i - 1] AS a, nodes[i] AS b " +
		"CALL (a, b) { MATCH (a)-[r]-(b)" + where(pathRelation("r", "a")) + " RETURN r ORDER BY r.weight DESC, r.id LIMIT 1 } " +
		"WITH i, b, r ORDER BY i " +
		"RETURN collect([r.record, b.record]) AS steps"
}
