package text

import (
	"slices"
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
)

// isCandidate is what both stores do with their indexes.
func isCandidate(q Query, e *ecosystem.Entity) bool {
	tokens := Tokens(e)
	if slices.Contains(tokens, q.Exact) {
		return true
	}
	return slices.ContainsFunc(q.Readings, func(r Reading) bool {
		return !slices.ContainsFunc(r.Terms, func(t Term) bool {
			return !slices.ContainsFunc(tokens, func(token string) bool {
				return token == t.Token || (t.Prefix && strings.HasPrefix(token, t.Token))
			})
		})
	})
}

func corpus() map[string]*ecosystem.Entity {
	entities := map[string]*ecosystem.Entity{}
	for _, e := range []ecosystem.Entity{
		{Name: "浙江大学", NameEn: "Zhejiang University", Aliases: []string{"ZJU", "浙大"}},
		{Name: "浙江工业大学", Aliases: []string{"ZJUT"}},
		{Name: "浙江大学医学院附属第一医院"},
		{Name: "哈尔滨工业大学（威海）", Aliases: []string{"哈工大（威海）"}},
		{Name: "中国科学院宁波材料技术与工程研究所", Aliases: []string{"中科院宁波材料所"}},
		{Name: "重庆大学"},
		{Name: "西安交通大学", FormerNames: []string{"西安医科大学"}},
		{Name: "C++ 与 3D打印 实验室"},
		{Name: "长三角国家技术创新中心", Sources: []ecosystem.Source{{PrintedName: "长三角国创中心"}}},
		{Name: "临沂大学"},
	} {
		entities[e.Name] = &e
	}
	return entities
}

func TestQueriesThatPeopleType(t *testing.T) {
	zju, ned, hit := "浙江大学", "中国科学院宁波材料技术与工程研究所", "哈尔滨工业大学（威海）"
	for _, c := range []struct{ query, first, on string }{
		{"浙江大学", zju, MatchName},
		{"浙大", zju, MatchAlias},
		{"浙", zju, MatchPrefix},
		{"浙江", zju, MatchPrefix},
		{"浙学", zju, MatchAbbreviation},
		{"zjdx", zju, MatchPinyin},
		{"zjd", zju, MatchPinyin},
		{"ZJU", zju, MatchAlias},
		{"ｚｊｕ", zju, MatchAlias},
		{"zhejiang university", zju, MatchEnglishName},
		{"zhe jiang university", zju, MatchEnglishName},
		{"zhejianguniv", zju, MatchPrefix},
		{"zhejiangdaxue", zju, MatchPinyin},
		{"zhejiang daxue", zju, MatchPinyin},
		{"zhe jiang da xue", zju, MatchPinyin},
		{"Zhèjiāng dàxué", zju, MatchPinyin},
		{"浙江daxue", zju, MatchPinyin},
		{"浙大 zju", zju, MatchTokens},
		{"gongye daxue", "浙江工业大学", MatchPinyin},
		{"哈工大（威海）", hit, MatchAlias},
		{"哈工大威海", hit, MatchPrefix},
		{"威海", hit, MatchPart},
		{"哈工大 (", hit, MatchPrefix},
		{"中科院宁波材料所", ned, MatchAlias},
		{"宁波材料", ned, MatchPart},
		{"材料 宁波", ned, MatchTokens},
		{"zhongguokexueyuanningbocailiao", ned, MatchPinyin},
		{"chongqing", "重庆大学", MatchPinyin},
		{"xi'an", "西安交通大学", MatchPinyin},
		{"zhejiangd", zju, MatchPinyin}, // an unfinished syllable
		{"zhejiangdax", zju, MatchPinyin},
		{"浙江d", zju, MatchPinyin},
		{"浙江dx", zju, MatchPinyin},
		{"zhejiangdx", zju, MatchPinyin}, // full pinyin and initials together
		{"zjdaxue", zju, MatchPinyin},
		{"zhjdx", zju, MatchPinyin}, // initials of two letters
		{"浙江gongydx", "浙江工业大学", MatchPinyin},
		{"xianjtdx", "西安交通大学", MatchPinyin},
		{"chqdx", "重庆大学", MatchPinyin},
		{"西安医科大学", "西安交通大学", MatchFormerName},
		{"长三角国创中心", "长三角国家技术创新中心", MatchPrintedName},
		{"C++", "C++ 与 3D打印 实验室", MatchPrefix},
		{"C++ (x", "长三角国家技术创新中心", MatchPinyin}, // 创新
		{"C++ (3d", "C++ 与 3D打印 实验室", MatchTokens},
		{"3ddayin", "C++ 与 3D打印 实验室", MatchPinyin},
		{"3ddy", "C++ 与 3D打印 实验室", MatchPinyin},
		{"AND", "", ""},
		{"浙江大学不存在", "", ""},
		{"zhejiangdaxuebucunzaidechangmingzi", "", ""},
		{"（）", "", ""},
		{"++", "", ""},
		{"\"", "", ""},
		{"", "", ""},
	} {
		q := ParseQuery(c.query)
		var best Match
		first := ""
		for name, e := range corpus() {
			m, ok := Rank(q, e)
			if ok != isCandidate(q, e) {
				t.Errorf("%q, %s: Rank says %v, the tokens say %v", c.query, name, ok, !ok)
			}
			if ok && (m.Score <= 0 || m.Score > 1 || m.On == "" || m.Name == "") {
				t.Errorf("%q, %s: Rank = %+v", c.query, name, m)
			}
			if ok && (m.Score > best.Score || (m.Score == best.Score && name < first)) {
				best, first = m, name
			}
		}
		if first != c.first || best.On != c.on {
			t.Errorf("%q finds %q by %q (%.3f), want %q by %q", c.query, first, best.On, best.Score, c.first, c.on)
		}
	}
}

