package outline

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Style is a way of numbering. 1. 1． and 1、 are one style: plans mix them.
type Style int

// The styles.
const (
	NoMark        Style = iota
	PartWord            // 第一篇
	ChapterWord         // 第一章, 第一部分
	BareNumber          // 1 with a blank, above 1.1
	SectionWord         // 第一节
	HanComma            // 一、
	HanBracket          // （一）
	Arabic              // 1.
	ArabicParen         // （1）
	HalfParen           // 1）
	Circled             // ①
	Decimal             // 1.2
	DecimalThird        // 1.2.3
	DecimalFourth       // 1.2.3.4
)

// Mark is the number that a line begins with.
type Mark struct {
	Style  Style
	Number int    // the last number of 1.2.3
	Text   string // the numeral as printed: 十二, 3, 1.2
}

// In each the first group is the numeral.
var (
	partWord     = regexp.MustCompile(`^第([一二三四五六七八九十百零〇]{1,5}|\d{1,3})[篇编][\s:：]*`)
	chapterWord  = regexp.MustCompile(`^第\s*([一二三四五六七八九十百零〇]{1,5}|\d{1,3})\s*(?:章|部分)[\s:：]*`)
	sectionWord  = regexp.MustCompile(`^第\s*([一二三四五六七八九十百零〇]{1,5}|\d{1,3})\s*节[\s:：]*`)
	hanComma     = regexp.MustCompile(`^([一二三四五六七八九十百]{1,5})\s*[、.．]\s*`)
	hanBracket   = regexp.MustCompile(`^[（(]\s*([一二三四五六七八九十百]{1,5})\s*[）)][\s、.．]*`)
	decimalFour  = regexp.MustCompile(`^([0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2}){3})[\s、]+`)
	decimalThird = regexp.MustCompile(`^([0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2}){2})[\s、]+`)
	decimal      = regexp.MustCompile(`^([0-9０-９]{1,2}[.．][0-9０-９]{1,2})[\s、]+`)
	arabic       = regexp.MustCompile(`^([0-9０-９]{1,3})\s*[.．、]\s*`)
	arabicParen  = regexp.MustCompile(`^[（(]\s*([0-9０-９]{1,3})\s*[）)][\s、.．]*`)
	halfParen    = regexp.MustCompile(`^([0-9０-９]{1,3})[）)][\s、.．]*`)
	circled      = regexp.MustCompile(`^([①-⑳])[\s、.．]*`)
)

// form is one way in which a number may be written.
type form struct {
	style   Style
	pattern *regexp.Regexp
}

// forms lists the ways in the order in which they are tried.
func forms() [12]form {
	return [...]form{
		{PartWord, partWord},
		{ChapterWord, chapterWord},
		{SectionWord, sectionWord},
		{HanComma, hanComma},
		{HanBracket, hanBracket},
		{DecimalFourth, decimalFour},
		{DecimalThird, decimalThird},
		{Decimal, decimal},
		{Arabic, arabic},
		{ArabicParen, arabicParen},
		{HalfParen, halfParen},
		{Circled, circled},
	}
}

// value matches what begins like a number and a point but is a decimal number;
// 1.5G and 2.3D begin an item about 5G or 3D.
var (
	value   = regexp.MustCompile(`^[0-9０-９]+[.．][0-9０-９]`)
	noValue = regexp.MustCompile(`^[0-9０-９]+[.．][0-9０-９][GD]`)
	// 一、二、三产业 is no number but a list of numbers.
	hanList = regexp.MustCompile(`^[一二三四五六七八九十]{1,3}[、是]`)
)

// oneSign are numbers that are one character with their marks: ⒈ ⑴ ㈠.
var oneSign = regexp.MustCompile(`^[⑴-⒛㈠-㈩]`)

// ParseMark takes the number off a line.
func ParseMark(line string) (m Mark, rest string, ok bool) {
	if sign := oneSign.FindString(line); sign != "" {
		line = norm.NFKC.String(sign) + line[len(sign):]
	}
	for _, form := range forms() {
		found := form.pattern.FindStringSubmatch(line)
		if found == nil {
			continue
		}
		rest := line[len(found[0]):]
		if form.style == HanComma && hanList.MatchString(rest) {
			return Mark{}, line, false
		}
		if form.style == Arabic && value.MatchString(line) && !noValue.MatchString(line) {
			return Mark{}, line, false
		}
		if m, ok := newMark(form.style, found[1]); ok {
			return m, rest, true
		}
	}
	return Mark{}, line, false
}

func newMark(style Style, numeral string) (Mark, bool) {
	m := Mark{Style: style, Text: norm.NFKC.String(numeral)}
	last := m.Text[strings.LastIndexByte(m.Text, '.')+1:]
	if n, err := strconv.Atoi(last); err == nil {
		m.Number = n
		return m, n > 0
	}
	n, ok := parseHan(last)
	m.Number = n
	return m, ok
}

// under is the locator of what this mark numbers below a place.
func (m Mark) under(parent string) string {
	switch m.Style {
	case Decimal, DecimalThird, DecimalFourth:
		if parent == "" || strings.HasPrefix(m.Text, parent+".") {
			return m.Text // 2.1 repeats the number of its chapter
		}
		return parent + "." + m.Text
	case HanBracket, ArabicParen:
		return parent + "（" + m.Text + "）"
	case PartWord:
		return "第" + m.Text + "篇"
	default:
		if parent == "" {
			return m.Text
		}
		return parent + "." + m.Text
	}
}
