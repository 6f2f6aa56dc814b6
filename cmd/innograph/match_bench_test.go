package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/loader/synthetic"
	"github.com/innograph/innograph/server"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
)

var matchEntities = flag.String("match-entities", "", "BenchmarkMatching asks made-up graphs of these sizes too, such as 10000,1000000")

// BenchmarkMatching asks a server over loopback, embedded, for partners of key projects
// in turn and for the demands of partners: of the shipped graph, and of made-up ones of
// any size. "list" is a page of 20 entities, to see what the request alone takes. Beside
// the mean it tells the median and the 99th percentile.
func BenchmarkMatching(b *testing.B) {
	b.Run("shipped", func(b *testing.B) {
		benchMatching(b, shippedStore(b, memory.New()), shippedSubjects())
	})
	for size := range strings.SplitSeq(*matchEntities, ",") {
		if size == "" {
			continue
		}
		n, err := strconv.Atoi(size)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(size, func(b *testing.B) {
			s := memory.New()
			loadMadeUp(b, s, n)
			benchMatching(b, s, madeUpSubjects(b, s))
		})
	}
}

// matchSubjects is what questions about a graph name.
type matchSubjects struct{ home, where string }

func shippedSubjects() matchSubjects {
	return matchSubjects{home: "region:371300", where: `kinds: [KEY_PROJECT, INDUSTRY_CLUSTER, TECHNOLOGY_FIELD]`}
}

// madeUpSubjects are a whole city, and of its projects those of one top field, since no
// more than 1000 demands are compared.
func madeUpSubjects(b *testing.B, db store.Store) matchSubjects {
	return matchSubjects{home: middleCity(b, db), where: `kinds: [KEY_PROJECT], fields: ["field:made-up-0000003"]`}
}

func benchMatching(b *testing.B, db store.Store, of matchSubjects) {
	m := matchAsker{url: matchServer(b, graph.Config{Reader: db}), projects: projectsOf(b, db), partners: partnersOf(b, db)}
	for _, q := range matchQuestions(of.home, of.where, m.partners[0]) {
		b.Run(q.name, func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				began := time.Now()
				m.ask(b, q, len(took))
				took = append(took, time.Since(began))
			}
			reportTimes(b, "", took)
		})
	}
}

// matchQuestion is a document about one project or partner after the other.
type matchQuestion struct{ name, document string }

func matchQuestions(home, where, partner string) []matchQuestion {
	const why = `reasonsFor { code sentence { zh } evidence { weight path { start { name } steps { relation node { name } sources { document { title } locator } } } } } reasonsAgainst { code sentence { zh } } wouldChange { kind sentence { zh } }`
	home = `home: "` + home + `"`
	return []matchQuestion{
		{"list", `query ($id: ID!) { entities(first: 20) { nodes { id name } } node(id: $id) { id } }`},
		{"partners", `query ($id: ID!) { matchPartners(` + home + `, demand: {entity: $id}, first: 10) { totalCount nodes { rank score partner { id name } } } }`},
		{"partners-with-reasons", `query ($id: ID!) { matchPartners(` + home + `, demand: {entity: $id}, first: 10) { totalCount nodes { rank score partner { id name region { name } } components { name value } ` + why + ` } } }`},
		{"one-partner-with-reasons", `query ($id: ID!) { partnerMatch(` + home + `, demand: {entity: $id}, partner: "` + partner + `") { rank score components { name value } ` + why + ` } }`},
		{"demands", `query ($partner: ID!) { matchDemands(` + home + `, partner: $partner, where: {` + where + `}, first: 10) { totalCount nodes { rank score demand { id } } } }`},
	}
}

// matchAsker asks a server, each time about the next of what there is.
type matchAsker struct {
	url                string
	projects, partners []string
}

func (m matchAsker) ask(b *testing.B, q matchQuestion, n int) {
	b.Helper()
	postBench(b, m.url+"/graphql", q.document, map[string]any{"id": m.projects[n%len(m.projects)], "partner": m.partners[n%len(m.partners)]})
}

func matchServer(b *testing.B, config graph.Config) (url string) {
	b.Helper()
	srv, err := server.New(server.Config{Reader: config.Reader, RequestTimeout: time.Minute, GraphQL: newGraphQL(config, 1<<20, time.Minute)})
	if err != nil {
		b.Fatal(err)
	}
	ts := httptest.NewServer(srv.Handler())
	b.Cleanup(ts.Close)
	return ts.URL
}

func projectsOf(b *testing.B, db store.Store) []string {
	return idsOf(b, db, store.Filter{Kinds: []ecosystem.Kind{ecosystem.KeyProject}})
}

func partnersOf(b *testing.B, db store.Store) []string {
	return idsOf(b, db, store.Filter{Kinds: []ecosystem.Kind{ecosystem.University}, Region: ecosystem.YangtzeRiverDelta})
}

// reportTimes tells the median and the 99th percentile.
func reportTimes(b *testing.B, prefix string, took []time.Duration) (median float64) {
	took = slices.Sorted(slices.Values(took))
	median = float64(took[len(took)/2].Microseconds()) / 1000
	b.ReportMetric(median, prefix+"p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, prefix+"p99-ms")
	return median
}

func idsOf(b *testing.B, db store.Reader, f store.Filter) []string {
	page, err := db.List(b.Context(), f, store.Order{By: store.ByID}, store.Page{Limit: 1000})
	if err != nil || len(page.Entities) == 0 {
		b.Fatalf("%d entities to ask about: %v", len(page.Entities), err)
	}
	ids := make([]string, len(page.Entities))
	for i, e := range page.Entities {
		ids[i] = e.ID
	}
	return ids
}

// middleCity is one that is neither among the largest nor among the smallest.
func middleCity(b *testing.B, db store.Reader) string {
	cities := idsOf(b, db, store.Filter{
		Kinds:      []ecosystem.Kind{ecosystem.Region},
		Properties: []store.PropertyFilter{{Name: ecosystem.PropLevel.Name, Values: []string{"city"}}},
	})
	return cities[len(cities)/2]
}

// loadMadeUp fills a store with a made-up graph, in parts.
func loadMadeUp(b *testing.B, s store.Store, n int) {
	g, err := synthetic.New(synthetic.Options{Entities: n, Seed: 1})
	if err != nil {
		b.Fatal(err)
	}
	load, err := s.Begin(b.Context(), store.Size{Entities: n, Relations: 10 * n})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = load.Close(b.Context()) }()
	for part := range g.Parts(10_000) {
		if err := load.Apply(b.Context(), part); err != nil {
			b.Fatal(err)
		}
	}
	if _, _, err := load.Commit(b.Context()); err != nil {
		b.Fatal(err)
	}
}

func postBench(b *testing.B, endpoint, document string, variables map[string]any) {
	body, err := json.Marshal(map[string]any{"query": document, "variables": variables})
	if err != nil {
		b.Fatal(err)
	}
	req, err := http.NewRequestWithContext(b.Context(), http.MethodPost, endpoint, bytes.NewReader(body))
	if err != nil {
		b.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		b.Fatal(err)
	}
	answer, err := io.ReadAll(resp.Body)
	_ = resp.Body.Close() // read to its end
	if err != nil || resp.StatusCode != http.StatusOK || !bytes.HasPrefix(answer, []byte(`{"data"`)) {
		b.Fatalf("%v %d %s", err, resp.StatusCode, answer)
	}
}
