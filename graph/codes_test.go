package graph_test

import (
	"context"
	"maps"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/graph/apierror"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/store"
)

// question is a request and the server that it is sent to.
type question struct {
	client
	body object
}

// provocations cause each code that the endpoint gives.
func provocations() map[ecosystem.Code]func(*testing.T) question {
	plain := func(document string) func(*testing.T) question {
		return func(t *testing.T) question { return question{newClient(loaded(t)), object{"query": document}} }
	}
	broken := func(fail func() error) func(*testing.T) question {
		return func(t *testing.T) question {
			return question{newClient(failing{loaded(t), fail}), object{"query": `{ entities { totalCount } }`}}
		}
	}
	return map[ecosystem.Code]func(*testing.T) question{
		ecosystem.CodeBadInput:      plain(`{ entities(first: 1, last: 1) { nodes { id } } }`),
		ecosystem.CodeInvalidData:   broken(func() error { return ecosystem.Errorf(ecosystem.CodeInvalidData, "a row is not what a load writes") }),
		ecosystem.CodeUnknownID:     plain(`{ resolveName(name: "浙大", region: "region:nowhere") { score } }`),
		ecosystem.CodeInvalidCursor: plain(`{ entities(after: "here") { nodes { id } } }`),
		ecosystem.CodeStaleCursor:   stale,
		ecosystem.CodeLimitExceeded: plain(`{ nodes(ids: [` + strings.Repeat(`"a", `, 101) + `]) { id } }`),
		ecosystem.CodeTimeout:       late,
		ecosystem.CodeBusy: func(t *testing.T) question {
			return question{newClient(&restless{Reader: loaded(t)}), object{"query": `{ resolveName(name: "浙大") { score } }`}}
		},
		ecosystem.CodeUnavailable:     broken(func() error { return ecosystem.Errorf(ecosystem.CodeUnavailable, "the store is away") }),
		ecosystem.CodeNotSupported:    broken(func() error { return ecosystem.Errorf(ecosystem.CodeNotSupported, "not in this mode") }),
		ecosystem.CodeInternal:        broken(func() error { panic("boom") }),
		apierror.CodeParseFailed:      plain(`{`),
		apierror.CodeValidationFailed: plain(`{ nothing }`),
		apierror.CodeDepthLimit:       plain(nested(50)),
		apierror.CodeAliasLimit:       plain(aliases(1000)),
		apierror.CodeTokenLimit:       plain("{ " + strings.Repeat("generation { number } ", 2000) + "}"),
		apierror.CodeComplexityLimit:  plain(`{ entities(first: 100) { nodes { relations(first: 100) { nodes { relations(first: 100) { nodes { id } } } } } } }`),
		apierror.CodeResponseLimit:    narrow,
		apierror.CodeOverloaded:       busy,
		apierror.CodeUnknownDocument: func(t *testing.T) question {
			return question{trustedClient(t, loaded(t), false), object{"documentId": "no"}}
		},
		apierror.CodeDocumentsOnly: func(t *testing.T) question {
			return question{trustedClient(t, loaded(t), true), object{"query": otherDoc}}
		},
		apierror.CodePersistedQueryNotFound: func(t *testing.T) question {
			return question{newClient(loaded(t)), object{"extensions": persisted(otherDoc)}}
		},
	}
}

// elsewhere names the tests that provoke what this endpoint does not give itself.
func elsewhere() map[ecosystem.Code]string {
	return map[ecosystem.Code]string{
		ecosystem.CodeUnauthorized: "server/access_test.go: a key that is missing, wrong or expired",
		ecosystem.CodeForbidden:    "server/access_test.go: a key without the role; server/local_test.go: a foreign name",
		ecosystem.CodeRateLimited:  "server/clients_test.go: too many requests of one client",
	}
}

// stale brings a cursor back after a load.
func stale(t *testing.T) question {
	s := loaded(t)
	c := newClient(s)
	cursor := data[struct{ Entities connection }](t, c, `{ entities(first: 1) `+rows+` }`, nil).Entities.PageInfo.EndCursor
	g := world(t)
	g.Relations = nil
	load(t, s, g)
	return question{c, object{"query": `query ($after: String) { entities(after: $after) { nodes { id } } }`, "variables": object{"after": cursor}}}
}

// slow answers lists when the time is over.
type slow struct{ store.Reader }

func (s slow) List(ctx context.Context, _ store.Filter, _ store.Order, _ store.Page) (store.EntityPage, error) {
	<-ctx.Done()
	return store.EntityPage{}, ctx.Err()
}

// late gives a request less time than the store takes.
func late(t *testing.T) question {
	inner := newClient(slow{loaded(t)}).handler
	return question{client{http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 10*time.Millisecond)
		defer cancel()
		inner.ServeHTTP(w, r.WithContext(ctx))
	})}, object{"query": `{ entities { totalCount } }`}}
}

