package outline

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The first line of a box: 专栏3 区域创新载体, 【专栏一】重点项目, 表1：主要指标,
// 表1.2 主要指标, 附件2. A 专栏 and an 附表 or 附件 may have no number.
var (
	boxLine = regexp.MustCompile(`^[【〔\[「]?\s*(专\s*栏|附\s*[表件]|表)\s*([0-9０-９]{1,3}(?:\s*[-－—–][0-9０-９]{1,2})?|[一二三四五六七八九十]{1,3})\s*[】〕\]」]?\s*[:：.．、]?\s*(.*)$`)
	dotted  = regexp.MustCompile(`^[【〔\[「]?\s*(专\s*栏|附?\s*表)\s*([0-9０-９]{1,2}[.．][0-9０-９]{1,2})(?:\s*[】〕\]」:：]\s*|\s+|$)(.*)$`)
	bareBox = regexp.MustCompile(`^[【〔\[「]?\s*(专\s*栏|附\s*[表件])\s*()(?:[】〕\]」:：]\s*|\s+|$)(.*)$`)
)

// inText are continuations that make a line a sentence about a box.
var inText = regexp.MustCompile(`^(所|中|的|内|和|及|与|、|为|是|列)`)

var (
	tableGoesOn = regexp.MustCompile(`^[（(]?\s*(?:续\s*表|接上表|续上表)\s*[0-9]{0,3}\s*[）)]?$`)
	againTitled = regexp.MustCompile(`^续$|[（(]\s*续\s*[）)]$`)
)

const maxBoxTitle = 60

// titleLine is the title line of a box.
type titleLine struct {
	locator, text string
	onlyTable     bool // it is one only if a table stands below it
}

// boxTitle reads the title line of a box.
func boxTitle(line string) (t titleLine, ok bool) {
	var found []string
	for _, pattern := range [...]*regexp.Regexp{dotted, boxLine, bareBox} {
		if found = pattern.FindStringSubmatch(line); found != nil {
			break
		}
	}
	if found == nil {
		return titleLine{}, false
	}
	text := strings.TrimSpace(found[3])
	_, _, numbered := ParseMark(text)
	if utf8.RuneCountInString(text) > maxBoxTitle || strings.ContainsAny(text, "。；，\t") || inText.MatchString(text) || numbered {
		return titleLine{}, false
	}
	word := strings.Join(strings.Fields(found[1]), "")
	number := strings.Join(strings.Fields(norm.NFKC.String(found[2])), "")
	return titleLine{
		locator: word + strings.NewReplacer("—", "-", "–", "-").Replace(number), text: text,
		onlyTable: word == "附件" || word == "附表" && number == "",
	}, true
}
