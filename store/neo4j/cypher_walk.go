package neo4j

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/innograph/innograph/store"
)

// walk is the shape of a walk's statement: its steps, and whether it shows paths.
// Types and directions stand in the text, so that the server reads only relations
// of these types at a node that has very many.
type walk struct {
	steps []walkStep
	paths bool
}

type walkStep struct {
	types     []string // nil: any
	direction store.Direction
	far       string // what the filter asks of the far node b; may be empty
	parts     map[string]any
}

func walkOf(q store.WalkQuery, c *conditions) walk {
	w := walk{paths: q.Paths > 0}
	c.sparse = true
	for i, s := range q.Steps {
		step := walkStep{direction: s.Filter.Direction, far: c.far(s.Filter), parts: stepParts(s)}
		if s.Filter.Types != nil {
			step.types = texts(s.Filter.Types)
		}
		c.param(fmt.Sprintf("s%d", i+1), step.parts)
		w.steps = append(w.steps, step)
	}
	return w
}

// cypherWalk gives one record: how many relations are touched, how many ends
// there are, the starts by id, and the best $ends, each with its best paths.
//
// l0, l1 … are the levels: lists of [node, sum, best product, ways in], by id; a
// way in is [index in the level before, weight, relations]. They are made step by
// step, so that no walk is gone through on its own, and t0, t1 … count what they
// touch. A level that would touch more than $touch stays empty. Paths are then
// read backwards from the best ends, out of the lists alone.
//
// The server takes long to plan many subqueries and conditions: there is one
// subquery for each step, and what a relation must be is one CASE.
func cypherWalk(w walk) string {
	var b strings.Builder
	b.WriteString("CALL () { UNWIND $starts AS x MATCH (b:" + labelEntity + " {id: x.id})" +
		" WITH b, x.weight AS s, " + w.degree(0) + " AS d ORDER BY b.id RETURN collect([b, s, s]) AS l0, sum(d) AS t0 } ")
	last := len(w.steps)
	for i := 1; i < last; i++ {
		fmt.Fprintf(&b, "CALL (l%[1]d, t%[1]d) { %[2]s WITH b, s, m, ways, %[3]s AS d ORDER BY b.id"+
			" RETURN collect([b, s, m, ways]) AS l%[4]d, sum(d) AS d%[4]d } WITH *, t%[1]d + d%[4]d AS t%[4]d ",
			i-1, w.level(i), w.degree(i), i)
	}
	fmt.Fprintf(&b, "CALL (l%[1]d, t%[1]d) { %[2]s WITH b, floor(s * 1e9 + 0.5) / 1e9 AS score, m, ways WHERE score > 0"+
		" WITH b, score, m, ways ORDER BY score DESC, b.id WITH collect([b, score, m, ways]) AS reached"+
		" RETURN reached[..$ends] AS ends, size(reached) AS total } ", last-1, w.level(last))
	b.WriteString(w.found() + fmt.Sprintf("RETURN t%d, total, starts, found", last-1))
	return b.String()
}

// degree counts what the i-th step, from 0, touches at b.
func (w walk) degree(i int) string {
	types := w.steps[i].types
	if types == nil {
		return "COUNT { (b)--() }"
	}
	return "COUNT { (b)-[:" + strings.Join(types, "|") + "]-() }"
}

// level gives each node b to which the i-th step, from 1, leads: its sum s, its
// best product m, and its ways in. Rows come in the order of the level before,
// and a group stands where its first row did.
func (w walk) level(i int) string {
	relations, ways := "", "0"
	if w.paths {
		relations, ways = ", collect(r) AS relations", "collect([i, e, relations])"
	}
	step := w.steps[i-1]
	return fmt.Sprintf("UNWIND CASE WHEN t%[1]d > $touch THEN [] ELSE range(0, size(l%[1]d) - 1) END AS i"+
		" WITH i, l%[1]d, l%[1]d[i][0] AS a MATCH (a)%[2]s(b) WITH i, l%[1]d, b, r, %[3]s AS e WHERE e > 0"+
		" WITH i, l%[1]d[i][1] AS s, l%[1]d[i][2] AS m, b, max(e) AS e%[4]s"+
		" WITH b, sum(s * e) AS s, max(m * e) AS m, %[5]s AS ways",
		i-1, step.arrow(), step.weight(i), relations, ways)
}

