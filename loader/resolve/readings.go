package resolve

import "strings"

// step gives the readings of a unit of the segment; a run of an institute falls
// into several steps.
func (s segment) step(i int) []step {
	u := s.units[i]
	self := reading{text: []rune(u.text)}
	switch u.class {
	case place, area:
		return []step{{u, s.place(i)}}
	case ordinal:
		return []step{{u, ordinalReadings(u.text)}}
	case link:
		return []step{{u, []reading{self, {cost: costForm}}}}
	case host:
		return []step{{u, s.host(i)}}
	case aux:
		return []step{{u, s.aux(u)}}
	case legal:
		return []step{{u, append(forms(u, costForm), reading{cost: costForm})}}
	case head:
		return []step{{u, s.head(i)}}
	case topic:
		return []step{{u, s.topic(i)}}
	default:
		return s.run(i)
	}
}

// forms are the unit as it stands and the other ways to write its word.
func forms(u unit, cost float64) []reading {
	out := []reading{{text: []rune(u.text)}}
	if u.word != nil {
		for _, short := range u.word.short {
			form, rare := strings.CutPrefix(short, rareMark)
			r := reading{text: []rune(form), cost: cost}
			if rare {
				r.cost += costRare
			}
			if form != u.text {
				out = append(out, r)
			}
		}
	}
	return out
}

func ordinalReadings(text string) []reading {
	digits := text
	if hasPrefix([]rune(text), "第") {
		digits = text[len("第"):]
	}
	out := []reading{{text: []rune("第" + digits)}, {text: []rune(digits), cost: costForm}}
	if len(digits) == 1 && digits[0] != '0' {
		out = append(out, reading{text: []rune(numerals)[digits[0]-'0' : digits[0]-'0'+1], cost: costForm})
	}
	return out
}

func (s segment) aux(u unit) []reading {
	out := append(forms(u, costForm), reading{cost: costForm})
	if s.frame == platform && u.word.level() {
		out[len(out)-1].doubt = noLevel
	}
	return out
}

// place gives the readings of a place: with and without 省 or 市, and in front
// of a 大学 by one character. It may be left out where the rest is a name of its
// own or another place is more exact; elsewhere with doubt.
func (s segment) place(i int) []reading {
	u := s.units[i]
	full := []rune(u.text)
	out := []reading{{text: full}}
	if u.level != "" {
		out = []reading{{text: []rune(u.text + u.level)}, {text: full, cost: costLevel}}
	} else if u.class == place && u.word.suffix != "" && s.frame != university {
		out = append(out, reading{text: []rune(u.text + u.word.suffix), cost: costLevel})
	}
	if s.frame == university {
		return append(out, s.placeLetters(i)...)
	}
	if u.class == area {
		for _, short := range u.word.short {
			out = append(out, reading{text: []rune(short), cost: costLetter})
		}
	}
	omit := reading{cost: costOmit}
	switch {
	case u.inner && (i == 0 || s.units[i-1].class != place):
		omit.doubt = noHost
	case u.inner || s.anotherPlace(i):
		omit.cost = costForm
	case s.frame == plain || s.frame == region || len(s.units) == 1:
		return out
	case !s.named || s.frame == institute && !s.brand || s.frame == platform || s.frame == cluster:
		omit = reading{cost: 2 * costOmit, doubt: noPlace}
	}
	return append(out, omit)
}

// placeLetters are the characters that stand for a place in front of 大学. The
// letter of a province needs something behind it: 苏大 is not 江苏大学.
func (s segment) placeLetters(i int) []reading {
	var out []reading
	u := s.units[i]
	runes := []rune(u.text)
	if u.class == place {
		out = append(out, reading{text: runes[:1], cost: costLetter})
	}
	cost := costCode
	if u.class == area {
		cost = costLetter
	}
	for _, short := range u.word.short {
		if u.class == area || short != string(runes[:1]) && s.distinct(len(s.units)-1) {
			out = append(out, reading{text: []rune(short), cost: cost})
		}
	}
	return out
}

