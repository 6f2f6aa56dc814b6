package plan

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/list"
)

// counted is what a text around a figure says is counted.
type counted struct {
	names []called
	which string // what tells which figure it is: 新增, 每年
	whole string // what is printed from there on: 每年新增…
	verb  string // what is done with what is counted: 建成
	does  lexicon.Count
}

// called is the name of an indicator, and what is printed for it.
type called struct{ text, printed string }

// ranks are what an authority grants things by.
const ranks = `(?:国家|省部|自治区|省|市|县|区)级(?:(?:及|或)?以上)?`

var (
	listJoin = regexp.MustCompile(`^(?:、|以及|及|和|与|并|其中|[的\s])+`)
	// partner begins a clause that tells with or for whom something is done.
	partner = regexp.MustCompile(`^(?:与|和|同|向|对|由|为|给|在|每(?:家|个|名|项|所|户|县|镇|区)|单个|最高|低于|高于|居|位居|比|较)`)
	// circumstance is what stands before the name: 到2025年, 全市.
	circumstance = regexp.MustCompile(`^(?:有效期内|力争|争取|预计|确保|到|截至|截止|至|(?:19|20)\d\d年(?:[底末初]|\d{1,2}月)?(?:前|以来)?|[“"]?十[一二三四五六七]五[”"]?(?:规划)?(?:期?末|期间|时期|以来)?|规划期末|期末|目前|全[市省县区]|[我本][市省县区]|已经|已|成功|先后|相继|将|努力|逐步|(?:未来)?[一二三四五两\d]年(?:内|来|间)?|近年来|推动|推进|促进|提高|提升|扩大|加快|累计|合计|总计)`)
	addedUp      = regexp.MustCompile(`^(?:[一二三四五两\d]年)?(?:累计|合计|总计)`)
	yearly       = regexp.MustCompile(`^(?:平均每年|每年|年均)`)
	netGain      = regexp.MustCompile(`^(?:净增|新入选)`)
	gained       = regexp.MustCompile(`^(?:平均每年|每年|年均)?(?:净增|新增|新入选)|(?:净增|新增)$`)
	and          = regexp.MustCompile(`以及|和|及|与`)
	more         = regexp.MustCompile(`(?:新增|增加)$`)
	// subject is whoever has what is counted: 某大学累计, 某区建成.
	subject = regexp.MustCompile(`^.{2,}?(累计|先后|已|获批|入选|拥有|建有|共有|建成|荣获|获得|共建|新增)(.+)$`)
	// ofBoth ends what stands before 共建 inside of a name: 校企共建研发中心.
	ofBoth = regexp.MustCompile(`(?:校企|院企|政企|校地|院地|省部|部省|部市)$`)
	// compound begins what follows a verb that is none: 服务业, 孵化器, 开发区.
	compound = regexp.MustCompile(`^(?:业|区|者|体|器|型|性|率|费|额|量|数|化|员|商|站|团|(?:机构|平台|中心|基地|载体|空间|园区|组织|联盟|基金|人员|活动)$)`)
	ranked   = regexp.MustCompile(`^(` + ranks + `|国家|省)(.+)$`)
	rank     = regexp.MustCompile(`^` + ranks + `$`)
	rankPair = regexp.MustCompile(`(` + ranks + `)(?:和|与|及|以及)(` + ranks + `)`)
	counter  = regexp.MustCompile(`^(?:总量|总数|总额|数量|比重|占比|规模|总产值|存量|(?:投入)?强度)?$`)
	change   = regexp.MustCompile(`(?:提高|增长|降低|下降|提升|增加|减少|增速|缩短)$`)
	inside   = regexp.MustCompile(`[《》;；]|亿元$|\d[^A-Za-z]|\d$|简称|平均水平|排名|位次|(?:公司|集团|大学|学院|研究院|医院)[与和、]|中$`)
	// etcClass ends a list that names some of what is counted, or of those whose
	// figure it is.
	etcClass = regexp.MustCompile(`、.*等[^级离温]`)
	// activity is in what counts deeds, or things by the piece, and no stock.
	activity = regexp.MustCompile(`会同|登陆|挂牌上市|征集|滚动|实施重大|组织“|等[^级离温]|^[特一二三]等奖$|^“[^”]*”(?:技术|产品|榜单|项目|课题)$|(?:品种|需求|榜单)$`)
)

// countedIn reads what is counted off the text before a figure, or, where that is
// no more than a verb, off the text after it.
func (r *reading) countedIn(text string) counted {
	c := counted{}
	text = listJoin.ReplaceAllString(strings.TrimSpace(text), "")
	text = r.withoutLead(text, &c)
	if cut := subject.FindStringSubmatchIndex(text); cut != nil && !netGain.MatchString(c.verb) && !compound.MatchString(text[cut[4]:]) && !ofBoth.MatchString(text[:cut[2]]) {
		text = r.withoutLead(text[cut[2]:], &c)
	}
	if which := more.FindString(text); which != "" && which != text {
		c.which, c.whole = which, text
		text = strings.TrimSuffix(text, which)
	}
	if strings.HasSuffix(text, "等") {
		return counted{does: lexicon.Activity} // with 甲、乙等52所高校 something was done
	}
	if etcClass.MatchString(text) {
		return counted{does: lexicon.Activity} // 甲、乙等平台12个 are named
	}
	if text != "" {
		c.names = r.namesIn(text)
	}
	if len(c.names) == 1 && c.whole != "" {
		c.names[0].printed = c.whole
	}
	return c
}

