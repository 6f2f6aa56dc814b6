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
func cypherPaths(maxHops int, tests pathTests) string {
	passes := untested
	if tests.relations {
		passes = pathRelation
	}
	lengths := []string{pathsOfOneHop(passes)}
	for hops := 2; hops <= maxHops; hops++ {
		lengths = append(lengths, pathsOfLength(hops, passes, tests.region))
	}
	return "OPTIONAL MATCH (s:" + labelEntity + " {id: $from}) OPTIONAL MATCH (t:" + labelEntity + " {id: $to}) " +
		"CALL (s, t) { " +
		"CALL (s, t) { " + strings.Join(lengths, " UNION ALL ") + " } " +
		"WITH nodes LIMIT $k " +
		"CALL (nodes) { " + pathSteps(passes) + " } " +
		"RETURN collect(steps) AS paths } " +
		"RETURN s IS NULL, t IS NULL, s.record, paths"
}

// pathTests tells what a question has to test besides kinds: for each of the many
// relations and nodes that are tried a test costs more than all else.
type pathTests struct {
	relations bool // each relation
	region    bool // where the nodes between the ends lie
}

// relationTest is the condition that a relation of a path fulfils, which follows a node.
type relationTest func(r, node string) string

func untested(string, string) string { return "" }

func pathsOfOneHop(passes relationTest) string {
	return "MATCH (s)-[r]-(t)" + where(passes("r", "s")) + " RETURN DISTINCT [s, t] AS nodes"
}

// pathsOfLength gives the best $k simple paths of so many hops. Written as one chain,
// it leaves to the server, which knows the degrees, where to begin and to join.
func pathsOfLength(hops int, passes relationTest, region bool) string {
	names := []string{"s"}
	for i := 1; i < hops; i++ {
		names = append(names, fmt.Sprintf("n%d", i))
	}
	names = append(names, "t")
	var chain strings.Builder
	var conditions, weights []string
	chain.WriteString("(s)")
	for i, name := range names[1:] {
		relation := fmt.Sprintf("r%d", i+1)
		chain.WriteString("-[" + relation + "]-(" + name + ")")
		weights = append(weights, relation+".weight")
		conditions = append(conditions, passes(relation, names[i]))
		if name == "t" {
			continue
		}
		conditions = append(conditions, name+".kind IN $between", name+" <> t")
		if region {
			conditions = append(conditions, "$region IN coalesce("+name+".within, [''])")
		}
		for _, before := range names[:i+1] {
			conditions = append(conditions, name+" <> "+before)
		}
	}
	return "MATCH " + chain.String() + where(conditions...) +
		" WITH [" + strings.Join(names, ", ") + "] AS nodes, max(" + strings.Join(weights, " * ") + ") AS weight" +
		" ORDER BY weight DESC, [n IN nodes | n.id] LIMIT $k" +
		" RETURN nodes"
}

// pathRelation tests a relation that follows a node on a path. $sense is null,
// or whether the relation must begin at that node.
func pathRelation(r, node string) string {
	return relationCondition(r, "$filter",
		fmt.Sprintf("type(%[1]s) IN $symmetric OR (startNode(%[1]s) = %[2]s) = $sense", r, node))
}

// pathSteps gives the steps of the path through nodes, each with the heaviest
// relation.
func pathSteps(passes relationTest) string {
	return "UNWIND range(1, size(nodes) - 1) AS i WITH i, nodes[i - 1] AS a, nodes[i] AS b " +
		"CALL (a, b) { MATCH (a)-[r]-(b)" + where(passes("r", "a")) + " RETURN r ORDER BY r.weight DESC, r.id LIMIT 1 } " +
		"WITH i, b, r ORDER BY i " +
		"RETURN collect([r.record, b.record]) AS steps"
}
