package storetest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// random draws graphs and questions; the same seed gives the same ones.
type random struct {
	*rand.Rand
	vocabulary
	graph     ecosystem.Graph            // what questions are about
	narrow    bool                       // filters of relations name regions and statuses to leave out: they find much less
	metapaths map[int][][]store.WalkStep // that were drawn, by the most steps they may have
}

func newRandom(seed, stream uint64) *random {
	source := rand.NewPCG(seed, stream)
	return &random{Rand: rand.New(source), vocabulary: randomVocabulary(), metapaths: map[int][][]store.WalkStep{}} //nolint:gosec // draws test data, which must be the same each time
}

// pick draws one of a list.
func pick[T any](r *random, list []T) T { return list[r.IntN(len(list))] }

// chance is true in one of n cases.
func (r *random) chance(n int) bool { return r.IntN(n) == 0 }

// vocabulary holds few different values of everything, so that ties, namesakes
// and parallel relations occur; and weights whose product depends on the order in
// which it is taken, by a last bit.
type vocabulary struct {
	weights, confidences         []float64
	locators, words              []string
	texts, lists, numbers, years []string
	labels                       []string
	statuses                     []ecosystem.Status
}

func randomVocabulary() vocabulary {
	return vocabulary{
		weights:     []float64{0.3, 0.7, 0.7, 0.8, 0.9, 1},
		confidences: []float64{0.5, 0.7, 0.85, 0.95},
		locators:    []string{"", "一", "一（二）", "二", "二（一）", "二（一）§3", "专栏5", "专栏5.2", "专栏5.2（3）", "专栏50", "专栏50（1）", "p.37"},
		words:       []string{"临沂", "浙江", "上海", "大", "学", "研究院", "工程", "机械", "智能", "重大", "长", "行", "乐", "新材料", "中心", "平台", "AI", "5G", "C++", "Lab", "𠮷", "﨎", "（北）"},
		texts:       []string{"甲", "乙", "国家级"},
		lists:       []string{"985", "211", "985;211", "211;双一流"},
		numbers:     []string{"1.5", "2", "2.6"},
		years:       []string{"2020", "2021", "2025"},
		labels:      []string{"", "共建", "联合"},
		statuses:    []ecosystem.Status{"", "", ecosystem.Planned, ecosystem.UnderConstruction, ecosystem.Built},
	}
}

// randomKinds are how many entities there are of each kind, 300 together.
func randomKinds() map[ecosystem.Kind]int {
	return map[ecosystem.Kind]int{
		ecosystem.University: 30, ecosystem.ResearchInstitute: 15, ecosystem.Enterprise: 40, ecosystem.Hospital: 8,
		ecosystem.Agency: 12, ecosystem.Association: 8, ecosystem.Platform: 45, ecosystem.IndustryCluster: 25,
		ecosystem.KeyProject: 45, ecosystem.TechnologyField: 20, ecosystem.Discipline: 15, ecosystem.Region: 20,
		ecosystem.Programme: 8, ecosystem.Indicator: 4, ecosystem.Policy: 5,
	}
}

// randomRelationTypes holds the types by how often they occur in real data.
func randomRelationTypes() []ecosystem.RelationType {
	out := slices.Concat(
		slices.Repeat([]ecosystem.RelationType{ecosystem.LocatedIn}, 12),
		slices.Repeat([]ecosystem.RelationType{ecosystem.PartOf}, 6),
		slices.Repeat([]ecosystem.RelationType{ecosystem.InField, ecosystem.CooperatesWith}, 8),
		slices.Repeat([]ecosystem.RelationType{ecosystem.HostedBy}, 4),
	)
	for _, info := range ecosystem.RelationTypes() {
		out = append(out, info.Type)
	}
	return out
}

