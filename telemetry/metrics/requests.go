package metrics

import (
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

type requestMetrics struct {
	total    *prometheus.CounterVec
	duration *prometheus.HistogramVec
	bytes    *prometheus.CounterVec
}

func newRequestMetrics() requestMetrics {
	return requestMetrics{
		total:    counter("http_requests_total", "HTTP requests by route and status.", "route", "status"),
		duration: histogram("http_request_duration_seconds", "Time of HTTP requests, writing the answer included.", seconds(), "route"),
		bytes:    counter("http_response_bytes_total", "Bytes of bodies sent, compressed where they were.", "route"),
	}
}

func (m requestMetrics) all() []prometheus.Collector {
	return []prometheus.Collector{m.total, m.duration, m.bytes}
}

// Request counts an HTTP request that is over. The route is one of the server's own
// patterns, empty for an address that leads nowhere; the status is 0 when nothing
// was answered.
func (m *Metrics) Request(route string, status int, bytes int64, took time.Duration) {
	if route == "" {
		route = nameOther
	}
	m.requests.total.WithLabelValues(route, strconv.Itoa(status)).Inc()
	m.requests.duration.WithLabelValues(route).Observe(took.Seconds())
	m.requests.bytes.WithLabelValues(route).Add(float64(bytes))
}

// WatchConnections adds the connections of a server: how many are open, and how many
// were refused so far. It must be called once at most.
func (m *Metrics) WatchConnections(count func() (open int, refused int64)) {
	m.registry.MustRegister(
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Namespace: namespace, Name: "http_connections", Help: "Connections that are open.",
		}, func() float64 { open, _ := count(); return float64(open) }),
		prometheus.NewCounterFunc(prometheus.CounterOpts{
			Namespace: namespace, Name: "http_connections_refused_total", Help: "Connections closed at once, because their address had its share.",
		}, func() float64 { _, refused := count(); return float64(refused) }))
}
