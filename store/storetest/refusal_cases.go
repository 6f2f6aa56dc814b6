package storetest

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// question asks something and keeps only the error.
type question func(ctx context.Context, s store.Reader) error

func listing(f store.Filter, o store.Order, p store.Page) question {
	return func(ctx context.Context, s store.Reader) error {
		_, err := s.List(ctx, f, o, p)
		return err
	}
}

func filtering(f store.Filter) question {
	return listing(f, store.Order{By: store.ByID}, store.Page{Limit: 1})
}

func counting(f store.Filter, dimensions ...store.Dimension) question {
	return func(ctx context.Context, s store.Reader) error {
		_, err := s.Facets(ctx, f, dimensions)
		return err
	}
}

func searching(query string, f store.Filter, p store.Page) question {
	return func(ctx context.Context, s store.Reader) error {
		_, err := s.Search(ctx, query, f, p)
		return err
	}
}

func exploring(ids []string, f store.RelationFilter, p store.Page) question {
	return func(ctx context.Context, s store.Reader) error {
		_, err := s.Neighbors(ctx, ids, f, p)
		return err
	}
}

func pathing(hops, k int, f store.RelationFilter) question {
	return func(ctx context.Context, s store.Reader) error {
		_, err := s.Paths(ctx, store.PathQuery{From: "org:lyu", To: "org:zju", MaxHops: hops, K: k, Filter: f})
		return err
	}
}

// walking asks for a walk that change, if any, spoils.
func walking(change func(*store.WalkQuery)) question {
	return func(ctx context.Context, s store.Reader) error {
		q := store.WalkQuery{Starts: from("org:zju"), Steps: []store.WalkStep{over(store.Out, ecosystem.StrongIn)}, Ends: 3, Paths: 3}
		if change != nil {
			change(&q)
		}
		_, err := s.Walk(ctx, q)
		return err
	}
}

func entities(ids []string) question {
	return func(ctx context.Context, s store.Reader) error {
		_, err := s.Entities(ctx, ids)
		return err
	}
}

func documents(ids []string) question {
	return func(ctx context.Context, s store.Reader) error {
		_, err := s.Documents(ctx, ids)
		return err
	}
}

// refusalCase is a question at or over a bound; no code: it is answered.
type refusalCase struct {
	name string
	ask  question
	want ecosystem.Code
}

// someIDs makes ids that nothing has.
func someIDs(n int) []string {
	ids := make([]string, n)
	for i := range ids {
		ids[i] = "org:none-" + strconv.Itoa(i)
	}
	return ids
}

// nested is a filter so many levels deep, each of which passes something.
func nested(levels int, wrap func(store.Filter) store.Filter) store.Filter {
	f := store.Filter{}
	for range levels - 1 {
		f = wrap(f)
	}
	return f
}

func byNot(f store.Filter) store.Filter { return store.Filter{Not: &f} }

func byWhere(f store.Filter) store.Filter {
	return store.Filter{Related: []store.Related{{Type: ecosystem.PartOf, Where: &f}}}
}

func testRefusals(t *testing.T, s *subject) {
	for _, c := range slices.Concat(boundCases(), nonsenseCases(), nonsenseKeyCases(), walkBoundCases(), walkNonsenseCases()) {
		t.Run(c.name, func(t *testing.T) {
			err := c.ask(t.Context(), s)
			if c.want != "" {
				wantCode(t, "answer", err, c.want)
			} else if err != nil {
				t.Errorf("refused: %v", err)
			}
		})
	}
}

