package resolve_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/resolve"
)

// small is a data set in which every rule has something to work on.
func small() ([]ecosystem.Entity, []ecosystem.Relation) {
	entities := []ecosystem.Entity{
		{ID: "region:330000", Kind: ecosystem.Region, Name: "浙江省"},
		{ID: "region:330200", Kind: ecosystem.Region, Name: "宁波市"},
		{ID: "region:320000", Kind: ecosystem.Region, Name: "江苏省"},
		{ID: "region:320100", Kind: ecosystem.Region, Name: "南京市"},
		{ID: "region:370000", Kind: ecosystem.Region, Name: "山东省"},
		{ID: "region:371000", Kind: ecosystem.Region, Name: "威海市"},
		{ID: "org:hit", Kind: ecosystem.University, Name: "哈尔滨工业大学", NameEn: "Harbin Institute of Technology", Aliases: []string{"哈工大"}},
		{ID: "org:hit-weihai", Kind: ecosystem.University, Name: "哈尔滨工业大学（威海）"},
		{ID: "org:zju", Kind: ecosystem.University, Name: "浙江大学", NameEn: "Zhejiang University", FormerNames: []string{"求是书院"}},
		{ID: "org:zjut", Kind: ecosystem.University, Name: "浙江工业大学"},
		{ID: "org:nju", Kind: ecosystem.University, Name: "南京大学"},
		{ID: "org:njust", Kind: ecosystem.University, Name: "南京理工大学", NameEn: "Nanjing University of Science and Technology"},
		{ID: "org:zaas", Kind: ecosystem.ResearchInstitute, Name: "浙江省农业科学院"},
		{ID: "org:jaas", Kind: ecosystem.ResearchInstitute, Name: "江苏省农业科学院"},
		{ID: "org:nimte", Kind: ecosystem.ResearchInstitute, Name: "中国科学院宁波材料技术与工程研究所"},
		{ID: "org:cetc14", Kind: ecosystem.ResearchInstitute, Name: "中国电子科技集团公司第十四研究所"},
		{ID: "org:hengli", Kind: ecosystem.Enterprise, Name: "江苏恒立液压股份有限公司"},
		{ID: "org:yangguang", Kind: ecosystem.Enterprise, Name: "阳光电源股份有限公司"},
		{ID: "org:zju-h1", Kind: ecosystem.Hospital, Name: "浙江大学医学院附属第一医院"},
		{ID: "platform:silicon", Kind: ecosystem.Platform, Name: "硅材料国家重点实验室"},
		{ID: "field:it", Kind: ecosystem.TechnologyField, Name: "新一代信息技术"},
	}
	located := map[string]string{
		"region:330200": "region:330000", "region:320100": "region:320000", "region:371000": "region:370000",
		"org:hit-weihai": "region:371000", "org:zju": "region:330000", "org:zaas": "region:330000", "org:jaas": "region:320100",
		"org:nimte": "region:330200", "org:nju": "region:320100", "org:njust": "region:320100", "org:cetc14": "region:320100",
	}
	relations := []ecosystem.Relation{{Type: ecosystem.HostedBy, From: "platform:silicon", To: "org:zju"}}
	for from, to := range located {
		kind := ecosystem.LocatedIn
		if strings.HasPrefix(from, "region:") {
			kind = ecosystem.PartOf
		}
		relations = append(relations, ecosystem.Relation{Type: kind, From: from, To: to})
	}
	return entities, relations
}

