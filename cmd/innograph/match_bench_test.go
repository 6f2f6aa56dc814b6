package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/server"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
)

// BenchmarkMatching asks a server over loopback for partners of every key project of
// the shipped graph in turn, embedded, and for the demands of a partner. "list" is a
// page of 20 entities, to see what the request alone takes. Beside the mean it tells
// the median and the 99th percentile.
func BenchmarkMatching(b *testing.B) {
	db := shippedStore(b, memory.New())
	page, err := db.List(b.Context(), store.Filter{Kinds: []ecosystem.Kind{ecosystem.KeyProject}}, store.Order{By: store.ByID}, store.Page{Limit: 1000})
	if err != nil {
		b.Fatal(err)
	}
	srv, err := server.New(server.Config{Reader: db, GraphQL: newGraphQL(graph.Config{Reader: db}, 1<<20, time.Minute)})
	if err != nil {
		b.Fatal(err)
	}
	ts := httptest.NewServer(srv.Handler())
	b.Cleanup(ts.Close)
	const why = `reasonsFor { code sentence { zh } evidence { weight path { start { name } steps { relation node { name } sources { document { title } locator } } } } } reasonsAgainst { code sentence { zh } } wouldChange { kind sentence { zh } }`
	for _, q := range []struct{ name, document string }{
		{"list", `query ($id: ID!) { entities(first: 20) { nodes { id name } } node(id: $id) { id } }`},
		{"partners", `query ($id: ID!) { matchPartners(demand: {entity: $id}, first: 10) { totalCount nodes { rank score partner { id name } } } }`},
		{"partners with reasons", `query ($id: ID!) { matchPartners(demand: {entity: $id}, first: 10) { totalCount nodes { rank score partner { id name region { name } } components { name value } ` + why + ` } } }`},
		{"one partner with reasons", `query ($id: ID!) { partnerMatch(demand: {entity: $id}, partner: "org:zju") { rank score components { name value } ` + why + ` } }`},
		{"demands", `query ($id: ID!) { matchDemands(partner: "org:zju", where: {exclude: [$id]}, first: 10) { totalCount nodes { rank score demand { id } } } }`},
	} {
		b.Run(strings.ReplaceAll(q.name, " ", "-"), func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				id := page.Entities[len(took)%len(page.Entities)].ID
				began := time.Now()
				postBench(b, ts.URL+"/graphql", q.document, map[string]any{"id": id})
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
		})
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
