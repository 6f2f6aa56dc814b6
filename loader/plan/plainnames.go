package plan

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/outline"
	"github.com/innograph/innograph/loader/plan/phrase"
)

// classCount is the number in the class that sums up a list: 等四大园区.
var classCount = regexp.MustCompile(`^([一二三四五六七八九十两]|\d{1,2})[大个家处座]`)

// vague is what is said of things that have no name yet.
var vague = regexp.MustCompile(`^(?:高水平|高能级|新型|各类|特色|专业化?|相关|一流|若干|省级|市级|国家级|区域|综合|现代化|重大|海外|国际化)|的`)

// plain takes the items of a list for names that hold no made word, where the
// list shows that it names: the text says how many there are, or an item of a
// box says of all of them that it relies on them or has them built.
func (t *telling) plain(l phrase.List) {
	t.checkCount(l)
	unnamed := 0
	for _, item := range l.Items {
		if _, ok := t.kindIn(l, item.Text); !ok && item.Name == nil {
			return
		}
		if item.Name == nil {
			unnamed++
		}
	}
	if unnamed == 0 || strings.HasPrefix(l.After, "体系") || !t.showsNames(l) {
		return
	}
	for i := range l.Items {
		if kind, ok := t.kindIn(l, l.Items[i].Text); ok && l.Items[i].Name == nil {
			l.Items[i].Name = &phrase.Name{Text: l.Items[i].Text, Evidence: phrase.Listed, Kind: kind, Whole: true}
		}
	}
}

// parkEnd ends the names of the areas that a text counts: 三大组团.
var parkEnd = regexp.MustCompile(`[园谷港城岛湾带廊]$`)

// kindIn is the kind of an item of a list; what a text counts as areas ends like
// one.
func (t *telling) kindIn(l phrase.List, text string) (ecosystem.Kind, bool) {
	if kind, ok := t.plainKind(text); ok {
		return kind, true
	}
	area := classCount.MatchString(l.Class) && parkEnd.MatchString(text) && phrase.NameLike(text) && !vague.MatchString(text)
	return ecosystem.IndustryCluster, area
}

func (t *telling) plainKind(text string) (ecosystem.Kind, bool) {
	kind, ok := t.lex.KindOf(text)
	return kind, ok && !t.lex.Rank(text) && phrase.NameLike(text) && !t.lex.Quality(text) && !vague.MatchString(text) && slices.Contains(bodyKinds(ecosystem.Platform), kind)
}

// minSingle bounds a name without a made word that stands alone, in characters.
const minSingle = 6

var (
	founding = regexp.MustCompile(`^(?:规划|布局|谋划)?建设$|^(?:布局|新建|推进|加快|推动)$`)
	anybody  = regexp.MustCompile(`鼓励|引导|有条件|支持|企业|高校|各县|县区|等`)
	loose    = regexp.MustCompile(`(?:平台|库|示范区|先行区|集聚区|集群|体系|网络)$`)
)

// alongEnd is an area by where it lies: 沿海先进制造创新带.
var alongEnd = regexp.MustCompile(`^(?:沿|环|滨|临|山区|平原|东部|西部|南部|北部|中部)\p{Han}{3,14}(?:带|廊|圈|湾)$`)

// single: 布局低空智能网联测试场 names one thing that is to be built, by the plan
// itself and not by whoever wants to.
func (t *telling) single(l phrase.List) bool {
	if len(l.Items) == 1 && !l.Etc && !t.past() && alongEnd.MatchString(l.Items[0].Text) && t.clause != t.text && !anybody.MatchString(t.clause) {
		return true
	}
	return len(l.Items) == 1 && !l.Etc && t.item == nil && !t.past() && founding.MatchString(l.Verb) &&
		!anybody.MatchString(t.clause) && !loose.MatchString(l.Items[0].Text) && utf8.RuneCountInString(l.Items[0].Text) >= minSingle
}

var (
	// layoutWord is what a plan calls the shape of its layout: “一核”, 两翼.
	layoutWord = regexp.MustCompile(`^[“"]?(?:[一二三四五六七八九十多两]\p{Han})+[”"]?$`)
	// explains begins what the shape stands for.
	explains = regexp.MustCompile(`^(?:即|指|包括|为|是)$`)
)

// laidOut: what stands behind the word for a shape is what it stands for: “一核”即
// 甲城; “两翼”：乙园、丙园.
func (t *telling) laidOut(l phrase.List) bool {
	if layoutWord.MatchString(t.lastClause) && l.First {
		return true
	}
	shape, _, _ := strings.Cut(t.clause, l.Items[0].Text)
	for _, w := range l.Words {
		shape = strings.TrimSuffix(shape, w)
	}
	explained := slices.ContainsFunc(l.Words, explains.MatchString)
	return explained && (layoutWord.MatchString(shape) || shape == "" && layoutWord.MatchString(t.lastClause))
}

func (t *telling) showsNames(l phrase.List) bool {
	if t.laidOut(l) {
		return true
	}
	if classCount.MatchString(l.Class) {
		return len(l.Items) > 1
	}
	verb, promotes := t.lex.PolicyVerb(l.Verb, l.After)
	promotes = promotes && verb.Relation == ecosystem.Promotes
	if (l.Verb == "建成" || l.Verb == "获批") && t.past() && len(t.actors) > 0 {
		return !l.Etc // whoever has it is named
	}
	if promotes && (t.relying || len(t.actors)+len(t.partners)+len(t.lead)+len(t.where) > 0) && !t.past() {
		last := l.Words[len(l.Words)-1]
		return !l.Etc && !strings.HasPrefix(last, "高") && l.Verb != "搭建" && l.Verb != "构建" // whoever builds it is named
	}
	if promotes && (t.single(l) || (len(l.Items) > 1 && hasCertain(l) && !t.past())) {
		return true
	}
	if t.item == nil {
		return false
	}
	if _, ok := t.triggerOf(l.Verb); ok {
		return true
	}
	return promotes && (len(l.Items) > 1 || verb.Closing != "")
}

// hasCertain reports whether one of the items is a name without the list.
func hasCertain(l phrase.List) bool {
	return slices.ContainsFunc(l.Items, func(i phrase.Item) bool { return i.Name != nil && i.Name.Whole })
}

// checkCount reports a list that is longer or shorter than the text says.
func (t *telling) checkCount(l phrase.List) {
	count := classCount.FindStringSubmatch(l.Class)
	if count == nil {
		return
	}
	if n, ok := outline.ParseNumeral(count[1]); ok && n != len(l.Items) {
		t.diagnose(t.place.line, t.place.locator, t.clause, "the text counts %d, but %d names were found", n, len(l.Items))
	}
}
