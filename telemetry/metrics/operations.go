package metrics

import (
	"context"
	"slices"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/apierror"
	"github.com/innograph/innograph/graph/operation"
)

const outcomeOK = "OK"

type operationMetrics struct {
	total    *prometheus.CounterVec
	duration *prometheus.HistogramVec
	bytes    *prometheus.HistogramVec
	cost     *prometheus.HistogramVec
	refused  *prometheus.CounterVec
	inFlight prometheus.Gauge
}

func newOperationMetrics() operationMetrics {
	m := operationMetrics{
		total:    counter("operations_total", "GraphQL requests by the name of their operation and outcome: OK, or the first error's code.", "operation", "outcome"),
		duration: histogram("operation_duration_seconds", "Time from reading a GraphQL request to its answer.", seconds(), "operation"),
		bytes: histogram("operation_response_bytes", "Size of answers, uncompressed.",
			prometheus.ExponentialBuckets(256, 4, 8), "operation"),
		cost: histogram("operation_cost", "What operations may cost at most, in the unit of maxComplexity; also of those refused for it.",
			[]float64{10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000}, "operation"),
		refused: counter("operations_refused_total", "GraphQL requests refused by a limit, by code.", "code"),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{
			Namespace: namespace, Name: "operations_in_flight", Help: "GraphQL requests that are being read or answered.",
		}),
	}
	for _, code := range apierror.LimitCodes() { // so that a first refusal is seen as a rise
		m.refused.WithLabelValues(string(code))
	}
	return m
}

func (m operationMetrics) all() []prometheus.Collector {
	return []prometheus.Collector{m.total, m.duration, m.bytes, m.cost, m.refused, m.inFlight}
}

type operationKey struct{}

// operationOf is the operation that ctx belongs to; nil outside one.
func operationOf(ctx context.Context) *operation.Operation {
	op, _ := ctx.Value(operationKey{}).(*operation.Operation)
	return op
}

// Operation is the observer of GraphQL requests.
func (m *Metrics) Operation(ctx context.Context, op *operation.Operation) (within context.Context, done func()) {
	start := time.Now()
	m.operations.inFlight.Inc()
	return context.WithValue(ctx, operationKey{}, op), func() {
		m.operations.inFlight.Dec()
		m.operations.ended(m.names.label(op), op, time.Since(start))
	}
}

func (m operationMetrics) ended(name string, op *operation.Operation, took time.Duration) {
	outcome := outcomeOK
	if len(op.Codes) > 0 {
		outcome = string(op.Codes[0])
	}
	m.total.WithLabelValues(name, outcome).Inc()
	m.duration.WithLabelValues(name).Observe(took.Seconds())
	m.bytes.WithLabelValues(name).Observe(float64(op.Bytes))
	if op.Cost > 0 {
		m.cost.WithLabelValues(name).Observe(float64(op.Cost))
	}
	for _, code := range op.Codes {
		if isLimit(code) {
			m.refused.WithLabelValues(string(code)).Inc()
		}
	}
}

func isLimit(code ecosystem.Code) bool { return slices.Contains(apierror.LimitCodes(), code) }
