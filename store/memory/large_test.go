package memory_test

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// largeGraph makes a graph of about the given size with the vocabulary, the
// hubs and the few distinct weights of real data: n entities, perEntity
// relations for each.
func largeGraph(n, perEntity int) ecosystem.Graph {
	g := generator{rng: rand.New(rand.NewPCG(7, 9)), ids: map[ecosystem.Kind][]string{}}
	b := ecosystem.NewBuilder()
	for i := range 20 {
		must(b.Document(ecosystem.Document{ID: fmt.Sprintf("doc:d%d", i), Title: "规划"}))
	}
	for i := range n {
		must(b.Entity(g.entity(i, n)))
	}
	for _, r := range g.trees() {
		b.Relation(r)
	}
	for range n * perEntity {
		b.Relation(g.relation())
	}
	return b.Graph()
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

type generator struct {
	rng *rand.Rand
	ids map[ecosystem.Kind][]string
}

// shares are the parts of a thousand that each kind has.
var shares = []struct {
	kind  ecosystem.Kind
	share int
}{
	{ecosystem.Region, 2},
	{ecosystem.TechnologyField, 2},
	{ecosystem.Discipline, 2},
	{ecosystem.University, 20},
	{ecosystem.ResearchInstitute, 40},
	{ecosystem.Enterprise, 400},
	{ecosystem.Platform, 150},
	{ecosystem.IndustryCluster, 20},
	{ecosystem.KeyProject, 364},
}

func (g *generator) entity(i, n int) ecosystem.Entity {
	at := i * 1000 / n
	kind := ecosystem.KeyProject
	for _, s := range shares {
		if at < s.share {
			kind = s.kind
			break
		}
		at -= s.share
	}
	info, _ := kind.Info()
	id := fmt.Sprintf("%s%s-%d", info.Prefix, strings.ToLower(info.Label), i)
	g.ids[kind] = append(g.ids[kind], id)
	e := ecosystem.Entity{ID: id, Kind: kind, Name: g.name(), Status: g.status(), Sources: []ecosystem.Source{g.source()}}
	if kind.IsOrganization() {
		e.NameEn = fmt.Sprintf("Example Organisation %d", i)
		e.Aliases = []string{g.words(2)}
	}
	if kind.Has("group") {
		e.Properties = map[string]string{"group": g.words(1), "level": g.words(1)}
	}
	return e
}

func (g *generator) words(n int) string {
	const vocabulary = "浙江 上海 江苏 临沂 安徽 杭州 南京 工业 农业 医药 科技 大学 学院 研究院 技术 创新 中心 实验室 重点 材料 机械 电子 信息 生物 化工 能源 汽车 磁性 木业 集团 有限公司 示范 平台 工程 项目 产业化 智能 制造 绿色 高端 新型 关键 开发 应用"
	list := strings.Fields(vocabulary)
	var b strings.Builder
	for range n {
		b.WriteString(list[g.rng.IntN(len(list))])
	}
	return b.String()
}

func (g *generator) name() string {
	return g.words(3+g.rng.IntN(3)) + string(rune(0x4e00+g.rng.IntN(4000))) + string(rune(0x4e00+g.rng.IntN(4000)))
}

func (g *generator) status() ecosystem.Status {
	return []ecosystem.Status{"", "", ecosystem.Built, ecosystem.Planned}[g.rng.IntN(4)]
}

func (g *generator) source() ecosystem.Source {
	return ecosystem.Source{
		Document: fmt.Sprintf("doc:d%d", g.rng.IntN(20)), Locator: fmt.Sprintf("专栏%d.%d（%d）", g.rng.IntN(12), g.rng.IntN(9), g.rng.IntN(30)),
		Known: ecosystem.Stated, Confidence: []float64{0.5, 0.7, 0.9, 1}[g.rng.IntN(4)],
	}
}

// pick takes an entity of a kind; the first ones are hubs.
func (g *generator) pick(kinds ...ecosystem.Kind) string {
	list := g.ids[kinds[g.rng.IntN(len(kinds))]]
	u := g.rng.Float64()
	return list[int(u*u*float64(len(list)))]
}

func (g *generator) trees() []ecosystem.Relation {
	var out []ecosystem.Relation
	for _, kind := range []ecosystem.Kind{ecosystem.Region, ecosystem.TechnologyField} {
		list := g.ids[kind]
		for i := 1; i < len(list); i++ {
			out = append(out, ecosystem.Relation{Type: ecosystem.PartOf, From: list[i], To: list[i/6], Sources: []ecosystem.Source{g.source()}})
		}
	}
	return out
}

func (g *generator) relation() ecosystem.Relation {
	orgs := []ecosystem.Kind{ecosystem.University, ecosystem.ResearchInstitute, ecosystem.Enterprise, ecosystem.Enterprise, ecosystem.Enterprise}
	strengths := []string{"A+", "双一流", "A", "A-", "B+"}
	r := ecosystem.Relation{Sources: []ecosystem.Source{g.source()}, Year: 2015 + g.rng.IntN(10), Status: g.status()}
	switch g.rng.IntN(10) {
	case 0:
		r.Type, r.From, r.To = ecosystem.LocatedIn, g.pick(append(orgs, ecosystem.Platform, ecosystem.KeyProject)...), g.pick(ecosystem.Region)
	case 1:
		r.Type, r.From, r.To = ecosystem.InField, g.pick(ecosystem.KeyProject, ecosystem.Platform), g.pick(ecosystem.TechnologyField)
	case 2:
		r.Type, r.From, r.To = ecosystem.StrongIn, g.pick(ecosystem.University), g.pick(ecosystem.Discipline)
		r.Strength = strengths[g.rng.IntN(len(strengths))]
	case 3, 4:
		r.Type, r.From, r.To = ecosystem.HostedBy, g.pick(ecosystem.Platform, ecosystem.KeyProject), g.pick(orgs...)
	case 5, 6:
		r.Type, r.From, r.To = ecosystem.BuiltBy, g.pick(ecosystem.Platform, ecosystem.KeyProject), g.pick(orgs...)
	default:
		r.Type, r.From, r.To = ecosystem.CooperatesWith, g.pick(orgs...), g.pick(orgs...)
		r.Strength = []string{"共建机构", "联合攻关", "技术合作", "考察交流"}[g.rng.IntN(4)]
	}
	return r
}
