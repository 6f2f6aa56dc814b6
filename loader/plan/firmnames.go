package plan

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/loader/plan/phrase"
)

// trade ends the short name of a firm: 兴源电气.
var trade = regexp.MustCompile(`(?:电气|电机|汽车|光电|医药|生物|石化|化工|重工|能源|航空|精密|智能|科技|电子|机械|食品|新材|材料|股份|轴承|电缆|铸造|环保|制药|乳业|酒业|钢铁|铜业|铝业|矿业|纺织|通信|软件|半导体|重机|传动|药业|生化|粮油|造船|传感|新能源|轮胎|水泥|玻璃|牧业|种业|水产|炼化)$`)

// does follows whoever is to do something.
var does = regexp.MustCompile(`^(?:牵头|联合|共建|合作|与|会同|承担|建设|组建|申报|设立|创建|在)`)

// leads follows firms that others gather around: 以甲、乙为龙头.
var leads = regexp.MustCompile(`^(?:等.{0,8})?为(?:龙头|骨干|依托|引领|链主)(?:$|[^的])`)

// firmByTrade reports whether a text is the short name of a firm: a made word and
// a trade, where somebody is pushed, relied on or said to do something.
func (t *telling) firmByTrade(l phrase.List, text string) bool {
	length := utf8.RuneCountInString(text)
	if length < minShortFirm || length > maxShortFirm || !trade.MatchString(text) {
		return false
	}
	made := trade.ReplaceAllString(text, "")
	start, end := t.lex.CoinedPart(made)
	if start != 0 || end != utf8.RuneCountInString(made) || strings.ContainsAny(text, "的“”") {
		return false
	}
	if l.Verb == "依托" && len(l.Items) > 1 || l.Has("以") && leads.MatchString(l.After) {
		return true
	}
	if l.First && l.Verb == "" && l.With > 0 && does.MatchString(l.After) {
		return true // 甲牧业与乙大学共建丙
	}
	return pushes(l.Verb) && does.MatchString(l.After) || (l.Verb == "" && strings.HasPrefix(l.After, "牵头"))
}

// besideFirm reports whether a text is what a firm is called, because it stands in a
// list of those that something relies on of which another is one by its trade:
// 依托兴源化工、扬沱鑫福.
func (t *telling) besideFirm(l phrase.List, text string) bool {
	if l.Verb != "依托" || len(l.Items) < 2 || l.Etc || !phrase.NameLike(text) || utf8.RuneCountInString(text) > maxShortFirm {
		return false
	}
	if _, body := t.lex.KindOfSuffix(text); body || !t.lex.Coined(text) {
		return false
	}
	return slices.ContainsFunc(l.Items, func(i phrase.Item) bool { return i.Name == nil && t.firmByTrade(l, i.Text) })
}

// maxShortFirm bounds what a plan calls a firm after it was named in full, in
// characters.
const maxShortFirm = 6

// shortFirm is what a plan calls a firm after it was named in full: 航宇精铸 for
// 沱阳航宇精铸有限公司. It is empty when that holds no made word.
func (x *extraction) shortFirm(name string) string {
	short := firmEnd.ReplaceAllString(name, "")
	if short == name {
		return ""
	}
	for _, p := range x.lex.Places() {
		short = strings.TrimPrefix(short, p.Name)
	}
	for _, place := range x.names.places {
		short = strings.TrimPrefix(short, place)
	}
	length := utf8.RuneCountInString(short)
	if length < minShortFirm || length > maxShortFirm || !x.lex.Coined(short) {
		return ""
	}
	return short
}
