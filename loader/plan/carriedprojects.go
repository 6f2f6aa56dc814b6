package plan

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/loader/plan/list"
)

var (
	// carriedOut are projects that are carried out by their names, whatever
	// these end with: 重点实施甲、乙等项目; 实施甲项目.
	carriedOut = regexp.MustCompile(`(?:实施|承担|攻关)(?:好|了)?(.{8,600}?)(?:等[^、，]{0,10}?(?:项目|课题|专题)(?:$|实施|建设|攻关)|(?:项目|课题)$)`)
	// noProject is in what is done at large: 实施科技成果转化项目.
	noProject = regexp.MustCompile(`成果转化|人才|体系|机制|能力提升|一批|若干|各类|系列|重大|重点|专项|计划$|工程$|行动$|试点$|[省市]级|国家|以上|的`)
	// atLarge is in what is no project outside of a section about a field.
	atLarge = regexp.MustCompile(`服务|平台|企业|园区|基金|合作|[“”]`)
	// deviceEnd ends a project that is called after what it makes.
	deviceEnd = regexp.MustCompile(`(?:技术|工艺|装备|系统|设备|材料|器件|产线|生产线|产品|软件|平台|芯片|药物|制剂|品种)(?:[（(][^（）()]*[）)])?$`)
)

// maxHalf bounds a noun that is the first half of a name with 、 in it, in
// characters: 硅碳负极、固态电解质关键材料开发.
const maxHalf = 6

// carriedOut records the projects that the clause says are carried out, and takes
// them out of it.
func (t *telling) carriedOut() []mention {
	found := carriedOut.FindStringSubmatch(t.clause)
	if found == nil {
		return nil
	}
	pieces := t.wholeProjects(list.Split(found[1], "、"))
	each := strings.HasSuffix(found[0], "项目") && (len(pieces) == 1 || strings.HasSuffix(pieces[0], "项目"))
	var names []string
	for _, piece := range pieces {
		piece = strings.TrimSuffix(ofCost.ReplaceAllString(piece, ""), "项目")
		if t.carriable(piece) {
			names = append(names, piece)
		}
	}
	if len(names) == 0 || 2*len(names) < len(pieces) {
		return nil
	}
	var out []mention
	for _, name := range names {
		if each {
			name += "项目" // so it is called by itself, not as one of a list
		}
		if m, ok := t.textProject(name, "carried-out-project", sureNearby); ok {
			out = append(out, m)
		}
	}
	t.clause = strings.Replace(t.clause, found[1], "", 1)
	t.clause = strings.TrimSuffix(t.clause, "项目")
	return out
}

// wholeProjects joins a short noun to the piece after it that says what is done.
func (t *telling) wholeProjects(pieces []string) []string {
	var out []string
	for i := 0; i < len(pieces); i++ {
		piece := pieces[i]
		for !t.saysWhat(piece) && utf8.RuneCountInString(piece) <= maxHalf && i+1 < len(pieces) {
			i++
			piece += "、" + pieces[i]
		}
		out = append(out, piece)
	}
	return out
}

// saysWhat reports whether a piece ends with what is done or made.
func (t *telling) saysWhat(piece string) bool {
	return t.lex.Complete(piece) || deviceEnd.MatchString(piece)
}

// carriable reports whether a text is a project by itself: in a section about a
// field all are, elsewhere those that hold more than words at large.
func (t *telling) carriable(name string) bool {
	length := utf8.RuneCountInString(name)
	if length < minProject-1 || length > maxProgramme || t.lex.Generic(name) || noProject.MatchString(name) || strings.Contains(name, "，") {
		return false
	}
	_, body := t.lex.KindOf(name)
	return !body && (t.section.field != nil || (t.saysWhat(name) && !atLarge.MatchString(name)))
}