// randomGraph draws a graph of the real vocabulary with so many relations.
func randomGraph(seed uint64, relations int) ecosystem.Graph {
	r := newRandom(seed, 0)
	documents := make([]ecosystem.Document, 6)
	for i := range documents {
		documents[i] = ecosystem.Document{ID: fmt.Sprintf("doc:r-%d", i), Title: r.name()}
	}
	entities := r.entities(documents)
	byKind := map[ecosystem.Kind][]string{}
	for _, e := range entities {
		byKind[e.Kind] = append(byKind[e.Kind], e.ID)
	}
	var rows []ecosystem.Relation
	for len(rows) < relations {
		rows = append(rows, r.relation(byKind, rows, documents))
	}
	return build(documents, entities, rows)
}

func (r *random) name() string {
	parts := make([]string, 1+r.IntN(4))
	for i := range parts {
		parts[i] = pick(r, r.words)
	}
	return strings.Join(parts, "")
}

func (r *random) entities(documents []ecosystem.Document) []ecosystem.Entity {
	var out []ecosystem.Entity
	for _, info := range ecosystem.Kinds() {
		for range randomKinds()[info.Kind] {
			e := ecosystem.Entity{
				ID:   fmt.Sprintf("%s%c-%d", info.Prefix, "abcde"[r.IntN(5)], len(out)),
				Kind: info.Kind, Name: r.name(), Status: pick(r, r.statuses),
				Properties: r.properties(info), Sources: r.sources(documents),
			}
			if r.chance(8) && len(out) > 0 {
				e.Name = pick(r, out).Name
			}
			if r.chance(3) {
				e.Aliases = []string{r.name(), r.name()}
			}
			if r.chance(5) {
				e.FormerNames = []string{r.name()}
			}
			if r.chance(5) {
				e.NameEn = "Lab " + r.name()
			}
			out = append(out, e)
		}
	}
	return out
}

func (r *random) properties(info ecosystem.KindInfo) map[string]string {
	out := map[string]string{}
	for _, p := range info.Properties {
		if r.chance(2) && p.Name != ecosystem.PropWebsite.Name {
			out[p.Name] = r.value(p)
		}
	}
	return out
}

func (r *random) value(p ecosystem.Property) string {
	if p == ecosystem.PropLevel && r.chance(2) {
		return pick(r, []string{"province", "city", "top", "sub"})
	}
	switch p.Type {
	case ecosystem.Number:
		return pick(r, r.numbers)
	case ecosystem.Integer:
		return pick(r, r.years)
	case ecosystem.List:
		return pick(r, r.lists)
	default:
		return pick(r, r.texts)
	}
}

func (r *random) sources(documents []ecosystem.Document) []ecosystem.Source {
	out := make([]ecosystem.Source, 1+r.IntN(3))
	for i := range out {
		out[i] = ecosystem.Source{
			Document: pick(r, documents).ID, Locator: pick(r, r.locators),
			Known: ecosystem.Stated, Confidence: pick(r, r.confidences),
		}
		if r.chance(6) {
			out[i].PrintedName = r.name()
		}
	}
	return out
}

// relation draws a relation that the vocabulary allows; sometimes one between
// the ends of an earlier one.
func (r *random) relation(byKind map[ecosystem.Kind][]string, earlier []ecosystem.Relation, documents []ecosystem.Document) ecosystem.Relation {
	out := ecosystem.Relation{
		Weight: pick(r, r.weights), Status: pick(r, r.statuses), Year: pick(r, []int{0, 0, 2021}),
		Label: pick(r, r.labels), Sources: r.sources(documents),
	}
	if r.chance(6) && len(earlier) > 0 {
		e := pick(r, earlier)
		out.Type, out.From, out.To = e.Type, e.From, e.To
		return out
	}
	for out.From == out.To {
		info, _ := pick(r, randomRelationTypes()).Info()
		ends := pick(r, info.Ends)
		out.Type = info.Type
		out.From, out.To = pick(r, byKind[pick(r, ends.From)]), pick(r, byKind[pick(r, ends.To)])
		if info.Type == ecosystem.StrongIn {
			out.Strength = pick(r, []string{"", "A+", "A", "A-"})
		}
		if info.Symmetric && r.chance(2) {
			out.From, out.To = out.To, out.From
		}
	}
	return out
}
