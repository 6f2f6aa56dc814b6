package plan

import (
	"regexp"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/list"
)

var (
	// carryOut begins what names programmes: 实施甲工程、乙计划.
	carryOut  = regexp.MustCompile(`(组织实施|启动实施|实施|启动|开展|结合|纳入|依托|推进|落实|对接|服务)(?:好|了)?`)
	programme = regexp.MustCompile(`(?:工程|计划|行动|专项|行动计划|计划行动)[”"]?$`)
	remark    = regexp.MustCompile(`[（(][^（）()]*领域[）)]$`)
	quoted    = regexp.MustCompile(`^\p{Han}{0,4}“[^“”]{2,20}”`) // what somebody put in quotes is a name
	routine   = regexp.MustCompile(`制定|编制|工作计划|年度计划|实施计划`)
	ofLevel   = regexp.MustCompile(`^(?:国家|省|市)([“"])`)
	existing  = regexp.MustCompile(`结合|纳入|依托|落实|对接|服务`) // of programmes that others run
	numbered  = regexp.MustCompile(`[“"][一二三四五六七八九十百两\d]+[大项个]|^[一二三四五六七八九十百\d]+[大项个]|若干|一批|各项|系列`)
	conjoined = regexp.MustCompile(`以及|[和与及]`)
)

// maxProgramme bounds the name of a programme, in characters.
const maxProgramme = 40

// maxPiece bounds what is taken apart at 和, in bytes.
const maxPiece = 600

// programmesIn records the programmes that the clause has carried out, and takes
// them out of it, because verbs stand inside of their names.
func (t *telling) programmesIn() {
	at := carryOut.FindStringSubmatchIndex(t.clause)
	if at == nil {
		return
	}
	verb, object := t.clause[at[2]:at[3]], t.clause[at[1]:]
	if object == "" {
		return // 以甲为依托 ends with the verb
	}
	var rest []string
	for _, piece := range list.Split(object, "、") {
		piece = remark.ReplaceAllString(piece, "")
		names := programmeNames(piece, t.isProgramme)
		for _, name := range names {
			t.programme(name, verb)
		}
		if len(names) == 0 {
			rest = append(rest, piece)
		}
	}
	if len(rest) == 0 {
		t.clause = t.clause[:at[2]]
		return
	}
	t.clause = t.clause[:at[1]] + strings.Join(rest, "、")
}

// programmeNames takes a piece apart at 和 if both halves name programmes.
func programmeNames(piece string, named func(string) bool) []string {
	if len(piece) > maxPiece {
		return nil
	}
	for _, cut := range conjoined.FindAllStringIndex(piece, -1) {
		a, b := piece[:cut[0]], piece[cut[1]:]
		if programme.MatchString(a) {
			return append(programmeNames(a, named), programmeNames(b, named)...)
		}
	}
	if !named(piece) {
		return nil
	}
	return []string{piece}
}

func (t *telling) isProgramme(name string) bool {
	if !programme.MatchString(name) || routine.MatchString(name) || classProgramme.MatchString(name) || len([]rune(name)) > maxProgramme || numbered.MatchString(name) {
		return false
	}
	if body := strings.TrimSuffix(name, "工程"); body != name {
		if kind, ok := t.lex.KindOf(body); ok && kind != ecosystem.Programme {
			return false // 产业基地二期工程 is the building of a base
		}
	}
	if quoted.MatchString(name) {
		return true
	}
	tail := name
	if cuts := conjoined.FindAllStringIndex(name, -1); len(cuts) > 0 {
		tail = name[cuts[len(cuts)-1][1]:] // of 攻关和重大示范工程 the end is a class
	}
	kind, ok := t.lex.KindOf(strings.Trim(tail, "“”\""))
	return ok && kind == ecosystem.Programme
}

// headingProgramme records the programme that a numbered line names before its
// text: 1.产业强基工程。围绕….
func (t *telling) headingProgramme() {
	name := strings.TrimRight(t.text, "：:")
	if len(t.programmes) > 0 || t.past() || !t.isProgramme(name) || t.beginsLikeVerb(name) || strings.Contains(name, "的") || classProgramme.MatchString(name) {
		return
	}
	t.programme(name, "实施")
}

// classProgramme is what many programmes are, not one: 重大科技专项.
var classProgramme = regexp.MustCompile(`^(?:重大|重点|各类|国家|省级|市级)*(?:科技|创新|建设|科技创新)*(?:重大|重点)?(?:专项|工程|计划|行动|专项工程|专项行动|专项计划|重点工程)+$`)

func (t *telling) programme(name, verb string) {
	at := t.at("programme-"+verb, sureSentence)
	name = ofLevel.ReplaceAllString(strings.TrimSpace(name), "$1")
	clean := list.Clean(name)
	e, ok := t.resolve(at, []string{clean}, []ecosystem.Kind{ecosystem.Programme}, ecosystem.Programme)
	if !ok {
		return
	}
	t.programmes = append(t.programmes, e)
	if t.past() || existing.MatchString(verb) {
		t.entity(e, at, facts{printed: name})
	} else {
		t.entity(e, at, facts{printed: name, status: ecosystem.Planned})
		t.relation(ecosystem.Promotes, t.policy, e, at, labelled(verb, ecosystem.Planned))
	}
	if above := t.section.programme; above != nil && above.ID != e.ID {
		t.relation(ecosystem.PartOf, e, above, t.implied("programme-within"), nil)
	}
	if t.section.field != nil {
		t.relation(ecosystem.InField, e, t.section.field, t.implied("programme-of-field"), nil)
	}
	t.learn(t.parser, ecosystem.Programme, e.Name)
}
