package main

import (
	"embed"
	"fmt"
	"path"
	"strings"

	"github.com/innograph/innograph/store/text"
)

//go:embed queries
var queries embed.FS

// question is one of the six, as each server is asked it, and where in its answer
// stands what must be the same.
type question struct {
	name             string
	title            string
	ours, peer, bare []part
	// reduce makes of rows what is compared, where that is not the rows; nil else.
	reduce func(arguments map[string]any, rows []string) []string
	// draw is the Cypher that gives the arguments, one set a row.
	draw string
}

// part is one kind of rows of an answer; see rowsOf.
type part struct {
	each    string
	columns string
}

// document is the GraphQL document with the operations of all questions.
func document(server string) string { return read(server + ".graphql") }

func read(name string) string {
	text, err := queries.ReadFile(path.Join("queries", name))
	if err != nil {
		panic(err) // it is embedded
	}
	return string(text)
}

// operation cuts the operation of a question out of a document.
func operation(document, name string) string {
	for part := range strings.SplitSeq("\n"+document, "\nquery ") {
		if strings.HasPrefix(part, name+"(") {
			return "query " + part
		}
	}
	panic("no operation " + name) // the documents are embedded
}

const (
	places   = `MATCH (n:Entity) WHERE n.kind IN ['UNIVERSITY', 'RESEARCH_INSTITUTE', 'ENTERPRISE', 'PLATFORM'] AND size(n.regions) = 1 `
	spread   = ` WITH collect(a) AS found UNWIND range(0, $arguments - 1) AS i WITH found[i * size(found) / $arguments] AS a `
	fields   = `MATCH (n:TechnologyField) WHERE EXISTS { (n)<-[:APPLIES_TO]-() } WITH n ORDER BY n.id WITH {field: n.id} AS a` + spread + `RETURN a`
	drawNode = places + `WITH n ORDER BY n.id WITH {id: n.id} AS a` + spread + `RETURN a`
	drawText = places + `WITH n ORDER BY n.id WITH {text: n.name} AS a` + spread + `RETURN a`
	drawList = `MATCH (n:Discipline)<-[:STRONG_IN]-(u:University) WHERE 'region:yrd' IN u.within WITH DISTINCT n ORDER BY n.id
		WITH {discipline: n.id, region: 'region:yrd'} AS a` + spread + `RETURN a`
	drawEnds = places + `AND EXISTS { (n)-[:COOPERATES_WITH]-() } WITH n ORDER BY n.id WITH n.id AS a` + spread +
		`WITH collect(a) AS found UNWIND range(0, size(found) - 1) AS i
		RETURN {from: found[i], to: found[(i + size(found) / 2) % size(found)]} AS a`
)

func questions() []question {
	return []question{
		{
			name: "node", title: "a node with its region", draw: drawNode,
			ours: []part{{"node", "id kind name region.id region.name"}},
			peer: []part{{"entities", "id kind name region.0.id region.0.name"}},
			bare: []part{{"", "id kind name region.id region.name"}},
		},
		{
			name: "list", title: "20 universities in 长三角 strong in a discipline, with their disciplines", draw: drawList,
			ours: []part{{"entities.nodes", "id name"}, {"entities.nodes/disciplines.edges", "^id node.id node.name weight strength"}},
			peer: []part{{"universities", "id name"}, {"universities/disciplinesConnection.edges", "^id node.id node.name properties.weight properties.strength"}},
			bare: []part{{"", "id name"}, {"/disciplines", "^id id name weight strength"}},
		},
		fieldQuestion(),
		{
			name: "search", title: "entities by name", draw: drawText, reduce: named,
			ours: []part{{"search.nodes", "name id kind"}},
			peer: []part{{"searchEntities.edges", "node.name node.id node.kind"}},
			bare: []part{{"", "name id kind"}},
		},
		{
			name: "paths", title: "3 shortest paths within 4 hops", draw: drawEnds,
			ours: []part{{"paths.paths", "weight start.id steps.*.node.id start.name steps.*.node.name"}},
			peer: []part{{"paths", "weight nodes.* names.*"}},
			bare: []part{{"", "route.weight route.nodes.* route.names.*"}},
		},
		{
			name: "partners", title: "partner score by discipline weight × strength, with evidence", draw: fields, reduce: partners,
			ours: []part{{"node/disciplines.edges/node.relations.edges", "node.id node.name ^weight weight ^relationId relationId ^node.id strength"}},
			peer: []part{{
				"technologyFields/disciplinesConnection.edges/node.strongConnection.edges",
				"node.id node.name ^properties.weight properties.weight ^properties.id properties.id ^node.id properties.strength",
			}},
			bare: []part{{"/strong", "id name ^weight weight ^relation relation ^id strength"}},
		},
	}
}

// fieldQuestion has the most parts: one for each kind of neighbours.
func fieldQuestion() question {
	q := question{name: "field", title: "a field with 25 neighbours of each kind, and disciplines → universities", draw: fields}
	for _, kind := range []string{"organizations", "platforms", "projects", "clusters", "programmes", "disciplines"} {
		connection := kind + "Connection"
		if kind == "organizations" {
			connection = "membersConnection"
		}
		q.ours = append(q.ours, part{"node/" + kind + ".edges", "^id ^name node.id node.name weight"})
		q.peer = append(q.peer, part{"technologyFields/" + connection + ".edges", "^id ^name node.id node.name properties.weight"})
		q.bare = append(q.bare, part{"/" + kind, "^id ^name id name weight"})
	}
	q.ours = append(q.ours, part{"node/disciplines.edges/node.universities.edges", "^node.id node.id node.name weight"})
	q.peer = append(q.peer, part{"technologyFields/disciplinesConnection.edges/node.universitiesConnection.edges", "^node.id node.id node.name properties.weight"})
	q.bare = append(q.bare, part{"/disciplines/universities", "^id id name weight"})
	return q
}

// phrase is what a client of a bare full-text index asks for a name: all of its
// tokens. Ours reads names on the server.
func phrase(name string) string {
	var words []string
	if readings := text.ParseQuery(name).Readings; len(readings) > 0 {
		for _, t := range readings[0].Terms {
			word := "+" + t.Token
			if t.Prefix {
				word += "*"
			}
			words = append(words, word)
		}
	}
	return strings.Join(words, " ")
}

// complete adds to arguments what some servers are given beside them.
func complete(a map[string]any) map[string]any {
	if name, ok := a["text"]; ok {
		a["phrase"] = phrase(fmt.Sprint(name))
	}
	return a
}