// arrow is the pattern of a step's relation.
func (s walkStep) arrow() string {
	inner := "-[r]-"
	if s.types != nil {
		inner = "-[r:" + strings.Join(s.types, "|") + "]-"
	}
	switch {
	case s.direction == store.Both || s.types == nil || slices.ContainsFunc(s.types, symmetric):
		return inner
	case s.direction == store.Out:
		return inner + ">"
	default:
		return "<" + inner
	}
}

func symmetric(t string) bool { return slices.Contains(symmetricTypes(), t) }

// weight is store.WalkStep.Weigh of relation r from a to b; 0 where the step may
// not take it. What the step does not ask for is not tested; see conditions.sparse.
func (s walkStep) weight(i int) string {
	p := fmt.Sprintf("$s%d", i)
	tests := ofParts([]test{
		{"minWeight", "r.weight >= " + p + ".minWeight"},
		{"statuses", "coalesce(r.status, '') IN " + p + ".statuses"},
		{"without", "(NOT r.id IN " + p + ".without)"},
		{"kinds", "b.kind IN " + p + ".kinds"},
	}, s.parts)
	if pattern := s.arrow(); s.direction != store.Both && !strings.ContainsAny(pattern, "<>") { // symmetric types and others together
		tests = append(tests, test{holds: inSense("r", "a", s.direction)})
	}
	if s.far != "" {
		tests = append(tests, test{holds: "(" + s.far + ")"})
	}
	weight := "r.weight * "
	if s.parts["factors"] != nil {
		weight += "coalesce(" + p + ".factors[coalesce(r.status, '')], 1.0) * "
	}
	return condition(tests, weight+p+".decay", "0.0")
}

// found makes the rows of the answer. A path of n steps tells the place of its start
// in l0, whose records come once, the n-1 nodes between, and the relations: records are
// most of what an answer takes, and starts and ends stand in very many paths.
func (w walk) found() string {
	if !w.paths {
		return "WITH *, [] AS starts, [x IN ends | [x[0].record, x[1], []]] AS found "
	}
	levels := make([]string, len(w.steps))
	var tails strings.Builder
	for i := len(w.steps) - 1; i >= 0; i-- {
		levels[i] = fmt.Sprintf("l%d", i)
		tails.WriteString(longerTails(i))
	}
	return "CALL (ends, " + strings.Join(levels, ", ") + ") { UNWIND ends AS last " +
		"WITH *, [[last, [], [], [], []]] AS k" + strconv.Itoa(len(w.steps)) + " " + tails.String() +
		"RETURN collect([last[0].record, last[1], [k IN k0 | [k[5], k[6], [n IN k[2] | n.record], [s IN k[4] | [r IN s | r.record]]]]]) AS found } " +
		"WITH *, [x IN l0 | x[0].record] AS starts "
}

// longerTails goes one step back from the tails k, lists of [where it begins, weights,
// nodes, ids, relations, what it brings, place where it begins], into level i. It keeps
// the best, one more than are wanted; the memory store's walkback.go tells why that
// loses none. Weights are multiplied from the beginning to the end.
//
// What is sorted knows nothing of the levels: the server would take each of them to lie
// in memory once more with each row, and refuse the walk.
func longerTails(i int) string {
	nodes := "[x[0]] + k[2] AS nodes"
	if i == 0 {
		nodes = "k[2] AS nodes" // the start is told by its place
	}
	return fmt.Sprintf("WITH *, [k IN k%[1]d | [k, [way IN k[0][3] | [way, l%[2]d[way[0]]]]]] AS f%[2]d "+
		"CALL (f%[2]d) { UNWIND f%[2]d AS f UNWIND f[1] AS w WITH f[0] AS k, w[0] AS way, w[1] AS x"+
		" WITH x, [way[1]] + k[1] AS weights, %[3]s, k[3] + x[0].id AS ids, [way[2]] + k[4] AS steps, way[0] AS place"+
		" WITH *, reduce(w = x[2], e IN weights | w * e) AS bring ORDER BY bring DESC, ids LIMIT $paths + 1"+
		" RETURN collect([x, weights, nodes, ids, steps, bring, place]) AS k%[2]d } ", i+1, i, nodes)
}
