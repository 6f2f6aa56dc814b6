package match

import (
	"cmp"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/wording"
)

// ReasonCode says what a reason is about, for programs.
type ReasonCode string

// Reasons for a partner are the grounds; these speak for it too, or against it.
const (
	HasBranch   ReasonCode = "BRANCH"         // a branch in the home region 本地有分支机构
	Near        ReasonCode = "NEAR"           // not far 距离较近
	WeakInCore  ReasonCode = "WEAK_IN_CORE"   // no strong discipline and no platform for the field of most weight 核心领域缺少优势学科或平台
	BroadOnly   ReasonCode = "BROAD_ONLY"     // strong in the field, but nothing on record names the matter itself 方向待核实
	NotCovering ReasonCode = "NOT_COVERING"   // hardly anything for a field that is needed 未覆盖部分需求
	NoTie       ReasonCode = "NO_TIE"         // no tie with the home region 尚无合作
	PlannedTies ReasonCode = "PLANNED_TIES"   // only planned ones 合作仅停留在规划
	TiesElse    ReasonCode = "TIES_ELSEWHERE" // reported ones only with bodies of other fields 合作均在其他领域
	Unchecked   ReasonCode = "UNCHECKED"      // what speaks for it, or the best of it, rests on lists that were not re-checked 依据未复核
	Far         ReasonCode = "FAR"            // far away 距离较远
)

// Bounds of what is called near, far, strong, and hardly anything.
const (
	nearKilometres = 300.0
	farKilometres  = 600.0
	strongGrade    = 0.8 // A- and better
	hardly         = 0.1
)

// Reason is one thing that speaks for a partner or against it.
type Reason struct {
	Code      ReasonCode
	Component Component
	Field     *ecosystem.Entity // what it is about; nil for ties, places and what serves all fields
	Evidence  []Evidence        // what it rests on; empty when the reason is that there is none
	Text      wording.Sentence
}

// reasonsFor tells the strongest evidence of each ground and field, the heavier
// fields first, then ties, then the place.
func reasonsFor(c Candidate, needs []Need) []Reason {
	var out []Reason
	broker := false
	for _, n := range heaviestFirst(needs) {
		for _, g := range fieldGrounds() {
			e, ok := c.best(g, n.Field.ID)
			if !ok || e.servesAll() && broker {
				continue
			}
			r := Reason{
				Code: ReasonCode(g), Component: g.components()[len(g.components())-1], Field: n.Field,
				Evidence: []Evidence{e}, Text: groundText(e, n.Field, c.more(g, n.Field.ID)),
			}
			if e.servesAll() {
				r.Field, broker = nil, true
			}
			out = append(out, r)
		}
	}
	out = append(out, tieReasons(c, needs)...)
	if b := c.Place.Branch; b != nil && b.Path.Start != nil {
		out = append(out, Reason{Code: HasBranch, Component: Reach, Evidence: []Evidence{*b}, Text: branchText(b.Path.Start)})
	}
	if km := c.Place.Kilometres; km >= 0 && km <= nearKilometres {
		out = append(out, Reason{Code: Near, Component: Reach, Text: distanceText(c.Place, true)})
	}
	return out
}

// tieReasons tells the strongest tie of each ground; one that is told already as a
// peer's is not told again as a neighbour's.
func tieReasons(c Candidate, needs []Need) []Reason {
	var out []Reason
	told := map[string]bool{}
	tell := func(g Ground, need *ecosystem.Entity, id string) {
		e, ok := c.best(g, id)
		relation := ""
		if ok {
			relation = e.Path.Steps[len(e.Path.Steps)-1].Relation.ID
		}
		if !ok || told[relation] {
			return
		}
		told[relation] = true
		out = append(out, Reason{Code: ReasonCode(g), Component: Ties, Field: need, Evidence: []Evidence{e}, Text: tieText(e, c.more(g, id))})
	}
	tell(ByOwnTie, nil, "")
	for _, n := range heaviestFirst(needs) {
		tell(ByPeerTie, n.Field, n.Field.ID)
	}
	tell(ByHomeTie, nil, "")
	return out
}

// IsTie reports whether the ground is a tie with the home region.
func (g Ground) IsTie() bool { return g == ByOwnTie || g == ByPeerTie || g == ByHomeTie }

// more is how many further paths of a key were kept.
func (c Candidate) more(g Ground, need string) int {
	n := -1
	for _, e := range c.Evidence {
		if e.Ground == g && e.Need == need {
			n++
		}
	}
	return n
}

func heaviestFirst(needs []Need) []Need {
	sorted := slices.Clone(needs)
	slices.SortFunc(sorted, func(a, b Need) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Field.ID, b.Field.ID))
	})
	return sorted
}
