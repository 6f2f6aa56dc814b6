package wording

import (
	"fmt"
	"math"
	"strconv"

	"github.com/innograph/innograph/ecosystem"
)

// Sentence is the same in both languages.
type Sentence struct{ Zh, En string }

// Say makes a sentence.
func Say(zh, en string) Sentence { return Sentence{Zh: zh, En: en} }

// Add joins two sentences; English ones get a blank between them.
func (s Sentence) Add(o Sentence) Sentence {
	if s.En != "" && o.En != "" {
		o.En = " " + o.En
	}
	return Say(s.Zh+o.Zh, s.En+o.En)
}

// English is the English name of an entity; the Chinese one where there is none.
func English(e *ecosystem.Entity) string {
	if e.NameEn != "" {
		return e.NameEn
	}
	return e.Name
}

// Decimal writes a number with at most two decimals.
func Decimal(f float64) string {
	return strconv.FormatFloat(math.Round(f*100)/100, 'f', -1, 64)
}

// Planned reports whether a relation is only intended.
func Planned(r *ecosystem.Relation) bool {
	return r.Status == ecosystem.Planned || r.Status == ecosystem.Promoted
}

// Strength is the strength word of a relation in brackets; nothing without one.
func Strength(r *ecosystem.Relation) Sentence {
	switch r.Strength {
	case "":
		return Sentence{}
	case "field_core":
		return Say("（主要方向）", " (a main direction)")
	case "national_key_lab":
		return Say("（全国重点实验室）", " (national key laboratory)")
	default:
		return Say("（"+r.Strength+"）", " ("+r.Strength+")")
	}
}

// Tie tells a relation between two bodies as a clause without a full stop; a
// relation of another type is told by its term.
func Tie(r *ecosystem.Relation, from, to *ecosystem.Entity) Sentence {
	s := tie(r, from, to)
	if r.Year != 0 {
		s = Say(s.Zh+fmt.Sprintf("（%d年）", r.Year), s.En+fmt.Sprintf(" (%d)", r.Year))
	}
	if Planned(r) {
		s = Say("规划中："+s.Zh, "planned: "+s.En)
	}
	return s
}

func tie(r *ecosystem.Relation, from, to *ecosystem.Entity) Sentence {
	zh := func(verb string) string { return from.Name + verb + to.Name }
	en := func(verb string) string { return English(from) + " " + verb + " " + English(to) }
	switch r.Type {
	case ecosystem.CooperatesWith:
		what := r.Label
		if what == "" {
			what = "合作"
		}
		return Say(zh("与")+"有联系："+what, en("cooperates with")+" ("+what+")")
	case ecosystem.HostedBy:
		return Say(zh("依托")+"建设", en("is hosted by"))
	case ecosystem.BuiltBy:
		return Say(from.Name+"由"+to.Name+"承建", en("is built by"))
	case ecosystem.ReliesOn:
		return Say(zh("依托"), en("relies on"))
	case ecosystem.PartOf:
		return Say(zh("隶属"), en("is part of"))
	default:
		info, _ := r.Type.Info()
		return Say(zh("—"+info.Chinese+"→"), en(string(r.Type)))
	}
}
