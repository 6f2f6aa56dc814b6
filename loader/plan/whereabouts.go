package plan

import (
	"regexp"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/list"
)

// parent reads off the name of a new organization whose branch it is, as far as
// the name begins with that of another that is known.
func (x *extraction) parent(e *entity, at place) {
	if !e.Kind.IsOrganization() {
		return
	}
	runes := []rune(e.Name)
	for i := len(runes) - 2; i >= 4; i-- {
		whole, ok := x.names.find(string(runes[:i]), ecosystem.OrganizationKinds())
		if !ok || whole.ID == e.ID || e.Kind == ecosystem.Enterprise && !strings.HasPrefix(e.Name, whole.Name) {
			continue // 甲电机有限公司 is no part of 甲有限公司
		}
		at.rule, at.known, at.confidence = "branch-in-name", ecosystem.Implied, sureNearby
		x.entity(whole, at, facts{printed: string(runes[:i])})
		x.relation(ecosystem.PartOf, e, whole, at, nil)
		return
	}
}

// inOwnPlace reads off the name of a new body that it lies in the place whose
// plan it is.
func (t *telling) inOwnPlace(e *entity, at place) {
	if t.own == nil || !built(e.Kind) || !strings.Contains(e.Name, t.names.places[0]) || t.elsewhere(e.Name) {
		return
	}
	at.rule, at.known, at.confidence = "place-in-name", ecosystem.Implied, sureNearby
	t.relation(ecosystem.LocatedIn, e, t.own, at, nil)
}

// placeInBrackets is where a branch lies: 东江（上海）创新中心.
var placeInBrackets = regexp.MustCompile(`[（(]([^（）()]{2,4})[）)]`)

// elsewhere reports whether a name says in brackets that the body lies in another
// place than the plan's own.
func (t *telling) elsewhere(name string) bool {
	found := placeInBrackets.FindStringSubmatch(name)
	return found != nil && !slices.Contains(t.names.places, found[1]) &&
		slices.ContainsFunc(t.lex.Places(), func(p lexicon.Place) bool { return p.Region && p.Name == strings.TrimSuffix(found[1], "市") })
}

// placeInName reads off the name of a new body that it lies in the county or
// district with whose name it begins, if that is known.
func (x *extraction) placeInName(e *entity, at place) {
	runes := []rune(e.Name)
	if !built(e.Kind) {
		return
	}
	for i := 3; i <= min(len(runes)-3, maxPlace); i++ {
		if !strings.ContainsRune("县区旗", runes[i-1]) {
			continue
		}
		region, ok := x.names.find(string(runes[:i]), []ecosystem.Kind{ecosystem.Region})
		if !ok || slices.Contains(x.names.places, region.Name) {
			continue
		}
		at.rule, at.known, at.confidence = "place-in-name", ecosystem.Implied, sureNearby
		x.entity(region, at, facts{printed: string(runes[:i])})
		x.relation(ecosystem.LocatedIn, e, region, at, nil)
		return
	}
}

// maxPlace bounds the name of a place, in characters.
const maxPlace = 6

// siteOf is the zone in which a sentence builds: the one that heads the passage, or
// that the sentence says the fields of: 甲开发区聚焦乙、丙，建设丁.
func (t *telling) siteOf() *entity {
	if t.site == nil && t.ofZone() && ofZone.MatchString(list.Split(t.text, "，,")[0]) {
		return t.subject
	}
	return t.site
}

// ofZone reports whether the sentence is about a zone.
func (t *telling) ofZone() bool {
	return t.subject != nil && t.subject.Kind == ecosystem.IndustryCluster && zone.MatchString(t.subject.Name)
}

// zone ends the name of a cluster in which others are built.
var zone = regexp.MustCompile(`(?:高新区|经开区|开发区|新区|园区|片区|科技城|科学城|新城|示范区|保税区)$`)
