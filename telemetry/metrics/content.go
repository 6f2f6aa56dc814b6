package metrics

import (
	"context"
	"log/slog"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/innograph/innograph/store"
)

// content asks the store at each scrape what it holds, so that the figures are of
// the moment and nothing has to be told of loads.
type content struct {
	reader store.Reader
	store  string
	logger *slog.Logger
}

func (c *content) desc(name, help string, labels ...string) *prometheus.Desc {
	return prometheus.NewDesc(namespace+"_"+name, help, labels, prometheus.Labels{"store": c.store})
}

// Describe says nothing: which kinds there are is known when the store was asked.
func (c *content) Describe(chan<- *prometheus.Desc) {}

// Collect implements prometheus.Collector.
func (c *content) Collect(out chan<- prometheus.Metric) {
	gauge := func(value float64, d *prometheus.Desc, labels ...string) {
		out <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, value, labels...)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	generation, err := c.reader.Generation(ctx)
	up := c.desc("store_up", "Whether the store answered this scrape.")
	if err != nil {
		c.logger.Warn("the store did not tell its generation for a scrape", "error", err)
		gauge(0, up)
		return
	}
	gauge(1, up)
	if f, copied := store.FreshnessOf(c.reader); copied {
		stale := 0.0
		if f.Stale {
			stale = 1
		}
		gauge(stale, c.desc("store_copy_stale", "Whether the copy that answers was not compared with the graph of record for longer than it should; 1 also while the graph of record does not answer."))
		if !f.Checked.IsZero() {
			gauge(float64(f.Checked.Unix()), c.desc("store_copy_checked_timestamp_seconds", "When the copy was last known to be what the graph of record holds."))
		}
	}
	gauge(float64(generation.Number), c.desc("generation_number", "Number of the generation that is served; 0: nothing was loaded yet."))
	if loaded, err := time.Parse(time.RFC3339, generation.Loaded); err == nil {
		gauge(float64(loaded.Unix()), c.desc("generation_loaded_timestamp_seconds", "When the generation was loaded."))
		gauge(time.Since(loaded).Seconds(), c.desc("generation_age_seconds", "Time since the generation was loaded."))
	}
	gauge(float64(generation.Documents), c.desc("documents", "Source documents."))
	entities := c.desc("entities", "Entities by kind.", "kind")
	for kind, n := range generation.Entities {
		gauge(float64(n), entities, string(kind))
	}
	relations := c.desc("relations", "Relations by type.", "type")
	for relationType, n := range generation.Relations {
		gauge(float64(n), relations, string(relationType))
	}
}
