package metrics

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus/testutil"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/apierror"
	"github.com/innograph/innograph/graph/operation"
	"github.com/innograph/innograph/store"
)

// asked tells the metrics of one request.
func asked(t testing.TB, m *Metrics, op operation.Operation) {
	t.Helper()
	shared := &operation.Operation{}
	_, done := m.Operation(t.Context(), shared)
	*shared = op
	done()
}

func TestNamesAreBounded(t *testing.T) {
	m := New(Config{Known: []string{"Trusted"}})
	for i := range 10 * MaxNames {
		asked(t, m, operation.Operation{Type: "query", Name: fmt.Sprint("Refused", i), Codes: []ecosystem.Code{apierror.CodeComplexityLimit}})
	}
	asked(t, m, operation.Operation{Type: "query", Name: strings.Repeat("x", 10_000), Executed: true})
	if n := testutil.CollectAndCount(m.operations.total); n != 2 {
		t.Errorf("refused and overlong names made %d series", n)
	}
	for i := range 10 * MaxNames {
		asked(t, m, operation.Operation{Type: "query", Name: fmt.Sprint("Stranger", i), Executed: true})
	}
	asked(t, m, operation.Operation{Type: "query", Name: "Trusted", Executed: true})
	if n := testutil.CollectAndCount(m.operations.duration); n != MaxNames+1 {
		t.Errorf("%d names are told apart, want %d and the others", n, MaxNames)
	}
	for name, want := range map[string]float64{"Trusted": 1, "Stranger0": 1, nameOther: 1 + 10*MaxNames - (MaxNames - 1)} {
		if got := testutil.ToFloat64(m.operations.total.WithLabelValues(name, outcomeOK)); got != want {
			t.Errorf("%s was counted %v times, want %v", name, got, want)
		}
	}
}

func TestStoreCalls(t *testing.T) {
	m := New(Config{Store: "neo4j"})
	ctx, end := m.Operation(t.Context(), &operation.Operation{Name: "Officer", Type: "query", Executed: true})
	_, done := m.Call(ctx, "Paths")
	done(3, nil)
	_, done = m.Call(ctx, "Paths")
	done(0, ecosystem.Errorf(ecosystem.CodeTimeout, "late"))
	end()
	_, done = m.Call(t.Context(), "Generation")
	done(1, nil)
	_, done = m.Statement(t.Context(), "paths", "MATCH …")
	done(1, nil)
	m.Kept("Paths", true)
	m.Kept("Paths", false)
	m.Kept("Paths", false)
	for name, c := range map[string]struct{ got, want float64 }{
		"kept":    {testutil.ToFloat64(m.stores.kept.WithLabelValues("neo4j", "Paths", "true")), 1},
		"asked":   {testutil.ToFloat64(m.stores.kept.WithLabelValues("neo4j", "Paths", "false")), 2},
		"calls":   {testutil.ToFloat64(m.stores.calls.WithLabelValues("neo4j", "Paths", "Officer")), 2},
		"outside": {testutil.ToFloat64(m.stores.calls.WithLabelValues("neo4j", "Generation", nameNone)), 1},
		"rows":    {testutil.ToFloat64(m.stores.rows.WithLabelValues("neo4j", "Paths")), 3},
		"errors":  {testutil.ToFloat64(m.stores.errors.WithLabelValues("neo4j", "Paths", "TIMEOUT")), 1},
	} {
		if c.got != c.want {
			t.Errorf("%s: %v, want %v", name, c.got, c.want)
		}
	}
	if n := testutil.CollectAndCount(m.stores.statements); n != 1 {
		t.Errorf("%d series of statements", n)
	}
}

func TestInFlight(t *testing.T) {
	m := New(Config{})
	_, done := m.Operation(t.Context(), &operation.Operation{})
	if n := testutil.ToFloat64(m.operations.inFlight); n != 1 {
		t.Errorf("%v in flight, want 1", n)
	}
	done()
	if n := testutil.ToFloat64(m.operations.inFlight); n != 0 {
		t.Errorf("afterwards %v", n)
	}
}

// generations answers Generation only.
type generations struct {
	store.Reader
	generation store.Generation
	err        error
}

func (g generations) Generation(context.Context) (store.Generation, error) {
	return g.generation, g.err
}

func scrape(t *testing.T, m *Metrics) string {
	t.Helper()
	w := httptest.NewRecorder()
	m.Handler().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/metrics", nil))
	if w.Code != http.StatusOK {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	return w.Body.String()
}

func TestContentOfTheStore(t *testing.T) {
	m := New(Config{Store: "embedded", Build: map[string]string{"version": "1.2.3"}})
	m.Watch(generations{generation: store.Generation{
		Number: 7, Loaded: time.Now().Add(-time.Hour).UTC().Format(time.RFC3339), Documents: 5,
		Entities: map[ecosystem.Kind]int{ecosystem.University: 3}, Relations: map[ecosystem.RelationType]int{ecosystem.StrongIn: 4},
	}})
	got := scrape(t, m)
	for _, want := range []string{
		"innograph_store_up{store=\"embedded\"} 1\n", "innograph_generation_number{store=\"embedded\"} 7\n", "innograph_generation_age_seconds{store=\"embedded\"} 360",
		"innograph_documents{store=\"embedded\"} 5\n", "innograph_entities{kind=\"UNIVERSITY\",store=\"embedded\"} 3\n",
		"innograph_relations{store=\"embedded\",type=\"STRONG_IN\"} 4\n", "innograph_build_info{version=\"1.2.3\"} 1\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing", want)
		}
	}
	problems, err := testutil.GatherAndLint(m.registry)
	if err != nil || len(problems) > 0 {
		t.Errorf("%v %v", problems, err)
	}

	down := New(Config{Store: "neo4j"})
	down.Watch(generations{err: errors.New("secret driver text")})
	got = scrape(t, down)
	if !strings.Contains(got, "innograph_store_up{store=\"neo4j\"} 0\n") || strings.Contains(got, "innograph_generation_number") || strings.Contains(got, "secret") {
		t.Errorf("a store that does not answer:\n%s", got)
	}
	empty := New(Config{})
	empty.Watch(generations{})
	if got := scrape(t, empty); !strings.Contains(got, "innograph_generation_number{store=\"\"} 0\n") || strings.Contains(got, "generation_age") {
		t.Errorf("a store that was never loaded:\n%s", got)
	}
}

// copied is a store that answers from a copy.
type copied struct {
	generations
	freshness store.Freshness
}

func (c copied) Freshness() (store.Freshness, bool) { return c.freshness, true }

func TestFreshnessOfACopy(t *testing.T) {
	for want, f := range map[string]store.Freshness{
		"innograph_store_copy_stale{store=\"replica\"} 0\n":                           {Checked: time.Unix(1_700_000_000, 0)},
		"innograph_store_copy_checked_timestamp_seconds{store=\"replica\"} 1.7e+09\n": {Checked: time.Unix(1_700_000_000, 0), Stale: true},
		"innograph_store_copy_stale{store=\"replica\"} 1\n":                           {Stale: true},
	} {
		m := New(Config{Store: "replica"})
		m.Watch(copied{freshness: f})
		got := scrape(t, m)
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
		if f.Checked.IsZero() && strings.Contains(got, "checked_timestamp") {
			t.Error("a copy that was never compared tells when it was")
		}
	}
	m := New(Config{Store: "embedded"})
	m.Watch(generations{})
	if strings.Contains(scrape(t, m), "store_copy") {
		t.Error("a graph of record is told to be a copy")
	}
}
