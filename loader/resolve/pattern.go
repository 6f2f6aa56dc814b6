package resolve

import "github.com/innograph/innograph/ecosystem"

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
	noTopic                    // a word of what it works on is missing
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

// What shortening takes off the score. The figures only order the ways: what
// people do more often costs less, and two ways differ by more than the margin
// of the choice where one of them is the usual one.
const (
	costLevel  = 0.01 // 省 or 市 added or left out
	costForm   = 0.01 // another usual form of a word: 所 for 研究所
	costLetter = 0.03 // the character that stands for a word: 工 for 工业
	costOmit   = 0.03 // a word left out that says little
	costRare   = 0.03 // a form in less use than the others, on top
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
	brand bool // it is a firm with a name of its own: 江苏集萃…研究所有限公司
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
		for _, u := range out[i].units {
			if u.class == run && len([]rune(u.text)) > 1 {
				out[i].named = true
			}
		}
		out[i].brand = out[i].named && out[i].units[len(out[i].units)-1].class == legal
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

// frameOf is the frame of names that have no head.
func frameOf(k ecosystem.Kind) frame {
	switch k {
	case ecosystem.University:
		return university
	case ecosystem.ResearchInstitute:
		return institute
	case ecosystem.Enterprise:
		return firm
	case ecosystem.Hospital:
		return hospital
	case ecosystem.Agency:
		return agency
	case ecosystem.Association:
		return association
	case ecosystem.Platform:
		return platform
	case ecosystem.IndustryCluster:
		return cluster
	case ecosystem.Region:
		return region
	default:
		return plain
	}
}
