package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
)

// scrape reads /metrics: values by series as they are printed.
func scrape(t *testing.T, base string) map[string]float64 {
	t.Helper()
	resp, text := request(t, http.DefaultClient, http.MethodGet, base+"/metrics", "")
	if resp.StatusCode != http.StatusOK || !strings.HasPrefix(resp.Header.Get("Content-Type"), "text/plain") {
		t.Fatalf("%d %v", resp.StatusCode, resp.Header)
	}
	values := map[string]float64{}
	for lines := bufio.NewScanner(strings.NewReader(text)); lines.Scan(); {
		series, value, _ := strings.Cut(lines.Text(), "} ")
		if series += "}"; value == "" {
			series, value, _ = strings.Cut(lines.Text(), " ")
		}
		if n, err := strconv.ParseFloat(value, 64); err == nil && !strings.HasPrefix(series, "#") {
			values[series] = n
		}
	}
	return values
}

func TestMetrics(t *testing.T) {
	base, _, _ := serving(t)
	post(t, base+"/graphql", `query Officer($n: Int) { entities(first: $n) { nodes { id sources { document { title } } } } }`, map[string]any{"n": 2})
	post(t, base+"/graphql", `query Officer { generation { number } }`, nil)
	post(t, base+"/graphql", `{ generation { number } }`, nil)
	post(t, base+"/graphql", `{ generation { `, nil)
	post(t, base+"/graphql", `query Refused { a: entities(first: 100) { nodes { relations(first: 100) { nodes { relations(first: 100) { nodes { id } } } } } } }`, nil)
	request(t, http.DefaultClient, http.MethodGet, base+"/nowhere", "")

	got := scrape(t, base)
	for series, want := range map[string]float64{
		`innograph_operations_total{operation="Officer",outcome="OK"}`:                            2,
		`innograph_operations_total{operation="(anonymous)",outcome="OK"}`:                        1,
		`innograph_operations_total{operation="(none)",outcome="GRAPHQL_PARSE_FAILED"}`:           1,
		`innograph_operations_total{operation="(other)",outcome="COMPLEXITY_LIMIT"}`:              1,
		`innograph_operations_refused_total{code="COMPLEXITY_LIMIT"}`:                             1,
		`innograph_operations_refused_total{code="OVERLOADED"}`:                                   0,
		`innograph_operation_duration_seconds_count{operation="Officer"}`:                         2,
		`innograph_operation_response_bytes_count{operation="Officer"}`:                           2,
		`innograph_operation_cost_count{operation="Officer"}`:                                     2,
		`innograph_operation_cost_bucket{operation="(other)",le="100000"}`:                        0,
		`innograph_operation_cost_bucket{operation="(other)",le="+Inf"}`:                          1,
		`innograph_operations_in_flight`:                                                          0,
		`innograph_store_calls_total{call="List",operation="Officer",store="embedded"}`:           1,
		`innograph_store_calls_total{call="Documents",operation="Officer",store="embedded"}`:      1,
		`innograph_store_calls_total{call="Generation",operation="(anonymous)",store="embedded"}`: 1,
		`innograph_store_call_duration_seconds_count{call="List",store="embedded"}`:               1,
		`innograph_store_rows_total{call="List",store="embedded"}`:                                2,
		`innograph_generation_number{store="embedded"}`:                                           1,
		`innograph_store_up{store="embedded"}`:                                                    1,
		`innograph_http_requests_total{route="/graphql",status="200"}`:                            5,
		`innograph_http_requests_total{route="(other)",status="404"}`:                             1,
	} {
		if value, ok := got[series]; !ok || value != want {
			t.Errorf("%s is %v (there: %v), want %v", series, value, ok, want)
		}
	}
	for _, series := range []string{
		`innograph_entities{kind="UNIVERSITY",store="embedded"}`, `innograph_relations{store="embedded",type="STRONG_IN"}`,
		`innograph_generation_loaded_timestamp_seconds{store="embedded"}`, "go_goroutines", "go_gc_gomemlimit_bytes", "process_resident_memory_bytes",
		`innograph_operation_response_bytes_sum{operation="Officer"}`, `innograph_operation_cost_sum{operation="Officer"}`,
	} {
		if got[series] <= 0 {
			t.Errorf("%s is %v", series, got[series])
		}
	}
}

