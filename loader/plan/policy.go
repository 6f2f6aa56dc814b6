package plan

import (
	"regexp"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/list"
	"github.com/innograph/innograph/loader/plan/outline"
	"github.com/innograph/innograph/store/text"
)

// plan records the plan itself as a policy: title, place, period.
func (x *extraction) plan() {
	title, printed, at := x.title()
	x.recognize(title)
	if x.document.Title == "" {
		x.document.Title = title
	}
	x.dated()
	if x.document.ID == "" {
		x.document.ID = documentID(x.document.Title)
	}
	if err := x.builder.Document(x.document); err != nil {
		x.diagnose(at.line, at.locator, title, "%v", err)
	}
	x.period, _ = x.lex.PeriodOf(title)
	x.policy, _ = x.resolve(at, []string{title}, []ecosystem.Kind{ecosystem.Policy}, ecosystem.Policy)
	properties := map[string]string{}
	if x.period.First > 0 {
		properties[ecosystem.PropPeriod.Name] = x.period.String()
	}
	if word, ok := x.lex.DocumentType(title); ok && x.policy.New {
		properties[ecosystem.PropCategory.Name] = word
	}
	x.entity(x.policy, at, facts{printed: printed, properties: properties})
	x.publisher()
	x.locate(title, at)
}

// recognize takes the record of a document that is known by this title, a mark
// such as （征求意见稿） left out of account.
func (x *extraction) recognize(title string) {
	if x.document.ID != "" {
		return
	}
	for _, d := range x.documents {
		if key(outline.WithoutDraftMark(d.Title)) == key(title) {
			x.document = d
			return
		}
	}
}

const maxTitle = 80

// noticeOf is the title of a notice with which a plan is published.
var noticeOf = regexp.MustCompile(`关于(?:印发|发布|公布)《([^《》]{6,80})》的通知`)

// title is what the document calls itself; failing that what the caller calls
// it, or its first line.
func (x *extraction) title() (title, printed string, at place) {
	at = place{rule: "title", known: ecosystem.Stated, confidence: sureHeading, remark: x.outline.Draft}
	if t := x.outline.Title; t != nil {
		at.line, at.locator = t.Line, t.Locator
		if inner := noticeOf.FindStringSubmatch(t.Text); inner != nil {
			return inner[1], inner[1], at
		}
		return t.Text, t.Text, at
	}
	first := x.outline.First()
	at.line, at.locator, at.known, at.confidence = first.Line, first.Locator, ecosystem.Implied, sureNearby
	if inner := noticeOf.FindStringSubmatch(first.Text); inner != nil {
		return inner[1], inner[1], at
	}
	title = x.document.Title
	if title == "" {
		title = shorten(list.Clean(first.Text), maxTitle)
	}
	if key(title) == "" {
		title = "无题"
	}
	x.diagnose(first.Line, first.Locator, title, "no title was found on the first page; this is taken for it")
	return title, first.Text, at
}

func shorten(s string, length int) string {
	if runes := []rune(s); len(runes) > length {
		return string(runes[:length])
	}
	return s
}

func documentID(title string) string {
	if slug := text.Slug(title); slug != "" {
		return ecosystem.DocumentPrefix + slug
	}
	return ecosystem.DocumentPrefix + shortHash(title)
}

var (
	// beforeSubject ends the place in a title: 临沂市“十四五”科技创新规划.
	beforeSubject = regexp.MustCompile(`["“《]|十[一二三四五六七]五|20\d\d|科技|国民经济|创新|关于|产业|战略|高新技术`)
	// zoneTitle begins the title of the plan of a zone, whose own name holds words
	// that end a place elsewhere: 东江高新技术产业开发区.
	zoneTitle = regexp.MustCompile(`^(?:\p{Han}{2,6}?[省市州县区])*\p{Han}{2,6}?(?:高新技术产业|经济技术|经济|高新|工业)(?:技术)?开发区`)
	// unitsBegin is the place before other words: 东江市|国民….
	unitsBegin  = regexp.MustCompile(`^(?:\p{Han}{2,8}?(?:省|自治区|自治州|市|县))+(?:\p{Han}{1,4}?[^发新范园景验合业城]区)?`)
	placeUnit   = regexp.MustCompile(`\p{Han}{1,8}?(?:省|自治区|自治州|地区|市|盟|县|新区|开发区|高新区|区|旗)`)
	zoneEnding  = regexp.MustCompile(`(?:国家)?(?:高新技术产业|经济技术|经济|高新|工业)(?:技术)?开发区$|高新区$|经开区$`)
	placeEnding = regexp.MustCompile(`(?:省|自治区|自治州|地区|市|盟|县|区|旗)$`)
)

// locate records the place whose plan this is, as the title names it.
func (x *extraction) locate(title string, at place) {
	head := title
	if cut := beforeSubject.FindStringIndex(title); cut != nil {
		head = title[:cut[0]]
	}
	if zone := zoneTitle.FindString(title); zone != "" {
		head = zone
	}
	if begins := unitsBegin.FindString(head); begins != "" {
		head = begins
	}
	if head == "" {
		head = unitsBegin.FindString(x.issuer) // 关于加快…的意见 names none
	}
	x.locateIn(head, title, at)
}

// locateIn records the place that a title, or its issuer, begins with.
func (x *extraction) locateIn(head, title string, at place) {
	kinds := []ecosystem.Kind{ecosystem.Region, ecosystem.IndustryCluster}
	spellings, create := []string{head}, ecosystem.Kind("")
	if units := placeUnit.FindAllString(head, -1); len(units) > 0 && strings.Join(units, "") == head {
		spellings = append([]string{units[len(units)-1]}, head)
		create = ecosystem.Region
		if kind, ok := x.lex.KindOf(spellings[0]); ok && kind == ecosystem.IndustryCluster {
			create = kind
		}
	} else if head != "" {
		spellings = append(spellings, head+"市", head+"省")
	}
	region, ok := x.resolve(at, spellings, kinds, create)
	if issuer := unitsBegin.FindString(x.issuer); !ok && issuer != "" && issuer != head {
		x.locateIn(issuer, title, at)
		return
	}
	if !ok {
		x.diagnose(at.line, at.locator, title, "the title names no place that is known")
		return
	}
	x.own = region
	short := placeEnding.ReplaceAllString(region.Name, "")
	if zone := zoneEnding.FindString(region.Name); zone != "" && len(zone) < len(region.Name) {
		short = strings.TrimSuffix(region.Name, zone)
	}
	x.names.places = []string{short, region.Name}
	at.rule, at.known, at.remark = "title-place", ecosystem.Implied, ""
	x.entity(region, at, facts{printed: spellings[0]})
	x.relation(ecosystem.LocatedIn, x.policy, region, at, nil)
}