func TestRankOrder(t *testing.T) {
	for query, entities := range map[string][]*ecosystem.Entity{
		"浙大": {
			{Name: "浙大"},
			{Name: "甲", NameEn: "浙大"},
			{Name: "甲", Aliases: []string{"浙大"}},
			{Name: "甲", Sources: []ecosystem.Source{{PrintedName: "浙大"}}},
			{Name: "甲", FormerNames: []string{"浙大"}},
			{Name: "浙大网新"},
			{Name: "杭州浙大网新"},
			{Name: "浙江大学"},
			{Name: "浙江工业大学"},
			{Name: "大江之浙"},
		},
		"zjd": {
			{Name: "甲", Aliases: []string{"ZJD"}},
			{Name: "甲", Aliases: []string{"ZJDX"}},
			{Name: "浙江大学"},
			{Name: "浙江大学医学院"},
			{Name: "驻浙江大学"},
		},
		"材料工程": {
			{Name: "材料工程学院"},
			{Name: "新材料工程学院"},
			{Name: "工程材料学院"}, // both pairs
			{Name: "工材程料学院"}, // no pair
		},
	} {
		last := 2.0
		for _, e := range entities {
			m, ok := Rank(ParseQuery(query), e)
			if !ok || m.Score >= last {
				t.Errorf("%s in %v: score %.3f (%s, %v), want less than %.3f", query, e.Names(), m.Score, m.On, ok, last)
			}
			last = m.Score
		}
	}
}

func FuzzRankAgreesWithTokens(f *testing.F) {
	for _, seed := range [][2]string{
		{"浙江大学", "zjd"}, {"哈工大（威海）", "哈 威"}, {"C++ (x", "c x"}, {"ê嗯", "en"}, {strings.Repeat("绿", 40), strings.Repeat("lv", 20)},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, name, query string) {
		e := &ecosystem.Entity{Name: name}
		q := ParseQuery(query)
		m, ok := Rank(q, e)
		if want := isCandidate(q, e); ok != want {
			t.Errorf("Rank(%q, %q) = %+v, %v; by its tokens %q: %v", query, name, m, ok, Tokens(e), want)
		}
	})
}

func BenchmarkRank(b *testing.B) {
	entities := corpus()
	for _, query := range []string{"浙大", "zjdx"} {
		b.Run(query, func(b *testing.B) {
			q := ParseQuery(query)
			for b.Loop() {
				for _, e := range entities {
					Rank(q, e)
				}
			}
		})
	}
}
