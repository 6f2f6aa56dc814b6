package main

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/graph/operation"
	"github.com/innograph/innograph/server"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
	"github.com/innograph/innograph/telemetry/metrics"
	"github.com/innograph/innograph/telemetry/traces"
)

// BenchmarkWatching answers one question of three store calls with nobody looking,
// with metrics, and with metrics and traces of which one in a hundred, or each, is
// exported. What counts are the ratios within a run.
func BenchmarkWatching(b *testing.B) {
	db := shippedStore(b, memory.New())
	sink := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	b.Cleanup(sink.Close)
	plain := watched{db, server.Config{}, nil}
	counted := func() watch { return watch{metrics: metrics.New(metrics.Config{Store: storeEmbedded})} }
	b.Run("nobody", plain.run)
	b.Run("metrics", watchedBy(counted(), db).run)
	for name, sampler := range map[string]string{"traces-1-in-100": "0.01", "traces-each": "1"} {
		b.Run(name, func(b *testing.B) {
			b.Setenv("OTEL_TRACES_SAMPLER", "parentbased_traceidratio")
			b.Setenv("OTEL_TRACES_SAMPLER_ARG", sampler)
			w := counted()
			var err error
			if w.traces, err = traces.Start(b.Context(), traces.Config{Endpoint: sink.URL, RequestID: server.RequestID}); err != nil {
				b.Fatal(err)
			}
			defer w.end(context.WithoutCancel(b.Context()), slog.New(slog.DiscardHandler))
			watchedBy(w, db).run(b)
		})
	}
}

// watched is a server as somebody watches it.
type watched struct {
	reader  store.Reader
	config  server.Config
	observe operation.Observer
}

func watchedBy(w watch, db store.Reader) watched {
	return watched{w.reader(db, nil), w.serverConfig(server.Config{}), w.operation()}
}

func (w watched) run(b *testing.B) {
	w.config.Reader = w.reader
	w.config.GraphQL = newGraphQL(graph.Config{Reader: w.reader, Observe: w.observe}, 1<<20, 0)
	srv, err := server.New(w.config)
	if err != nil {
		b.Fatal(err)
	}
	handler := srv.Handler()
	const body = `{"query": "query Bench { entities(first: 20) { nodes { id name region { name } sources { document { title } } } } }"}`
	b.ReportAllocs()
	for b.Loop() {
		r := httptest.NewRequestWithContext(b.Context(), http.MethodPost, "/graphql", strings.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, r)
		if recorder.Code != http.StatusOK || !strings.HasPrefix(recorder.Body.String(), `{"data"`) {
			b.Fatalf("%d %s", recorder.Code, recorder.Body)
		}
	}
}