func TestResolve(t *testing.T) {
	type opts = resolve.Options
	tests := []struct {
		name   string
		opts   opts
		chosen string // id, with "/part" behind it when it is marked so
		how    resolve.How
		reason resolve.Reason
		first  string // the best candidate where none is chosen
	}{
		// names on record
		{name: "浙江大学", chosen: "org:zju", how: resolve.ByName},
		{name: "浙 江 大 學", chosen: "org:zju", how: resolve.ByName},
		{name: "求是书院", chosen: "org:zju", how: resolve.ByFormerName},
		{name: "《浙江大学》", chosen: "org:zju", how: resolve.ByName},
		{name: "（3）浙江大学；", chosen: "org:zju", how: resolve.ByName},
		{name: "浙江大学", opts: opts{Kinds: []ecosystem.Kind{ecosystem.Enterprise}}, reason: resolve.NotFound},
		// short forms
		{name: "浙大", chosen: "org:zju", how: resolve.ByShortForm},
		{name: "浙工大", chosen: "org:zjut", how: resolve.ByShortForm},
		{name: "浙江工大", chosen: "org:zjut", how: resolve.ByShortForm},
		{name: "南理工", chosen: "org:njust", how: resolve.ByShortForm},
		{name: "中科院宁波材料所", chosen: "org:nimte", how: resolve.ByShortForm},
		{name: "电科14所", chosen: "org:cetc14", how: resolve.ByShortForm},
		{name: "中国电科集团第14研究所", chosen: "org:cetc14", how: resolve.ByShortForm},
		{name: "浙大附一院", chosen: "org:zju-h1", how: resolve.ByShortForm},
		{name: "恒立液压", chosen: "org:hengli", how: resolve.ByShortForm},
		{name: "阳光", reason: resolve.Doubtful, first: "org:yangguang"},
		// campuses
		{name: "哈工大", chosen: "org:hit", how: resolve.ByAlias},
		{name: "哈工大（威海）", chosen: "org:hit-weihai", how: resolve.ByShortForm},
		{name: "哈尔滨工业大学威海校区", chosen: "org:hit-weihai", how: resolve.ByShortForm},
		{name: "哈工大（深圳）", reason: resolve.OnlyPart, first: "org:hit/part"},
		{name: "浙江大学宁波校区", reason: resolve.OnlyPart, first: "org:zju/part"},
		{name: "浙江大学（浙江）", chosen: "org:zju", how: resolve.ByName},
		// departments, and colleges that are none
		{name: "浙江大学化工学院", chosen: "org:zju/part", how: resolve.ByDepartment},
		{name: "浙大机械工程学系", chosen: "org:zju/part", how: resolve.ByDepartment},
		{name: "浙江大学茶与食品科技学院", chosen: "org:zju/part", how: resolve.ByDepartment},
		{name: "浙江大学机械工程学院机器人中心", chosen: "org:zju/part", how: resolve.ByDepartment},
		{name: "浙大一院检验科", chosen: "org:zju-h1/part", how: resolve.ByDepartment},
		{name: "浙江大学城市学院机器人中心", reason: resolve.OnlyPart, first: "org:zju/part"},
		{name: "南京大学金陵学院", reason: resolve.OnlyPart, first: "org:nju/part"},
		{name: "浙江大学城市学院", reason: resolve.OnlyPart, first: "org:zju/part"},
		// the region
		{name: "省农科院", reason: resolve.NotFound},
		{name: "省农科院", opts: opts{Region: "region:330200"}, chosen: "org:zaas", how: resolve.ByShortForm},
		{name: "省农科院", opts: opts{Region: "region:320000"}, chosen: "org:jaas", how: resolve.ByShortForm},
		{name: "省农科院", opts: opts{Region: "region:371000"}, reason: resolve.NotFound},
		{name: "农科院", reason: resolve.Doubtful, first: "org:jaas"},
		{name: "农科院", opts: opts{Region: "region:330000"}, chosen: "org:zaas", how: resolve.ByShortForm},
		// hosts
		{name: "依托浙江大学建设的硅材料国家重点实验室", chosen: "platform:silicon", how: resolve.ByName},
		{name: "依托南京大学建设的硅材料国家重点实验室", reason: resolve.Doubtful, first: "platform:silicon"},
		{name: "依托浙江大学建设的某某研究中心", reason: resolve.OnlyPart, first: "org:zju/part"},
		{
			name: "依托浙江大学建设的某某研究中心", opts: opts{Kinds: []ecosystem.Kind{ecosystem.University}},
			chosen: "org:zju/part", how: resolve.ByHost,
		},
		{name: "依托单位：浙江大学", chosen: "org:zju", how: resolve.ByName},
		{name: "依托浙江大学建设", chosen: "org:zju", how: resolve.ByHost},
		{name: "依托单位为浙江大学", chosen: "org:zju", how: resolve.ByName},
		{name: "合作高校：南京大学", chosen: "org:nju", how: resolve.ByName},
		{name: "以浙江大学为依托", chosen: "org:zju", how: resolve.ByHost},
		{name: "浙大牵头", chosen: "org:zju", how: resolve.ByHost},
		{name: "浙江大学（技术支撑）", chosen: "org:zju", how: resolve.ByName},
		{name: "（浙江）浙江大学", chosen: "org:zju", how: resolve.ByName},
		{name: "南京大学（江苏省南京市）", chosen: "org:nju", how: resolve.ByName},
		{name: "南京大学（浙江省南京市）", reason: resolve.OnlyPart, first: "org:nju/part"},
		{name: "（江苏）浙江大学", reason: resolve.OnlyPart, first: "org:zju/part"},
		{name: "浙江大学硅材料全国重点实验室", chosen: "platform:silicon", how: resolve.ByShortForm},
		// slips of the pen
		{name: "淅江大学", chosen: "org:zju", how: resolve.ByTypo},
		{name: "南京里工大学", chosen: "org:njust", how: resolve.ByTypo},
		{name: "南京理大工学", chosen: "org:njust", how: resolve.ByTypo},
		{name: "南京理工理工大学", chosen: "org:njust", how: resolve.ByTypo},
		{name: "江苏恒力液压股份有限公司", reason: resolve.Doubtful, first: "org:hengli"},
		{name: "北京理工大学", reason: resolve.KnownOutside},
		{name: "浙江农业大学", reason: resolve.Doubtful, first: "org:zjut"},
		// English
		{name: "zhejiang univ.", chosen: "org:zju", how: resolve.ByEnglishName},
		{name: "ZJU", chosen: "org:zju", how: resolve.ByAcronym},
		{name: "NJUST", chosen: "org:njust", how: resolve.ByAcronym},
		{name: "Nanjing Universty of Science & Technology", chosen: "org:njust", how: resolve.ByTypo},
		{name: "NJUST, Nanjing, China", chosen: "org:njust", how: resolve.ByAcronym},
		{name: "Zhejiang University (ZJU)", chosen: "org:zju", how: resolve.ByEnglishName},
		{name: "Suzhou University of Science and Technology", reason: resolve.NotFound},
		{name: "Zhejiang University City College", reason: resolve.OnlyPart, first: "org:zju/part"},
		{name: "School of Medicine, Zhejiang University", chosen: "org:zju/part", how: resolve.ByDepartment},
		// nothing, and more than one
		{name: "新一代信息技术产业", chosen: "field:it", how: resolve.ByShortForm},
		{name: "", reason: resolve.Empty},
		{name: "——", reason: resolve.Empty},
		{name: "骨干企业", reason: resolve.NotFound},
		{name: "东大", reason: resolve.KnownOutside},
		{name: "浙江大学、南京大学", reason: resolve.SeveralNames, first: "org:nju"},
		{name: strings.Repeat("大学", 100), reason: resolve.TooLong},
	}
	r := resolve.New(small())
	for _, test := range tests {
		a := r.Resolve(test.name, test.opts)
		if diff := cmp.Diff(test.reason, a.Reason); diff != "" {
			t.Errorf("Resolve(%q, %+v): reason (-want +got):\n%s%s", test.name, test.opts, diff, list(a))
		}
		if got := mark(a.Chosen); got != test.chosen || a.Chosen != nil && a.Chosen.How != test.how {
			t.Errorf("Resolve(%q, %+v) chose %q, want %q by %s%s", test.name, test.opts, got, test.chosen, test.how, list(a))
		}
		if test.first != "" && (len(a.Candidates) == 0 || mark(&a.Candidates[0]) != test.first) {
			t.Errorf("Resolve(%q, %+v): the best candidate is not %s:%s", test.name, test.opts, test.first, list(a))
		}
	}
}

