package resolve

// doubt is a set of reasons not to choose a match though it is possible.
type doubt uint8

const (
	noPlace  doubt = 1 << iota // the place, without which many bodies have the name, is missing
	noHost                     // what the body belongs to is missing
	newHead                    // it is said to be another sort of body
	noLevel                    // 国家 or the like is missing
	oddTypo                    // a character differs in a way that may make another name
	tooShort                   // two characters that mean other things as well
	bareName                   // a trade word without anything else
)

// reading is one way to write a unit, and what it takes off the score.
type reading struct {
	text  []rune
	cost  float64
	doubt doubt
}

// step is a unit with its readings. A reading without text leaves the unit out.
type step struct {
	unit     unit
	readings []reading
}

// skip lets a stretch of steps be left out as a whole: a host in front.
type skip struct {
	from, to int
	cost     float64
	doubt    doubt
}

// pattern is a name on record together with all ways to shorten it.
type pattern struct {
	steps []step
	skips []skip
	frame frame // of the whole name
}

// The costs of shortening; README of the figures is docs/quality.md.
const (
	costLevel  = 0.01 // 省 or 市 added or left out
	costForm   = 0.01 // another usual form of a word: 所 for 研究所
	costLetter = 0.03 // the character that stands for a word: 工 for 工业
	costOmit   = 0.03 // a word left out that says little
	costHead   = 0.04 // 大学 left out
	costCode   = 0.08 // 苏 for 江苏
	costHost   = 0.05 // a host left out
	costChange = 0.10 // another sort of body
)

// segment is a stretch of units up to a head: 中国科学技术大学 within
// 中国科学技术大学苏州高等研究院.
type segment struct {
	units []unit
	frame frame
	named bool // a run stands in it: the name is its own without the place
	last  bool // nothing but legal forms follows
}

// compile makes the pattern of a name; fallback is the frame of a name that has
// no head.
func compile(units []unit, fallback frame) pattern {
	var p pattern
	segments := split(units, fallback)
	for i, s := range segments {
		from := len(p.steps)
		for j := range s.units {
			p.steps = append(p.steps, s.step(j)...)
		}
		p.frame = s.frame
		if i+1 < len(segments) {
			p.skips = append(p.skips, s.skipped(segments[i+1], from, len(p.steps)))
		}
	}
	return p
}

func split(units []unit, fallback frame) []segment {
	var out []segment
	start := 0
	for i, u := range units {
		if u.class == head && (i+1 == len(units) || !tail(units[i+1:])) {
			out = append(out, segment{units: units[start : i+1], frame: u.word.frame})
			start = i + 1
		}
	}
	if start < len(units) {
		s := segment{units: units[start:], frame: fallback}
		for _, u := range s.units {
			switch {
			case u.class == head:
				s.frame = u.word.frame
			case u.class == legal && s.frame != institute:
				s.frame = firm
			}
		}
		out = append(out, s)
	}
	for i := range out {
		out[i].last = i == len(out)-1
		for _, u := range out[i].units {
			if u.class == run && len([]rune(u.text)) > 1 {
				out[i].named = true
			}
		}
	}
	return out
}

// tail reports whether only legal forms follow.
func tail(units []unit) bool {
	for _, u := range units {
		if u.class != legal {
			return false
		}
	}
	return true
}

// skipped is the way to leave out the segment in front of next: 复旦大学附属 in
// front of 华山医院.
func (s segment) skipped(next segment, from, to int) skip {
	k := skip{from: from, to: to, cost: costHost}
	if next.frame != hospital || !next.named {
		k.doubt = noHost
	}
	return k
}

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
		return []step{{u, auxReadings(u)}}
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
			if short != u.text {
				out = append(out, reading{text: []rune(short), cost: cost})
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

func auxReadings(u unit) []reading {
	out := append(forms(u, costForm), reading{cost: costForm})
	if u.text == "国家" || u.text == "国家级" {
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
	} else if u.class == place && u.word.suffix != "" {
		out = append(out, reading{text: []rune(u.text + u.word.suffix), cost: costLevel})
	}
	if s.frame == university {
		return append(out, s.placeLetters(u)...)
	}
	if u.class == area {
		for _, short := range u.word.short {
			out = append(out, reading{text: []rune(short), cost: costLetter})
		}
	}
	omit := reading{cost: costOmit}
	switch {
	case u.inner:
		omit.doubt = noHost
	case s.anotherPlace(i):
		omit.cost = costForm
	case s.frame == plain || s.frame == region || len(s.units) == 1:
		return out
	case !s.named || s.frame == institute || s.frame == platform || s.frame == cluster:
		omit = reading{cost: 2 * costOmit, doubt: noPlace}
	}
	return append(out, omit)
}

func (s segment) placeLetters(u unit) []reading {
	var out []reading
	runes := []rune(u.text)
	if u.class == place {
		out = append(out, reading{text: runes[:1], cost: costLetter})
	}
	cost := costCode
	if u.class == area {
		cost = costLetter
	}
	for _, short := range u.word.short {
		if short != string(runes[:1]) || u.class == area {
			out = append(out, reading{text: []rune(short), cost: cost})
		}
	}
	return out
}

// anotherPlace reports whether a more exact place follows at once.
func (s segment) anotherPlace(i int) bool {
	return i+1 < len(s.units) && s.units[i+1].class == place && !s.units[i+1].inner
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
	case next != place && next != run:
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
	case s.frame == university && s.distinct(i):
		out = append(out, reading{cost: costHead})
	case s.frame == hospital:
		return out
	}
	for from, to := range map[string]string{"大学": "学院", "学院": "大学", "研究所": "研究院", "研究院": "研究所"} {
		if u.text == from {
			out = append(out, reading{text: []rune(to), cost: costChange, doubt: newHead})
		}
	}
	return out
}

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
	out := forms(u, costLetter)
	switch s.frame {
	case university:
		// Colleges became universities of the same name: 温州医学院.
		if i+2 == len(s.units) && s.units[i+1].text == "大学" {
			out = append(out, upgraded(u)...)
		}
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
	}
	return out
}

func upgraded(u unit) []reading {
	before := map[string]string{"医科": "医", "中医药": "中医"}[u.text]
	if before == "" {
		return nil
	}
	return nil
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
	if s.frame != institute || u.inner {
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
