package text

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"
)

// Span is a part of a name: [Start, End) in UTF-16 code units, as JavaScript
// counts, so that name.slice(start, end) is the part.
type Span struct{ Start, End int }

// Highlight tells where a query fits a name that Rank gave for it: the parts to
// mark, in their order and apart from each other. Of a Latin word that is typed
// in part only that part is marked. It is empty when the words of the query stand
// in different names of the entity and none of them in this one.
func Highlight(q Query, name string) []Span {
	n := place(name)
	units := split(n.normalized, true)
	if exactToken(n.normalized) == q.Exact {
		return n.spans([]bounds{{0, len(n.normalized)}})
	}
	f := q.fit(units)
	switch {
	case f.score > 0 && f.start >= 0:
		s, _ := align(f.parts, units, f.start)
		return n.spans([]bounds{s.boundsIn(units, f.start)})
	case f.on == MatchAbbreviation:
		return n.spans(abbreviated(f.parts, units))
	default:
		return n.spans(q.found(units))
	}
}

// bounds is a part of a normalized name, in bytes.
type bounds struct{ from, to int }

// boundsIn are those of a stretch. What was not typed of its last unit, a word, is
// left out; a character whose pinyin is not finished stays, and so does a word
// with accents, whose letters are not those that were typed.
func (s stretch) boundsIn(units []unit, start int) bounds {
	last := units[s.end-1]
	b := bounds{units[start].at, last.end}
	if s.typed > 0 && !last.han && last.end-last.at == len(last.reading) {
		b.to = last.at + s.typed
	}
	return b
}

// abbreviated are the characters that an abbreviation is made of.
func abbreviated(parts, units []unit) (all []bounds) {
	for _, u := range units {
		if len(all) < len(parts) && u.text == parts[len(all)].text {
			all = append(all, bounds{u.at, u.end})
		}
	}
	return all
}

// found are the places in the name of what the query asks for, the first of each.
func (q Query) found(units []unit) (all []bounds) {
	for _, r := range q.Readings {
		for _, p := range r.parts {
			for start := range units {
				if s, ok := align([]unit{p}, units, start); ok {
					all = append(all, s.boundsIn(units, start))
					break
				}
			}
		}
		if all != nil {
			return all
		}
	}
	return nil
}

// placed is a normalized name that knows where each byte comes from.
type placed struct {
	normalized string
	from       []Span // of the characters that became the byte
}

// place normalizes a name as Normalize does.
func place(name string) placed {
	var b strings.Builder
	var from []Span
	var c cleaner
	at := 0
	for name != "" {
		size := max(1, norm.NFKC.NextBoundaryInString(name, true)) // what folds together
		characters := []rune(name[:size])
		s := Span{at, at + len(utf16.Encode(characters))}
		for _, r := range fold(string(characters)) {
			b.WriteString(c.take(r))
			for len(from) < b.Len() {
				from = append(from, s)
			}
		}
		at, name = s.End, name[size:]
	}
	return placed{b.String(), from}
}

// spans are parts of the name as it was written, those that touch joined.
func (p placed) spans(parts []bounds) []Span {
	slices.SortFunc(parts, func(a, b bounds) int { return cmp.Compare(a.from, b.from) })
	var all []Span
	for _, b := range parts {
		if b.from >= b.to {
			continue
		}
		s := Span{p.from[b.from].Start, p.from[b.to-1].End}
		if last := len(all) - 1; last >= 0 && s.Start <= all[last].End {
			all[last].End = max(all[last].End, s.End)
			continue
		}
		all = append(all, s)
	}
	return all
}
