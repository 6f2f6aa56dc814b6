package ecosystem

import "slices"

// StrengthWeight is the weight of one strength word.
type StrengthWeight struct {
	Word   string
	Weight float64
	Basis  string // what the word means
}

// Strengths is the one table that turns strength words into weights in (0, 1].
// Words of disciplines and words of cooperation stand in the same table; they
// do not overlap.
func Strengths() []StrengthWeight {
	return []StrengthWeight{
		{"A+", 1.00, "4th national discipline evaluation (2017), top 2 % or two"},
		{"双一流", 0.95, "Double First-Class discipline, 2nd round (2022)"},
		{"A", 0.90, "4th national discipline evaluation (2017), 2-5 %"},
		{"national_key_lab", 0.85, "hosts a national key laboratory of this discipline"},
		{"A-", 0.80, "4th national discipline evaluation (2017), 5-10 %"},
		{"B+", 0.65, "4th national discipline evaluation (2017), 10-20 %"},
		{"field_core", 0.40, "grade B and below, or a reading of name and mission"},

		{"共建机构", 1.00, "joint institution"},
		{"分支机构", 1.00, "branch of one at the other's place"},
		{"联合攻关", 0.85, "joint research project"},
		{"成果转化", 0.75, "technology transfer"},
		{"技术合作", 0.70, "technical cooperation"},
		{"商谈", 0.40, "talks"},
		{"考察交流", 0.35, "visit"},
		{"产销合作", 0.25, "trade, not research"},
	}
}

// StrengthOf looks a strength word up.
func StrengthOf(word string) (StrengthWeight, bool) {
	i := slices.IndexFunc(Strengths(), func(s StrengthWeight) bool { return s.Word == word })
	if i < 0 {
		return StrengthWeight{}, false
	}
	return Strengths()[i], true
}

// statusFactor makes what is only intended weigh less than what is reported.
func statusFactor(s Status) float64 {
	switch s {
	case Planned:
		return 0.5
	case Promoted:
		return 0.6
	case UnderConstruction:
		return 0.8
	default:
		return 1
	}
}

// DefaultWeight is the weight of a relation whose table row gives none: that of
// its strength word (1 without one), lowered for what is only intended.
func DefaultWeight(strength string, status Status) float64 {
	w := 1.0
	if s, ok := StrengthOf(strength); ok {
		w = s.Weight
	}
	return w * statusFactor(status)
}
