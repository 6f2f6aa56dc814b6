package resolve

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// MinScore is what a candidate must reach to be chosen.
const MinScore = 0.72

const (
	margin      = 0.025 // by which the chosen one must lead
	exactMargin = 0.005 // among names on record
	hereBonus   = 0.03  // for agreeing with the region hint
)

// hit is a name on record that the query was matched with.
type hit struct {
	record int32
	owner  int32
	how    How
	score  float64
	doubt  doubt
	here   bool
	note   string
}

func (q *query) candidate(h hit) Candidate {
	note := h.note
	if h.doubt != 0 {
		note = strings.TrimPrefix(note+"; "+h.doubt.String(), "; ")
	}
	return Candidate{Entity: q.names.entities[h.owner], Score: round(h.score), How: h.how, Name: q.names.records[h.record].text, Note: note}
}

// decide chooses among hits, each entity counted once.
func (q *query) decide(hits []hit, lead float64) Answer {
	best := q.perOwner(hits)
	if len(best) == 0 {
		return Answer{Reason: NotFound}
	}
	a := Answer{Reason: Doubtful}
	for _, h := range best {
		if q.isInside(h) {
			a.Candidates = append(a.Candidates, q.candidate(h))
		}
	}
	top := best[0]
	if top.doubt != 0 || top.score < MinScore {
		return a
	}
	var rivals []string
	insideRival := false
	for _, h := range best[1:] {
		if h.doubt == 0 && rank(h) > rank(top)-lead {
			rivals = append(rivals, q.names.entities[h.owner].Name)
			insideRival = insideRival || q.isInside(h)
		}
	}
	switch {
	case !q.isInside(top):
		a.Reason, a.Note = KnownOutside, q.names.entities[top.owner].Name
	case insideRival:
		a.Reason = Ambiguous
	case len(rivals) > 0:
		a.Reason, a.Note = KnownOutside, strings.Join(rivals, ", ")
	default:
		c := q.candidate(top)
		a.Chosen = &c
	}
	return a
}

func (q *query) isInside(h hit) bool { return int(h.owner) < q.names.inside }

// perOwner keeps the best hit of each entity, the best of them first.
func (q *query) perOwner(hits []hit) []hit {
	best := map[int32]hit{}
	for _, h := range hits {
		if have, ok := best[h.owner]; !ok || compareHits(h, have) < 0 {
			best[h.owner] = h
		}
	}
	var out []hit
	for _, h := range best {
		out = append(out, h)
	}
	slices.SortFunc(out, func(a, b hit) int { return cmp.Or(compareHits(a, b), cmp.Compare(a.owner, b.owner)) })
	return out
}

func compareHits(a, b hit) int {
	if (a.doubt == 0) != (b.doubt == 0) {
		if a.doubt == 0 {
			return -1
		}
		return 1
	}
	return cmp.Compare(rank(b), rank(a))
}

// rank is the score with the evidence of the region.
func rank(h hit) float64 {
	if h.here {
		return h.score + hereBonus
	}
	return h.score
}

func base(how How) float64 {
	switch how {
	case ByName:
		return 1
	case ByEnglishName:
		return 0.98
	case ByAlias:
		return 0.97
	case ByPrintedName:
		return 0.95
	default:
		return 0.94
	}
}

func round(score float64) float64 { return math.Round(score*1000) / 1000 }

// String tells people what is doubtful.
func (d doubt) String() string {
	var out []string
	for _, w := range []struct {
		bit  doubt
		text string
	}{
		{noPlace, "the place is missing 缺少地名"},
		{noHost, "what it belongs to is missing 缺少所属单位"},
		{newHead, "another sort of body 机构类型不同"},
		{noLevel, "the level is missing 缺少级别"},
		{oddTypo, "one character differs 一字之差"},
		{tooShort, "too short to be sure 过短"},
		{bareName, "a common trade word 常用字号"},
		{noTopic, "a word of its field is missing 缺少专业词"},
	} {
		if d&w.bit != 0 {
			out = append(out, w.text)
		}
	}
	return strings.Join(out, "; ")
}

// partOf makes candidates out of the entity that an unknown thing belongs to.
func partOf(c Candidate, how How, rest string) Candidate {
	c.How, c.Part, c.Score = how, true, round(c.Score/2)
	c.Note = fmt.Sprintf("%s of %s", rest, c.Entity.Name)
	return c
}
