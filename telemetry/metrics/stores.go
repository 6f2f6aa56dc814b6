package metrics

import (
	"context"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/innograph/innograph/ecosystem"
)

type storeMetrics struct {
	calls      *prometheus.CounterVec
	duration   *prometheus.HistogramVec
	rows       *prometheus.CounterVec
	errors     *prometheus.CounterVec
	statements *prometheus.HistogramVec
	kept       *prometheus.CounterVec
}

func newStoreMetrics() storeMetrics {
	return storeMetrics{
		calls:      counter("store_calls_total", "Calls of the store by the name of the GraphQL operation that caused them.", "store", "call", "operation"),
		duration:   histogram("store_call_duration_seconds", "Time of calls of the store.", seconds(), "store", "call"),
		rows:       counter("store_rows_total", "Rows that calls of the store gave.", "store", "call"),
		errors:     counter("store_errors_total", "Calls of the store that failed, by code.", "store", "call", "code"),
		statements: histogram("statement_duration_seconds", "Time of Cypher statements, by their name in the program.", seconds(), "statement"),
		kept:       counter("store_kept_total", "Calls that asked for what may have been kept of the store's answers, and whether it was.", "store", "call", "kept"),
	}
}

func (m storeMetrics) all() []prometheus.Collector {
	return []prometheus.Collector{m.calls, m.duration, m.rows, m.errors, m.statements, m.kept}
}

// Call is the observer of calls of the store.
func (m *Metrics) Call(ctx context.Context, call string) (within context.Context, done func(rows int, err error)) {
	start := time.Now()
	m.stores.calls.WithLabelValues(m.store, call, m.names.label(operationOf(ctx))).Inc()
	return ctx, func(rows int, err error) {
		m.stores.duration.WithLabelValues(m.store, call).Observe(time.Since(start).Seconds())
		m.stores.rows.WithLabelValues(m.store, call).Add(float64(rows))
		if err != nil {
			m.stores.errors.WithLabelValues(m.store, call, string(ecosystem.CodeOf(err))).Inc()
		}
	}
}

// Statement is the observer of Cypher statements.
func (m *Metrics) Statement(ctx context.Context, name, _ string) (within context.Context, done func(rows int, err error)) {
	start := time.Now()
	return ctx, func(int, error) {
		m.stores.statements.WithLabelValues(name).Observe(time.Since(start).Seconds())
	}
}

// Kept is the observer of answers that are kept of the store.
func (m *Metrics) Kept(call string, kept bool) {
	m.stores.kept.WithLabelValues(m.store, call, strconv.FormatBool(kept)).Inc()
}
