package graph_test

import (
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
	"github.com/innograph/innograph/store/storetest"
)

// world is the graph that the tests ask about: small, every kind and every
// relation type once at least.
func world(t testing.TB) ecosystem.Graph {
	t.Helper()
	b := ecosystem.NewBuilder()
	for _, d := range []ecosystem.Document{
		{ID: "doc:plan", Title: "临沂规划", Issuer: "临沂市人民政府", Date: "2021-12", URL: "https://example.org/plan"},
		{ID: "doc:list", Title: "名单"},
	} {
		if err := b.Document(d); err != nil {
			t.Fatal(err)
		}
	}
	for _, e := range worldEntities() {
		if e.Sources == nil {
			e.Sources = listed(0.9)
		}
		if err := b.Entity(e); err != nil {
			t.Fatal(err)
		}
	}
	for _, r := range worldRelations() {
		if r.Sources == nil {
			r.Sources = listed(0.6)
		}
		b.Relation(r)
	}
	g := b.Graph()
	for _, p := range ecosystem.Validate(g) {
		t.Fatalf("the test graph is not valid: %+v", p)
	}
	return g
}

func planned(locator string) []ecosystem.Source {
	return []ecosystem.Source{{Document: "doc:plan", Locator: locator, Known: ecosystem.Stated, Confidence: 0.95}}
}

func listed(confidence float64) []ecosystem.Source {
	return []ecosystem.Source{{Document: "doc:list", Known: ecosystem.Curated, Confidence: confidence, Note: "整理"}}
}

type properties = map[string]string

func worldEntities() []ecosystem.Entity {
	return []ecosystem.Entity{
		{ID: "region:yrd", Kind: ecosystem.Region, Name: "长三角"},
		{ID: "region:310000", Kind: ecosystem.Region, Name: "上海市", Properties: properties{"code": "310000", "level": "province", "lat": "31.23", "lon": "121.47"}},
		{ID: "region:330000", Kind: ecosystem.Region, Name: "浙江省"},
		{ID: "region:330100", Kind: ecosystem.Region, Name: "杭州市"},
		{ID: "region:371300", Kind: ecosystem.Region, Name: "临沂市"},

		{ID: "field:ne", Kind: ecosystem.TechnologyField, Name: "新能源", Properties: properties{"level": "top"}},
		{ID: "field:ne-storage", Kind: ecosystem.TechnologyField, Name: "储能", Properties: properties{"level": "sub"}},
		{ID: "field:ne-pv", Kind: ecosystem.TechnologyField, Name: "光伏"},
		{ID: "discipline:0805", Kind: ecosystem.Discipline, Name: "材料科学与工程", Properties: properties{"code": "0805"}},
		{ID: "discipline:0808", Kind: ecosystem.Discipline, Name: "电气工程", Properties: properties{"code": "0808"}},

		{ID: "org:zju", Kind: ecosystem.University, Name: "浙江大学", NameEn: "Zhejiang University", Aliases: []string{"浙大"}, ExternalIDs: []ecosystem.ExternalID{{Scheme: "ror", Value: "00a2xv884"}}, Properties: properties{"tags": "985;211", "website": "https://www.zju.edu.cn"}},
		{ID: "org:tongji", Kind: ecosystem.University, Name: "同济大学", Aliases: []string{"同济"}},
		{ID: "org:union", Kind: ecosystem.Association, Name: "储能产业联盟", NameEn: "Storage Union", Sources: listed(0.5)},
		{ID: "org:union", Kind: ecosystem.Association, Name: "储能产业联盟", NameEn: "Union of Storage", Sources: planned("四.2")},
		{ID: "org:lyu", Kind: ecosystem.University, Name: "临沂大学", FormerNames: []string{"临沂师范学院"}, Sources: []ecosystem.Source{{Document: "doc:plan", Locator: "四.1", Known: ecosystem.Stated, Confidence: 0.95, PrintedName: "临大"}}},
		{ID: "org:zju-ly", Kind: ecosystem.ResearchInstitute, Name: "浙大临沂研究院"},
		{ID: "org:firm", Kind: ecosystem.Enterprise, Name: "储能科技公司"},
		{ID: "org:hospital", Kind: ecosystem.Hospital, Name: "临沂市人民医院", Properties: properties{"grade": "三级甲等"}},
		{ID: "org:gov", Kind: ecosystem.Agency, Name: "临沂市科学技术局"},

		{ID: "platform:lab", Kind: ecosystem.Platform, Name: "储能重点实验室", Status: ecosystem.Built, StatusDate: "2020", Properties: properties{"category": "重点实验室", "level": "省级"}},
		{ID: "platform:sub", Kind: ecosystem.Platform, Name: "储能检测中心", Status: ecosystem.Planned, Sources: planned("专栏2.3（2）"), Properties: properties{"group": "科技公共服务平台"}},
		{ID: "platform:market", Kind: ecosystem.Platform, Name: "技术交易市场", Status: ecosystem.Promoted, Sources: planned("专栏2.3（1）"), Properties: properties{"group": "科技公共服务平台"}},
		{ID: "cluster:ne", Kind: ecosystem.IndustryCluster, Name: "新能源产业集群", Properties: properties{"year": "2022"}},
		{ID: "cluster:park", Kind: ecosystem.IndustryCluster, Name: "高新区"},
		{ID: "project:battery", Kind: ecosystem.KeyProject, Name: "电池项目", Status: ecosystem.Planned, Sources: planned("专栏6.1（1）")},
		{ID: "project:pv", Kind: ecosystem.KeyProject, Name: "光伏项目", Status: ecosystem.Planned, Sources: planned("专栏6.2（1）")},
		{ID: "project:pv2", Kind: ecosystem.KeyProject, Name: "光伏项目二期", Status: ecosystem.UnderConstruction, Sources: planned("专栏60（1）")},
		{ID: "programme:green", Kind: ecosystem.Programme, Name: "绿色工程"},
		{ID: "programme:green-1", Kind: ecosystem.Programme, Name: "绿色工程一期"},
		{ID: "indicator:rd", Kind: ecosystem.Indicator, Name: "研发经费占比", Properties: properties{"unit": "%", "base_value": "2.1", "base_year": "2020", "base_note": "预计数", "value": "2.6", "year": "2025", "attribute": "预期性"}},
		{ID: "policy:sub", Kind: ecosystem.Policy, Name: "实施细则"},
		{ID: "policy:plan", Kind: ecosystem.Policy, Name: "科技创新规划", Properties: properties{"period": "2021-2025"}},
	}
}

