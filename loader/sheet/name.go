package sheet

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/resolve"
	"github.com/innograph/innograph/loader/table"
	"github.com/innograph/innograph/store/text"
)

// wanted says what sort of entity a cell names.
type wanted struct {
	kinds  []ecosystem.Kind // that are looked for; none: any
	region string           // where it is likely to lie
	// create tells the kind of a new entity from its name; nil: nothing new may
	// be named here.
	create func(name string) (ecosystem.Kind, bool)
}

// named is what a name in a cell turned out to mean.
type named struct {
	*entry         // nil: rejected
	name    string // as the cell has it, without marks of an officer
	outcome Outcome
	reason  string  // of a correction or rejection
	score   float64 // how sure
	part    bool    // the name is that of a part of the entity
}

// mark is how an officer says what is meant: 新:… for something that is not on
// record although something like it is, 企业:… for its kind, or both.
var mark = regexp.MustCompile(`^(新)?([^:：]{0,20})[:：]\s*(.+)$`)

// listNumber is the number of an item in front of a name: 2. 临沂木业实验室.
var listNumber = regexp.MustCompile(`^(?:[（(]\d{1,3}[)）]|\d{1,3}\s*[.．、)）]|[①-⑳])\s*([^\d.．、\s])`)

// idInside finds an id in a cell, alone or beside a name, as reasons print it.
var idInside = regexp.MustCompile(`(?:^|[^a-z0-9])((?:org|platform|cluster|project|field|discipline|region|programme|indicator|policy):[a-z0-9._-]+)`)

// nameOf tells whom a name in a cell means.
func (im *importer) nameOf(cell string, want wanted) named {
	if m := idInside.FindStringSubmatch(cell); m != nil {
		return im.byID(m[1], want)
	}
	name, isNew := listNumber.ReplaceAllString(cell, "$1"), false
	if m := mark.FindStringSubmatch(cell); m != nil {
		kind, isKind := im.lexicon.kind(m[2])
		if (m[1] != "" && m[2] == "") || isKind {
			name, isNew = m[3], m[1] != ""
		}
		if isKind {
			want.kinds = []ecosystem.Kind{kind}
			want.create = func(string) (ecosystem.Kind, bool) { return kind, true }
		}
	}
	if e := im.dir.fresh[text.Normalize(name)]; e != nil && want.allows(e.Kind) {
		return named{entry: e, name: name, outcome: Accepted, score: 1}
	}
	if isNew {
		return im.create(name, want, "按标注新增 marked as new")
	}
	n := im.settle(im.dir.ask(name, want.kinds, want.region), name, want)
	n.name = name
	return n
}

func (w wanted) allows(k ecosystem.Kind) bool {
	return len(w.kinds) == 0 || slices.Contains(w.kinds, k)
}

func (im *importer) byID(id string, want wanted) named {
	e := im.dir.byID[id]
	switch {
	case e == nil:
		return rejectedName("没有编号 nothing has the id %s%s", id, im.dir.nearID(id))
	case !want.allows(e.Kind):
		return rejectedName("%s 是%s，此列需要 is of another kind than this column takes: %s", e.label(), kindWord(e.Kind), kindWords(want.kinds))
	default:
		return named{entry: e, name: e.Name, outcome: Accepted, score: 1}
	}
}

func nearest(prefix, slug string, slugs []string) string {
	if near := table.Nearest(slug, slugs); near != "" {
		return "；是否应为 did you mean " + prefix + ":" + near + "?"
	}
	return ""
}

func rejectedName(format string, args ...any) named {
	return named{outcome: Rejected, reason: fmt.Sprintf(format, args...)}
}

// settle turns the answer of the resolver into an outcome.
func (im *importer) settle(a resolve.Answer, name string, want wanted) named {
	if a.Chosen != nil {
		return im.chosen(a.Chosen, name)
	}
	switch a.Reason {
	case resolve.NotFound:
		return im.unknown(name, want, "")
	case resolve.OnlyPart:
		n := im.unknown(name, want, "与其相关 belongs to "+candidates(a.Candidates))
		if n.entry == nil { // 山东临工机械 may be the firm itself
			n.reason += "；是否指 or is it " + candidates(a.Candidates) + "?"
		}
		return n
	case resolve.KnownOutside:
		if a.Part { // 哈工大（威海）
			return im.unknown(name, want.orKindOf(a.Note), "与其相关 belongs to "+a.Note)
		}
		if len(a.Candidates) == 0 && !strings.Contains(a.Note, ", ") {
			return im.outside(name, a.Note, want)
		}
		return rejectedName("可能指数据集以外的 may be %s, which is not in the data set%s；请写全称 write the full name，或 or 新:%s", a.Note, orCandidates(a.Candidates), name)
	case resolve.SeveralNames:
		return rejectedName("一格中有多个名称 several names in one cell: %s；请用“、”分开 put “、” between them", candidates(a.Candidates))
	case resolve.TooLong:
		if want.longNames() {
			return im.unknown(name, want, "")
		}
		return rejectedName("过长，不像名称 too long for a name")
	case resolve.Ambiguous:
		return rejectedName("有歧义，可能是 may mean %s；请写全称或编号 write the full name or the id", candidates(a.Candidates))
	default:
		return rejectedName("存疑，可能是 perhaps %s；请写全称或编号 write the full name or the id，确为新单位则写 or, if it is something else, 新:%s", candidates(a.Candidates), name)
	}
}

