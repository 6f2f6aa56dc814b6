package match

import (
	"math"

	"github.com/innograph/innograph/ecosystem"
)

// Component is one part of a score.
type Component string

// The components, in the order in which they are told.
const (
	FieldFit    Component = "FIELD_FIT"    // 领域契合
	Strength    Component = "STRENGTH"     // 能力强度
	Ties        Component = "TIES"         // 既有合作
	TrackRecord Component = "TRACK_RECORD" // 相关业绩
	Reach       Component = "REACH"        // 地域可达
)

// Components lists the components in order.
func Components() []Component {
	return []Component{FieldFit, Strength, Ties, TrackRecord, Reach}
}

// Chinese is what officers call the component.
func (c Component) Chinese() string {
	switch c {
	case FieldFit:
		return "领域契合"
	case Strength:
		return "能力强度"
	case Ties:
		return "既有合作"
	case TrackRecord:
		return "相关业绩"
	case Reach:
		return "地域可达"
	default:
		return string(c)
	}
}

// Weights says how much each component counts: numbers of at least 0, not all 0.
// Only their ratios matter.
type Weights struct{ FieldFit, Strength, Ties, TrackRecord, Reach float64 }

// DefaultWeights counts first whether a partner works in the very field and how
// well, then whether a way to it exists already. docs/matching.md tells how they
// were checked.
func DefaultWeights() Weights {
	return Weights{FieldFit: 0.35, Strength: 0.20, Ties: 0.20, TrackRecord: 0.15, Reach: 0.10}
}

// Of is the weight of a component.
func (w Weights) Of(c Component) float64 {
	switch c {
	case FieldFit:
		return w.FieldFit
	case Strength:
		return w.Strength
	case Ties:
		return w.Ties
	case TrackRecord:
		return w.TrackRecord
	case Reach:
		return w.Reach
	default:
		return 0
	}
}

func (w Weights) sum() float64 {
	total := 0.0
	for _, c := range Components() {
		total += w.Of(c)
	}
	return total
}

// Check refuses weights that make no score: BAD_INPUT.
func (w Weights) Check() error {
	for _, c := range Components() {
		if v := w.Of(c); v < 0 || math.IsNaN(v) || math.IsInf(v, 0) {
			return ecosystem.Errorf(ecosystem.CodeBadInput, "the weight of %s (%s) is %v; weights are numbers of 0 or more", c, c.Chinese(), v)
		}
	}
	if sum := w.sum(); sum <= 0 || math.IsInf(sum, 0) {
		return ecosystem.Errorf(ecosystem.CodeBadInput, "the weights add up to %v; at least one must be above 0", sum)
	}
	return nil
}
