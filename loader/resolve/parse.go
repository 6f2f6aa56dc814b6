package resolve

import (
	"strings"
)

// unit is one word of a name on record.
type unit struct {
	text  string
	class class
	word  *word // its lexicon entry; nil for runs and ordinals
	inner bool  // it stands in brackets
	level string
}

// parser takes names apart with the lexicon and the regions of a data set.
type parser struct {
	lexicon *lexicon
	regions map[string]*word
	hosts   map[string]*word // short names of universities
}

// parse splits a name into words: at each place the longest one that the lexicon
// knows; what it does not know in between is a run.
func (p *parser) parse(f folded) []unit {
	var units []unit
	start := 0 // of the run that is being read
	flush := func(end int) {
		if end > start {
			units = append(units, runUnit(f, start, end))
		}
	}
	for i := 0; i < len(f.runes); {
		u, size := p.unitAt(f, i, units)
		if size == 0 {
			if i > start && f.inner[i] != f.inner[i-1] {
				flush(i)
				start = i
			}
			i++
			continue
		}
		flush(i)
		u.inner = f.inner[i]
		units = append(units, u)
		i += size
		start = i
	}
	flush(len(f.runes))
	return units
}

func runUnit(f folded, start, end int) unit {
	return unit{text: string(f.runes[start:end]), class: run, inner: f.inner[start]}
}

// unitAt finds the word that begins at a rune; size 0 when none does.
func (p *parser) unitAt(f folded, i int, before []unit) (u unit, size int) {
	if n := ordinalLen(f.runes[i:]); n > 0 {
		return unit{text: string(f.runes[i : i+n]), class: ordinal}, n
	}
	for n := min(p.lexicon.longest, len(f.runes)-i); n > 1; n-- {
		w := p.lookup(string(f.runes[i : i+n]))
		if w == nil || f.inner[i] != f.inner[i+n-1] || !p.fits(w, f.runes[i+n:], before) {
			continue
		}
		u = unit{text: w.text, class: w.class, word: w}
		if w.class == head && w.text == "医学院" && i+n < len(f.runes) {
			u.class = aux
		}
		if w.class == place && w.suffix != "" && hasPrefix(f.runes[i+n:], w.suffix) {
			u.level = w.suffix
			n += len([]rune(w.suffix))
		}
		return u, n
	}
	w := p.lexicon.words[string(f.runes[i:i+1])]
	if w == nil || len(before) == 0 && i == 0 {
		return unit{}, 0
	}
	if w.class == link || w.class == head && i+1 == len(f.runes) {
		return unit{text: w.text, class: w.class, word: w}, 1
	}
	return unit{}, 0
}

func (p *parser) lookup(s string) *word {
	if w := p.common(s); w != nil {
		return w
	}
	return p.hosts[s]
}

// common finds a word that is no body's short name.
func (p *parser) common(s string) *word {
	if w := p.lexicon.words[s]; w != nil {
		return w
	}
	return p.regions[s]
}

// fits rejects a word whose neighbours show that it is something else: 医学院 is
// a word at the end and before a hospital, and what stands between 附属 and 医院
// is the hospital's own name.
func (p *parser) fits(w *word, after []rune, before []unit) bool {
	last := len(before) - 1
	switch {
	case w.text == "医学院":
		return len(after) == 0 || hasPrefix(after, "附属") || hasPrefix(after, "第")
	case w.class == host && w.frame == university: // 清华苏州环境创新研究院, not 河海大学
		return last < 0 && p.placeAhead(after)
	case w.class == place || w.class == area:
		return last < 0 || before[last].text != "附属"
	default:
		return true
	}
}

// generic reports whether a name says only what a body is: 高新区, as a document
// that speaks of one city prints it.
func (p *parser) generic(f folded) bool {
	if p.lexicon.isHead(f.String()) {
		return true
	}
	for _, u := range p.parse(f) {
		if u.class != head && u.class != aux && u.class != legal {
			return false
		}
	}
	return true
}

func (p *parser) placeAhead(after []rune) bool {
	for n := 2; n <= min(4, len(after)); n++ {
		if w := p.lookup(string(after[:n])); w != nil && w.class == place {
			return true
		}
	}
	return false
}

// ordinalLen is the length of a counted number: 第14, or 14 before 所.
func ordinalLen(s []rune) int {
	n := 0
	if hasPrefix(s, "第") {
		n = 1
	}
	digits := n
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n == digits || (digits == 0 && !hasPrefix(s[n:], "所") && !hasPrefix(s[n:], "研究")) {
		return 0
	}
	return n
}

// regionWord makes a lexicon entry of a region on record: 兰山区 is 兰山 and 区.
func regionWord(name string) *word {
	for _, suffix := range []string{"新区", "自治区", "省", "市", "区", "县"} {
		if base, ok := strings.CutSuffix(name, suffix); ok && len([]rune(base)) > 1 {
			return &word{text: base, class: place, suffix: suffix}
		}
	}
	return &word{text: name, class: place}
}
