package resolve

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
)

// longestShort is the number of characters up to which the front of a text is
// tried as a short form of an organization; a longer one must be on record.
const longestShort = 10

// department reads the text as the name on record of an organization and that of
// a department, which means the organization.
func (q *query) department(name string) Answer {
	f := fold(name)
	for n := len(f.runes) - 1; n > 1; n-- {
		rest := string(f.runes[n:])
		hits := q.owners(q.exact(folded{f.runes[:n], f.inner[:n]}))
		if len(hits) == 0 {
			continue
		}
		a := q.decide(hits, exactMargin)
		if a.Chosen != nil && q.isDepartment(rest, a.Chosen.Entity.Kind) {
			return q.asDepartment(a, rest)
		}
		break // the longest front is what the rest belongs to
	}
	return Answer{Reason: NotFound}
}

// part reads the text as the name of an organization and of something of it: a
// department, or a branch, campus or hospital, which is something of its own.
// The organization may be written in short.
func (q *query) part(name string) Answer {
	f := fold(name)
	for n := len(f.runes) - 1; n > 1; n-- {
		front := folded{f.runes[:n], f.inner[:n]}
		rest := string(f.runes[n:])
		if isOutside, outside := q.outside(front); isOutside {
			return Answer{Reason: KnownOutside, Note: outside, Part: true}
		}
		hits := q.owners(q.exact(front))
		if len(hits) == 0 && n <= longestShort && q.mayBelong(front, rest) {
			hits = q.owners(q.aligned(front.runes, false))
		}
		if len(hits) > 0 {
			owner := q.decide(hits, margin)
			if a := q.ownPart(owner, front, rest); a.Chosen != nil {
				return a
			}
			return q.ofOwner(owner, rest)
		}
	}
	return Answer{Reason: NotFound}
}

// ownPart reads the rest behind the short name of an organization as a body of
// that organization that is on record: 中科院合肥研究院固体所.
func (q *query) ownPart(owner Answer, front folded, rest string) Answer {
	if owner.Chosen == nil || foldText(owner.Chosen.Entity.Name) == front.String() {
		return Answer{}
	}
	a := q.whole(owner.Chosen.Entity.Name + rest)
	if a.Chosen == nil || !q.belongs(a.Chosen.Entity.ID, owner.Chosen.Entity.ID) {
		return Answer{}
	}
	a.Chosen.How, a.Chosen.Score = ByShortForm, round(a.Chosen.Score-shortLoss)
	return a
}

// mayBelong reports whether a text looks like a short name of an organization
// with a part of it behind. A word of the language is no such name: 中科院 stands
// for itself.
func (q *query) mayBelong(front folded, rest string) bool {
	if r, _ := utf8.DecodeRuneInString(rest); strings.ContainsRune("与和及", r) {
		return false
	}
	return q.parser.common(front.String()) == nil && !endsWith(rest, "公司", "集团") && (q.isDepartment(rest, "") || q.isBranch(rest))
}

// owners keeps the hits that are organizations of the data set without doubt.
func (q *query) owners(hits []hit) []hit {
	return slices.DeleteFunc(hits, func(h hit) bool {
		return !q.names.entities[h.owner].Kind.IsOrganization() || h.doubt != 0 || !q.isInside(h)
	})
}

// outside reports whether a text is the full name of a body outside the data set.
func (q *query) outside(front folded) (bool, string) {
	for _, i := range q.names.exact[front.String()] {
		rec := q.names.records[i]
		if int(rec.owner) >= q.names.inside && rec.how == ByName {
			return true, rec.text
		}
	}
	return false, ""
}

func (q *query) ofOwner(a Answer, rest string) Answer {
	switch {
	case a.Chosen == nil:
		for i := range a.Candidates {
			a.Candidates[i] = partOf(a.Candidates[i], ByBranch, rest)
		}
		return a
	case q.isDepartment(rest, a.Chosen.Entity.Kind):
		return q.asDepartment(a, rest)
	default:
		return Answer{Candidates: []Candidate{partOf(*a.Chosen, ByBranch, rest)}, Reason: OnlyPart}
	}
}

// asDepartment marks the chosen organization as what the department is part of.
func (q *query) asDepartment(a Answer, rest string) Answer {
	if a.Chosen == nil {
		return a
	}
	c := partOf(*a.Chosen, ByDepartment, strings.TrimSpace(rest))
	return Answer{Candidates: []Candidate{c}, Chosen: &c}
}

// isDepartment reports whether rest is a part without a life of its own. An
// empty kind stands for any organization.
func (q *query) isDepartment(rest string, k ecosystem.Kind) bool {
	x := q.parser.lexicon
	if x.departments[rest] {
		return true
	}
	for _, end := range x.ends {
		if strings.HasSuffix(rest, end) {
			return true
		}
	}
	if k == ecosystem.Agency || k == ecosystem.Hospital || k == "" {
		if utf8.RuneCountInString(rest) <= 8 && endsWith(rest, "科", "处", "室", "股") {
			return true
		}
	}
	if k != ecosystem.University && k != "" {
		return false
	}
	for _, end := range []string{"学院", "学系", "系"} {
		if stem, ok := strings.CutSuffix(rest, end); ok {
			return q.isSubject(stem)
		}
	}
	// 机电工程学院机器人中心: what a department has is a department too.
	if i := strings.Index(rest, "学院"); i > 0 && endsWith(rest, "中心", "所", "系", "室", "实验室", "专业", "教授", "老师") {
		return q.isSubject(rest[:i])
	}
	return false
}

func endsWith(s string, ends ...string) bool {
	return slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(s, end) })
}

// isSubject reports whether a stem is made of names of subjects: 化工,
// 材料科学与工程; not 成贤, 金陵 or 之江, which are names of colleges with a
// life of their own.
func (q *query) isSubject(stem string) bool {
	x := q.parser.lexicon
	if stem == "" || x.colleges[stem] {
		return false
	}
	if utf8.RuneCountInString(stem) == 1 {
		return strings.Contains("法商文理工药农林医师美音外", stem)
	}
	units := q.parser.parse(folded{[]rune(stem), make([]bool, utf8.RuneCountInString(stem))})
	if len(units) > 2 && slices.ContainsFunc(units, func(u unit) bool { return u.class == link }) {
		return true // 茶与食品科技: a college of its own is not called after two things
	}
	for _, u := range units {
		if u.class != topic && u.class != link {
			return false
		}
	}
	return true
}

func endsLikePart(s string) bool {
	return endsWith(s, "校区", "院区", "分校", "分部", "总部", "本部", "分院", "分所", "基地")
}

// isBranch reports whether rest ends like the name of a body.
func (q *query) isBranch(rest string) bool {
	if endsLikePart(rest) || endsWith(rest, "园区", "学院", "公司", "中心") {
		return true
	}
	units := q.parser.parse(fold(rest))
	last := len(units) - 1
	return last >= 0 && (units[last].class == head || units[last].class == legal)
}
