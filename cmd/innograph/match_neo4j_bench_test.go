package main

import (
	"context"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/loader/synthetic"
	"github.com/innograph/innograph/partners"
	"github.com/innograph/innograph/store/kept"
	"github.com/innograph/innograph/store/neo4j"
	"github.com/innograph/innograph/store/neo4j/neo4jtest"
)

// BenchmarkMatchingNeo4j asks what BenchmarkMatching asks, with the graph in Neo4j: the
// shipped one, or with BENCH_ENTITIES a made-up one of that size. After each question
// the statements that the store sent for it are sent bare through the driver, as many
// at a time as matching sends and without a wait for the answers that they were made from; after
// "partners", also what a person without the product would write. -benchtime is a count.
//
//	p50-ms       of a question that nobody asked before, again-p50-ms of the same again,
//	             as by somebody who weighs it anew or turns a page
//	statements   sent for a question, the median
//	bare-p50-ms  what these take bare, and plain-p50-ms the one of plainPartners
//	÷bare        how many times as long a question takes: medians; ÷plain likewise
func BenchmarkMatchingNeo4j(b *testing.B) {
	server := neo4jtest.Open(b)
	var sent neo4jtest.Recording
	db, err := neo4j.Open(b.Context(), neo4j.Config{URI: server.URI, User: server.User, Password: server.Password, Trace: sent.Note})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close(context.WithoutCancel(b.Context())) })
	of := fillForMatching(b, server, db)
	m := matchBesideBare{
		matchAsker: matchAsker{projects: projectsOf(b, db), partners: partnersOf(b, db)},
		sent:       &sent, bare: server.Bare(b), home: of.home,
	}
	fresh := func(b *testing.B) string {
		return matchServer(b, graph.Config{Reader: kept.New(kept.Config{Reader: db})})
	}
	for _, q := range matchQuestions(of.home, of.where, m.partners[0]) {
		b.Run(q.name, func(b *testing.B) {
			m.url = fresh(b)
			for i := range min(b.N, 100) { // Neo4j plans, and reads from its disk
				m.ask(b, q, i)
			}
			m.url = fresh(b)
			m.ask(b, q, len(m.projects)-1) // the fields of the graph are read
			m.run(b, q)
		})
	}
}

// fillForMatching also says what of the graph is asked about.
func fillForMatching(b *testing.B, server neo4jtest.Server, db *neo4j.Store) matchSubjects {
	b.Helper()
	size := os.Getenv("BENCH_ENTITIES")
	if size == "" || size == "shipped" {
		server.Wipe(b)
		shippedStore(b, db)
		return shippedSubjects()
	}
	n, err := strconv.Atoi(size)
	if err != nil {
		b.Fatalf("BENCH_ENTITIES: %v", err)
	}
	g, err := synthetic.New(synthetic.Options{Entities: n, Seed: 1})
	if err != nil {
		b.Fatal(err)
	}
	server.Fill(b, db, n, g.Parts(10_000))
	return madeUpSubjects(b, db)
}

// matchBesideBare asks questions of a server and the same of the driver.
type matchBesideBare struct {
	matchAsker
	sent *neo4jtest.Recording
	bare *neo4jtest.Bare
	home string
}

func (m matchBesideBare) run(b *testing.B, q matchQuestion) {
	var took, bare, plain, again []time.Duration
	var statements []int
	b.ResetTimer()
	for i := range b.N {
		m.sent.Take()
		took = append(took, timed(func() { m.ask(b, q, i) }))
		asked := m.sent.Take()
		statements = append(statements, len(asked))
		bare = append(bare, m.play(b, asked))
		again = append(again, timed(func() { m.ask(b, q, i) }))
		if q.name == "partners" {
			plain = append(plain, m.play(b, []neo4jtest.Statement{plainPartners(m.projects[i%len(m.projects)], m.home)}))
		}
	}
	slices.Sort(statements)
	b.ReportMetric(float64(statements[len(statements)/2]), "statements")
	median := reportTimes(b, "", took)
	b.ReportMetric(median/reportTimes(b, "bare-", bare), "÷bare")
	reportTimes(b, "again-", again)
	if plain != nil {
		b.ReportMetric(median/reportTimes(b, "plain-", plain), "÷plain")
	}
}

func (m matchBesideBare) play(b *testing.B, statements []neo4jtest.Statement) time.Duration {
	return timed(func() {
		if err := m.bare.PlayAtOnce(b.Context(), statements, partners.DefaultBounds().AtOnce); err != nil {
			b.Fatal(err)
		}
	})
}

func timed(do func()) time.Duration {
	began := time.Now()
	do()
	return time.Since(began)
}

// plainPartners is the core of the question as one plain statement: who outside the
// home region is strong in the disciplines that the fields of a project need, or hosts
// platforms of these fields, by the weighted sum. It knows no fields above and below, no
// ties, no names, and shows no evidence.
func plainPartners(project, home string) neo4jtest.Statement {
	return neo4jtest.Statement{Text: `
MATCH (:KeyProject {id: $project})-[need:IN_FIELD]->(field:TechnologyField)
CALL (field) {
  MATCH (field)<-[serves:APPLIES_TO]-(:Discipline)<-[strong:STRONG_IN]-(partner:Entity)
  RETURN partner, serves.weight * strong.weight AS fit
  UNION ALL
  MATCH (field)<-[in:IN_FIELD]-(:Platform)-[host:HOSTED_BY]->(partner:Entity)
  RETURN partner, in.weight * host.weight AS fit
}
WITH partner, need.weight * fit AS fit
WHERE partner.kind IN $kinds AND NOT $home IN partner.within
RETURN partner.id, partner.name, sum(fit) AS score
ORDER BY score DESC, partner.id LIMIT 10`, Params: map[string]any{
		"project": project, "home": home, "kinds": texts(ecosystem.OrganizationKinds()),
	}}
}

func texts(kinds []ecosystem.Kind) []string {
	out := make([]string, len(kinds))
	for i, k := range kinds {
		out[i] = string(k)
	}
	return out
}
