package ecosystem_test

import (
	"math"
	"testing"

	"github.com/innograph/innograph/ecosystem"
)

func TestStrengths(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range ecosystem.Strengths() {
		if seen[s.Word] {
			t.Errorf("%s stands twice", s.Word)
		}
		seen[s.Word] = true
		if s.Weight <= 0 || s.Weight > 1 {
			t.Errorf("%s weighs %g, want above 0 and at most 1", s.Word, s.Weight)
		}
		if s.Basis == "" {
			t.Errorf("%s does not say what it means", s.Word)
		}
		if got, ok := ecosystem.StrengthOf(s.Word); !ok || got != s {
			t.Errorf("StrengthOf(%q) = %+v, %v", s.Word, got, ok)
		}
	}
	if s, ok := ecosystem.StrengthOf("A++"); ok {
		t.Errorf("StrengthOf(A++) = %+v, want nothing", s)
	}
}

// The order is what officers would say; a change of one number must not turn it.
func TestStrengthOrder(t *testing.T) {
	for _, order := range [][]string{
		{"A+", "双一流", "A", "A-", "B+", "field_core"},
		{"national_key_lab", "field_core"},
		{"共建机构", "联合攻关", "成果转化", "技术合作", "商谈", "考察交流", "产销合作"},
		{"分支机构", "联合攻关"},
	} {
		for i := 1; i < len(order); i++ {
			if a, b := ecosystem.DefaultWeight(order[i-1], ""), ecosystem.DefaultWeight(order[i], ""); a <= b {
				t.Errorf("%s weighs %g, not more than %s with %g", order[i-1], a, order[i], b)
			}
		}
	}
}

func TestDefaultWeight(t *testing.T) {
	tests := []struct {
		strength string
		status   ecosystem.Status
		want     float64
	}{
		{"", "", 1},
		{"A+", "", 1},
		{"联合攻关", "", 0.85},
		{"联合攻关", ecosystem.Planned, 0.425},
		{"", ecosystem.Planned, 0.5},
		{"", ecosystem.Promoted, 0.6},
		{"", ecosystem.UnderConstruction, 0.8},
		{"", ecosystem.Built, 1},
		{"", ecosystem.Upgraded, 1},
	}
	for _, test := range tests {
		if got := ecosystem.DefaultWeight(test.strength, test.status); math.Abs(got-test.want) > 1e-12 {
			t.Errorf("DefaultWeight(%q, %q) = %g, want %g", test.strength, test.status, got, test.want)
		}
	}
	for _, s := range ecosystem.Strengths() {
		for _, status := range ecosystem.Statuses() {
			if w := ecosystem.DefaultWeight(s.Word, ecosystem.Status(status.Name)); w <= 0 || w > s.Weight {
				t.Errorf("%s %s weighs %g, want above 0 and at most %g", s.Word, status.Name, w, s.Weight)
			}
		}
	}
}
