package plan

import (
	"regexp"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/list"
)

// figure is a number with its unit in a clause, and the text around it.
type figure struct {
	before string // from the figure before it, or the beginning of the clause
	after  string // to the next figure, or the end of the clause
	number string // as printed: 1,200 or 3至5
	value  string // canonical; empty when there is no single one
	unit   string
	bound  string // what is said of it behind the unit: 以上
}

var (
	number     = regexp.MustCompile(`\d[\d,]*(?:\.\d+)?`)
	upTo       = regexp.MustCompile(`^%?(?:[-—–~～]{1,2}|至|到)(\d[\d,]*(?:\.\d+)?)`)
	some       = regexp.MustCompile(`^(?:多|余)`)
	boundAfter = regexp.MustCompile(`^(?:以上|以下|左右|上下|以内|之间)`)
	yearlike   = regexp.MustCompile(`^(?:19|20)\d\d$`)
	yearNext   = regexp.MustCompile(`^(?:[-—–~～至]{1,2}(?:19|20)\d\d)?年`)
	// inName ends what stands before a number that belongs to a word: T1000, 第5位.
	inName = regexp.MustCompile(`[A-Za-z0-9.\-第前]$`)
	// unitGoesOn begins what stands after a unit that is none: 3个月, 万吨级.
	unitGoesOn = regexp.MustCompile(`^(?:月|级|号|期|批|类)`)
)

// figures finds the figures of a clause, outside brackets and quotes.
func (x *extraction) figures(clause string) []figure {
	clause = narrow(clause)
	outside := depthless(clause)
	var out []figure
	from, at := 0, 0
	for at < len(clause) {
		loc := number.FindStringIndex(clause[at:])
		if loc == nil {
			break
		}
		start, end := at+loc[0], at+loc[1]
		f, rest, ok := x.figureAt(clause[start:], clause[from:start])
		if !ok || !outside[start] {
			at = end
			continue
		}
		if len(out) > 0 {
			out[len(out)-1].after = f.before
		}
		out = append(out, f)
		at = len(clause) - len(rest)
		from = at
	}
	if len(out) > 0 {
		out[len(out)-1].after = clause[from:]
	}
	return out
}

// figureAt reads the figure with which a text begins.
func (x *extraction) figureAt(text, before string) (f figure, rest string, ok bool) {
	f = figure{before: before, number: number.FindString(text)}
	rest = text[len(f.number):]
	if inName.MatchString(before) || yearlike.MatchString(f.number) && yearNext.MatchString(rest) {
		return figure{}, "", false
	}
	value, err := ecosystem.PropValue.Canonical(strings.ReplaceAll(f.number, ",", ""))
	if err != nil {
		return figure{}, "", false
	}
	f.value = value
	if to := upTo.FindString(rest); to != "" {
		f.number, f.value, rest = f.number+to, "", rest[len(to):]
	}
	rest = rest[len(some.FindString(rest)):]
	f.unit, rest = x.unitOf(rest)
	f.bound = boundAfter.FindString(rest)
	rest = rest[len(f.bound):]
	switch {
	case f.unit == "年" || f.unit == "天" || unitGoesOn.MatchString(rest):
		return figure{}, "", false
	case f.unit == "" && rest != "":
		return figure{}, "", false // a number in a word: 500强
	}
	return f, rest, true
}

// narrow writes full-width digits in half width, and leaves brackets alone.
func narrow(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' || r == '％' || r == '．' {
			return r - '０' + '0'
		}
		return r
	}, text)
}

// depthless tells for each byte of a text whether it stands outside brackets and
// quotes.
func depthless(text string) []bool {
	runes := []rune(text)
	depths := list.Depths(runes)
	out := make([]bool, 0, len(text))
	for i, r := range runes {
		for range len(string(r)) {
			out = append(out, depths[i] == 0)
		}
	}
	return out
}

// maxUnit bounds a unit, in characters.
const maxUnit = 6

// unitOf is the longest unit that a text begins with.
func (x *extraction) unitOf(text string) (unit, rest string) {
	runes := []rune(text)
	for length := min(maxUnit, len(runes)); length > 0; length-- {
		if unit := string(runes[:length]); x.lex.Unit(unit) {
			return strings.TrimSpace(unit), string(runes[length:])
		}
	}
	return "", text
}

// lead is what stands before a figure, taken apart: 高新技术企业 力争 达到.
type lead struct {
	name         string // what is left
	verb         string // next to the figure: 达到
	does         lexicon.Count
	limit        string // of the figure: 超过
	year         int    // for which the figure is: 增至2024年的31亿元
	respectively bool   // 分别: the figures belong to the names in their order
	each         bool   // 均: the figure belongs to each of the names
	span         string // over which time it is added up: 三年累计
}

// leadWord ends what stands before a figure and is not its name.
var leadWord = regexp.MustCompile(`(?:(?:[一二三四五两]年|\d年|期间)?(?:累计|合计|总计)|分别|均|都|各|约|近|将|力争|争取|预计|稳步|持续|进一步|显著|大幅|逐步|稳定|总共|已|首次|每年|年均)$`)

// yearBetween is the year in 由2015年的12亿元增至2020年的31亿元.
var yearBetween = regexp.MustCompile(`(?:19|20)\d\d年[底末]?的?$`)

// leadOf takes the words that lead to a figure off the text before it.
func (x *extraction) leadOf(before string) lead {
	l := lead{name: strings.TrimSpace(before)}
	if year := yearBetween.FindString(l.name); year != "" {
		if _, _, ok := x.lex.EndsCount(strings.TrimSuffix(l.name, year)); ok {
			l.name, l.year = strings.TrimSuffix(l.name, year), atoi(year[:4])
		}
	}
	for {
		if word, does, ok := x.lex.EndsCount(l.name); ok {
			if l.verb == "" || does == lexicon.Change {
				l.verb, l.does = word, does
			}
			if does == lexicon.Limit {
				l.limit = word
			}
			l.name = strings.TrimSuffix(l.name, word)
			continue
		}
		word := leadWord.FindString(l.name)
		if word == "" {
			return l
		}
		l.respectively = l.respectively || word == "分别"
		l.each = l.each || word == "均" || word == "都" || word == "各"
		if strings.HasSuffix(word, "计") && word != "预计" || word == "每年" || word == "年均" {
			l.span = word + l.span
		}
		l.name = strings.TrimSuffix(l.name, word)
	}
}
