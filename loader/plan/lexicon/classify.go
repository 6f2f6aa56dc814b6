package lexicon

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/innograph/innograph/ecosystem"
)

// Content is what a box of a plan lists.
type Content string

// The contents.
const (
	Indicators Content = "INDICATORS" // 指标
	Projects   Content = "PROJECTS"   // 项目
	Platforms  Content = "PLATFORMS"  // 平台
	Carriers   Content = "CARRIERS"   // 载体、园区、走廊
	Programmes Content = "PROGRAMMES" // 工程、计划、行动
)

// Contents lists the contents.
func Contents() []Content {
	return []Content{Indicators, Projects, Platforms, Carriers, Programmes}
}

// ContentOf tells what a box with this title lists: the word that ends last in
// the title decides (科技创新平台建设项目 lists projects).
func (l *Lexicon) ContentOf(title string) (Content, bool) {
	best, bestEnd := contentWord{}, -1
	for _, w := range l.contents {
		at := strings.LastIndex(title, w.text)
		if at < 0 {
			continue
		}
		if end := at + len(w.text); end > bestEnd || (end == bestEnd && len(w.text) > len(best.text)) {
			best, bestEnd = w, end
		}
	}
	return best.content, bestEnd >= 0
}

// StatusOf tells the status that the title of a list gives to what it lists:
// the longest word that the title holds decides.
func (l *Lexicon) StatusOf(title string) ecosystem.Status {
	best := statusWord{}
	for _, w := range l.statuses {
		if strings.Contains(title, w.text) && len(w.text) > len(best.text) {
			best = w
		}
	}
	return best.status
}

// Complete reports whether a text ends like the name of a project, with what is
// done (研发, 产业化, 项目 …), and is not just a thing (氮化镓).
func (l *Lexicon) Complete(s string) bool {
	s = stripTrailingBrackets(s)
	return slices.ContainsFunc(l.actions, func(a string) bool { return len(s) > len(a) && strings.HasSuffix(s, a) })
}

var phase = regexp.MustCompile(`(?:[一二三四五六1-9]期)(?:工程|项目)?$|(?:工程|项目)$`)

// KindOf tells the kind of what a name names by its suffix. A text that is no
// name but only a class of things (省级重点实验室) has no kind.
func (l *Lexicon) KindOf(name string) (ecosystem.Kind, bool) {
	name = stripTrailingBrackets(strings.Trim(strings.TrimSpace(name), `"“”`))
	if kind, ok := l.kindBySuffix(name); ok {
		return kind, true
	}
	if short := phase.ReplaceAllString(name, ""); short != name {
		return l.kindBySuffix(short)
	}
	return "", false
}

func (l *Lexicon) kindBySuffix(name string) (ecosystem.Kind, bool) {
	found, ok := l.suffixOf(name)
	return found.kind, ok && !l.Generic(strings.TrimSuffix(name, found.text))
}

// SuffixOf is the word by which a name tells its kind; empty when none does.
func (l *Lexicon) SuffixOf(name string) string {
	found, _ := l.suffixOf(name)
	return found.text
}

// KindOfSuffix tells the kind by the suffix alone, also of a class of things.
func (l *Lexicon) KindOfSuffix(name string) (ecosystem.Kind, bool) {
	found, ok := l.suffixOf(name)
	return found.kind, ok
}

// suffixOf finds the longest word that tells what a name is the name of.
func (l *Lexicon) suffixOf(name string) (suffix, bool) {
	coined := l.coinedPlace(name)
	for _, s := range l.kinds {
		if len(s.text) < len(coined) {
			break
		}
		if strings.HasSuffix(name, s.text) {
			return s, true
		}
	}
	if coined == "" {
		return suffix{}, false
	}
	return suffix{coined, ecosystem.IndustryCluster}, true
}