func mark(c *resolve.Candidate) string {
	switch {
	case c == nil:
		return ""
	case c.Part:
		return c.Entity.ID + "/part"
	default:
		return c.Entity.ID
	}
}

func TestNamesakesAreReported(t *testing.T) {
	r := resolve.New([]ecosystem.Entity{
		{ID: "org:b", Kind: ecosystem.Enterprise, Name: "天河机械有限公司", Aliases: []string{"天河"}},
		{ID: "org:a", Kind: ecosystem.Enterprise, Name: "天河医药有限公司", Aliases: []string{"天河"}},
	}, nil)
	a := r.Resolve("天河", resolve.Options{})
	if a.Chosen != nil || a.Reason != resolve.Ambiguous {
		t.Errorf("two firms of the same alias: chose %s, reason %s; want none and %s", mark(a.Chosen), a.Reason, resolve.Ambiguous)
	}
	var ids []string
	for _, c := range a.Candidates {
		ids = append(ids, c.Entity.ID)
	}
	if diff := cmp.Diff([]string{"org:a", "org:b"}, ids); diff != "" {
		t.Errorf("candidates in order of score, then id (-want +got):\n%s", diff)
	}
	if got := len(r.Resolve("天河", resolve.Options{Limit: 1}).Candidates); got != 1 {
		t.Errorf("Limit 1 gave %d candidates", got)
	}
}

