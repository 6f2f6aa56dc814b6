package neo4j_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// seededGraph makes a valid graph of about so many entities and relations, the
// same one each time: regions and fields as trees, most relations of few
// entities, names of common words.
func seededGraph(entities, relations int) ecosystem.Graph {
	g := &generator{random: rand.New(rand.NewPCG(7, uint64(entities))), builder: ecosystem.NewBuilder(), byKind: map[ecosystem.Kind][]string{}}
	for i := range 5 {
		id := fmt.Sprintf("doc:plan-%d", i)
		g.documents = append(g.documents, id)
		g.must(g.builder.Document(ecosystem.Document{ID: id, Title: fmt.Sprintf("规划 %d", i), Date: "2021"}))
	}
	g.trees(entities)
	for _, share := range []struct {
		kind ecosystem.Kind
		of   float64
	}{
		{ecosystem.University, 0.01},
		{ecosystem.ResearchInstitute, 0.03},
		{ecosystem.Enterprise, 0.40},
		{ecosystem.Hospital, 0.01},
		{ecosystem.Agency, 0.02},
		{ecosystem.Association, 0.01},
		{ecosystem.IndustryCluster, 0.02},
		{ecosystem.Platform, 0.15},
		{ecosystem.KeyProject, 0.28},
		{ecosystem.Programme, 0.005},
		{ecosystem.Indicator, 0.005},
		{ecosystem.Policy, 0.005},
	} {
		for range int(share.of * float64(entities)) {
			g.add(share.kind, g.name(), "")
		}
	}
	g.relate(relations)
	return g.builder.Graph()
}

type generator struct {
	random    *rand.Rand
	builder   *ecosystem.Builder
	documents []string
	byKind    map[ecosystem.Kind][]string
	count     int
}

func (g *generator) must(err error) {
	if err != nil {
		panic(err)
	}
}

// trees makes regions in three levels, fields in two, and disciplines.
func (g *generator) trees(entities int) {
	regions := max(20, entities/30)
	for i := range regions {
		parent := ""
		if i >= 8 {
			parent = g.byKind[ecosystem.Region][min(i/12, (i-8)/10)]
		}
		g.add(ecosystem.Region, fmt.Sprintf("%s%d区", g.name(), i), parent)
	}
	for i := range max(24, min(240, entities/400)) {
		parent := ""
		if i >= 12 {
			parent = g.byKind[ecosystem.TechnologyField][i%12]
		}
		g.add(ecosystem.TechnologyField, g.name()+"技术", parent)
	}
	for range max(20, min(120, entities/800)) {
		g.add(ecosystem.Discipline, g.name()+"学", "")
	}
}

func (g *generator) name() string {
	words := []string{"临沂", "浙江", "上海", "江苏", "安徽", "智能", "机械", "木业", "钢铁", "医药", "商城", "物流", "新能源", "材料", "农业", "生物", "环保", "电子", "软件", "工程", "科学", "先进", "制造", "创新", "数据", "装备", "化工", "陶瓷", "食品", "传感"}
	ends := []string{"大学", "研究院", "公司", "实验室", "中心", "项目", "基地", "联盟", "集团", "平台"}
	var name strings.Builder
	for range 2 + g.random.IntN(3) {
		name.WriteString(words[g.random.IntN(len(words))])
	}
	return name.String() + ends[g.random.IntN(len(ends))]
}

func (g *generator) add(kind ecosystem.Kind, name, parent string) {
	info, _ := kind.Info()
	g.count++
	id := fmt.Sprintf("%sn%06d", info.Prefix, g.count)
	e := ecosystem.Entity{ID: id, Kind: kind, Name: fmt.Sprintf("%s%d", name, g.count), Sources: g.sources()}
	if g.random.IntN(4) == 0 {
		e.Aliases = []string{g.name()}
	}
	if kind == ecosystem.KeyProject || kind == ecosystem.Platform {
		statuses := ecosystem.Statuses()
		e.Status, e.StatusDate = ecosystem.Status(statuses[g.random.IntN(len(statuses))].Name), "2021"
	}
	if kind.Has(ecosystem.PropYear.Name) {
		e.Properties = map[string]string{ecosystem.PropYear.Name: strconv.Itoa(2015 + g.random.IntN(10))}
	}
	g.must(g.builder.Entity(e))
	g.byKind[kind] = append(g.byKind[kind], id)
	if parent != "" {
		g.builder.Relation(ecosystem.Relation{Type: ecosystem.PartOf, From: id, To: parent, Sources: g.sources()})
	}
}

func (g *generator) sources() []ecosystem.Source {
	out := make([]ecosystem.Source, 1+g.random.IntN(2))
	for i := range out {
		out[i] = ecosystem.Source{
			Document: g.documents[g.random.IntN(len(g.documents))],
			Locator:  fmt.Sprintf("专栏%d.%d（%d）", 1+g.random.IntN(11), 1+g.random.IntN(9), 1+g.random.IntN(40)),
			Known:    ecosystem.Stated, Confidence: []float64{0.5, 0.8, 0.95}[g.random.IntN(3)],
		}
	}
	return out
}

// relate draws relations: each entity lies somewhere, the rest by type.
func (g *generator) relate(relations int) {
	kinds := []ecosystem.Kind{
		ecosystem.University, ecosystem.ResearchInstitute, ecosystem.Enterprise, ecosystem.Hospital, ecosystem.Agency,
		ecosystem.Association, ecosystem.IndustryCluster, ecosystem.Platform, ecosystem.KeyProject,
	}
	for _, k := range kinds {
		for _, id := range g.byKind[k] {
			g.relation(ecosystem.LocatedIn, id, g.pick(ecosystem.Region))
		}
	}
	infos := slices.DeleteFunc(ecosystem.RelationTypes(), func(i ecosystem.RelationInfo) bool {
		return i.Type == ecosystem.PartOf || i.Type == ecosystem.LocatedIn
	})
	for range relations - g.count {
		info := infos[g.random.IntN(len(infos))]
		if g.random.IntN(2) == 0 {
			info, _ = ecosystem.CooperatesWith.Info()
		}
		ends := info.Ends[g.random.IntN(len(info.Ends))]
		g.relation(info.Type, g.pickAny(ends.From), g.pickAny(ends.To))
	}
}

func (g *generator) relation(t ecosystem.RelationType, from, to string) {
	if from == to || from == "" || to == "" {
		return
	}
	g.builder.Relation(ecosystem.Relation{
		Type: t, From: from, To: to, Weight: float64(1+g.random.IntN(20)) / 20, Sources: g.sources()[:1],
	})
}

// pickAny draws an entity of some kinds, larger kinds more often.
func (g *generator) pickAny(kinds []ecosystem.Kind) string {
	total := 0
	for _, k := range kinds {
		total += len(g.byKind[k])
	}
	n := g.random.IntN(max(1, total))
	for _, k := range kinds {
		if n -= len(g.byKind[k]); n < 0 {
			return g.pick(k)
		}
	}
	return ""
}

// pick draws an entity of a kind; the first ones come up more often.
func (g *generator) pick(kind ecosystem.Kind) string {
	ids := g.byKind[kind]
	if len(ids) == 0 {
		return ""
	}
	return ids[int(math.Pow(g.random.Float64(), 1.7)*float64(len(ids)))]
}