// coinedPlace is the end of a name that says what a place is for and what it is
// like: 科创港.
func (l *Lexicon) coinedPlace(name string) string {
	for _, form := range l.placeForms {
		head, ok := strings.CutSuffix(name, form)
		if !ok {
			continue
		}
		for _, use := range l.placeUses {
			if strings.HasSuffix(head, use) {
				return use + form
			}
		}
	}
	return ""
}

// Generic reports whether a text consists of words that make no name.
func (l *Lexicon) Generic(s string) bool {
	s = strings.Trim(s, `"“”、`)
	for s != "" {
		i := slices.IndexFunc(l.generic, func(w string) bool { return strings.HasPrefix(s, w) })
		if i < 0 {
			return false
		}
		s = strings.TrimLeft(s[len(l.generic[i]):], `"“”、`)
	}
	return true
}

func stripTrailingBrackets(s string) string {
	s = strings.TrimSpace(s)
	for strings.HasSuffix(s, "）") || strings.HasSuffix(s, ")") {
		open := strings.LastIndexAny(s, "（(")
		if open <= 0 {
			return s
		}
		s = strings.TrimSpace(s[:open])
	}
	return s
}

// Etc reports whether the 等 at text[i] ends a list; in 等级 or 高等 it does not.
func (l *Lexicon) Etc(text []rune, i int) bool {
	if text[i] != '等' {
		return false
	}
	return !slices.ContainsFunc(l.notEtc, func(word []rune) bool {
		at := i - slices.Index(word, '等')
		return at >= 0 && at+len(word) <= len(text) && slices.Equal(text[at:at+len(word)], word)
	})
}

// Unit reports whether a text is a unit of measure: a unit of the table, with a
// magnitude before it (亿元) or as a rate (件/万人, 元每人).
func (l *Lexicon) Unit(s string) bool {
	s = norm.NFKC.String(strings.TrimSpace(s))
	if s == "" {
		return false
	}
	parts := strings.FieldsFunc(strings.ReplaceAll(s, "每", "/"), func(r rune) bool { return r == '/' })
	for _, part := range parts {
		if !slices.Contains(l.units, part) && !slices.Contains(l.units, strings.TrimLeft(part, "十百千万亿")) {
			return false
		}
	}
	return len(parts) > 0
}

// BeginsClause reports whether a text begins like a clause of a sentence and not
// like a name.
func (l *Lexicon) BeginsClause(s string) bool {
	begins := func(word string) bool { return strings.HasPrefix(s, word) }
	return slices.ContainsFunc(l.verbs, begins) ||
		slices.ContainsFunc(l.triggers, func(t Trigger) bool { return begins(t.Word) })
}

// DocumentType is the word for a kind of document that a title ends with
// (规划纲要); ok is false for a text that is no such title.
func (l *Lexicon) DocumentType(title string) (word string, ok bool) {
	return endOf(title, l.documents)
}

// CitedType is the word for a kind of document, of a law too, that the title of
// what a plan cites ends with.
func (l *Lexicon) CitedType(title string) (word string, ok bool) {
	if word, ok := l.DocumentType(title); ok {
		return word, true
	}
	return endOf(title, l.citedTypes)
}

func endOf(title string, words []string) (word string, ok bool) {
	title = stripTrailingBrackets(title)
	i := slices.IndexFunc(words, func(w string) bool { return len(title) > len(w) && strings.HasSuffix(title, w) })
	if i < 0 {
		return "", false
	}
	return words[i], true
}

var years = regexp.MustCompile(`(20\d\d)\s*年?\s*[-－—–~～至到]+\s*(20\d\d)`)

// PeriodOf finds the planning period that a title names, by its usual name or by
// its years.
func (l *Lexicon) PeriodOf(title string) (Period, bool) {
	for _, p := range l.periods {
		if strings.Contains(title, p.Name) {
			return p, true
		}
	}
	if m := years.FindStringSubmatch(norm.NFKC.String(title)); m != nil {
		first, _ := strconv.Atoi(m[1]) // four digits each
		last, _ := strconv.Atoi(m[2])
		return Period{First: first, Last: last}, first < last
	}
	return Period{}, false
}
