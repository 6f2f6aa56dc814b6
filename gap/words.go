package gap

import (
	"fmt"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/wording"
)

// Places are the names of the two regions.
type Places struct{ Home, Partner *ecosystem.Entity }

// Reason says why the need stands where it does.
func (g Gap) Reason(p Places, q Question) wording.Sentence {
	want := g.want(p)
	if g.Severity == Unknown {
		return wording.Say(
			want.Zh+"图谱尚未记载哪些学科、单位或平台能支撑它，无从判断，不等于没有。",
			want.En+" The graph does not tell which disciplines, organizations or platforms would serve it: this is not known, not a shortage.",
		)
	}
	best := g.best()
	return wording.Say(
		want.Zh+fmt.Sprintf("达到强度%s的供给方：%s%d家，%s%d家，其他地区%d家。", wording.Decimal(q.MinStrength), p.Home.Name, len(g.Home), p.Partner.Name, len(g.Partner), g.Elsewhere)+
			g.planned().Zh+verdict(g.Severity, p, q).Zh+best.Zh,
		want.En+fmt.Sprintf(" Suppliers of strength %s or more: %d in %s, %d in %s, %d elsewhere. ", wording.Decimal(q.MinStrength), len(g.Home), wording.English(p.Home), len(g.Partner), wording.English(p.Partner), g.Elsewhere)+
			g.planned().En+verdict(g.Severity, p, q).En+best.En,
	)
}

// planned tells of what is not there yet.
func (g Gap) planned() wording.Sentence {
	if g.Planned == 0 {
		return wording.Sentence{}
	}
	return wording.Say(fmt.Sprintf("本地另有%d家在规划或建设中，尚不计入。", g.Planned), fmt.Sprintf("%d more at home are planned or being built and do not count yet. ", g.Planned))
}

// want says who wants it.
func (g Gap) want(p Places) wording.Sentence {
	zh, en := g.Need.Name, wording.English(g.Need)
	switch {
	case g.Need.Kind != ecosystem.TechnologyField:
		info, _ := g.Need.Kind.Info()
		var names []string
		for _, f := range g.Fields {
			names = append(names, f.Name)
		}
		if len(names) == 0 {
			return wording.Say(info.Chinese+"“"+zh+"”未载明技术领域。", en+" names no technology field.")
		}
		return wording.Say(
			info.Chinese+"“"+zh+"”属于"+strings.Join(names, "、")+"领域。",
			en+" is in the field "+strings.Join(names, ", ")+".",
		)
	case g.Demand() == 0:
		return wording.Say("“"+zh+"”是规划的领域，"+p.Home.Name+"尚无重点项目或产业集群归入。", en+" is a field of the taxonomy; no key project or cluster of "+wording.English(p.Home)+" is in it.")
	default:
		return wording.Say(
			fmt.Sprintf("%s在“%s”有%d个重点项目或产业集群。", p.Home.Name, zh, g.Demand()),
			fmt.Sprintf("%s has %d key projects or clusters in %s.", wording.English(p.Home), g.Demand(), en),
		)
	}
}

func verdict(s Severity, p Places, q Question) wording.Sentence {
	home, partner := wording.English(p.Home), wording.English(p.Partner)
	switch s {
	case None:
		return wording.Say("两地都没有。", "Nobody in either.")
	case Scarce:
		return wording.Say(fmt.Sprintf("本地没有，%s也少（不多于%d家）。", p.Partner.Name, q.FewPartner), fmt.Sprintf("Nobody in %s, and few (at most %d) in %s.", home, q.FewPartner, partner))
	case Nearby:
		return wording.Say(fmt.Sprintf("本地没有，可从%s引进。", p.Partner.Name), fmt.Sprintf("Nobody in %s; %s has many.", home, partner))
	case Few:
		return wording.Say(fmt.Sprintf("本地少（不多于%d家）。", q.FewHome), fmt.Sprintf("Few (at most %d) in %s.", q.FewHome, home))
	default:
		return wording.Say("本地已有供给。", home+" has enough of its own.")
	}
}

// best names the strongest supplier near by, or at home where there is none.
func (g Gap) best() wording.Sentence {
	for _, list := range [][]Supplier{g.Partner, g.Home} {
		if len(list) > 0 {
			why := list[0].Reason()
			return wording.Say("最强的供给方："+why.Zh, " The strongest: "+why.En)
		}
	}
	return wording.Sentence{}
}

// Reason says by what the body can supply the need, in one sentence.
func (s Supplier) Reason() wording.Sentence {
	last := s.Steps[len(s.Steps)-1]
	zh, en := s.Entity.Name, wording.English(s.Entity)
	var out wording.Sentence
	switch s.Route {
	case ByDiscipline:
		applies := s.Steps[len(s.Steps)-2]
		mark := wording.Strength(last.Relation)
		out = wording.Say(
			fmt.Sprintf("%s的优势学科%s%s支撑该领域（权重%s）", zh, applies.Node.Name, mark.Zh, wording.Decimal(applies.Relation.Weight)),
			fmt.Sprintf("%s is strong in %s%s, which applies to the field (weight %s)", en, wording.English(applies.Node), mark.En, wording.Decimal(applies.Relation.Weight)),
		)
	case ByPlatform:
		if s.Entity.Kind == ecosystem.Platform {
			out = wording.Say("平台"+zh+"属于该领域", "the platform "+en+" is in the field")
			break
		}
		platform := s.Steps[len(s.Steps)-2].Node
		out = wording.Say(zh+"建有该领域的"+platform.Name, en+" hosts or builds "+wording.English(platform)+", which is in the field")
	case ByProject:
		project := s.Steps[len(s.Steps)-2].Node
		out = wording.Say(zh+"承担该领域的项目“"+project.Name+"”", en+" carries out the project "+wording.English(project)+" in the field")
	case ByName:
		out = named(last, zh, en)
	default:
		out = wording.Say(zh+"以该领域为方向", en+" works in the field")
	}
	return wording.Say(out.Zh+"，强度"+wording.Decimal(s.Strength)+"。", out.En+"; strength "+wording.Decimal(s.Strength)+".")
}

// named tells a tie that a source names, planned or reported.
func named(e store.Edge, zh, en string) wording.Sentence {
	info, _ := e.Relation.Type.Info()
	word := info.Chinese
	if e.Relation.Label != "" {
		word = e.Relation.Label
	}
	if wording.Planned(e.Relation) {
		return wording.Say("规划拟"+word+zh, "the plan intends a tie ("+string(e.Relation.Type)+") with "+en)
	}
	return wording.Say("来源载明"+word+zh, "a source reports a tie ("+string(e.Relation.Type)+") with "+en)
}
