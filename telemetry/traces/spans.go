package traces

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"slices"
	"strings"

	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/metric/noop"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/operation"
)

// HTTP makes a span of each request, beneath the caller's where the header
// traceparent names one. What a monitor asks every few seconds is left out.
func (t *Traces) HTTP(next http.Handler) http.Handler {
	quiet := []string{"/healthz", "/readyz", "/metrics"}
	return otelhttp.NewHandler(t.identified(next), "",
		otelhttp.WithTracerProvider(t.provider), otelhttp.WithPropagators(t.propagator), otelhttp.WithMeterProvider(noop.NewMeterProvider()),
		otelhttp.WithFilter(func(r *http.Request) bool { return !slices.Contains(quiet, r.URL.Path) }))
}

// identified puts the id into the span that leads from it to the log.
func (t *Traces) identified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if id := t.config.RequestID(r.Context()); id != "" {
			trace.SpanFromContext(r.Context()).SetAttributes(attribute.String("innograph.request_id", id))
		}
		next.ServeHTTP(w, r)
	})
}

// Operation is the observer of GraphQL requests.
func (t *Traces) Operation(ctx context.Context, op *operation.Operation) (within context.Context, done func()) {
	ctx, span := t.tracer.Start(ctx, "GraphQL")
	if !span.IsRecording() {
		return ctx, func() { span.End() }
	}
	return ctx, func() {
		defer span.End()
		if op.Type != "" {
			span.SetName(strings.TrimSpace(op.Type + " " + op.Name))
			span.SetAttributes(semconv.GraphQLOperationTypeKey.String(op.Type))
		}
		if op.Name != "" {
			span.SetAttributes(semconv.GraphQLOperationName(op.Name))
		}
		if op.Document != "" {
			sum := sha256.Sum256([]byte(op.Document))
			span.SetAttributes(attribute.String("graphql.document.hash", "sha256:"+hex.EncodeToString(sum[:])))
		}
		span.SetAttributes(attribute.Int("innograph.cost", op.Cost), attribute.Int("innograph.response.bytes", op.Bytes))
		if len(op.Codes) > 0 {
			span.SetAttributes(attribute.StringSlice("innograph.error.codes", texts(op.Codes)), semconv.ErrorTypeKey.String(string(op.Codes[0])))
			span.SetStatus(codes.Error, "")
		}
	}
}

func texts(list []ecosystem.Code) []string {
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = string(c)
	}
	return out
}

// Call is the observer of calls of the store.
func (t *Traces) Call(ctx context.Context, call string) (within context.Context, done func(rows int, err error)) {
	ctx, span := t.tracer.Start(ctx, "store "+call, trace.WithAttributes(attribute.String("innograph.store.call", call)))
	return ctx, func(rows int, err error) {
		span.SetAttributes(attribute.Int("innograph.store.rows", rows))
		end(span, err)
	}
}

// Statement is the observer of Cypher statements: their texts are the program's own,
// so that they tell nothing of what was asked for.
func (t *Traces) Statement(ctx context.Context, name, text string) (within context.Context, done func(rows int, err error)) {
	attributes := []attribute.KeyValue{
		semconv.DBSystemNameNeo4j, attribute.String("db.system", "neo4j"), // the second for receivers that know only the older name
		semconv.DBQuerySummary(name), semconv.DBQueryText(text),
	}
	if t.config.Database != "" {
		attributes = append(attributes, semconv.DBNamespace(t.config.Database))
	}
	ctx, span := t.tracer.Start(ctx, name, trace.WithSpanKind(trace.SpanKindClient), trace.WithAttributes(attributes...))
	return ctx, func(rows int, err error) {
		span.SetAttributes(semconv.DBResponseReturnedRows(rows))
		end(span, err)
	}
}

// end closes a span. Of an error the code is told: its text may repeat what was
// asked for.
func end(span trace.Span, err error) {
	if err != nil {
		span.SetAttributes(semconv.ErrorTypeKey.String(string(ecosystem.CodeOf(err))))
		span.SetStatus(codes.Error, "")
	}
	span.End()
}
