package graph_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/innograph/innograph/coverage"
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/gap"
	"github.com/innograph/innograph/graph/apierror"
	"github.com/innograph/innograph/graph/gaps"
	"github.com/innograph/innograph/graph/route"
	"github.com/innograph/innograph/loader/resolve"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/partners"
	"github.com/innograph/innograph/schema"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/text"
)

func parsedSchema(t testing.TB) *ast.Schema {
	t.Helper()
	s, err := gqlparser.LoadSchema(&ast.Source{Name: "schema", Input: schema.SDL()})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestEnumsAreTheVocabulary holds the SDL's enums, and the Chinese in their
// descriptions, against the vocabulary.
func TestEnumsAreTheVocabulary(t *testing.T) {
	s := parsedSchema(t)
	for enum, want := range map[string][]ecosystem.Term{
		"Kind": terms(ecosystem.Kinds(), func(i ecosystem.KindInfo) ecosystem.Term {
			return ecosystem.Term{Name: string(i.Kind), Chinese: i.Chinese}
		}),
		"Relation": terms(ecosystem.RelationTypes(), func(i ecosystem.RelationInfo) ecosystem.Term {
			return ecosystem.Term{Name: string(i.Type), Chinese: i.Chinese}
		}),
		"Status":             ecosystem.Statuses(),
		"Known":              ecosystem.KnownWays(),
		"Certainty":          names(ecosystem.High, ecosystem.Medium, ecosystem.Low),
		"ErrorCode":          names(apierror.Codes()...),
		"Direction":          names(store.Out, store.In),
		"EntityOrderField":   names(store.ByID, store.ByName),
		"FacetDimension":     names(store.Dimensions()...),
		"NoPathReason":       names(route.UnknownID, route.NoRouteWithinHops, route.FilteredOut),
		"PathFilterPart":     names(route.Relations, route.Direction, route.Kinds, route.Region, route.MinWeight, route.Status, route.ThroughHierarchy),
		"GapSeverity":        names(gap.Severities()...),
		"SupplyRoute":        names(gap.ByField, gap.ByDiscipline, gap.ByPlatform, gap.ByProject, gap.ByName),
		"GapColumns":         names(gaps.Province, gaps.City),
		"MatchStrategy":      names(partners.Similar, partners.Complementary, partners.Balanced),
		"MatchComponentName": terms(match.Components(), func(c match.Component) ecosystem.Term { return ecosystem.Term{Name: string(c), Chinese: c.Chinese()} }),
		"MatchGround":        names(match.Grounds()...),
		"MatchReasonCode": append(terms(match.Grounds(), func(g match.Ground) ecosystem.Term { return ecosystem.Term{Name: string(g)} }),
			names(match.HasBranch, match.Near, match.WeakInCore, match.BroadOnly, match.NotCovering, match.NoTie, match.PlannedTies, match.TiesElse, match.Unchecked, match.Far)...),
		"MatchChangeKind": names(match.GainTie, match.GainPlatform, match.GainGrade, match.GainProject, match.GainBranch, match.Lose, match.NoSingle),
		"CoveragePart":    names(coverage.Parts()...),
		"NameMatchHow":    resolve.Ways(),
		"NameDoubt":       resolve.Reasons(),
		"MatchedOn": names(text.MatchName, text.MatchEnglishName, text.MatchAlias, text.MatchPrintedName, text.MatchFormerName,
			text.MatchPrefix, text.MatchPinyin, text.MatchPart, text.MatchAbbreviation, text.MatchTokens),
	} {
		got := terms(s.Types[enum].EnumValues, func(v *ast.EnumValueDefinition) ecosystem.Term {
			return ecosystem.Term{Name: v.Name, Chinese: v.Description}
		})
		for i := range min(len(got), len(want)) {
			if strings.Contains(got[i].Chinese, want[i].Chinese) {
				got[i].Chinese = want[i].Chinese
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("enum %s (-vocabulary +SDL):\n%s", enum, diff)
		}
	}
}

func terms[T any](list []T, term func(T) ecosystem.Term) []ecosystem.Term {
	out := make([]ecosystem.Term, len(list))
	for i, x := range list {
		out[i] = term(x)
	}
	return out
}

func names[T ~string](values ...T) []ecosystem.Term {
	return terms(values, func(v T) ecosystem.Term { return ecosystem.Term{Name: string(v)} })
}

// TestEveryKindHasItsType holds the object types against the kinds: one each,
// with a field for every property that the kind declares.
func TestEveryKindHasItsType(t *testing.T) {
	s := parsedSchema(t)
	renamed := map[string]string{"lat": "latitude", "lon": "longitude"}
	for _, info := range ecosystem.Kinds() {
		def := s.Types[info.Label]
		if def == nil {
			t.Errorf("kind %s has no type %s", info.Kind, info.Label)
			continue
		}
		if !slices.Contains(def.Interfaces, "Entity") || slices.Contains(def.Interfaces, "Organization") != info.Kind.IsOrganization() {
			t.Errorf("type %s implements %v", def.Name, def.Interfaces)
		}
		for _, p := range info.Properties {
			name := renamed[p.Name]
			if name == "" {
				name = camelCase(p.Name)
			}
			if def.Fields.ForName(name) == nil {
				t.Errorf("type %s has no field %s for the property %s", def.Name, name, p.Name)
			}
		}
	}
}

func camelCase(snake string) string {
	words := strings.Split(snake, "_")
	for i, w := range words[1:] {
		words[i+1] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, "")
}

// TestEverythingIsDescribed wants a description with the Chinese term on every
// type, field, argument and value, and the same one where a type repeats a field
// of its interface.
func TestEverythingIsDescribed(t *testing.T) {
	s := parsedSchema(t)
	described := func(what, description string) {
		if !strings.ContainsFunc(description, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
			t.Errorf("%s has no description with a Chinese term: %q", what, description)
		}
	}
	for _, def := range s.Types {
		if def.BuiltIn {
			continue
		}
		described(def.Name, def.Description)
		for _, v := range def.EnumValues {
			described(def.Name+"."+v.Name, v.Description)
		}
		for _, f := range def.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			described(def.Name+"."+f.Name, f.Description)
			for _, arg := range f.Arguments {
				described(def.Name+"."+f.Name+"("+arg.Name+")", arg.Description)
			}
			for _, name := range def.Interfaces {
				of := s.Types[name].Fields.ForName(f.Name)
				ownMeaning := def.Name == "Discipline" && f.Name == "fields"
				if of != nil && f.Name != "id" && of.Description != f.Description && !ownMeaning {
					t.Errorf("%s.%s and %s.%s are described differently", def.Name, f.Name, name, f.Name)
				}
			}
		}
	}
}