// A body of a name that is known all over China is not guessed at where the data
// set does not hold it, and is found where it does.
func TestDataSetComesFirst(t *testing.T) {
	neu := ecosystem.Entity{ID: "org:neu", Kind: ecosystem.University, Name: "东北大学"}
	a := resolve.New([]ecosystem.Entity{neu}, nil).Resolve("东北大学", resolve.Options{})
	if mark(a.Chosen) != "org:neu" {
		t.Errorf("东北大学 is in the data set, but the answer is %q, %s", mark(a.Chosen), a.Reason)
	}
	a = resolve.New(nil, nil).Resolve("东北大学", resolve.Options{})
	if a.Chosen != nil || a.Reason != resolve.KnownOutside || a.Note != "东北大学" {
		t.Errorf("without it: chose %q, reason %s, note %q; want none, %s, 东北大学", mark(a.Chosen), a.Reason, a.Note, resolve.KnownOutside)
	}
}

// The order in which entities are loaded must not decide what a name means.
func TestOrderOfEntitiesDoesNotMatter(t *testing.T) {
	g := shipped(t)
	forward := resolve.New(g.Entities, g.Relations)
	reversed := slices.Clone(g.Entities)
	slices.Reverse(reversed)
	backward := resolve.New(reversed, g.Relations)
	for _, l := range labels(t) {
		a, b := forward.Resolve(l.name, l.options()), backward.Resolve(l.name, l.options())
		if mark(a.Chosen) != mark(b.Chosen) || a.Reason != b.Reason {
			t.Errorf("%s: %q %s, with the entities reversed %q %s", l, mark(a.Chosen), a.Reason, mark(b.Chosen), b.Reason)
		}
	}
}

// The short name of an owner with that of a body of its own behind it means the body,
// and only where the body is known to be the owner's.
func TestBodyOfAnOwnerInShort(t *testing.T) {
	entities := []ecosystem.Entity{
		{ID: "org:hfips", Kind: ecosystem.ResearchInstitute, Name: "中国科学院合肥物质科学研究院", Aliases: []string{"合肥研究院"}},
		{ID: "org:issp", Kind: ecosystem.ResearchInstitute, Name: "中国科学院合肥物质科学研究院固体物理研究所"},
	}
	partOf := []ecosystem.Relation{{Type: ecosystem.PartOf, From: "org:issp", To: "org:hfips"}}
	a := resolve.New(entities, partOf).Resolve("中科院合肥研究院固体所", resolve.Options{})
	if a.Chosen == nil || a.Chosen.Entity.ID != "org:issp" || a.Chosen.How != resolve.ByShortForm {
		t.Errorf("with the relation on record: %+v", a)
	}
	if a := resolve.New(entities, nil).Resolve("中科院合肥研究院固体所", resolve.Options{}); a.Chosen != nil {
		t.Errorf("without the relation: chose %+v", a.Chosen)
	}
}

// The names of two places may differ by a letter: neither is a slip for the other.
func TestPlacesInEnglishAreNoSlips(t *testing.T) {
	r := resolve.New([]ecosystem.Entity{{ID: "org:hfut", Kind: ecosystem.University, Name: "合肥工业大学", NameEn: "Hefei University of Technology"}}, nil)
	if a := r.Resolve("Hebei University of Technology", resolve.Options{}); a.Chosen != nil {
		t.Errorf("Hebei was taken for %s", a.Chosen.Entity.Name)
	}
	if a := r.Resolve("Hefei Universty of Technology", resolve.Options{}); a.Chosen == nil {
		t.Error("a slip in another word is not read")
	}
}
