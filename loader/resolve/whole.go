package resolve

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// whole reads the text as one name without slips.
func (q *query) whole(name string) Answer { return q.match(fold(name), false) }

// slip reads the text as one name with one wrong character.
func (q *query) slip(name string) Answer {
	f := fold(name)
	if isLatin(f.runes) {
		return q.englishSlip(name)
	}
	if len(f.runes) < minTypoName {
		return Answer{Reason: NotFound}
	}
	if once, ok := undoubled(f); ok {
		if a := q.match(once, false); a.Chosen != nil {
			a.Chosen.How, a.Chosen.Score = ByTypo, round(a.Chosen.Score-typoLoss)
			a.Chosen.Note = "a word stands twice 词语重复"
			return a
		}
	}
	return q.match(f, true)
}

// undoubled leaves out the second of two equal words in a row, as they come of
// writing on after a break: 南京航空航天航天大学.
func undoubled(f folded) (folded, bool) {
	for n := len(f.runes) / 2; n > 1; n-- {
		for i := 0; i+2*n <= len(f.runes); i++ {
			if slices.Equal(f.runes[i:i+n], f.runes[i+n:i+2*n]) {
				return folded{slices.Delete(slices.Clone(f.runes), i, i+n), slices.Delete(slices.Clone(f.inner), i, i+n)}, true
			}
		}
	}
	return folded{}, false
}

func (q *query) match(f folded, slips bool) Answer {
	switch {
	case len(f.runes) == 0:
		return Answer{Reason: Empty}
	case len(f.runes) > MaxName: // some signs fold into many letters
		return Answer{Reason: TooLong}
	}
	if !slips {
		hits := q.exact(f)
		if slices.ContainsFunc(hits, q.isInside) {
			return q.decide(hits, exactMargin)
		}
		if len(hits) > 0 {
			return q.decide(append(hits, q.aligned(f.runes, false)...), margin)
		}
		if isLatin(f.runes) {
			return q.decide(q.english.lookup(q, f), exactMargin)
		}
	}
	if expanded, ok := q.level(f); ok {
		return q.match(expanded, slips)
	}
	if len(f.runes) < minShort {
		return Answer{Reason: NotFound}
	}
	return q.decide(q.aligned(f.runes, slips), margin)
}

// exact finds names on record.
func (q *query) exact(f folded) []hit {
	var out []hit
	for _, i := range q.names.exact[f.String()] {
		rec := q.names.records[i]
		if q.wants(rec.owner) {
			h := hit{record: i, owner: rec.owner, how: rec.how, score: base(rec.how), here: q.here(rec.owner)}
			if !q.isInside(h) && rec.how != ByName {
				h.score = base(ByName) - shortLoss - 2*costLetter // no surer than a short form by rule
			}
			if rec.how != ByName && !h.here && q.parser.generic(f) {
				h.doubt = noPlace
			}
			out = append(out, h)
		}
	}
	return out
}

// level writes the region out where the text says 省 or 市 without naming it and
// the region hint tells which one is meant: 省农科院.
func (q *query) level(f folded) (folded, bool) {
	rest := f.runes
	for _, own := range []string{"我", "本", "全"} {
		if hasPrefix(rest, own) {
			rest = rest[1:]
		}
	}
	if q.opts.Region == "" || len(rest) < 3 {
		return f, false
	}
	switch rest[0] {
	case '省', '市', '县', '区':
	default:
		return f, false
	}
	region := q.places.level(q.opts.Region, string(rest[0]))
	if region == nil {
		return f, false
	}
	return fold(region.Name + string(rest[1:])), true
}

// aligned reads the query along the names that share its characters.
func (q *query) aligned(runes []rune, slips bool) []hit {
	q.align.query, q.align.typos = runes, slips
	starts := q.starts(runes)
	var hits []hit
	seen := map[int32]bool{}
	for _, start := range append([]int{0}, starts...) {
		for _, i := range q.names.near(runes[start:], slips, q.wants) {
			if seen[i] {
				continue
			}
			seen[i] = true
			if rec := q.names.records[i]; int(rec.owner) >= q.names.inside && rec.how != ByName {
				continue // a short name of a body outside is taken as it stands
			}
			if h, ok := q.along(i, len(starts) > 0); ok {
				hits = append(hits, h)
			}
		}
	}
	return hits
}

