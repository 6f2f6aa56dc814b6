package metrics

import (
	"log/slog"
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/innograph/innograph/store"
)

// Config is what metrics are made of; all may be empty.
type Config struct {
	Store string // kind of the store, as on the command line
	// Known are names of operations that are always told apart, e.g. of trusted
	// documents. Strangers' names take what is left of MaxNames.
	Known []string
	// Build tells programs apart, e.g. {"version": "1.2.0"}.
	Build  map[string]string
	Logger *slog.Logger // of what a scrape could not gather; nil: nowhere
}

// Metrics are the metrics of one server.
type Metrics struct {
	registry   *prometheus.Registry
	store      string
	names      *names
	operations operationMetrics
	stores     storeMetrics
	requests   requestMetrics
	logger     *slog.Logger
}

// New makes the metrics; they are gathered by Handler.
func New(c Config) *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(), store: c.Store, names: newNames(c.Known), logger: c.Logger,
		operations: newOperationMetrics(), stores: newStoreMetrics(), requests: newRequestMetrics(),
	}
	if m.logger == nil {
		m.logger = slog.New(slog.DiscardHandler)
	}
	build := prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "innograph_build_info", Help: "The running program; always 1.", ConstLabels: c.Build,
	}, func() float64 { return 1 })
	m.registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		build)
	m.registry.MustRegister(m.operations.all()...)
	m.registry.MustRegister(m.stores.all()...)
	m.registry.MustRegister(m.requests.all()...)
	return m
}

// Watch adds what a store holds. It must be called once at most, with a reader that
// is not observed itself.
func (m *Metrics) Watch(r store.Reader) {
	m.registry.MustRegister(&content{reader: r, store: m.store, logger: m.logger})
}

// Handler gives the metrics in the text form that the client asks for. The server
// around it compresses.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{
		DisableCompression: true, EnableOpenMetrics: true, MaxRequestsInFlight: 4,
		ErrorHandling: promhttp.ContinueOnError, // what can be had is better than nothing
		ErrorLog:      slog.NewLogLogger(m.logger.Handler(), slog.LevelWarn),
	})
}

const namespace = "innograph"

func counter(name, help string, labels ...string) *prometheus.CounterVec {
	return prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: namespace, Name: name, Help: help}, labels)
}

func histogram(name, help string, buckets []float64, labels ...string) *prometheus.HistogramVec {
	return prometheus.NewHistogramVec(prometheus.HistogramOpts{Namespace: namespace, Name: name, Help: help, Buckets: buckets}, labels)
}

// seconds are the bounds of times: from the embedded store's 50 µs to the time that
// a request may take.
func seconds() []float64 {
	return []float64{0.00005, 0.0002, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10}
}