// restless is of another generation whenever it is asked.
type restless struct {
	store.Reader
	n atomic.Int64
}

func (r *restless) Generation(ctx context.Context) (store.Generation, error) {
	g, err := r.Reader.Generation(ctx)
	g.Number += r.n.Add(1)
	return g, err
}

// narrow sends next to nothing.
func narrow(t *testing.T) question {
	l := limits.Default()
	l.ResponseBytes = 10
	return question{client{graph.NewHandler(graph.Config{Reader: loaded(t), Limits: &l})}, object{"query": `{ entities { nodes { id } } }`}}
}

// busy holds its only slot.
func busy(t *testing.T) question {
	l := limits.Default()
	l.Concurrent = 1
	slow := held{loaded(t), make(chan struct{}), make(chan struct{})}
	c := client{graph.NewHandler(graph.Config{Reader: slow, Limits: &l})}
	done := make(chan struct{})
	go func() {
		c.ask(t, `{ entities(first: 1) { nodes { id } } }`, nil)
		close(done)
	}()
	<-slow.asked
	t.Cleanup(func() {
		close(slow.release)
		<-done
	})
	return question{c, object{"query": `{ __typename }`}}
}

// row is a line of the table in docs/errors.md.
type row struct {
	chinese     string
	json, newer int // status
}

var tableRow = regexp.MustCompile("^\\| `([A-Z_]+)` \\| ([^|]+) \\| [^|]+ \\| (\\d+) \\| (\\d+) \\| [^|]+ \\|$")

func documented(t *testing.T) (codes []ecosystem.Code, rows map[ecosystem.Code]row) {
	t.Helper()
	text, err := os.ReadFile("../docs/errors.md")
	if err != nil {
		t.Fatal(err)
	}
	rows = map[ecosystem.Code]row{}
	for line := range strings.Lines(string(text)) {
		if m := tableRow.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
			json, _ := strconv.Atoi(m[3])
			newer, _ := strconv.Atoi(m[4])
			codes = append(codes, ecosystem.Code(m[1]))
			rows[ecosystem.Code(m[1])] = row{strings.TrimSpace(m[2]), json, newer}
		}
	}
	return codes, rows
}

// TestErrorCodesAgree holds the table of the documentation, the enum of the schema
// and serviceConfig against the list.
func TestErrorCodesAgree(t *testing.T) {
	want := apierror.Codes()
	codes, rows := documented(t)
	if diff := cmp.Diff(want, codes); diff != "" {
		t.Errorf("docs/errors.md (-list +table):\n%s", diff)
	}
	var enum []ecosystem.Code
	for _, v := range parsedSchema(t).Types["ErrorCode"].EnumValues {
		enum = append(enum, ecosystem.Code(v.Name))
		if chinese := rows[ecosystem.Code(v.Name)].chinese; chinese == "" || !strings.HasSuffix(v.Description, " "+chinese) {
			t.Errorf("%s is %q in docs/errors.md, but %q in the schema", v.Name, chinese, v.Description)
		}
	}
	if diff := cmp.Diff(want, enum); diff != "" {
		t.Errorf("enum ErrorCode (-list +schema):\n%s", diff)
	}
	told := data[struct {
		ServiceConfig struct{ ErrorCodes []ecosystem.Code }
	}](t, newClient(loaded(t)), `{ serviceConfig { errorCodes } }`, nil).ServiceConfig.ErrorCodes
	if diff := cmp.Diff(want, told); diff != "" {
		t.Errorf("serviceConfig (-list +told):\n%s", diff)
	}
}

// TestEachCodeIsGiven provokes every code through HTTP and wants the statuses that
// docs/errors.md tells.
func TestEachCodeIsGiven(t *testing.T) {
	_, rows := documented(t)
	provoked := provocations()
	for _, code := range apierror.Codes() {
		if (provoked[code] == nil) == (elsewhere()[code] == "") {
			t.Errorf("%s must be provoked here or elsewhere", code)
		}
	}
	for _, code := range slices.Sorted(maps.Keys(provoked)) {
		t.Run(string(code), func(t *testing.T) {
			for accept, want := range map[string]int{"application/json": rows[code].json, newType: rows[code].newer} {
				q := provoked[code](t)
				status, a := q.sendAs(t, q.body, accept)
				if diff := cmp.Diff([]string{string(code)}, a.codes()); diff != "" || a.Errors[0].Message == "" {
					t.Errorf("%s: codes (-want +got):\n%s%+v", accept, diff, a.Errors)
				}
				if status != want {
					t.Errorf("as %s: status %d, docs/errors.md tells %d", accept, status, want)
				}
				executed := rows[code].newer == http.StatusOK
				if executed != (string(a.Data) == "null") {
					t.Errorf("as %s: status %d with data %q", accept, status, a.Data)
				}
			}
		})
	}
}
