package plan

import (
	"regexp"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/phrase"
)

var (
	// runsIt follows whoever runs what the next list names: 甲负责运营乙.
	runsIt = regexp.MustCompile(`^(?:具体|牵头|主要)?(?:负责|承担)?(?:日常)?(?:运营|运行|管理|承建|建设运营)(?:管理)?$`)
	// agreed follows those who work together from then on: 与甲签署协议, 深化与甲的战略合作.
	agreed = regexp.MustCompile(`^的?(?:全面|战略|深度|务实|长期|产学研|科技|校地|院地|校企|项目|交流|开展|加强|深化|推进)*合作|^(?:签订|签署|达成).{0,12}(?:协议|意向|合作)|^(?:开展|加强|深化).{0,8}合作`)
	// jointly is a verb for what several do: 共建.
	jointly = regexp.MustCompile(`^(?:共|合作|联合|共同|协同|合力)`)
)

// runs: 甲负责运营乙 says that 乙 is 甲's.
func (t *telling) runs(lists []phrase.List, i int, found []mention) bool {
	l := lists[i]
	if !l.First || l.Verb != "" || i+1 >= len(lists) || len(organizations(found)) == 0 {
		return false
	}
	before := l.After
	if next := lists[i+1].Items[0].Text; next != "" {
		if at := strings.Index(before, next); at >= 0 {
			before = before[:at]
		}
	}
	if !runsIt.MatchString(before) {
		return false
	}
	for _, m := range t.mentions(lists[i+1]) {
		for _, h := range organizations(found) {
			t.owed(ecosystem.HostedBy, m.entity, h.entity, "运营", "")
		}
	}
	return true
}

// agree notes who has agreed to work together, for what they build by the next
// clause: 与甲签署合作协议，共建乙.
func (t *telling) agree(l phrase.List, found []mention) {
	if (with(l) || l.With > 0) && agreed.MatchString(l.After) {
		t.allies = organizations(found)
	}
}

// withAllies: who is said to have agreed builds what the next clause has several
// build, where it names nobody itself.
func (t *telling) withAllies(verb string) {
	if len(t.allies) > 0 && jointly.MatchString(verb) && len(t.lead)+len(t.actors)+len(t.partners) == 0 {
		t.partners, t.allies = t.allies, nil
	}
}

// builtAs begins what somebody has built: 甲牵头建设的乙.
var builtAs = regexp.MustCompile(`^(?:牵头|主导|自主|独立|负责|投资|参与|联合|共同)*(?:建设|组建|创建|筹建|建立|成立|设立|承建|运营|共建|打造|承担)(?:运营)?的`)

// builtBefore: in 甲牵头建设的乙 it is 甲 that has 乙; what more the clause says is
// said of 乙.
func (t *telling) builtBefore(lists []phrase.List, i int, found []mention) bool {
	hosts := organizations(found)
	if i+1 >= len(lists) || len(hosts) == 0 || len(hosts) < len(found) || !builtAs.MatchString(lists[i].After) {
		return false
	}
	if _, relies := t.triggerOf(lists[i].Verb); relies {
		return false
	}
	words := lists[i+1].Words
	if len(words) == 0 || words[len(words)-1] != "的" {
		return false
	}
	relation := ecosystem.HostedBy
	if len(hosts) > 1 || with(lists[i]) {
		relation = ecosystem.BuiltBy
	}
	built := t.mentions(lists[i+1])
	for _, m := range built {
		for _, h := range hosts {
			t.owed(relation, m.entity, h.entity, "建设", "")
		}
	}
	return len(built) > 0
}
