package text

import "strings"

// stretch is a part of a name that a query fits without gaps.
type stretch struct {
	end      int     // the unit behind it
	typed    int     // letters of the last unit, when it is typed in part; 0 otherwise
	covered  float64 // units, a word that is typed in part counting in part
	pinyin   bool    // letters of the query stand for Chinese characters
	initials bool    // by their initials
}

// align reads the parts of a query as consecutive units from start on.
func align(parts, units []unit, start int) (stretch, bool) {
	s := stretch{end: start}
	for _, p := range parts {
		if s.end >= len(units) {
			return s, false
		}
		if p.han {
			if units[s.end].text != p.text {
				return s, false
			}
			s.end++
			s.covered++
			s.typed = 0
			continue
		}
		if !s.read(p.text, units, fullReading) && !s.read(p.text, units, unit.initial) {
			return s, false
		}
	}
	return s, true
}

// read takes the units that letters stand for; the last one may be typed in part.
func (s *stretch) read(letters string, units []unit, reading func(unit) string) bool {
	next := *s
	for letters != "" {
		if next.end >= len(units) {
			return false
		}
		u := units[next.end]
		r := reading(u)
		if r == "" && next.end > s.end { // a character that nobody knows how to read
			next.end++
			continue
		}
		typed := min(len(letters), len(r))
		if typed == 0 || letters[:typed] != r[:typed] {
			return false
		}
		letters = letters[typed:]
		next.end++
		next.typed = typed % len(r)
		next.covered += float64(typed) / float64(len(r))
		next.pinyin = next.pinyin || u.han
		next.initials = next.initials || (u.han && r != u.reading)
	}
	*s = next
	return true
}

// joined writes neighbouring Latin parts as one, so that "zhe jiang" also reads
// the word Zhejiang.
func joined(parts []unit) []unit {
	var out []unit
	for _, p := range parts {
		if last := len(out) - 1; last >= 0 && !p.han && !out[last].han {
			text := out[last].text + p.text
			out[last] = unit{text: text, reading: text}
			continue
		}
		out = append(out, p)
	}
	return out
}

// abbreviates reports whether the query is made of Chinese characters of the
// name in their order, the first one included.
func abbreviates(parts, units []unit) bool {
	k := 0
	for i, u := range units {
		if k < len(parts) && parts[k].han && u.text == parts[k].text {
			k++
		}
		if i == 0 && k == 0 {
			return false
		}
	}
	return k == len(parts)
}

// pairs is the share of the query's neighbouring characters that are neighbours
// in the name too.
func pairs(parts, units []unit) float64 {
	if len(parts) < 2 {
		return 0
	}
	var name strings.Builder
	for _, u := range units {
		name.WriteString(u.text)
		name.WriteByte(' ')
	}
	found := 0
	for i := 1; i < len(parts); i++ {
		if strings.Contains(name.String(), parts[i-1].text+" "+parts[i].text) {
			found++
		}
	}
	return float64(found) / float64(len(parts)-1)
}
