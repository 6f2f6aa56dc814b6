package main

import (
	"bytes"
	"compress/gzip"
	"encoding/hex"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	collector "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	common "go.opentelemetry.io/proto/otlp/common/v1"
	trace "go.opentelemetry.io/proto/otlp/trace/v1"
	"google.golang.org/protobuf/proto"

	"github.com/innograph/innograph/store/neo4j/neo4jtest"
)

// receiver takes spans as an OpenTelemetry collector does.
type receiver struct {
	mu    sync.Mutex
	raw   bytes.Buffer // everything that came, unpacked
	spans []*trace.Span
	// service is the value of service.name.
	service string
}

func (r *receiver) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	body := io.Reader(req.Body)
	if req.Header.Get("Content-Encoding") == "gzip" {
		var err error
		if body, err = gzip.NewReader(body); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
	}
	text, err := io.ReadAll(body)
	var export collector.ExportTraceServiceRequest
	if err != nil || req.URL.Path != "/v1/traces" || proto.Unmarshal(text, &export) != nil {
		http.Error(w, "no spans", http.StatusBadRequest)
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.raw.Write(text)
	for _, resource := range export.ResourceSpans {
		r.service = attribute(resource.Resource.Attributes, "service.name")
		for _, scope := range resource.ScopeSpans {
			r.spans = append(r.spans, scope.Spans...)
		}
	}
}

