package plan

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/list"
)

// party is a body that an item of a box names beside itself, and what for.
type party struct{ label, name string }

var (
	partyLabel = regexp.MustCompile(`^(依托|建设|牵头|承担|申报|实施|主持|责任|共建|参建|承建|联合|参与|合作)(?:建设)?单位[：:](.+)$`)
	lastPart   = regexp.MustCompile(`^(.{2,80}?)[（(]([^（）()]{3,80})[）)]$`)
	relying    = regexp.MustCompile(`^(依托|由)`)
)

// parties reads a text of bodies: 牵头单位：甲，合作单位：乙、丙, or 依托甲. A text
// that names something else besides gives nil.
func (x *extraction) parties(text string) []party {
	label := ""
	var out []party
	for _, piece := range list.Split(strings.TrimSuffix(text, "等"), "，,；;、 ") {
		if found := partyLabel.FindStringSubmatch(piece); found != nil {
			label, piece = found[1], found[2]
		} else if word := relying.FindString(piece); word != "" {
			label, piece = map[string]string{"依托": "依托", "由": "建设"}[word], strings.TrimPrefix(piece, word)
		}
		if label == "" && !x.isBody(piece) {
			return nil
		}
		out = append(out, party{label, piece})
	}
	return out
}

// isBody reports whether a text by itself is the name of an organization.
func (x *extraction) isBody(name string) bool {
	if _, ok := x.names.short[key(name)]; ok {
		return true
	}
	if kind, ok := x.lex.KindOf(name); ok && kind.IsOrganization() {
		return true
	}
	_, ok := x.names.find(name, ecosystem.OrganizationKinds())
	return ok
}

// withParties takes bodies in brackets off the end of the name of an item:
// 单晶叶片制造技术（东江航空动力有限公司）.
func (x *extraction) withParties(e *entry) {
	found := lastPart.FindStringSubmatch(e.name)
	if found == nil {
		return
	}
	if parties := x.parties(found[2]); len(parties) > 0 {
		e.name, e.parties = found[1], append(e.parties, parties...)
	}
}

// onlyHan is a text without figures, Latin letters and signs.
var onlyHan = regexp.MustCompile(`^\p{Han}+$`)

// withFirms takes bodies in brackets off the end of the name of a project where
// firms stand among them by short names: 高端铣床研发（兴源重机、东江大学）.
func (x *extraction) withFirms(e *entry) {
	found := lastPart.FindStringSubmatch(e.name)
	if found == nil || !x.lex.Complete(found[1]) {
		return
	}
	var parties []party
	for _, piece := range list.Split(strings.TrimSuffix(found[2], "等"), "、，,；;") {
		if !x.isBody(piece) && !x.calledLikeFirm(piece) {
			return
		}
		parties = append(parties, party{"", piece})
	}
	e.name, e.parties = found[1], append(e.parties, parties...)
}

// calledLikeFirm reports whether a text may be what a firm is called: a made word
// that names no place and nothing of another kind.
func (x *extraction) calledLikeFirm(text string) bool {
	length := utf8.RuneCountInString(text)
	if length < minShortFirm || length > maxShortFirm || !onlyHan.MatchString(text) || !x.lex.Coined(text) {
		return false
	}
	_, other := x.lex.KindOfSuffix(text)
	_, place := x.names.find(text, []ecosystem.Kind{ecosystem.Region})
	return !other && !place && !placeHeading.MatchString(text)
}

// tellParties records the bodies of an item.
func (x *extraction) tellParties(subject *entity, e entry, status ecosystem.Status) {
	for _, p := range e.parties {
		at := e.place
		at.rule = "body-beside-item"
		full := p.name
		if long, ok := x.names.short[key(p.name)]; ok {
			full = long
		}
		kind, ok := x.lex.KindOf(full)
		if !ok || !kind.IsOrganization() {
			kind = kindOfParty(full)
			at.confidence = min(at.confidence, sureNearby)
		}
		body, ok := x.resolve(at, x.names.local(p.name), ecosystem.OrganizationKinds(), kind)
		if !ok {
			continue
		}
		x.entity(body, at, facts{printed: p.name})
		for _, relation := range partyRelations(p.label) {
			if info, _ := relation.Info(); info.Allows(subject.Kind, body.Kind) && subject.ID != body.ID {
				x.relation(relation, subject, body, at, labelled(p.label, plannedOnly(status)))
				break
			}
		}
	}
}

// kindOfParty is the kind of a body that a label names by a short name.
func kindOfParty(name string) ecosystem.Kind {
	switch {
	case strings.HasSuffix(name, "院"), strings.HasSuffix(name, "所"):
		return ecosystem.ResearchInstitute
	case strings.HasSuffix(name, "局"), strings.HasSuffix(name, "委"), strings.HasSuffix(name, "厅"):
		return ecosystem.Agency
	}
	return ecosystem.Enterprise
}

// partyRelations are the relations that a label tells, the best first.
func partyRelations(label string) []ecosystem.RelationType {
	switch {
	case label == "合作":
		return []ecosystem.RelationType{ecosystem.CooperatesWith, ecosystem.BuiltBy}
	case slices.Contains([]string{"共建", "参建", "承建", "联合", "参与"}, label):
		return []ecosystem.RelationType{ecosystem.BuiltBy, ecosystem.HostedBy}
	}
	return []ecosystem.RelationType{ecosystem.HostedBy, ecosystem.BuiltBy}
}
