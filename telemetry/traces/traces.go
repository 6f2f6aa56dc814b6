package traces

import (
	"cmp"
	"context"
	"log/slog"
	"net/url"
	"os"
	"strings"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"

	"github.com/innograph/innograph/ecosystem"
)

// Config is what traces are made with; all may be empty.
type Config struct {
	// Endpoint is the base address of an OTLP receiver, e.g. http://localhost:4318.
	// Empty: what the standard environment variables say.
	Endpoint string
	Version  string // of the program
	Database string // name of the Neo4j database, for the spans of statements
	// RequestID gives the id under which the log knows a request; nil: none.
	RequestID func(context.Context) string
	Logger    *slog.Logger // of what could not be exported; nil: nowhere
}

// Traces makes the spans of one server.
type Traces struct {
	config     Config
	provider   *sdktrace.TracerProvider
	propagator propagation.TextMapPropagator
	tracer     trace.Tracer
}

const scope = "github.com/innograph/innograph"

// Start begins to export spans. It gives nil when neither the configuration nor the
// environment names a receiver, or the environment forbids traces. Whether the
// receiver answers is not tried: spans that it does not take are lost, requests are
// answered all the same. Besides OTEL_EXPORTER_OTLP_…, the environment's OTEL_TRACES_SAMPLER,
// OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES and OTEL_BSP_… are heeded.
func Start(ctx context.Context, c Config) (*Traces, error) {
	if off(c) {
		return nil, nil // off is no error, and callers ask
	}
	options, err := destination(c.Endpoint)
	if err != nil {
		return nil, err
	}
	exporter, err := otlptracehttp.New(ctx, options...)
	if err != nil {
		return nil, ecosystem.Wrap(err, ecosystem.CodeBadInput, "traces cannot be exported; check the OTEL_EXPORTER_OTLP_… variables")
	}
	about, err := resource.New(ctx,
		resource.WithTelemetrySDK(),
		resource.WithAttributes(semconv.ServiceName("innograph"), semconv.ServiceVersion(c.Version)),
		resource.WithFromEnv()) // last, because it outranks
	if err != nil {
		return nil, ecosystem.Wrap(err, ecosystem.CodeBadInput, "OTEL_RESOURCE_ATTRIBUTES cannot be read; write key=value,key=value")
	}
	return newTraces(c, sdktrace.WithBatcher(exporter), sdktrace.WithResource(about)), nil
}

func newTraces(c Config, options ...sdktrace.TracerProviderOption) *Traces {
	if c.RequestID == nil {
		c.RequestID = func(context.Context) string { return "" }
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	provider := sdktrace.NewTracerProvider(options...)
	// The library's own way of telling what goes wrong behind the back of requests
	// is one function for the whole process.
	otel.SetErrorHandler(otel.ErrorHandlerFunc(func(err error) { c.Logger.Warn("traces", "error", err) }))
	return &Traces{
		config: c, provider: provider, propagator: propagation.TraceContext{}, tracer: provider.Tracer(scope),
	}
}

// Shutdown exports what is left.
func (t *Traces) Shutdown(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	if err := t.provider.Shutdown(ctx); err != nil {
		return ecosystem.Wrap(err, ecosystem.CodeUnavailable, "the last spans could not be exported")
	}
	return nil
}

// off tells whether nobody wants traces.
func off(c Config) bool {
	if strings.EqualFold(os.Getenv("OTEL_SDK_DISABLED"), "true") || os.Getenv("OTEL_TRACES_EXPORTER") == "none" {
		return true
	}
	return cmp.Or(c.Endpoint, os.Getenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"), os.Getenv("OTEL_EXPORTER_OTLP_ENDPOINT")) == ""
}

// destination makes options of the flag; the exporter reads the environment itself.
func destination(endpoint string) ([]otlptracehttp.Option, error) {
	protocol := cmp.Or(os.Getenv("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL"), os.Getenv("OTEL_EXPORTER_OTLP_PROTOCOL"), "http/protobuf")
	if protocol != "http/protobuf" {
		return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "traces are exported by http/protobuf only, not by %q: change OTEL_EXPORTER_OTLP_PROTOCOL and the port (4318 instead of 4317)", protocol)
	}
	if endpoint == "" {
		return nil, nil
	}
	u, err := url.Parse(endpoint)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "%q is no address of an OTLP receiver; write e.g. http://localhost:4318", endpoint)
	}
	return []otlptracehttp.Option{otlptracehttp.WithEndpointURL(u.JoinPath("v1/traces").String())}, nil
}
