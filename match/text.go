package match

import (
	"fmt"
	"math"
	"strconv"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/wording"
)

func groundText(e Evidence, field *ecosystem.Entity, more int) wording.Sentence {
	var zh, en string
	switch first, last := e.Path.Steps[0], e.Path.Steps[len(e.Path.Steps)-1]; e.Ground {
	case ByDiscipline:
		grade := wording.Strength(last.Relation)
		kind := "相关学科"
		if last.Relation.Weight >= strongGrade {
			kind = "优势学科"
		}
		zh = fmt.Sprintf("%s“%s”%s支撑“%s”领域", kind, first.Node.Name, grade.Zh, field.Name)
		en = fmt.Sprintf("its discipline %s%s serves the field %s", wording.English(first.Node), grade.En, wording.English(field))
	case ByPlatform:
		if first.Node.Kind.IsOrganization() {
			zh = fmt.Sprintf("下属“%s”从事“%s”领域", first.Node.Name, field.Name)
			en = fmt.Sprintf("%s, which belongs to it, works in the field %s", wording.English(first.Node), wording.English(field))
			break
		}
		zh = fmt.Sprintf("承建“%s”领域平台“%s”", field.Name, first.Node.Name)
		en = fmt.Sprintf("hosts or builds %s, a platform in the field %s", wording.English(first.Node), wording.English(field))
	case ByOwnField:
		if e.servesAll() {
			zh, en = "技术转移机构，面向各领域服务", "a technology transfer agency, which serves all fields"
			break
		}
		zh = fmt.Sprintf("自身从事“%s”领域", field.Name)
		en = "works in the field " + wording.English(field)
	case ByProject:
		zh = fmt.Sprintf("参与“%s”领域的“%s”", field.Name, first.Node.Name)
		en = fmt.Sprintf("takes part in %s in the field %s", wording.English(first.Node), wording.English(field))
	default: // ByName
		zh = fmt.Sprintf("规划在“%s”领域点名依托或联合该单位", field.Name)
		en = "a plan names it for the field " + wording.English(field)
	}
	if e.Named != "" {
		zh, en = zh+"（名称含“"+e.Named+"”）", en+" (its name says “"+e.Named+"”)"
	}
	return wording.Say(zh+moreZh(more), en+moreEn(more))
}

func tieText(e Evidence, more int) wording.Sentence {
	last := e.Path.Steps[len(e.Path.Steps)-1].Relation
	what, year := last.Label, ""
	if what == "" {
		what = last.Strength
	}
	if last.Year != 0 {
		year = strconv.Itoa(last.Year)
	}
	zh, en := "与“%s”已有合作%s", "already works with %s%s"
	switch {
	case !e.Reported():
		zh, en = "规划与“%s”合作%s", "is to work with %s%s"
	case len(e.Path.Steps) > 1:
		zh, en = "与“%s”有间接联系%s", "is linked with %s through a third body%s"
	}
	detail := joined(what, year)
	return wording.Say(
		fmt.Sprintf(zh, e.Path.Start.Name, brackets(detail))+moreZh(more),
		fmt.Sprintf(en, wording.English(e.Path.Start), spaced(detail))+moreEn(more),
	)
}

func branchText(branch *ecosystem.Entity) wording.Sentence {
	return wording.Say(fmt.Sprintf("在本地设有“%s”", branch.Name), "has "+wording.English(branch)+" in the home region")
}

func distanceText(p Place, near bool) wording.Sentence {
	km := math.Round(p.Kilometres/10) * 10
	zh, en := "距离较远", "far away"
	if near {
		zh, en = "距离较近", "near"
	}
	if p.Region == nil {
		return wording.Say(fmt.Sprintf("%s（约%.0f公里）", zh, km), fmt.Sprintf("%s (about %.0f km)", en, km))
	}
	return wording.Say(
		fmt.Sprintf("位于%s，%s（约%.0f公里）", p.Region.Name, zh, km),
		fmt.Sprintf("in %s, %s (about %.0f km)", wording.English(p.Region), en, km),
	)
}

func weakText(field *ecosystem.Entity) wording.Sentence {
	return wording.Say(
		fmt.Sprintf("在需求最重的“%s”领域，没有A类学科或平台的依据", field.Name),
		fmt.Sprintf("neither an A discipline nor a platform is on record for %s, the field of most weight", wording.English(field)),
	)
}

func notCoveringText(field *ecosystem.Entity) wording.Sentence {
	return wording.Say(fmt.Sprintf("对“%s”几乎没有依据", field.Name), "hardly anything is on record for "+wording.English(field))
}

func noTieText() wording.Sentence {
	return wording.Say("与本地尚无合作记录", "no tie with the home region is on record")
}

func plannedTiesText() wording.Sentence {
	return wording.Say("与本地的合作仅停留在规划", "its ties with the home region are only planned")
}

func uncheckedText() wording.Sentence {
	return wording.Say("领域依据均出自未复核的名单，推荐前请核实", "all that is said of its fields rests on lists that were not re-checked: verify before recommending")
}