func boundCases() []refusalCase {
	const at, over = ecosystem.Code(""), ecosystem.CodeLimitExceeded
	l := store.DefaultLimits()
	page := store.Page{Limit: 1}
	order := store.Order{By: store.ByID}
	long := strings.Repeat("浙", l.Text)
	return []refusalCase{
		{"entities, as many ids as allowed", entities(someIDs(l.IDs)), at},
		{"entities, too many ids", entities(someIDs(l.IDs + 1)), over},
		{"documents, as many ids as allowed", documents(someIDs(l.IDs)), at},
		{"documents, too many ids", documents(someIDs(l.IDs + 1)), over},
		{"neighbors, as many ids as allowed", exploring(someIDs(l.IDs), store.RelationFilter{}, page), at},
		{"neighbors, too many ids", exploring(someIDs(l.IDs+1), store.RelationFilter{}, page), over},

		{"list, as many rows as allowed", listing(store.Filter{}, order, store.Page{Limit: l.Page}), at},
		{"list, too many rows", listing(store.Filter{}, order, store.Page{Limit: l.Page + 1}), over},
		{"search, too many rows", searching("浙大", store.Filter{}, store.Page{Limit: l.Page + 1}), over},
		{"neighbors, as many rows as allowed", exploring([]string{"org:zju"}, store.RelationFilter{}, store.Page{Limit: l.Page}), at},
		{"neighbors, too many rows", exploring([]string{"org:zju"}, store.RelationFilter{}, store.Page{Limit: l.Page + 1}), over},

		{"paths, as many hops as allowed", pathing(l.Hops, 1, store.RelationFilter{}), at},
		{"paths, too many hops", pathing(l.Hops+1, 1, store.RelationFilter{}), over},
		{"paths, as many paths as allowed", pathing(2, l.Paths, store.RelationFilter{}), at},
		{"paths, too many paths", pathing(2, l.Paths+1, store.RelationFilter{}), over},

		{"not, as deep as allowed", filtering(nested(l.FilterDepth, byNot)), at},
		{"not, too deep", filtering(nested(l.FilterDepth+1, byNot)), over},
		{"where, as deep as allowed", filtering(nested(l.FilterDepth, byWhere)), at},
		{"where, too deep", filtering(nested(l.FilterDepth+1, byWhere)), over},
		{"facets, too deep", counting(nested(l.FilterDepth+1, byNot), store.FacetKind), over},
		{"search, too deep", searching("浙大", nested(l.FilterDepth+1, byNot), page), over},
		{"far, as deep as allowed", exploring([]string{"org:zju"}, store.RelationFilter{Far: new(nested(l.FilterDepth, byWhere))}, page), at},
		{"far, too deep", exploring([]string{"org:zju"}, store.RelationFilter{Far: new(nested(l.FilterDepth+1, byWhere))}, page), over},
		{"filter, as many values as allowed", filtering(store.Filter{IDs: someIDs(l.FilterParts)}), at},
		{"filter, too many values", filtering(store.Filter{IDs: someIDs(l.FilterParts + 1)}), over},
		{"filter, too many values together", filtering(store.Filter{
			IDs: someIDs(l.FilterParts / 2), Not: &store.Filter{Fields: someIDs(l.FilterParts/2 + 1)},
		}), over},

		{"search, as long as allowed", searching(long, store.Filter{}, page), at},
		{"search, too long", searching(long+"江", store.Filter{}, page), over},
		{"text, as long as allowed", filtering(store.Filter{Text: long}), at},
		{"text, too long", filtering(store.Filter{Text: long + "江"}), over},
	}
}

func nonsenseCases() []refusalCase {
	const bad = ecosystem.CodeBadInput
	page := store.Page{Limit: 1}
	zju := []string{"org:zju"}
	return []refusalCase{
		{"list, negative rows", listing(store.Filter{}, store.Order{By: store.ByID}, store.Page{Limit: -1}), bad},
		{"search, negative rows", searching("浙大", store.Filter{}, store.Page{Limit: -1}), bad},
		{"neighbors, negative rows", exploring(zju, store.RelationFilter{}, store.Page{Limit: -1}), bad},
		{"unknown order", listing(store.Filter{}, store.Order{By: "WEIGHT"}, page), bad},
		{"no order", listing(store.Filter{}, store.Order{}, page), bad},
		{"unknown dimension", counting(store.Filter{}, store.FacetKind, "COLOUR"), bad},
		{"unknown kind", filtering(store.Filter{Kinds: []ecosystem.Kind{"SCHOOL"}}), bad},
		{"unknown status", filtering(store.Filter{Statuses: []ecosystem.Status{"DREAMT"}}), bad},
		{"unknown property", filtering(store.Filter{Properties: []store.PropertyFilter{{Name: "colour"}}}), bad},
		{"hostile property", filtering(store.Filter{Properties: []store.PropertyFilter{{Name: "level`) DETACH DELETE n //"}}}), bad},
		{"unknown relation type", filtering(store.Filter{Related: []store.Related{{Type: "KNOWS"}}}), bad},
		{"hostile relation type", filtering(store.Filter{Related: []store.Related{{Type: "PART_OF`]->() DETACH DELETE n //"}}}), bad},
		{"unknown direction", filtering(store.Filter{Related: []store.Related{{Type: ecosystem.PartOf, Direction: "UP"}}}), bad},
		{"unknown kind below", filtering(store.Filter{Not: &store.Filter{Kinds: []ecosystem.Kind{"SCHOOL"}}}), bad},
		{"unknown kind, facets", counting(store.Filter{Kinds: []ecosystem.Kind{"SCHOOL"}}, store.FacetKind), bad},
		{"unknown kind, search", searching("浙大", store.Filter{Kinds: []ecosystem.Kind{"SCHOOL"}}, page), bad},
		{"unknown kind, even when nothing is searched for", searching("", store.Filter{Kinds: []ecosystem.Kind{"SCHOOL"}}, page), bad},
		{"neighbors in turns after a key", exploring(zju, store.RelationFilter{}, store.Page{Limit: 1, Turns: true, After: store.Key{"PART_OF", "1", "a", "b"}}), bad},
		{"neighbors in turns, backward", exploring(zju, store.RelationFilter{}, store.Page{Limit: 1, Turns: true, Backward: true}), bad},
		{"paths without some relations", pathing(3, 3, store.RelationFilter{Without: []string{"rel:a"}}), bad},
		{"neighbors, unknown type", exploring(zju, store.RelationFilter{Types: []ecosystem.RelationType{"KNOWS"}}, page), bad},
		{"neighbors, unknown kind", exploring(zju, store.RelationFilter{Kinds: []ecosystem.Kind{"SCHOOL"}}, page), bad},
		{"neighbors, unknown status", exploring(zju, store.RelationFilter{Statuses: []ecosystem.Status{"DREAMT"}}, page), bad},
		{"neighbors, unknown status left out", exploring(zju, store.RelationFilter{ExcludeStatuses: []ecosystem.Status{"DREAMT"}}, page), bad},
		{"neighbors, no status left out", exploring(zju, store.RelationFilter{ExcludeStatuses: []ecosystem.Status{""}}, page), bad},
		{"neighbors, unknown direction", exploring(zju, store.RelationFilter{Direction: "UP"}, page), bad},
		{"neighbors, unknown kind at the far end", exploring(zju, store.RelationFilter{Far: &store.Filter{Kinds: []ecosystem.Kind{"SCHOOL"}}}, page), bad},
		{"neighbors of nothing, unknown type", exploring(nil, store.RelationFilter{Types: []ecosystem.RelationType{"KNOWS"}}, page), bad},
		{"paths, no hops", pathing(0, 1, store.RelationFilter{}), bad},
		{"paths, negative hops", pathing(-1, 1, store.RelationFilter{}), bad},
		{"paths, no paths", pathing(1, 0, store.RelationFilter{}), bad},
		{"paths, filter on the far entity", pathing(1, 1, store.RelationFilter{Far: &store.Filter{}}), bad},
		{"paths, unknown type", pathing(1, 1, store.RelationFilter{Types: []ecosystem.RelationType{"KNOWS"}}), bad},
		{"paths, unknown status left out", pathing(1, 1, store.RelationFilter{ExcludeStatuses: []ecosystem.Status{"DREAMT"}}), bad},
		{"paths, unknown kind", pathing(1, 1, store.RelationFilter{Kinds: []ecosystem.Kind{"SCHOOL"}}), bad},
	}
}

