package plan

import (
	"regexp"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/list"
	"github.com/innograph/innograph/loader/plan/outline"
)

// A clause may begin with words of manner: 充分依托, 加快推进.
const manner = `(?:充分|重点|主要|紧密|积极|大力|全力|加快|持续|深入|着力|统筹|进一步|高标准|高水平|规划)*`

var (
	leadingManner = regexp.MustCompile(`^` + manner)

	core    = regexp.MustCompile(`^以(.+)为(核心区域|核心区|起步区|核心承载区|主体区域)$`)
	promote = regexp.MustCompile(`^` + manner + `(推进|推动)(.+?)(?:项目)?建设$`)
	build   = regexp.MustCompile(`^` + manner + `(建设)(.+)$`)
	// purpose is what follows a list of names in a clause: 为主体, 等创新资源.
	purpose = regexp.MustCompile(`(?:为(?:主体|核心|支撑|基础|载体|龙头|依托)|(?:共同)?(?:建设|组建|共建|打造))$`)
	counted = regexp.MustCompile(`^([一二三四五六七八九十两]|\d{1,2})[大个家处座]`)
)

// sentences reads from the text of an item what it states plainly of others:
// whom it relies on, what it links, what is to be built in it.
func (x *extraction) sentences(subject *entity, e entry) {
	if e.detail == "" {
		return
	}
	clauses := list.Split(e.detail, "，。；;")
	read := 0
	for _, clause := range clauses {
		s := sentence{extraction: x, subject: subject, place: e.place, clause: clause}
		if s.read() {
			read++
		}
	}
	if read < len(clauses) {
		x.diagnose(e.place.line, e.place.locator, e.detail, "%d of the %d clauses of this text were not read", len(clauses)-read, len(clauses))
	}
}

// sentence is one clause about a subject.
type sentence struct {
	*extraction
	subject *entity
	place   place
	clause  string
}

// read tries the rules on the clause; it reports whether one applied.
func (s *sentence) read() bool {
	if found := core.FindStringSubmatch(s.clause); found != nil {
		return s.each(found[1], "core-area", func(e *entity, at place) {
			s.relation(ecosystem.LocatedIn, s.subject, e, at, labelled(found[2], ""))
		})
	}
	if trigger, object, ok := s.trigger(); ok {
		return s.each(object, "clause-"+trigger.Word, func(e *entity, at place) {
			s.relation(trigger.Relation, s.subject, e, at, labelled(trigger.Word, ecosystem.Planned))
		})
	}
	if found := promote.FindStringSubmatch(s.clause); found != nil {
		return s.founded(found[2], found[1], ecosystem.Promoted, 1)
	}
	if found := build.FindStringSubmatch(s.clause); found != nil {
		return s.founded(found[2], found[1], ecosystem.Planned, 2)
	}
	return false
}

// trigger splits a clause that begins with 依托 and the like.
func (s *sentence) trigger() (t lexicon.Trigger, object string, ok bool) {
	clause := leadingManner.ReplaceAllString(s.clause, "")
	for _, t := range s.lex.Triggers() {
		if object, ok := strings.CutPrefix(clause, t.Word); ok && object != "" {
			return t, object, true
		}
	}
	return lexicon.Trigger{}, "", false
}

// each records the names of a list and what is said of each of them.
func (s *sentence) each(object, rule string, say func(e *entity, at place)) bool {
	at := s.place
	at.rule, at.confidence = rule, sureSentence
	pieces, _ := s.pieces(object)
	kinds := append(bodyKinds(ecosystem.IndustryCluster), ecosystem.Region)
	found := 0
	for _, printed := range pieces {
		e := s.named(printed, kinds)
		if e == nil {
			s.diagnose(at.line, at.locator, printed, "after %q stands no name that is known or tells its kind", s.clause[:strings.Index(s.clause, printed)])
			continue
		}
		found++
		s.entity(e, at, facts{printed: printed})
		say(e, at)
	}
	return found > 0
}

