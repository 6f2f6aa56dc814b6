package match

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Ground is a named metapath along which evidence was found. In the metapaths a
// field may also be one just above or below the field that is needed.
type Ground string

// The grounds.
const (
	// ByDiscipline: field ←APPLIES_TO– discipline ←STRONG_IN– partner. 优势学科支撑
	ByDiscipline Ground = "DISCIPLINE"
	// ByPlatform: field ←IN_FIELD– platform or institute –HOSTED_BY|BUILT_BY|PART_OF→ partner. 承建平台、下属机构
	ByPlatform Ground = "PLATFORM"
	// ByOwnField: field ←IN_FIELD– partner. 本身从事该领域
	ByOwnField Ground = "OWN_FIELD"
	// ByProject: field ←IN_FIELD– project or cluster –BUILT_BY|HOSTED_BY|RELIES_ON|COOPERATES_WITH→ partner. 参与同类项目
	ByProject Ground = "PROJECT"
	// ByName: field –RELIES_ON|COOPERATES_WITH→ partner: a plan names it for the field. 规划点名依托
	ByName Ground = "NAMED"
	// ByOwnTie: the asking body – a tie → partner, or over one body between. 需求方已有合作
	ByOwnTie Ground = "OWN_TIE"
	// ByPeerTie: field ←IN_FIELD– a body of the home region – a tie → partner. 本地同行已有合作
	ByPeerTie Ground = "PEER_TIE"
	// ByHomeTie: any other body of the home region – a tie → partner. 本地单位已有合作
	ByHomeTie Ground = "HOME_TIE"
)

// Grounds lists the grounds in order.
func Grounds() []Ground {
	return []Ground{ByDiscipline, ByPlatform, ByOwnField, ByProject, ByName, ByOwnTie, ByPeerTie, ByHomeTie}
}

// Need is a technology field that a demand asks for.
type Need struct {
	Field  *ecosystem.Entity
	Weight float64 // above 0; those of a demand add up to 1
}

// Evidence is one path that speaks for a candidate.
type Evidence struct {
	Ground Ground
	Need   string // id of the field that it is about; empty for ties outside of a field
	// Path leads to the partner: from the field, from the asking body, or from the
	// body of the home region.
	Path store.Path
	// Weight of the path as it counts: in (0, 1], status and age included.
	Weight float64
	// Named is what the name of the platform or body has in common with the demand;
	// empty when nothing.
	Named string
}

// Key says what a sum of evidence is about.
type Key struct {
	Ground Ground
	Need   string // empty for ties outside of a field
}

// Sums tell for each key how much its evidence counts. A candidate has few keys: a list
// of them is sooner made and searched than a map.
type Sums []Sum

// Sum is how much the evidence of a key counts.
type Sum struct {
	Key   Key
	Count float64
}

// Of is the sum of a key, 0 when there is none.
func (s Sums) Of(k Key) float64 {
	for i := range s {
		if s[i].Key == k {
			return s[i].Count
		}
	}
	return 0
}

// at gives the sum of a key, to be changed.
func (s *Sums) at(k Key) *float64 {
	i := slices.IndexFunc(*s, func(have Sum) bool { return have.Key == k })
	if i < 0 {
		*s, i = append(*s, Sum{Key: k}), len(*s)
	}
	return &(*s)[i].Count
}

// Candidate is a possible partner with all that speaks for it.
type Candidate struct {
	Partner *ecosystem.Entity
	// Sums are of what the evidence of each key counts, see Add.
	Sums     Sums
	Evidence []Evidence // the strongest of each key
	Place    Place
}

// Add adds the evidence of one key. rest is the weight of further paths that are not
// listed, each no heavier than the lightest that is.
func (c *Candidate) Add(key Key, evidence []Evidence, rest float64) {
	sum, lightest := c.Sums.at(key), 1.0
	c.Evidence = append(c.Evidence, evidence...)
	for _, e := range evidence {
		*sum += key.Ground.counts(e.Weight)
		lightest = min(lightest, e.Weight)
	}
	// n paths of weight w count n·counts(w), which is rest·counts(w)/w.
	if lightest > 0 {
		*sum += rest * key.Ground.counts(lightest) / lightest
	}
}

// Place says where a candidate is, as seen from the home region.
type Place struct {
	Region     *ecosystem.Entity // nil: unknown
	Kilometres float64           // between the seats; negative: unknown
	Branch     *Evidence         // the tie from the partner's branch in the home region to the partner; nil: none is known
}

// Reported tells whether none of the path is only planned or promoted.
func (e Evidence) Reported() bool {
	for _, step := range e.Path.Steps {
		if s := step.Relation.Status; s == ecosystem.Planned || s == ecosystem.Promoted {
			return false
		}
	}
	return true
}

// servesAll tells whether the partner is one that works for every field, such as a
// technology transfer agency: what shows it is where it is, not what it works in.
func (e Evidence) servesAll() bool {
	return e.Ground == ByOwnField && e.Path.Steps[len(e.Path.Steps)-1].Relation.Type == ecosystem.LocatedIn
}

// Certainty is that of the weakest step, each taken by its surest source.
func (e Evidence) Certainty() ecosystem.Certainty {
	weakest := ecosystem.High
	for _, step := range e.Path.Steps {
		if len(step.Relation.Sources) == 0 {
			return ecosystem.Low
		}
		switch step.Relation.Sources[0].Certainty() {
		case ecosystem.Low:
			return ecosystem.Low
		case ecosystem.Medium:
			weakest = ecosystem.Medium
		default: // no weaker than the others
		}
	}
	return weakest
}