// nonsenseKeyCases give keys that no row can have: more parts than any key, or
// a text in the place of a number.
func nonsenseKeyCases() []refusalCase {
	const invalid = ecosystem.CodeInvalidCursor
	long := store.Page{Limit: 1, After: slices.Repeat(store.Key{"x"}, 9)}
	back := store.Page{Limit: 1, Before: slices.Repeat(store.Key{"x"}, 9), Backward: true}
	empty := store.Page{Limit: 1, After: store.Key{}}
	order := store.Order{By: store.ByName}
	zju := []string{"org:zju"}
	cases := []refusalCase{
		{"list, key of no row", listing(store.Filter{}, order, long), invalid},
		{"list, key of no row before", listing(store.Filter{}, order, back), invalid},
		{"list, empty key", listing(store.Filter{}, order, empty), invalid},
		{"search, key of no row", searching("浙大", store.Filter{}, long), invalid},
		{"search, empty key", searching("浙大", store.Filter{}, empty), invalid},
		{"neighbors, key of no row", exploring(zju, store.RelationFilter{}, long), invalid},
		{"neighbors, empty key", exploring(zju, store.RelationFilter{}, empty), invalid},
	}
	return append(cases,
		refusalCase{"search, score that is no number", func(ctx context.Context, s store.Reader) error {
			p, err := s.Search(ctx, "浙大", store.Filter{}, store.Page{Limit: 1})
			if err != nil || len(p.Keys) != 1 {
				return errors.Join(err, errors.New("no key to spoil"))
			}
			return searching("浙大", store.Filter{}, store.Page{Limit: 1, After: spoiled(p.Keys[0])})(ctx, s)
		}, invalid},
		refusalCase{"neighbors, weight that is no number", func(ctx context.Context, s store.Reader) error {
			p, err := s.Neighbors(ctx, zju, store.RelationFilter{}, store.Page{Limit: 1})
			if err != nil || len(p[0].Keys) != 1 {
				return errors.Join(err, errors.New("no key to spoil"))
			}
			return exploring(zju, store.RelationFilter{}, store.Page{Limit: 1, After: spoiled(p[0].Keys[0])})(ctx, s)
		}, invalid},
	)
}

// spoiled is a key with a text in each place.
func spoiled(key store.Key) store.Key { return slices.Repeat(store.Key{"x"}, len(key)) }
