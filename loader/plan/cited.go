package plan

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

var (
	titleMarks = regexp.MustCompile(`《([^《》]{4,80})》`)
	issued     = regexp.MustCompile(`出台|印发|制定|发布|颁布`)
	government = regexp.MustCompile(`([省市县区])(?:委、[省市县区])?(?:人民)?政府`)
	// issuerInTitle: 国务院关于…的意见.
	issuerInTitle = regexp.MustCompile(`^(国务院(?:办公厅)?|(?:中共)?中央|\p{Han}{2,12}?(?:人民政府|委员会|厅|局|部))关于`)
)

// citedPolicies records the policies that a clause names by their titles, with
// whom they are issued by, and takes them out of the clause.
func (t *telling) citedPolicies() {
	found := titleMarks.FindAllStringSubmatch(t.clause, -1)
	if found == nil {
		return
	}
	before := t.clause[:strings.Index(t.clause, "《")]
	t.clause = titleMarks.ReplaceAllString(t.clause, "")
	for _, title := range found {
		if _, ok := t.lex.CitedType(title[1]); ok {
			t.cited(title[1], before)
		}
	}
}

func (t *telling) cited(title, before string) {
	at := t.at("title-marks", sureNumbered)
	e, ok := t.resolve(at, []string{oneLine(title)}, []ecosystem.Kind{ecosystem.Policy}, ecosystem.Policy)
	if !ok || e.ID == t.policy.ID {
		return
	}
	f := facts{printed: title}
	if word, ok := t.lex.CitedType(title); ok && e.New {
		f.properties = map[string]string{ecosystem.PropCategory.Name: word}
	}
	t.entity(e, at, f)
	if issuer := t.issuer(title, before); issuer != nil {
		t.relation(ecosystem.IssuedBy, e, issuer, t.implied("issuer"), nil)
	} else if issued.MatchString(before) {
		t.issuedBy(e, before)
	}
	t.implementing(e, before)
}

// issuer is the agency that the title begins with, or the plan's own government
// where the clause says that it issued the policy.
func (t *telling) issuer(title, before string) *entity {
	at := t.implied("issuer")
	name, printed := "", ""
	if found := issuerInTitle.FindStringSubmatch(title); found != nil {
		name, printed = found[1], found[1]
	} else if found := government.FindString(before); found != "" && issued.MatchString(before) && len(t.names.places) > 1 {
		name, printed = t.names.places[1]+"人民政府", found
		if !strings.HasSuffix(t.names.places[1], string([]rune(found)[:1])) {
			return nil // the government of the province, not the plan's own
		}
	}
	if name == "" {
		return nil
	}
	e, ok := t.resolve(at, []string{name}, []ecosystem.Kind{ecosystem.Agency}, ecosystem.Agency)
	if !ok {
		return nil
	}
	t.entity(e, at, facts{printed: printed})
	if e.New {
		t.inOwnPlace(e, at)
	}
	return e
}

// issuedBy: 甲局、乙局联合印发《…》.
func (t *telling) issuedBy(policy *entity, before string) {
	lists := t.parser.Lists(before)
	if len(lists) == 0 || !lists[0].First || len(lists[0].Words) > 0 {
		return
	}
	for _, m := range agencies(t.mentions(lists[0])) {
		t.relation(ecosystem.IssuedBy, policy, m.entity, t.at("issuer", sureSentence), nil)
	}
}

// implementing: 落实《…》 by the body that the sentence is about.
func (t *telling) implementing(policy *entity, before string) {
	info, _ := ecosystem.Implements.Info()
	subject := cmp.Or(t.subject, t.about)
	if subject == nil || !strings.HasSuffix(before, "落实") || !info.Allows(subject.Kind, policy.Kind) {
		return
	}
	t.relation(ecosystem.Implements, subject, policy, t.at("carry-out-policy", sureNearby), labelled("落实", ecosystem.Planned))
}