// withoutLead takes off a text what stands before the name, and keeps what that
// says.
func (r *reading) withoutLead(text string, c *counted) string {
	for text != "" {
		if which := yearly.FindString(text); which != "" {
			if rest := text[len(which):]; netGain.MatchString(rest) {
				c.verb, c.does = netGain.FindString(rest), lexicon.Gain
				return text // 每年净增 is another indicator than how many there are
			}
			c.note(which, text)
			text = text[len(which):]
			continue
		}
		if netGain.MatchString(text) {
			c.verb, c.does = netGain.FindString(text), lexicon.Gain
			return text
		}
		if span := addedUp.FindString(text); span != "" {
			c.which, text = c.which+span, text[len(span):]
			continue
		}
		if lead := circumstance.FindString(text); lead != "" {
			text = text[len(lead):]
			continue
		}
		if r.own != nil && strings.HasPrefix(text, r.own.Name) {
			text = text[len(r.own.Name):]
			continue
		}
		verb, does, ok := r.lex.BeginsCount(text)
		if !ok || !r.isVerb(text, verb, does) {
			return r.withoutManner(text)
		}
		if strings.HasPrefix(verb, "新") {
			c.note("新增", text)
		}
		c.verb, c.does, text = verb, does, text[len(verb):]
	}
	return text
}

// note keeps a word that tells which figure it is, and the text that it begins.
func (c *counted) note(which, text string) {
	c.which += which
	if c.whole == "" {
		c.whole = text
	}
}

// isVerb tells 服务 in 服务企业 from that in 服务业, and 有 in 有专利 from that in
// 有研发活动企业占比.
func (r *reading) isVerb(text, verb string, does lexicon.Count) bool {
	rest := text[len(verb):]
	if does != lexicon.Gain && compound.MatchString(rest) {
		return false
	}
	if !r.lex.Measured(text) {
		return true
	}
	return rest != "" && (strings.HasPrefix(verb, "新") || (does == lexicon.Have || does == lexicon.Build) && utf8.RuneCountInString(verb) > 1)
}

// withoutManner takes 高水平 and the like off.
func (r *reading) withoutManner(text string) string {
	for {
		word, does, ok := r.lex.BoundaryAt(text)
		if !ok || does != lexicon.Manner || word == text {
			return text
		}
		if _, _, acts := r.lex.BeginsCount(text[len(word):]); strings.HasPrefix(word, "高") && !acts {
			return text // 高水平创新团队 is a name, 高水平建设 is none
		}
		text = text[len(word):]
	}
}

// namesIn splits a list of names, and writes out what they share: 国家级、省级孵化器.
func (r *reading) namesIn(text string) []called {
	var names []called
	for _, printed := range list.Split(rankPair.ReplaceAllString(text, "$1、$2"), "、") {
		names = append(names, called{printed, printed})
	}
	for i := len(names) - 2; i >= 0; i-- {
		if whole := ranked.FindStringSubmatch(names[i+1].text); rank.MatchString(names[i].text) && whole != nil {
			names[i].text += whole[2]
		}
	}
	return names
}

// severally splits names that 和 joins, where each has a figure of its own.
func severally(names []called) []called {
	var out []called
	for _, n := range names {
		text := and.ReplaceAllString(n.text, "、")
		for _, printed := range list.Split(text, "、") {
			out = append(out, called{printed, printed})
		}
	}
	return out
}

// whole gives a name what it leaves out because the one before said it; a name
// that is none is empty.
func (r *reading) whole(name string) string {
	last := gained.ReplaceAllString(r.last.text, "")
	switch {
	case rank.MatchString(name):
		if before := ranked.FindStringSubmatch(last); before != nil {
			last = before[2]
		}
		if last == "" {
			return ""
		}
		name += last
	case strings.HasPrefix(name, "占"):
		name = last + name
	case counter.MatchString(name):
		switch {
		case r.last.text == "":
			return ""
		case name == "":
			name = r.last.text
		case strings.HasSuffix(last, name):
			name = last
		default:
			name = overlapping(last, name)
		}
	}
	if !r.indicatorLike(name) {
		return ""
	}
	return name
}

// overlapping joins 研发经费投入 and 投入强度.
func overlapping(name, tail string) string {
	for at := range tail {
		if at > 0 && strings.HasSuffix(name, tail[:at]) {
			return name + tail[at:]
		}
	}
	return name + tail
}

// The length of a name of an indicator, in characters.
const (
	minIndicator = 3
	maxIndicator = 40
)

// indicatorLike reports whether a text may be the name of an indicator.
func (r *reading) indicatorLike(name string) bool {
	length := utf8.RuneCountInString(name)
	if length < minIndicator || length > maxIndicator || change.MatchString(name) || inside.MatchString(name) {
		return false
	}
	if activity.MatchString(name) || strings.HasSuffix(name, "等") || strings.HasSuffix(name, "的") || partner.MatchString(name) {
		return false
	}
	measured := r.lex.Measured(name)
	if strings.Contains(name, "的") {
		return measured
	}
	if r.beginsLikeVerb(name) {
		return measured && strings.HasPrefix(name, "研发")
	}
	return measured || !r.lex.Generic(name) || length > minIndicator && r.ofBodies(name)
}

// ofThings reports whether a name is one of bodies or firms, so that a number
// after it says how many there are.
func (r *reading) ofThings(name string) bool {
	return r.ofBodies(name) || slices.ContainsFunc([]string{"企业", "机构", "载体"}, func(end string) bool { return strings.HasSuffix(name, end) })
}

func (r *reading) ofBodies(name string) bool {
	_, ok := r.lex.KindOfSuffix(name)
	return ok
}

// described finds the name in 众创空间 with what is said of it: 甲、乙相结合的众创空间.
func (r *reading) described(text string) string {
	at := strings.LastIndex(text, "的")
	if at < 0 {
		return text
	}
	if name := text[at+len("的"):]; r.ofThings(name) {
		return name
	}
	return text
}
