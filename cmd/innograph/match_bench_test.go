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
		benchMatching(b, shippedStore(b, memory.New()), matchSubjects{home: "region:371300", where: `kinds: [KEY_PROJECT, INDUSTRY_CLUSTER, TECHNOLOGY_FIELD]`})
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
			// A whole city; of its projects those of one top field, since no more than 1000 demands are compared.
			benchMatching(b, s, matchSubjects{home: middleCity(b, s), where: `kinds: [KEY_PROJECT], fields: ["field:made-up-0000003"]`})
		})
	}
}

// matchSubjects is what questions about a graph name.
type matchSubjects struct{ home, where string }

func benchMatching(b *testing.B, db store.Store, of matchSubjects) {
	projects := idsOf(b, db, store.Filter{Kinds: []ecosystem.Kind{ecosystem.KeyProject}})
	partners := idsOf(b, db, store.Filter{Kinds: []ecosystem.Kind{ecosystem.University}, Region: ecosystem.YangtzeRiverDelta})
	srv, err := server.New(server.Config{Reader: db, GraphQL: newGraphQL(graph.Config{Reader: db}, 1<<20, time.Minute)})
	if err != nil {
		b.Fatal(err)
	}
	ts := httptest.NewServer(srv.Handler())
	b.Cleanup(ts.Close)
	const why = `reasonsFor { code sentence { zh } evidence { weight path { start { name } steps { relation node { name } sources { document { title } locator } } } } } reasonsAgainst { code sentence { zh } } wouldChange { kind sentence { zh } }`
	home := `home: "` + of.home + `"`
	for _, q := range []struct{ name, document string }{
		{"list", `query ($id: ID!) { entities(first: 20) { nodes { id name } } node(id: $id) { id } }`},
		{"partners", `query ($id: ID!) { matchPartners(` + home + `, demand: {entity: $id}, first: 10) { totalCount nodes { rank score partner { id name } } } }`},
		{"partners with reasons", `query ($id: ID!) { matchPartners(` + home + `, demand: {entity: $id}, first: 10) { totalCount nodes { rank score partner { id name region { name } } components { name value } ` + why + ` } } }`},
		{"one partner with reasons", `query ($id: ID!) { partnerMatch(` + home + `, demand: {entity: $id}, partner: "` + partners[0] + `") { rank score components { name value } ` + why + ` } }`},
		{"demands", `query ($partner: ID!) { matchDemands(` + home + `, partner: $partner, where: {` + of.where + `}, first: 10) { totalCount nodes { rank score demand { id } } } }`},
	} {
		b.Run(strings.ReplaceAll(q.name, " ", "-"), func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				n := len(took)
				began := time.Now()
				postBench(b, ts.URL+"/graphql", q.document, map[string]any{"id": projects[n%len(projects)], "partner": partners[n%len(partners)]})
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
		})
	}
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