// founded records what is to be built: parks and platforms within the subject. A
// single name needs a word that says so plainly; of several, all must be names.
func (s *sentence) founded(object, label string, status ecosystem.Status, least int) bool {
	at := s.place
	at.rule, at.confidence = "to-be-built", sureNoun
	pieces, class := s.pieces(object)
	kinds := []ecosystem.Kind{ecosystem.IndustryCluster, ecosystem.Platform}
	if len(pieces) < least || slices.ContainsFunc(pieces, func(p string) bool { return !s.isName(p, kinds) }) {
		return false
	}
	if count := counted.FindStringSubmatch(class); count != nil {
		at.confidence = sureNearby
		if s.confirms(count[1], len(pieces), at) {
			at.confidence = sureSentence
		}
	}
	for _, printed := range pieces {
		e := s.named(printed, kinds)
		if e == nil || e.ID == s.subject.ID {
			continue
		}
		s.entity(e, at, facts{printed: printed, status: status})
		s.relation(ecosystem.Promotes, s.policy, e, at, labelled(label, status))
		s.within(e, at, status)
	}
	return true
}

// confirms compares the count that a sentence gives (等四大园区) with what was
// found.
func (s *sentence) confirms(count string, found int, at place) bool {
	if n, ok := outline.ParseNumeral(count); ok && n != found {
		s.diagnose(at.line, at.locator, s.clause, "the text counts %d, but %d names were found", n, found)
		return false
	}
	return true
}

// within: what the text of a park wants built is part of the park.
func (s *sentence) within(e *entity, at place, status ecosystem.Status) {
	if s.subject.Kind != ecosystem.IndustryCluster {
		return
	}
	at.rule, at.known, at.confidence = "built-within", ecosystem.Implied, sureNearby
	s.relation(ecosystem.PartOf, e, s.subject, at, labelled("", status))
}

// isName reports whether a text names one of the kinds, without making anything
// of it yet.
func (s *sentence) isName(printed string, kinds []ecosystem.Kind) bool {
	name := list.Clean(printed)
	if kind, ok := s.lex.KindOf(name); ok && slices.Contains(kinds, kind) {
		return true
	}
	_, _, ok := s.names.resolve(s.names.local(name), kinds, "")
	return ok
}

// named finds who a printed name means; a name that nobody knows must tell its
// kind.
func (s *sentence) named(printed string, kinds []ecosystem.Kind) *entity {
	name := list.Clean(printed)
	create, ok := s.lex.KindOf(name)
	if !ok || !slices.Contains(kinds, create) {
		create = ""
	}
	e, ok := s.resolve(s.place, s.names.local(name), kinds, create)
	if !ok {
		return nil
	}
	return e
}

// pieces takes the names of a clause apart; class is what follows 等.
func (s *sentence) pieces(object string) (pieces []string, class string) {
	runes := []rune(object)
	depths := list.Depths(runes)
	for i := 1; i < len(runes); i++ {
		if depths[i] == 0 && s.lex.Etc(runes, i) {
			object, class = string(runes[:i]), string(runes[i+1:])
			break
		}
	}
	object = purpose.ReplaceAllString(object, "")
	pieces = list.Split(object, "、")
	if len(pieces) == 0 {
		return nil, class
	}
	last := len(pieces) - 1
	if a, b, ok := s.conjoined(pieces[last]); ok {
		pieces = append(pieces[:last], a, b)
	}
	return pieces, class
}

// conjoined splits A和B when both are names; 药谷与生物医药产业园 is one.
func (s *sentence) conjoined(text string) (a, b string, ok bool) {
	for _, and := range []string{"以及", "和"} {
		a, b, found := strings.Cut(text, and)
		if !found {
			continue
		}
		_, aNamed := s.lex.KindOf(a)
		_, bNamed := s.lex.KindOf(b)
		if aNamed && bNamed {
			return a, b, true
		}
	}
	return "", "", false
}
