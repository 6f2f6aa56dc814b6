package synthetic

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// tops is how many top fields there are.
const tops = 12

// The tree of regions: the named one, provinces, cities, counties.
const (
	mostProvinces = 31
	mostCities    = 340
	named         = 1 // 长三角, of the first provinces
	namedHolds    = 4
)

func (g *Generator) entity(p place) ecosystem.Entity {
	d := g.draws(p, ofEntity)
	e := ecosystem.Entity{
		ID: g.id(p), Kind: p.kind, Name: fmt.Sprintf("%s%d", g.name(p, d), p.i+1),
		Properties: map[string]string{}, Sources: g.sources(d),
	}
	switch p.kind {
	case ecosystem.Region:
		e.Properties[ecosystem.PropLevel.Name] = g.regionLevel(p.i)
		if p.i < named {
			e.Name = "长三角"
		}
	case ecosystem.TechnologyField:
		e.Properties[ecosystem.PropLevel.Name] = "sub"
		if p.i < tops {
			e.Properties[ecosystem.PropLevel.Name] = "top"
		}
	case ecosystem.Platform, ecosystem.IndustryCluster:
		e.Properties[ecosystem.PropLevel.Name] = one(d, "国家级", "省级", "省级", "市级", "市级", "市级")
		e.Properties[ecosystem.PropGroup.Name] = one(d, "创新创业共同体", "科技公共服务平台", "产业技术研究院", "工程技术研究中心")
		e.Status = one(d, ecosystem.Built, ecosystem.Built, ecosystem.UnderConstruction, ecosystem.Planned)
	case ecosystem.KeyProject:
		e.Properties[ecosystem.PropYear.Name] = strconv.Itoa(2021 + d.IntN(5))
		e.Status = one(d, ecosystem.Planned, ecosystem.Planned, ecosystem.UnderConstruction, ecosystem.Built)
	case ecosystem.Indicator:
		e.Properties[ecosystem.PropUnit.Name] = "%"
	default:
	}
	if e.Status != "" {
		e.StatusDate = strconv.Itoa(2021 + d.IntN(5))
	}
	if p.kind.IsOrganization() {
		e.NameEn = fmt.Sprintf("Made-up %s %d", label(p.kind), p.i+1)
		if d.chance(40) {
			e.Aliases = []string{g.name(p, d)}
		}
	}
	if len(e.Properties) == 0 {
		e.Properties = nil
	}
	return e
}

func label(k ecosystem.Kind) string {
	info, _ := k.Info()
	return info.Label
}

// name draws a name of the words that such names are made of.
func (g *Generator) name(p place, d draws) string {
	cities := []string{"临沂", "杭州", "上海", "南京", "合肥", "宁波", "苏州", "无锡", "芜湖", "绍兴", "嘉兴", "常州", "青岛", "济南", "日照", "徐州"}
	themes := []string{"智能", "机械", "木业", "钢铁", "医药", "物流", "新能源", "材料", "农业", "生物", "环保", "电子", "软件", "化工", "陶瓷", "食品", "传感", "激光", "液压", "氢能", "磁性", "稀土", "芯片", "光电"}
	kinds := []string{"装备", "技术", "工程", "科学", "制造", "应用", "检测", "设计", "服务", "创新"}
	ends := map[ecosystem.Kind][]string{
		ecosystem.University: {"大学", "学院", "理工大学"}, ecosystem.ResearchInstitute: {"研究院", "研究所"},
		ecosystem.Enterprise: {"有限公司", "股份有限公司", "集团"}, ecosystem.Hospital: {"医院"}, ecosystem.Agency: {"局", "委员会"},
		ecosystem.Association: {"协会", "产业联盟"}, ecosystem.Platform: {"重点实验室", "技术创新中心", "公共服务平台", "孵化器"},
		ecosystem.IndustryCluster: {"产业集群", "产业园", "基地"}, ecosystem.KeyProject: {"研发与产业化项目", "关键技术攻关", "示范项目"},
		ecosystem.TechnologyField: {"领域"}, ecosystem.Discipline: {"学"}, ecosystem.Region: {"区"}, ecosystem.Programme: {"行动计划"},
		ecosystem.Indicator: {"占比"}, ecosystem.Policy: {"规划"},
	}
	var b strings.Builder
	b.WriteString(one(d, cities...))
	for range 1 + d.IntN(2) {
		b.WriteString(one(d, themes...))
	}
	b.WriteString(one(d, kinds...))
	b.WriteString(one(d, ends[p.kind]...))
	return b.String()
}

func (g *Generator) sources(d draws) []ecosystem.Source {
	return []ecosystem.Source{{
		Document: g.documentID(d.IntN(g.papers)),
		Locator:  fmt.Sprintf("专栏%d.%d（%d）", 1+d.IntN(12), 1+d.IntN(9), 1+d.IntN(30)),
		Known:    one(d, ecosystem.Stated, ecosystem.Stated, ecosystem.Implied, ecosystem.Curated), Confidence: one(d, 0.5, 0.7, 0.85, 0.95),
	}}
}

// provinces and cities tell how the regions are divided.
func (g *Generator) provinces() int {
	return min(mostProvinces, max(namedHolds, g.counts[ecosystem.Region]/12))
}

func (g *Generator) cities() int { return min(mostCities, max(4, g.counts[ecosystem.Region]/8)) }

func (g *Generator) regionLevel(i int) string {
	switch {
	case i < named:
		return "named"
	case i < named+g.provinces():
		return "province"
	case i < named+g.provinces()+g.cities():
		return "city"
	default:
		return "county"
	}
}

// above is the region or field that one is part of; false at the top.
func (g *Generator) above(p place) (int, bool) {
	if p.kind == ecosystem.TechnologyField {
		return p.i % tops, p.i >= tops
	}
	provinces, cities := g.provinces(), g.cities()
	switch i := p.i - named; {
	case i < 0:
		return 0, false
	case i < provinces:
		return 0, i < namedHolds
	case i < provinces+cities:
		return named + (i-provinces)%provinces, true
	default:
		return named + provinces + (i-provinces-cities)%cities, true
	}
}

// field is the main field of an entity.
func (g *Generator) field(p place) int {
	return tops + g.draws(p, ofField).skewed(g.counts[ecosystem.TechnologyField]-tops, 0.5)
}
