package text

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// What a match can be on: a whole name of some class, or how a part fits.
const (
	MatchName         = "NAME"
	MatchEnglishName  = "ENGLISH_NAME"
	MatchAlias        = "ALIAS"
	MatchPrintedName  = "PRINTED_NAME" // what a source prints
	MatchFormerName   = "FORMER_NAME"
	MatchPrefix       = "PREFIX"       // the name begins with the query
	MatchPinyin       = "PINYIN"       // the name, or a part of it, reads like the query
	MatchPart         = "PART"         // the query stands inside the name
	MatchAbbreviation = "ABBREVIATION" // 浙大 for 浙江大学: first character, then others in order
	MatchTokens       = "TOKENS"       // everything asked for is there, in some order
)

// Match says how well a query fits an entity, and by which of its names.
type Match struct {
	Score float64 // in (0, 1], see Rank
	On    string  // MatchName, …
	Name  string
}

// nameClass tells names of an entity apart.
type nameClass int

const (
	canonical nameClass = iota
	english
	alias
	printed
	former
)

// exact gives the match on a whole name of the class, and the factor by which a
// match on a part of such a name counts less than on the canonical one.
func (c nameClass) exact() (on string, score, factor float64) {
	switch c {
	case english:
		return MatchEnglishName, 0.98, 0.99
	case alias:
		return MatchAlias, 0.96, 0.98
	case printed:
		return MatchPrintedName, 0.94, 0.97
	case former:
		return MatchFormerName, 0.92, 0.96
	default:
		return MatchName, 1, 1
	}
}

// Rank scores an entity against a query; ok is false when the entity is no
// candidate (see Query). The best of its names counts. A whole name scores 1
// (canonical), 0.98 (English), 0.96 (alias), 0.94 (printed in a source) or 0.92
// (former). Otherwise, with c the share of the name that the query covers and p
// the share of the query's neighbouring characters that are neighbours in the
// name too:
//
//	PREFIX        0.70 + 0.20c
//	PINYIN        0.55 + 0.25c in full, 0.50 + 0.25c by initials, from the beginning;
//	              0.25 + 0.15c inside
//	PART          0.45 + 0.20c
//	ABBREVIATION  0.30 + 0.15c + 0.05p
//	TOKENS        0.05 + 0.10c + 0.05p
//
// times 0.99 (English), 0.98, 0.97, 0.96 for names other than the canonical one,
// and times 0.95 where pinyin had to be taken apart (see ParseQuery).
// Equal scores are to be ordered by id.
func Rank(q Query, e *ecosystem.Entity) (m Match, ok bool) {
	if len(q.Readings) == 0 {
		return Match{}, false
	}
	var all [][]unit
	for _, n := range namesOf(e) {
		on, score, factor := n.class.exact()
		if exactToken(n.normalized) != q.Exact {
			units := split(n.normalized, q.latin)
			all = append(all, units)
			f := q.fit(units)
			on, score = f.on, f.score*factor
		}
		if score > m.Score {
			m = Match{score, on, n.text}
		}
	}
	if m.Score > 0 {
		return m, true
	}
	return acrossNames(q, all, e.Name)
}

// acrossNames is for queries such as "浙江 zju", whose words stand in different
// names of the entity.
func acrossNames(q Query, names [][]unit, name string) (Match, bool) {
	inOne := func(t Term) bool { return slices.ContainsFunc(names, t.in) }
	for _, r := range q.Readings {
		if !slices.ContainsFunc(r.Terms, func(t Term) bool { return !inOne(t) }) {
			return Match{0.05 * r.factor, MatchTokens, name}, true
		}
	}
	return Match{}, false
}

// fitting is how a reading of a query fits a name that it does not equal.
type fitting struct {
	on    string
	score float64 // 0: it does not fit
	parts []unit  // of the query
	start int     // the unit from which on the parts stand without gaps; -1: they do not
}

// fit is how the query fits a name best.
func (q Query) fit(units []unit) (best fitting) {
	for _, r := range q.Readings {
		if f := r.fit(units); f.score*r.factor > best.score {
			f.score *= r.factor
			best = f
		}
	}
	return best
}

func (r Reading) fit(units []unit) fitting {
	for _, t := range r.Terms {
		if !t.in(units) {
			return fitting{}
		}
	}
	best := fitting{MatchTokens, 0.05 + 0.10*share(len(r.parts), len(units)) + 0.05*pairs(r.parts, units), r.parts, -1}
	if abbreviates(r.parts, units) {
		best.on, best.score = MatchAbbreviation, best.score+0.25+0.05*share(len(r.parts), len(units))
	}
	for _, parts := range [][]unit{r.parts, joined(r.parts)} {
		for start := range units {
			if on, score := fitAt(parts, units, start); score > best.score {
				best = fitting{on, score, parts, start}
			}
		}
	}
	return best
}

func share(n, of int) float64 { return min(1, float64(n)/float64(of)) }

// fitAt scores the query as one stretch of the name that begins at a unit.
func fitAt(parts, units []unit, start int) (on string, score float64) {
	s, ok := align(parts, units, start)
	c := s.covered / float64(len(units))
	switch {
	case !ok:
		return "", 0
	case s.pinyin && start > 0:
		return MatchPinyin, 0.25 + 0.15*c
	case s.pinyin && s.initials:
		return MatchPinyin, 0.50 + 0.25*c
	case s.pinyin:
		return MatchPinyin, 0.55 + 0.25*c
	case start > 0:
		return MatchPart, 0.45 + 0.20*c
	default:
		return MatchPrefix, 0.70 + 0.20*c
	}
}

// in reports whether the tokens of a name hold the term.
func (t Term) in(units []unit) bool {
	for i, u := range units {
		switch {
		case !t.Prefix:
			if u.han && u.text == t.Token {
				return true
			}
		case begin(units[i:], fullReading, t.Token), begin(units[i:], unit.initial, t.Token):
			return true
		}
	}
	return false
}