// outside makes a new entity of a well-known body that the data set does not have,
// under its full name.
func (im *importer) outside(name, full string, want wanted) named {
	n := im.unknown(full, want, "")
	if n.entry != nil && text.Normalize(full) != text.Normalize(name) {
		n.outcome, n.score, n.reason = Corrected, 0.9, fmt.Sprintf("%s → %s（%s）", name, full, n.reason)
	}
	return n
}

// orKindOf lets a name whose end does not tell its kind be of the kind of what it
// belongs to.
func (w wanted) orKindOf(owner string) wanted {
	own := w.create
	if own == nil {
		return w
	}
	w.create = func(name string) (ecosystem.Kind, bool) {
		if kind, ok := own(name); ok {
			return kind, true
		}
		return own(owner)
	}
	return w
}

// longNames: projects and policies have names like sentences.
func (w wanted) longNames() bool {
	return slices.Contains(w.kinds, ecosystem.KeyProject) || slices.Contains(w.kinds, ecosystem.Policy)
}

func (im *importer) chosen(c *resolve.Candidate, name string) named {
	e := im.dir.byID[c.Entity.ID]
	n := named{entry: e, outcome: Accepted, score: c.Score}
	switch {
	case c.Part:
		n.part, n.outcome, n.score = true, Corrected, 1-(1-c.Score)/2 // half is the price of a part, not a doubt
		n.reason = fmt.Sprintf("归入所属单位 %s → %s（%s）", name, e.label(), c.Note)
	case text.Normalize(e.Name) != text.Normalize(name):
		n.outcome = Corrected
		n.reason = strings.TrimSuffix(fmt.Sprintf("%s → %s（%s %s", name, e.label(), c.How, c.Note), " ") + "）"
	}
	return n
}

// unknown makes a new entity of a name that the data set does not know in the
// kinds that are looked for, unless it is on record as something else.
func (im *importer) unknown(name string, want wanted, note string) named {
	if len(want.kinds) > 0 {
		if a := im.dir.ask(name, nil, want.region); a.Chosen != nil && !a.Chosen.Part && onRecord(a.Chosen.How) {
			e := im.dir.byID[a.Chosen.Entity.ID]
			return rejectedName("%s 在数据集中是 is on record as %s；若确指它请写编号 write the id if it is meant，否则写 else 新:%s", e.label(), kindWord(e.Kind), name)
		}
	}
	reason := "新增，数据集中没有此名称 new: the data set does not have this name" + im.dir.alike(name, want)
	if note != "" {
		reason += "（" + note + "）"
	}
	return im.create(name, want, reason)
}

func onRecord(how resolve.How) bool {
	return slices.Contains([]resolve.How{resolve.ByName, resolve.ByEnglishName, resolve.ByAlias, resolve.ByFormerName, resolve.ByPrintedName}, how)
}

func (im *importer) create(name string, want wanted, reason string) named {
	if want.create == nil {
		return rejectedName("数据集中没有此名称 the data set does not have this name")
	}
	kind, ok := want.create(name)
	if !ok {
		return rejectedName("看不出类型，请注明，如 its kind cannot be told; write it before the name, such as 企业:%s", name)
	}
	if e := im.dir.fresh[text.Normalize(name)]; e != nil && e.Kind != kind {
		return rejectedName("同名的另一处是 the same name stands elsewhere as %s", kindWord(e.Kind))
	}
	return named{entry: im.dir.add(name, kind), name: name, outcome: Accepted, reason: reason, score: 1}
}

func (e *entry) label() string { return e.Name + " " + e.ID }

// maxCandidates bounds what a reason lists.
const maxCandidates = 3

func candidates(list []resolve.Candidate) string {
	var out []string
	for _, c := range list[:min(len(list), maxCandidates)] {
		word := c.Entity.Name + " " + c.Entity.ID
		if c.Note != "" && !c.Part {
			word += "（" + c.Note + "）"
		}
		out = append(out, word)
	}
	return strings.Join(out, "、")
}

func orCandidates(list []resolve.Candidate) string {
	if len(list) == 0 {
		return ""
	}
	return "，或 or " + candidates(list)
}

func kindWord(k ecosystem.Kind) string {
	info, _ := k.Info()
	return string(k) + " " + info.Chinese
}

func kindWords(kinds []ecosystem.Kind) string {
	var out []string
	for _, k := range kinds {
		out = append(out, kindWord(k))
	}
	return strings.Join(out, ", ")
}