func TestReadinessAndHealthTellWhatIsServed(t *testing.T) {
	base, _, _ := serving(t)
	_, text := request(t, http.DefaultClient, http.MethodGet, base+"/readyz", "")
	var ready struct {
		Status, Store, Loaded                      string
		Generation, Documents, Entities, Relations int
	}
	if err := json.Unmarshal([]byte(text), &ready); err != nil {
		t.Fatal(err)
	}
	if ready.Status != "ready" || ready.Store != "embedded" || ready.Generation != 1 || ready.Loaded == "" || ready.Documents < 1 || ready.Entities < 1000 || ready.Relations < 1000 {
		t.Errorf("/readyz: %s", text)
	}
	var health struct{ Status, Version, Started string }
	_, text = request(t, http.DefaultClient, http.MethodGet, base+"/healthz", "")
	if err := json.Unmarshal([]byte(text), &health); err != nil || health.Status != "ok" || health.Version == "" || health.Started == "" {
		t.Errorf("/healthz: %s (%v)", text, err)
	}
}

// TestHTTP2WithoutTLS speaks HTTP/2 from the first byte on, as a proxy does.
func TestHTTP2WithoutTLS(t *testing.T) {
	protocols := &http.Protocols{}
	protocols.SetUnencryptedHTTP2(true)
	transport := &http.Transport{Protocols: protocols}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport}
	base, _, _ := serving(t, "--h2c")
	resp, text := request(t, client, http.MethodPost, base+"/graphql", `{"query": "{ generation { number } }"}`, "Content-Type", "application/json")
	if resp.ProtoMajor != 2 || resp.StatusCode != http.StatusOK || !strings.Contains(text, `"number":1`) {
		t.Errorf("%s %d %s", resp.Proto, resp.StatusCode, text)
	}
	if resp, _ := request(t, http.DefaultClient, http.MethodGet, base+"/healthz", ""); resp.ProtoMajor != 1 {
		t.Errorf("a client of HTTP/1 is answered in %s", resp.Proto)
	}
	without, _, _ := serving(t)
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, without+"/healthz", nil)
	if err != nil {
		t.Fatal(err)
	}
	if resp, err := client.Do(req); err == nil {
		_ = resp.Body.Close()
		t.Errorf("without --h2c: %s", resp.Proto)
	}
}

func TestProfilesHaveAnAddressOfTheirOwn(t *testing.T) {
	base, log, _ := serving(t, "--pprof", "127.0.0.1:0")
	_, address, _ := strings.Cut(log.String(), "address=")
	address, _, _ = strings.Cut(address, "\n")
	if resp, text := request(t, http.DefaultClient, http.MethodGet, address+"goroutine?debug=1", ""); resp.StatusCode != http.StatusOK || !strings.Contains(text, "goroutine profile") {
		t.Errorf("%s: %d", address, resp.StatusCode)
	}
	if resp, _ := request(t, http.DefaultClient, http.MethodGet, base+"/debug/pprof/", ""); resp.StatusCode != http.StatusNotFound {
		t.Errorf("beside the API: %d", resp.StatusCode)
	}
	code, _, stderr := command(t, "serve", "--listen", "127.0.0.1:0", "--pprof", "0.0.0.0:6060")
	if code != exitFailed || !strings.Contains(stderr, "this machine only") {
		t.Errorf("for everybody: %d %s", code, stderr)
	}
}

// TestAccessLogNamesTheOperation reads the lines that an operator reads, and follows
// the id of a refused request.
func TestAccessLogNamesTheOperation(t *testing.T) {
	base, log, stop := serving(t, "--log-format", "json")
	post(t, base+"/graphql", `query Officer { generation { number } }`, nil)
	resp, _ := request(t, http.DefaultClient, http.MethodPost, base+"/graphql", `{"query": "query Refused { entities(first: 100000) { nodes { id } } }"}`, "Content-Type", "application/json")
	stop()
	lines := map[string]map[string]any{}
	for lineText := range strings.Lines(log.String()) {
		var line map[string]any
		if json.Unmarshal([]byte(lineText), &line) == nil && line["msg"] == "request" {
			lines[fmt.Sprint(line["operation"])] = line
		}
	}
	if got := lines["Officer"]; got == nil || got["code"] != nil || got["status"] != 200.0 {
		t.Errorf("the line of an answered request: %v", got)
	}
	if got := lines["Refused"]; got == nil || got["code"] != "LIMIT_EXCEEDED" || got["request_id"] != resp.Header.Get("X-Request-Id") {
		t.Errorf("the line of a refused request: %v", got)
	}
}
