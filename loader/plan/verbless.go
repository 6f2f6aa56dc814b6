package plan

import (
	"regexp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/phrase"
)

var (
	// buildsItem begins an item of a list that says what is to be built: 建设东江科技大市场.
	buildsItem = regexp.MustCompile(`^(?:加快|规划|谋划|布局|启动|推进|高标准|高水平|合作|联合|筹划)*(建设|打造|创建|组建|筹建|新建|共建|搭建|设立)`)
	// carriesItem begins one that says which programme is carried out.
	carriesItem = regexp.MustCompile(`^(?:组织|启动|深入|持续|大力|推进)*(实施)`)
)

// withoutVerb takes the verb off an item that says what is done with a thing that
// has a name; verb is empty where the item is the name.
func (x *extraction) withoutVerb(item string) (name, verb string) {
	for _, begins := range []*regexp.Regexp{buildsItem, carriesItem} {
		found := begins.FindStringSubmatch(item)
		if found == nil {
			continue
		}
		rest := item[len(found[0]):]
		kind, ok := x.lex.KindOf(rest)
		if ok && phrase.NameLike(rest) && (kind == ecosystem.Programme) == (begins == carriesItem) {
			return rest, found[1]
		}
	}
	return item, ""
}

// promotes: an item that says what is done is an aim of the plan.
func (x *extraction) promotes(e *entity, at place, verb string) {
	if verb != "" {
		at.rule = "item-with-verb"
		x.relation(ecosystem.Promotes, x.policy, e, at, labelled(verb, ecosystem.Planned))
	}
}
