package graph_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/loader/resolve"
	"github.com/innograph/innograph/store"
)

// TestServiceConfigTellsEveryLimit gives each limit a number of its own, whatever
// limits there are, and wants the answer to tell it under the limit's name.
func TestServiceConfigTellsEveryLimit(t *testing.T) {
	var l limits.Limits
	want := number(reflect.ValueOf(&l).Elem(), "", map[string]float64{"maxname": resolve.MaxName})
	for _, inside := range []string{"maxstore.ids", "maxstore.page", "maxstore.hops", "maxstore.paths", "maxstore.ends", "maxstore.touch"} {
		delete(want, inside) // of one call of the store; those of the API lie below
	}
	var fields []string
	for _, f := range parsedSchema(t).Types["ServiceLimits"].Fields {
		fields = append(fields, f.Name)
	}
	c := client{graph.NewHandler(graph.Config{Reader: loaded(t), Limits: &l})}
	told := data[struct {
		ServiceConfig struct{ Limits map[string]float64 }
	}](t, c, "{ serviceConfig { limits { "+strings.Join(fields, " ")+" } } }", nil)
	got := map[string]float64{}
	for name, value := range told.ServiceConfig.Limits {
		got[strings.ToLower(name)] = value
	}
	for name, value := range want {
		delete(want, name)
		want[strings.Replace(name, "store.", "", 1)] = value
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("limits (-want +got):\n%s", diff)
	}
}

// number sets every number of a struct to another value and returns them by the
// names that they have in the schema, in lower case.
func number(v reflect.Value, prefix string, numbers map[string]float64) map[string]float64 {
	for i := range v.NumField() {
		field, name := v.Field(i), prefix+v.Type().Field(i).Name
		n := 100_000 + len(numbers)
		switch of := field.Addr().Interface().(type) {
		case *time.Duration:
			*of = time.Duration(n) * time.Second
			numbers[strings.ToLower(name)+"seconds"] = float64(n)
		case *page.Sizes:
			*of = page.Sizes{Default: n, Max: n + 1}
			numbers["default"+strings.ToLower(name)], numbers["max"+strings.ToLower(name)] = float64(n), float64(n+1)
		case *store.Limits:
			number(field, "store.", numbers)
		case *float64:
			*of = float64(n)
			numbers["max"+strings.ToLower(name)] = float64(n)
		default:
			field.SetInt(int64(n))
			numbers["max"+strings.ToLower(name)] = float64(n)
		}
	}
	return numbers
}

// TestServiceConfigTellsTheVocabulary compares with the vocabulary.
func TestServiceConfigTellsTheVocabulary(t *testing.T) {
	got := data[struct {
		ServiceConfig struct {
			Kinds     []struct{ Kind, TypeName, Chinese, IDPrefix string }
			Relations []struct{ Relation, Chinese string }
			Strengths []struct {
				Word   string
				Weight float64
			}
			HierarchyKinds []string
			ErrorCodes     []string
		}
	}](t, newClient(loaded(t)), `{ serviceConfig { kinds { kind typeName chinese idPrefix } relations { relation chinese symmetric ends { from to } } strengths { word weight basis } hierarchyKinds errorCodes } }`, nil).ServiceConfig
	for i, info := range ecosystem.Kinds() {
		want := fmt.Sprint(info.Kind, info.Label, info.Chinese, info.Prefix)
		if k := got.Kinds[i]; fmt.Sprint(ecosystem.Kind(k.Kind), k.TypeName, k.Chinese, k.IDPrefix) != want {
			t.Errorf("kind %d is %+v, want %s", i, k, want)
		}
	}
	for i, info := range ecosystem.RelationTypes() {
		if r := got.Relations[i]; r.Relation != string(info.Type) || r.Chinese != info.Chinese {
			t.Errorf("relation %d is %+v, want %s", i, r, info.Type)
		}
	}
	for i, s := range ecosystem.Strengths() {
		if g := got.Strengths[i]; g.Word != s.Word || g.Weight != s.Weight {
			t.Errorf("strength %d is %+v, want %+v", i, g, s)
		}
	}
	if diff := cmp.Diff([]string{"REGION", "TECHNOLOGY_FIELD", "POLICY"}, got.HierarchyKinds); diff != "" {
		t.Errorf("hierarchy kinds (-want +got):\n%s", diff)
	}
	if len(got.ErrorCodes) != len(parsedSchema(t).Types["ErrorCode"].EnumValues) {
		t.Errorf("%d error codes", len(got.ErrorCodes))
	}
}

// TestStatisticsCountByKindAndRelation compares with a count of the rows.
func TestStatisticsCountByKindAndRelation(t *testing.T) {
	g := world(t)
	want := map[string]int{}
	for _, info := range ecosystem.Kinds() {
		want[string(info.Kind)] = 0
	}
	for _, info := range ecosystem.RelationTypes() {
		want[string(info.Type)] = 0
	}
	for _, e := range g.Entities {
		want[string(e.Kind)]++
	}
	for _, r := range g.Relations {
		want[string(r.Type)]++
	}
	type counts []struct {
		Kind, Relation string
		Count          int
	}
	s := data[struct {
		Statistics struct{ ByKind, ByRelation counts }
	}](t, newClient(loaded(t)), `{ statistics { byKind { kind count } byRelation { relation count } } }`, nil).Statistics
	got := map[string]int{}
	for _, c := range append(s.ByKind, s.ByRelation...) {
		got[c.Kind+c.Relation] = c.Count
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestOverlappingFragments asks the same field through fragments of which each
// holds for some rows only; the answer must be the same as without them.
func TestOverlappingFragments(t *testing.T) {
	c := newClient(loaded(t))
	plain := data[json.RawMessage](t, c, `{ entities(first: 40) { nodes { id region { id } } } }`, nil)
	overlapping := data[json.RawMessage](t, c, `{ entities(first: 40) { nodes { ... on Organization { region { id } } id ... on University { region { id } } region { id } } } }`, nil)
	sameJSON(t, overlapping, string(plain))
}
