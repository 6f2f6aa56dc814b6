package answer

import (
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/entity"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/wording"
)

// MatchChange is what would move a match past its neighbour.
type MatchChange struct {
	match.Change
	in *changeLevels
}

type changeLevels struct {
	neighbours, fields *load.Level
	evidence           evidenceLevels
}

// changesOf works out the changes of the rows of a page.
func changesOf(l *load.Loaders, needs []match.Need, ranking match.Ranking, from, to int) [][]MatchChange {
	var neighbours, fields []*ecosystem.Entity
	var evidence []match.Evidence
	in := &changeLevels{}
	all := make([][]MatchChange, to-from)
	for i := range all {
		all[i] = []MatchChange{}
		for _, c := range ranking.Changes(from + i) {
			all[i] = append(all[i], MatchChange{c, in})
			neighbours = append(neighbours, c.Past)
			if c.Field != nil {
				fields = append(fields, c.Field)
			}
			if c.Evidence != nil {
				evidence = append(evidence, *c.Evidence)
			}
		}
	}
	in.neighbours, in.fields, in.evidence = l.Level(neighbours), l.Level(fields), evidenceLevelsOf(l, evidence, needs)
	return all
}

// Past is the neighbour.
func (c MatchChange) Past() entity.Entity { return entity.Of(c.Change.Past, c.in.neighbours) }

// Field is that of what would be gained; nil otherwise.
func (c MatchChange) Field() *entity.TechnologyField { return fieldOf(c.Change.Field, c.in.fields) }

// Evidence is what would not hold; nil for gains.
func (c MatchChange) Evidence() *MatchEvidence {
	if c.Change.Evidence == nil {
		return nil
	}
	return &MatchEvidence{*c.Change.Evidence, c.in.evidence}
}

// Gap is the difference of the scores now.
func (c MatchChange) Gap() float64 { return store.RoundScore(c.Change.Gap) }

// By is how far the change moves the score.
func (c MatchChange) By() float64 { return store.RoundScore(c.Change.By) }

// Rank is the place after the change; none when no single change would do.
func (c MatchChange) Rank() (int, bool) { return c.Change.Rank, c.Kind != match.NoSingle }

// Sentence is the change in words.
func (c MatchChange) Sentence() wording.Sentence { return c.Text }