// below is the only span with a name under a parent.
func (r *receiver) below(t *testing.T, parent []byte, name string) *trace.Span {
	t.Helper()
	var found []*trace.Span
	var names []string
	for _, s := range r.spans {
		names = append(names, s.Name)
		if bytes.Equal(s.ParentSpanId, parent) && s.Name == name {
			found = append(found, s)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d spans %q below %x; there are %q", len(found), name, parent, names)
	}
	return found[0]
}

func attribute(all []*common.KeyValue, key string) string {
	for _, a := range all {
		if a.Key == key {
			if text, ok := a.Value.Value.(*common.AnyValue_StringValue); ok {
				return text.StringValue
			}
			return a.Value.String()
		}
	}
	return ""
}

const (
	callersTrace = "4bf92f3577b34da6a3ce929d0e0e4736"
	callersSpan  = "00f067aa0ba902b7"
)

// traced serves with these arguments, asks one question that holds a secret, and
// gives what was exported when the server ended.
func traced(t *testing.T, args ...string) (*receiver, *http.Response) {
	t.Helper()
	into := &receiver{}
	collector := httptest.NewServer(into)
	t.Cleanup(collector.Close)
	base, log, stop := serving(t, append(args, "--otlp-endpoint", collector.URL)...)
	resp, text := request(t, http.DefaultClient, http.MethodPost, base+"/graphql",
		`{"query": "query Officer($id: ID!) { node(id: $id) { id } entities(first: 1, filter: {text: \"浙江\"}) { nodes { id } } }", "variables": {"id": "org:secretly-asked"}}`,
		"Content-Type", "application/json", "traceparent", "00-"+callersTrace+"-"+callersSpan+"-01")
	if !strings.Contains(text, `"node":null`) {
		t.Fatalf("the answer is %s", text)
	}
	request(t, http.DefaultClient, http.MethodGet, base+"/healthz", "")
	request(t, http.DefaultClient, http.MethodGet, base+"/graphql?query=query%20Again(%24id:ID!)%7Bnode(id:%24id)%7Bid%7D%7D&variables=%7B%22id%22:%22org:secretly-asked%22%7D", "")
	stop()
	if strings.Contains(log.String(), "level=WARN") {
		t.Errorf("the log complains:\n%s", log)
	}
	return into, resp
}

func TestTracesEmbedded(t *testing.T) {
	t.Setenv("OTEL_SERVICE_NAME", "a-name-of-ours")
	into, resp := traced(t)
	calls := checkTraces(t, into, resp)
	if into.service != "a-name-of-ours" {
		t.Errorf("service.name is %q", into.service)
	}
	for _, s := range into.spans {
		if strings.HasPrefix(attribute(s.Attributes, "url.path"), "/healthz") {
			t.Error("what monitors ask is traced")
		}
	}
	if calls["Entities"] == nil || calls["List"] == nil {
		t.Errorf("calls of the store: %v", calls)
	}
}

// checkTraces checks the way from the caller to the store and gives the spans of
// the store's calls.
func checkTraces(t *testing.T, into *receiver, resp *http.Response) map[string]*trace.Span {
	t.Helper()
	parent, err := hex.DecodeString(callersSpan)
	if err != nil {
		t.Fatal(err)
	}
	request := into.below(t, parent, "POST /graphql")
	if got := hex.EncodeToString(request.TraceId); got != callersTrace {
		t.Errorf("the trace is %s, not the caller's", got)
	}
	if id := resp.Header.Get("X-Request-Id"); attribute(request.Attributes, "innograph.request_id") != id || id == "" {
		t.Errorf("the span does not lead to the log of request %s: %v", id, request.Attributes)
	}
	op := into.below(t, request.SpanId, "query Officer")
	if attribute(op.Attributes, "graphql.operation.name") != "Officer" || !strings.HasPrefix(attribute(op.Attributes, "graphql.document.hash"), "sha256:") {
		t.Errorf("the operation: %v", op.Attributes)
	}
	for _, secret := range []string{"secretly-asked", "浙江"} {
		if strings.Contains(into.raw.String(), secret) {
			t.Errorf("%q, which was asked for, is in the spans", secret)
		}
	}
	return map[string]*trace.Span{
		"Entities": into.below(t, op.SpanId, "store Entities"), "List": into.below(t, op.SpanId, "store List"),
	}
}

func TestTracesNeo4j(t *testing.T) {
	s := neo4jtest.Open(t)
	s.Wipe(t)
	t.Setenv("INNOGRAPH_NEO4J_PASSWORD", s.Password)
	store := []string{"--store", "neo4j", "--neo4j-uri", s.URI, "--neo4j-user", s.User}
	if code, _, stderr := command(t, append([]string{"load", "--shipped"}, store...)...); code != exitDone {
		t.Fatalf("load: %d %s", code, stderr)
	}
	into, resp := traced(t, store...)
	calls := checkTraces(t, into, resp)
	statement := into.below(t, calls["List"].SpanId, "list")
	for key, want := range map[string]string{"db.system.name": "neo4j", "db.system": "neo4j", "db.query.summary": "list", "db.query.text": "RETURN"} {
		if got := attribute(statement.Attributes, key); !strings.Contains(got, want) {
			t.Errorf("%s is %q", key, got)
		}
	}
	if statement.Kind != trace.Span_SPAN_KIND_CLIENT || attribute(statement.Attributes, "db.response.returned_rows") == "" {
		t.Errorf("the statement: %v", statement)
	}
}

func TestNoTracesUnlessAskedFor(t *testing.T) {
	into := &receiver{}
	collector := httptest.NewServer(into)
	defer collector.Close()
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.URL)
	ask := func() int {
		t.Helper()
		into.spans = nil
		base, _, stop := serving(t)
		post(t, base+"/graphql", `{ generation { number } }`, nil)
		stop()
		return len(into.spans)
	}
	if ask() == 0 {
		t.Error("the standard variable is not heeded")
	}
	t.Setenv("OTEL_TRACES_EXPORTER", "none")
	if n := ask(); n != 0 {
		t.Errorf("OTEL_TRACES_EXPORTER=none: %d spans", n)
	}
	t.Setenv("OTEL_TRACES_EXPORTER", "")
	t.Setenv("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")
	if code, _, stderr := command(t, "serve", "--listen", "127.0.0.1:0"); code != exitFailed || !strings.Contains(stderr, "http/protobuf only") {
		t.Errorf("another protocol: %d %s", code, stderr)
	}
	t.Setenv("OTEL_EXPORTER_OTLP_PROTOCOL", "")
	if code, _, stderr := command(t, "serve", "--listen", "127.0.0.1:0", "--otlp-endpoint", "localhost:4318"); code != exitFailed || !strings.Contains(stderr, "http://localhost:4318") {
		t.Errorf("no address: %d %s", code, stderr)
	}
}

// TestDeadReceiver answers although nobody takes the spans.
func TestDeadReceiver(t *testing.T) {
	t.Setenv("OTEL_BSP_EXPORT_TIMEOUT", "200")
	base, log, stop := serving(t, "--otlp-endpoint", "http://"+closedPort(t))
	if _, answer := post(t, base+"/graphql", `{ generation { number } }`, nil); len(answer.Errors) > 0 {
		t.Error(answer.Errors)
	}
	stop()
	if !strings.Contains(log.String(), "traces") {
		t.Errorf("the log does not tell that spans were lost:\n%s", log)
	}
}
