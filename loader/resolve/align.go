package resolve

// path is one way in which the query was read along a pattern so far.
type path struct {
	at     int // runes of the query that are read
	cost   float64
	doubt  doubt
	typo   *typo // the one character that differs, if any
	place  bool  // a place was read
	letter bool  // the last place was read by one character
	host   bool  // a host was read
	cut    bool  // a topic was left out
}

// typo is a place where the query differs from a reading by one character.
type typo struct {
	unit  unit
	want  []rune // the reading
	got   []rune // what the query has instead
	index int    // in want, of the character that differs
}

// aligner reads a query along patterns. It keeps its buffers between patterns.
type aligner struct {
	query  []rune
	typos  bool // one character may differ
	layers [][]path
}

// maxCost is where a reading is too far from the name to be told of.
const maxCost = 0.35

// align returns the best way to read the whole query along a pattern: without
// doubt if there is one, then the cheapest.
func (a *aligner) align(p *pattern) (best path, ok bool) {
	for len(a.layers) <= len(p.steps) {
		a.layers = append(a.layers, nil)
	}
	for i := range a.layers {
		a.layers[i] = a.layers[i][:0]
	}
	a.layers[0] = append(a.layers[0], path{})
	for i := range p.steps {
		for _, k := range p.skips {
			if k.from == i {
				a.leap(k)
			}
		}
		for _, from := range a.layers[i] {
			for _, r := range p.steps[i].readings {
				a.read(from, i, r, p.steps[i].unit)
			}
		}
	}
	for _, end := range a.layers[len(p.steps)] {
		if end.at == len(a.query) && (!ok || better(end, best)) {
			best, ok = end, true
		}
	}
	return best, ok
}

func (a *aligner) leap(k skip) {
	for _, from := range a.layers[k.from] {
		from.cost += k.cost
		from.doubt |= k.doubt
		a.reach(k.to, from)
	}
}

// read extends a path by one reading of step i.
func (a *aligner) read(from path, i int, r reading, u unit) {
	next := from
	next.cost += r.cost
	next.doubt |= r.doubt
	next.note(r, u)
	rest := a.query[from.at:]
	if startsWith(rest, r.text) {
		next.at += len(r.text)
		a.reach(i+1, next)
	}
	if !a.typos || from.typo != nil || r.cost > costForm {
		return
	}
	if len(r.text) == 1 && u.class != run {
		return
	}
	for _, m := range misreadings(rest, r.text) {
		next.at = from.at + m.length
		next.typo = &typo{unit: u, want: r.text, got: rest[:m.length], index: m.index}
		a.reach(i+1, next)
	}
}

// note remembers what a reading says about the query.
func (p *path) note(r reading, u unit) {
	switch u.class {
	case place:
		p.place = p.place || len(r.text) > 0
		p.letter = len(r.text) == 1
	case host:
		p.host = p.host || len(r.text) > 0 && u.word != nil
	case topic, run:
		p.letter = false
		p.cut = p.cut || len(r.text) == 0
	case head:
		// 苏大 is a short form, 苏大学 is something torn off.
		if p.letter && u.word.frame == university && string(r.text) == "大学" {
			p.doubt |= oddTypo
		}
		// 船舶设备研究所 is written as if nothing were left out; 船舶设备所 is not.
		if p.cut && !p.host && u.word.frame == institute && string(r.text) == u.text && len(r.text) > 2 {
			p.doubt |= noTopic
		}
	default: // the others say nothing about the rest
	}
}

// reach enters a path into a layer unless a better one is there.
func (a *aligner) reach(layer int, p path) {
	if p.cost > maxCost {
		return
	}
	for i, have := range a.layers[layer] {
		if have.at == p.at && (have.typo == nil) == (p.typo == nil) {
			if better(p, have) {
				a.layers[layer][i] = p
			}
			return
		}
	}
	a.layers[layer] = append(a.layers[layer], p)
}

func better(a, b path) bool {
	if (a.doubt == 0) != (b.doubt == 0) {
		return a.doubt == 0
	}
	return a.cost < b.cost
}

func startsWith(s, prefix []rune) bool {
	if len(s) < len(prefix) {
		return false
	}
	for i, r := range prefix {
		if s[i] != r {
			return false
		}
	}
	return true
}

// misreading is a stretch of the query that is a reading but for one character.
type misreading struct{ length, index int }

// misreadings lists the stretches at the beginning of s that differ from want
// by one character that is replaced, missing, doubled or swapped with the next.
func misreadings(s, want []rune) []misreading {
	n := len(want)
	if n == 0 || len(s) == 0 {
		return nil
	}
	i := 0 // the first difference
	for i < n && i < len(s) && s[i] == want[i] {
		i++
	}
	var out []misreading
	if i < n && i < len(s) && startsWith(s[i+1:], want[i+1:]) {
		out = append(out, misreading{n, i})
	}
	if n < 2 {
		return out
	}
	if i < n && startsWith(s[i:], want[i+1:]) {
		out = append(out, misreading{n - 1, i})
	}
	if i < len(s) && startsWith(s[i+1:], want[i:]) {
		out = append(out, misreading{n + 1, i})
	}
	if i+1 < n && i+1 < len(s) && s[i] == want[i+1] && s[i+1] == want[i] && startsWith(s[i+2:], want[i+2:]) {
		out = append(out, misreading{n, i})
	}
	return out
}
