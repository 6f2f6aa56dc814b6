package plan

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/list"
	"github.com/innograph/innograph/loader/plan/phrase"
)

var (
	// quotedProject is a project by its name in quotes: “高端数控系统研发”项目.
	quotedProject = regexp.MustCompile(`“([^“”]{6,60})”(?:重大|重点|科技|示范|等)*(?:项目|课题)`)
	// projectQuoted has the word before: 承担重点研发计划项目“高端数控系统研发”.
	projectQuoted = regexp.MustCompile(`(?:项目|课题)“([^“”]{6,60})”`)
	// listedProjects are projects in a list: 组织实施甲研究、乙研发等重大项目.
	listedProjects = regexp.MustCompile(`(?:组织实施|推进|实施|加快|启动|开展)([^，。；“”]{8,300}?)(?:等(?:一批)?(?:重大|重点|关键|科技|攻关|示范|产业化)*项目|项目(?:实施|建设|攻关|落地))`)
	// namedProjects are projects that end so: 推进甲生产线项目、乙基地项目.
	namedProjects = regexp.MustCompile(`(?:推进|推动|加快|实施|建设|抓好|开工)((?:[^，。；、]{4,60}项目、)*[^，。；、]{4,60}项目)(?:$|建设|实施|落地)`)
	ofCost        = regexp.MustCompile(`^(?:总投资)?约?[\d.]+[万亿]元的`)
	// ofPolicy is in what is carried out at large and is no project with a name.
	ofPolicy  = regexp.MustCompile(`^(?:企业|科技|创新|人才|公共|产业|服务)*.{0,4}(?:能力提升|成果转化|服务平台|人才|体系)`)
	technique = regexp.MustCompile(`技术$|工艺$|装备$|系统$`)
)

// maxShort is how much of a name is looked at for words that count, in bytes.
const maxShort = 30

// minProject bounds the name of a project in running text, in characters.
const minProject = 8

// projectsIn records the projects that a clause names and takes them out of it:
// they hold words that are verbs elsewhere.
func (t *telling) projectsIn() []mention {
	var out []mention
	for _, found := range quotedProject.FindAllStringSubmatch(t.clause, -1) {
		if m, ok := t.textProject(found[1], "quoted-project", sureSentence); ok {
			out = append(out, m)
		}
	}
	t.clause = quotedProject.ReplaceAllString(t.clause, "")
	for _, found := range projectQuoted.FindAllStringSubmatch(t.clause, -1) {
		if m, ok := t.textProject(found[1], "quoted-project", sureSentence); ok {
			out = append(out, m)
		}
	}
	t.clause = projectQuoted.ReplaceAllString(t.clause, "")
	if carried := t.carriedOut(); len(carried) > 0 {
		return append(out, carried...)
	}
	found := listedProjects.FindStringSubmatch(t.clause)
	if found == nil {
		found = namedProjects.FindStringSubmatch(t.clause)
	}
	if found == nil {
		return out
	}
	pieces := list.Split(found[1], "、")
	if !t.projectList(pieces) {
		return out
	}
	for _, piece := range pieces {
		if m, ok := t.textProject(ofCost.ReplaceAllString(piece, ""), "listed-project", sureNearby); ok {
			out = append(out, m)
		}
	}
	t.clause = strings.Replace(t.clause, found[1], "", 1)
	return out
}

// construction ends what is built as a project: 甲石化二期.
var construction = regexp.MustCompile(`(?:[一二三四]期|生产线|扩建|技改|电站|机组)$`)

// minListed bounds the name of a project among others, in characters.
const minListed = 6

// projectList reports whether most of a list are projects by what they say, and
// the rest could be.
func (t *telling) projectList(pieces []string) bool {
	sure := 0
	for _, piece := range pieces {
		_, body := t.lex.KindOf(piece)
		switch {
		case t.projectLike(piece), !body && construction.MatchString(piece) && t.lex.Coined(piece):
			sure++
		case body || !t.lex.Coined(piece) || utf8.RuneCountInString(piece) < minListed || ofPolicy.MatchString(piece):
			return false
		}
	}
	return 2*sure > len(pieces)
}

// projectLike: a project in a list without quotes says what is done, or the
// technique that is worked on, and is no body.
func (t *telling) projectLike(text string) bool {
	text = ofCost.ReplaceAllString(text, "")
	if ofPolicy.MatchString(text) || strings.Contains(text, "等") {
		return false
	}
	if _, body := t.lex.KindOf(strings.TrimSuffix(text, "项目")); body || !phrase.NameLike(text[:min(len(text), maxShort)]) || utf8.RuneCountInString(text) < minProject || strings.Contains(text, "重点") {
		return false
	}
	return t.lex.Complete(text) || technique.MatchString(text)
}

func (t *telling) textProject(name, rule string, confidence float64) (mention, bool) {
	at := t.at(rule, confidence)
	clean := list.Clean(name)
	e, ok := t.resolve(at, []string{clean}, []ecosystem.Kind{ecosystem.KeyProject}, ecosystem.KeyProject)
	if !ok {
		return mention{}, false
	}
	status := ecosystem.Planned
	if t.past() {
		status = ""
	}
	t.entity(e, at, facts{printed: name, status: status})
	if t.section.field != nil {
		t.relation(ecosystem.InField, e, t.section.field, t.implied("project-of-field"), nil)
	}
	if !t.past() {
		t.relation(ecosystem.Promotes, t.policy, e, at, labelled("实施", ecosystem.Planned))
	}
	return mention{entity: e}, true
}
