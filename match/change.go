package match

import (
	"cmp"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/wording"
)

// ChangeKind is what would have to be otherwise.
type ChangeKind string

// The kinds of changes.
const (
	GainTie      ChangeKind = "GAIN_TIE"      // one more reported tie with the home region 新增一项已落实的合作
	GainPlatform ChangeKind = "GAIN_PLATFORM" // hosting a platform in the field of most weight 新承建一个该领域平台
	GainGrade    ChangeKind = "GAIN_GRADE"    // A+ in its best discipline of that field 优势学科升至 A+
	GainProject  ChangeKind = "GAIN_PROJECT"  // one project of that field 新参与一个该领域项目
	GainBranch   ChangeKind = "GAIN_BRANCH"   // a branch in the home region 在本地设立分支机构
	Lose         ChangeKind = "LOSE"          // the named evidence does not hold 该依据不成立
	NoSingle     ChangeKind = "NO_SINGLE"     // no single change would do 单项变化不足以改变名次
)

// Change is the smallest change of evidence after which a match passes the one above
// it, or falls behind the one below.
type Change struct {
	Kind     ChangeKind
	Up       bool
	Past     *ecosystem.Entity // the neighbour in the ranking
	Field    *ecosystem.Entity // what a gained discipline, platform or project is about; nil otherwise
	Evidence *Evidence         // what would be lost; nil for gains
	Gap      float64           // of the scores now, at least 0
	By       float64           // how far the change moves the score
	Rank     int               // with the change, all else as it is
	Text     wording.Sentence
}

// variant is a candidate as it would be after a change.
type variant struct {
	change Change
	as     Candidate
}

// changes finds what would move the i-th of a ranking past its neighbours.
func changes(ranking []scored, i int, needs []Need, w Weights) []Change {
	var found []Change
	if i > 0 {
		found = append(found, smallest(ranking, i, i-1, gains(ranking[i].Candidate, needs), needs, w))
	}
	if i+1 < len(ranking) {
		found = append(found, smallest(ranking, i, i+1, losses(ranking[i].Candidate), needs, w))
	}
	return found
}

// smallest picks, of the variants that move the i-th past its neighbour, the one
// that moves the score least.
func smallest(ranking []scored, i, neighbour int, variants []variant, needs []Need, w Weights) Change {
	now, other := ranking[i], ranking[neighbour]
	up := neighbour < i
	best := Change{Kind: NoSingle}
	for _, v := range variants {
		after := scored{v.as, v.as.Score(needs, w)}
		by := after.score - now.score
		if !up {
			by = -by
		}
		if by <= 0 || before(after, other) != up || best.Kind != NoSingle && by >= best.By {
			continue
		}
		best = v.change
		best.By = by
		best.Rank = rankOf(ranking, i, after)
	}
	best.Up, best.Past = up, other.Partner
	best.Gap = max(now.score-other.score, other.score-now.score)
	best.Text = changeText(best, now.Partner)
	return best
}

func before(a, b scored) bool {
	return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(a.Partner.ID, b.Partner.ID)) < 0
}

// rankOf is the place of the changed i-th among all others, from 1.
func rankOf(ranking []scored, i int, after scored) int {
	rank := 1
	for j, other := range ranking {
		if j != i && before(other, after) {
			rank++
		}
	}
	return rank
}

// gains are the candidate with one more piece of evidence each.
func gains(c Candidate, needs []Need) []variant {
	if len(needs) == 0 {
		return nil
	}
	heaviest := needs[0]
	for _, n := range needs[1:] {
		if n.Weight > heaviest.Weight {
			heaviest = n
		}
	}
	all := []variant{{Change{Kind: GainTie}, c.with(Evidence{Ground: ByHomeTie, Weight: 1})}}
	all = append(all,
		variant{Change{Kind: GainPlatform, Field: heaviest.Field}, c.with(Evidence{Ground: ByPlatform, Need: heaviest.Field.ID, Weight: 1})},
		variant{Change{Kind: GainProject, Field: heaviest.Field}, c.with(Evidence{Ground: ByProject, Need: heaviest.Field.ID, Weight: 1})})
	if e, ok := c.best(ByDiscipline, heaviest.Field.ID); ok {
		if grade := e.Path.Steps[len(e.Path.Steps)-1].Relation.Weight; grade < 1 {
			better := e
			better.Weight = e.Weight / grade
			raised := c.without(e).with(better)
			all = append(all, variant{Change{Kind: GainGrade, Field: heaviest.Field}, raised})
		}
	}
	if c.Place.Branch == nil {
		near := c
		near.Place.Branch = &Evidence{}
		all = append(all, variant{Change{Kind: GainBranch}, near})
	}
	return all
}

// losses are the candidate with one piece of evidence less each.
func losses(c Candidate) []variant {
	var all []variant
	for i := range c.Evidence {
		e := c.Evidence[i]
		all = append(all, variant{Change{Kind: Lose, Evidence: &e}, c.without(e)})
	}
	return all
}

// best is the strongest evidence of a key.
func (c Candidate) best(g Ground, need string) (Evidence, bool) {
	found, ok := Evidence{}, false
	for _, e := range c.Evidence {
		if e.Ground == g && e.Need == need && (!ok || e.Weight > found.Weight) {
			found, ok = e, true
		}
	}
	return found, ok
}

func (c Candidate) with(e Evidence) Candidate {
	c.Sums = slices.Clone(c.Sums)
	*c.Sums.at(Key{e.Ground, e.Need}) += e.Ground.counts(e.Weight)
	c.Evidence = append(slices.Clip(c.Evidence), e)
	return c
}

func (c Candidate) without(e Evidence) Candidate {
	c.Sums = slices.Clone(c.Sums)
	sum := c.Sums.at(Key{e.Ground, e.Need})
	*sum = max(0, *sum-e.Ground.counts(e.Weight))
	i := slices.IndexFunc(c.Evidence, func(o Evidence) bool { return sameEvidence(o, e) })
	c.Evidence = slices.Delete(slices.Clone(c.Evidence), i, i+1)
	if b := c.Place.Branch; b != nil && e.Ground.IsTie() && sameSteps(*b, e) {
		c.Place.Branch = nil
	}
	return c
}

func sameEvidence(a, b Evidence) bool {
	return a.Ground == b.Ground && a.Need == b.Need && a.Weight == b.Weight && sameSteps(a, b)
}

func sameSteps(a, b Evidence) bool {
	return slices.EqualFunc(a.Path.Steps, b.Path.Steps, func(x, y store.Edge) bool { return x.Relation.ID == y.Relation.ID })
}