func uncheckedBestText(e Evidence) wording.Sentence {
	name := evidenceName(e)
	return wording.Say("最强的依据（"+name.Zh+"）出自未复核的名单，推荐前请核实", "its strongest ground, "+name.En+", rests on a list that was not re-checked: verify before recommending")
}

// broadText: the best for the field is this, and it does not name the matter.
func broadText(best Evidence, field *ecosystem.Entity) wording.Sentence {
	first := best.Path.Steps[0].Node
	if best.Ground == ByDiscipline {
		return wording.Say(
			fmt.Sprintf("对“%s”仅有学科依据（如“%s”），没有该领域平台、下属机构或项目的记录，具体方向需核实", field.Name, first.Name),
			fmt.Sprintf("only disciplines (such as %s) speak for it in %s: no platform, institute or project in that field is on record; ask for the research direction", wording.English(first), wording.English(field)))
	}
	return wording.Say(
		fmt.Sprintf("“%s”领域较宽，“%s”的名称未涉及需求内容，具体方向需核实", field.Name, first.Name),
		fmt.Sprintf("%s is a wide field, and the name of %s does not speak of what is asked; ask for the research direction", wording.English(field), wording.English(first)))
}

func tiesElsewhereText(e Evidence) wording.Sentence {
	return wording.Say(
		fmt.Sprintf("与本地已落实的合作均不在所需领域（如与“%s”）", e.Path.Start.Name),
		fmt.Sprintf("none of its reported ties with the home region is in the needed fields (as the one with %s)", wording.English(e.Path.Start)))
}

func changeText(c Change, partner *ecosystem.Entity) wording.Sentence {
	zh := fmt.Sprintf("将降至第%d位，落后于“%s”", c.Rank, c.Past.Name)
	en := fmt.Sprintf("fall to place %d, behind %s", c.Rank, wording.English(c.Past))
	if c.Up {
		zh = fmt.Sprintf("将升至第%d位，超过“%s”", c.Rank, c.Past.Name)
		en = fmt.Sprintf("rise to place %d, past %s", c.Rank, wording.English(c.Past))
	}
	var because wording.Sentence
	switch c.Kind {
	case GainTie:
		because = wording.Say("若与本地新增一项已落实的合作", "with one more reported tie with the home region it would ")
	case GainPlatform:
		because = wording.Say(fmt.Sprintf("若新承建一个“%s”领域平台", c.Field.Name), "hosting a platform in "+wording.English(c.Field)+" it would ")
	case GainGrade:
		because = wording.Say(fmt.Sprintf("若其支撑“%s”的优势学科升至A+", c.Field.Name), "with A+ in its discipline for "+wording.English(c.Field)+" it would ")
	case GainProject:
		because = wording.Say(fmt.Sprintf("若新参与一个“%s”领域项目", c.Field.Name), "with one project in "+wording.English(c.Field)+" it would ")
	case GainBranch:
		because = wording.Say("若在本地设立分支机构", "with a branch in the home region it would ")
	case Lose:
		because = wording.Say(fmt.Sprintf("若%s这一依据不成立", evidenceName(*c.Evidence).Zh), "without "+evidenceName(*c.Evidence).En+" it would ")
	default: // NoSingle
		return wording.Say(
			fmt.Sprintf("任何单项变化都不足以使其与“%s”互换名次（相差%.3f）", c.Past.Name, c.Gap),
			fmt.Sprintf("no single change would move %s past %s (%.3f apart)", wording.English(partner), wording.English(c.Past), c.Gap),
		)
	}
	return wording.Say(because.Zh+"，"+zh, because.En+en)
}

// evidenceName is what a piece of evidence is called when it is in doubt.
func evidenceName(e Evidence) wording.Sentence {
	start, first := e.Path.Start, e.Path.Steps[0].Node
	switch e.Ground {
	case ByDiscipline:
		return wording.Say("学科“"+first.Name+"”", "the discipline "+wording.English(first))
	case ByPlatform:
		if first.Kind.IsOrganization() {
			return wording.Say("下属“"+first.Name+"”", wording.English(first)+", which belongs to it")
		}
		return wording.Say("平台“"+first.Name+"”", "the platform "+wording.English(first))
	case ByProject:
		return wording.Say("参与“"+first.Name+"”", "taking part in "+wording.English(first))
	case ByOwnField, ByName:
		return wording.Say("从事“"+start.Name+"”", "working in "+wording.English(start))
	default:
		return wording.Say("与“"+start.Name+"”的合作", "the tie with "+wording.English(start))
	}
}

func moreZh(n int) string {
	if n <= 0 {
		return ""
	}
	return fmt.Sprintf("，另有%d项依据", n)
}

func moreEn(n int) string {
	if n <= 0 {
		return ""
	}
	return fmt.Sprintf(", and %d more", n)
}

func joined(a, b string) string {
	if a != "" && b != "" {
		return a + "，" + b
	}
	return a + b
}

func brackets(s string) string {
	if s == "" {
		return ""
	}
	return "（" + s + "）"
}

func spaced(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}