func worldRelations() []ecosystem.Relation {
	return []ecosystem.Relation{
		{Type: ecosystem.PartOf, From: "region:310000", To: "region:yrd"},
		{Type: ecosystem.PartOf, From: "region:330000", To: "region:yrd"},
		{Type: ecosystem.PartOf, From: "region:330100", To: "region:330000"},
		{Type: ecosystem.PartOf, From: "field:ne-storage", To: "field:ne"},
		{Type: ecosystem.PartOf, From: "field:ne-pv", To: "field:ne"},
		{Type: ecosystem.PartOf, From: "cluster:park", To: "cluster:ne"},
		{Type: ecosystem.PartOf, From: "platform:sub", To: "platform:lab"},
		{Type: ecosystem.PartOf, From: "platform:lab", To: "cluster:ne"},
		{Type: ecosystem.PartOf, From: "org:zju-ly", To: "org:zju"},
		{Type: ecosystem.PartOf, From: "programme:green-1", To: "programme:green"},

		{Type: ecosystem.LocatedIn, From: "org:zju", To: "region:330100"},
		{Type: ecosystem.LocatedIn, From: "org:tongji", To: "region:310000"},
		{Type: ecosystem.LocatedIn, From: "org:lyu", To: "region:371300"},
		{Type: ecosystem.LocatedIn, From: "org:firm", To: "region:371300"},
		{Type: ecosystem.LocatedIn, From: "org:firm", To: "cluster:park"},
		{Type: ecosystem.LocatedIn, From: "platform:lab", To: "region:371300"},
		{Type: ecosystem.LocatedIn, From: "cluster:ne", To: "region:371300"},
		{Type: ecosystem.LocatedIn, From: "project:battery", To: "region:371300"},

		{Type: ecosystem.InField, From: "platform:lab", To: "field:ne-storage"},
		{Type: ecosystem.InField, From: "project:battery", To: "field:ne-storage", Sources: planned("专栏6.1（1）")},
		{Type: ecosystem.InField, From: "project:pv", To: "field:ne-pv"},
		{Type: ecosystem.InField, From: "project:pv2", To: "field:ne-pv"},
		{Type: ecosystem.InField, From: "cluster:ne", To: "field:ne-storage"},
		{Type: ecosystem.InField, From: "org:firm", To: "field:ne-storage"},
		{Type: ecosystem.InField, From: "programme:green", To: "field:ne-storage"},
		{Type: ecosystem.AppliesTo, From: "discipline:0808", To: "field:ne-storage", Weight: 0.9},
		{Type: ecosystem.AppliesTo, From: "discipline:0805", To: "field:ne-storage", Weight: 0.6},
		{Type: ecosystem.AppliesTo, From: "discipline:0805", To: "field:ne-pv", Weight: 0.7},
		{Type: ecosystem.StrongIn, From: "org:zju", To: "discipline:0808", Strength: "A+"},
		{Type: ecosystem.StrongIn, From: "org:zju", To: "discipline:0805", Strength: "B+"},
		{Type: ecosystem.StrongIn, From: "org:tongji", To: "discipline:0808", Strength: "A-"},
		{Type: ecosystem.StrongIn, From: "org:lyu", To: "discipline:0808", Strength: "A"},
		{Type: ecosystem.StrongIn, From: "org:zju-ly", To: "discipline:0808", Strength: "field_core"},

		{Type: ecosystem.HostedBy, From: "platform:lab", To: "org:zju", Label: "依托"},
		{Type: ecosystem.HostedBy, From: "platform:sub", To: "org:lyu", Status: ecosystem.Planned},
		{Type: ecosystem.HostedBy, From: "org:zju-ly", To: "org:zju"},
		{Type: ecosystem.HostedBy, From: "cluster:ne", To: "org:gov"},
		{Type: ecosystem.HostedBy, From: "project:battery", To: "org:firm"},
		{Type: ecosystem.BuiltBy, From: "platform:lab", To: "org:lyu"},
		{Type: ecosystem.BuiltBy, From: "project:battery", To: "org:lyu"},
		{Type: ecosystem.BuiltBy, From: "cluster:ne", To: "org:firm"},
		{Type: ecosystem.BuiltBy, From: "programme:green", To: "org:gov"},
		{Type: ecosystem.ReliesOn, From: "cluster:ne", To: "org:zju"},
		{Type: ecosystem.ReliesOn, From: "field:ne-storage", To: "org:firm"},
		{Type: ecosystem.ReliesOn, From: "platform:lab", To: "platform:market"},
		{Type: ecosystem.ReliesOn, From: "project:battery", To: "platform:lab"},
		{Type: ecosystem.Links, From: "cluster:ne", To: "region:371300"},
		{Type: ecosystem.CooperatesWith, From: "org:lyu", To: "org:zju", Strength: "联合攻关", Year: 2021},
		{Type: ecosystem.CooperatesWith, From: "org:zju", To: "org:tongji", Strength: "商谈", Status: ecosystem.Planned},
		{Type: ecosystem.CooperatesWith, From: "platform:lab", To: "org:firm"},
		{Type: ecosystem.CooperatesWith, From: "cluster:ne", To: "org:tongji"},
		{Type: ecosystem.CooperatesWith, From: "project:battery", To: "platform:market"},
		{Type: ecosystem.CooperatesWith, From: "field:ne-storage", To: "org:zju"},

		{Type: ecosystem.Supports, From: "policy:plan", To: "project:battery"},
		{Type: ecosystem.Supports, From: "policy:plan", To: "programme:green"},
		{Type: ecosystem.Promotes, From: "policy:plan", To: "platform:market"},
		{Type: ecosystem.Promotes, From: "policy:plan", To: "cluster:ne"},
		{Type: ecosystem.Promotes, From: "policy:plan", To: "field:ne-storage"},
		{Type: ecosystem.Promotes, From: "policy:plan", To: "policy:sub"},
		{Type: ecosystem.Promotes, From: "programme:green", To: "platform:sub"},
		{Type: ecosystem.Targets, From: "policy:plan", To: "indicator:rd", Value: "2.6", Unit: "%", Year: 2025},
		{Type: ecosystem.Targets, From: "programme:green", To: "indicator:rd", Value: "3", Unit: "%", Year: 2025},
		{Type: ecosystem.IssuedBy, From: "policy:plan", To: "org:gov"},
		{Type: ecosystem.Implements, From: "org:lyu", To: "policy:plan"},
		{Type: ecosystem.Implements, From: "cluster:ne", To: "policy:plan"},
	}
}

// loaded is an embedded store that holds the world.
func loaded(t testing.TB) *memory.Store {
	t.Helper()
	s := memory.New()
	load(t, s, world(t))
	return s
}

func load(t testing.TB, s store.Store, g ecosystem.Graph) {
	t.Helper()
	if _, _, err := storetest.LoadAll(t.Context(), s, g); err != nil {
		t.Fatal(err)
	}
}