// maxStarts bounds the places in a query at which a name may begin.
const maxStarts = 3

// starts are the places behind a region or a host in front, the last one first.
func (q *query) starts(runes []rune) []int {
	var out []int
	for n := len(runes) - 2; n > 1 && len(out) < maxStarts; n-- {
		if q.fronts(string(runes[:n])) {
			out = append(out, n)
		}
	}
	return out
}

func (q *query) fronts(s string) bool {
	if w := q.parser.lookup(s); w != nil && (w.class == place || w.class == host) {
		return true
	}
	for _, i := range q.names.exact[s] {
		if e := q.names.entities[q.names.records[i].owner]; e.Kind.IsOrganization() || e.Kind == ecosystem.Region {
			return true
		}
	}
	runes := []rune(s)
	if w := q.parser.lookup(string(runes[:len(runes)-1])); w != nil && w.class == place {
		return w.suffix == string(runes[len(runes)-1:])
	}
	return false
}

// along reads the query along one name.
func (q *query) along(i int32, context bool) (hit, bool) {
	rec := q.names.records[i]
	e := q.names.entities[rec.owner]
	units := q.parser.parse(fold(rec.text))
	if len(units) > maxUnits {
		return hit{}, false
	}
	p := compile(units, frameOf(e.Kind))
	if context {
		q.surround(&p, e, units)
	}
	p.steps = append(p.steps, added(e.Kind, p.frame, units[len(units)-1])...)
	if h, ok := q.direct(i, p.frame); ok {
		return h, true
	}
	way, ok := q.align.align(&p)
	if !ok {
		return hit{}, false
	}
	h := hit{record: i, owner: rec.owner, how: ByShortForm, here: q.here(rec.owner), doubt: way.doubt}
	h.score = base(rec.how)*(1-way.cost) - shortLoss
	if h.here && !way.place || way.host && p.frame == institute {
		h.doubt &^= noPlace // the hint has it, or the academy has no other of the kind
	}
	if way.typo != nil {
		h.how, h.score, h.note = ByTypo, h.score-typoLoss, string(way.typo.got)+" for "+string(way.typo.want)
		if !q.parser.slip(way.typo, &p) {
			h.doubt |= oddTypo
		}
	}
	if f, ok := q.parser.lexicon.frameOf(q.align.query); ok && another(f, p.frame) {
		h.doubt |= newHead // 安徽省中医院 is no short form of 安徽中医学院
	}
	if bare := q.bare(units, p.frame, way.cost); bare != bareName || !h.here {
		h.doubt |= bare
	}
	if !h.here && q.parser.generic(folded{q.align.query, make([]bool, len(q.align.query))}) {
		h.doubt |= noPlace
	}
	if w := q.parser.common(string(q.align.query)); w != nil && w.class == host && len(units) > 1 {
		h.doubt |= noTopic // 中科院 is the academy, and no institute of it
	}
	return h, true
}

// another reports whether the head that ends a text is that of another sort of
// body than the name. Heads of institutes, platforms and clusters run into each
// other.
func another(text, name frame) bool {
	if text == name {
		return false
	}
	return text == hospital || name == hospital || text == university || name == university || text == agency
}

const (
	minShort = 2 // characters of a short form
	maxUnits = 60
	// maxPairCost is what may be shortened in a form of two characters: 南财, but
	// not 徐工 for 徐州工程学院.
	maxPairCost = 0.105
	shortLoss   = 0.02
	typoLoss    = 0.10
)

// bare tells of short forms that are words of the language: 中药 is not the short
// form of 中国药科大学, nor 阳光 that of a firm.
func (q *query) bare(units []unit, f frame, cost float64) doubt {
	s := string(q.align.query)
	switch {
	case q.parser.lexicon.common[s]:
		return bareName
	case f == hospital && q.parser.lexicon.manyHospitals(s):
		return bareName
	case len(q.align.query) > 2:
		return 0
	case q.parser.common(s) != nil && f != region:
		return tooShort
	case f == university && cost > maxPairCost:
		return tooShort
	case f == university && len(units) > 0 && units[0].class == area && q.align.query[1] != '大':
		return tooShort
	default:
		return 0
	}
}