// anotherPlace reports whether a more exact place follows at once.
func (s segment) anotherPlace(i int) bool {
	return i+1 < len(s.units) && s.units[i+1].class == place
}

func (s segment) host(i int) []reading {
	u := s.units[i]
	out := forms(u, costForm)
	if i+1 == len(s.units) {
		return out
	}
	omit := reading{cost: costHost}
	switch next := s.units[i+1].class; {
	case u.word.droops:
		omit.cost = costOmit
	case u.word.frame == university || next != place && next != run:
		omit.doubt = noHost
	}
	return append(out, omit)
}

// head gives the readings of 大学, 研究所 and so on.
func (s segment) head(i int) []reading {
	u := s.units[i]
	cost := costForm
	if s.frame == university {
		cost = costLetter
	}
	out := forms(u, cost)
	switch {
	case s.frame == university && s.distinct(i), s.frame == institute && s.brand:
		out = append(out, reading{cost: costHead})
	case s.frame == hospital:
		return out
	}
	if other := rival(u.text); other != "" {
		changed := reading{text: []rune(other), cost: costChange, doubt: newHead}
		if i > 0 && upgraded(s.units[i-1].text) {
			changed.doubt = 0
		}
		out = append(out, changed)
	}
	return out
}

// rival is the head that a body of the same name may have besides.
func rival(head string) string {
	switch head {
	case "大学":
		return "学院"
	case "学院":
		return "大学"
	case "研究所":
		return "研究院"
	case "研究院":
		return "研究所"
	default:
		return ""
	}
}

// upgraded reports whether colleges of a topic became universities everywhere
// without leaving others of the name behind: 温州医学院 is 温州医科大学.
func upgraded(topic string) bool { return topic == "医科" || topic == "中医药" }

// distinct reports whether something besides places stands before the head.
func (s segment) distinct(i int) bool {
	for _, u := range s.units[:i] {
		if u.class == topic || u.class == run {
			return true
		}
	}
	return false
}

// topic gives the readings of a word that tells what the body works on.
func (s segment) topic(i int) []reading {
	u := s.units[i]
	if s.frame == plain {
		return []reading{{text: []rune(u.text)}}
	}
	out := forms(u, costLetter)
	switch s.frame {
	case institute:
		if s.firstTopic(i) {
			return appendFirst(out, u)
		}
		out = append(appendFirst(out, u), reading{cost: costOmit})
	case firm:
		out = append(out, reading{cost: costOmit * 2 / 3})
	case cluster:
		if u.text == "产业" || u.text == "企业" {
			out = append(out, reading{cost: costForm})
		}
	default: // a word that tells bodies apart stays
	}
	return out
}

// appendFirst adds the first character of a word as its short form.
func appendFirst(out []reading, u unit) []reading {
	first := []rune(u.text)[:1]
	for _, r := range out {
		if string(r.text) == string(first) {
			return out
		}
	}
	return append(out, reading{text: first, cost: costLetter})
}

// firstTopic reports whether the unit begins the topic of an institute.
func (s segment) firstTopic(i int) bool {
	for _, u := range s.units[:i] {
		if u.class == topic || u.class == run {
			return false
		}
	}
	return true
}

// run gives the readings of what the lexicon does not know. In an institute it
// is a topic, of which characters may be left out behind the first: 微所 for
// 微系统. Elsewhere it is a name and stays.
func (s segment) run(i int) []step {
	u := s.units[i]
	if s.frame != institute || s.brand || u.inner {
		return []step{{u, []reading{{text: []rune(u.text)}}}}
	}
	first := s.firstTopic(i)
	var out []step
	for j, r := range []rune(u.text) {
		readings := []reading{{text: []rune{r}}}
		if !first || j > 0 {
			readings = append(readings, reading{cost: costOmit})
		}
		out = append(out, step{unit{text: string(r), class: run, inner: u.inner}, readings})
	}
	return out
}
