package wording_test

import (
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/wording"
)

func TestTie(t *testing.T) {
	a, b := &ecosystem.Entity{Name: "甲", NameEn: "A"}, &ecosystem.Entity{Name: "乙"}
	for _, test := range []struct {
		relation ecosystem.Relation
		zh, en   string
	}{
		{ecosystem.Relation{Type: ecosystem.CooperatesWith, Label: "联合攻关", Year: 2021}, "甲与乙有联系：联合攻关（2021年）", "A cooperates with 乙 (联合攻关) (2021)"},
		{ecosystem.Relation{Type: ecosystem.CooperatesWith, Status: ecosystem.Planned}, "规划中：甲与乙有联系：合作", "planned: A cooperates with 乙 (合作)"},
		{ecosystem.Relation{Type: ecosystem.HostedBy}, "甲依托乙建设", "A is hosted by 乙"},
		{ecosystem.Relation{Type: ecosystem.BuiltBy, Status: ecosystem.Built}, "甲由乙承建", "A is built by 乙"},
		{ecosystem.Relation{Type: ecosystem.ReliesOn, Status: ecosystem.Promoted}, "规划中：甲依托乙", "planned: A relies on 乙"},
		{ecosystem.Relation{Type: ecosystem.PartOf}, "甲隶属乙", "A is part of 乙"},
		{ecosystem.Relation{Type: ecosystem.Links}, "甲—联动/聚合→乙", "A LINKS 乙"},
	} {
		if got := wording.Tie(&test.relation, a, b); got != wording.Say(test.zh, test.en) {
			t.Errorf("%s is told as %+v", test.relation.Type, got)
		}
	}
}

func TestStrengthAndDecimal(t *testing.T) {
	for word, want := range map[string]string{"": "", "A+": "（A+）", "field_core": "（主要方向）", "national_key_lab": "（全国重点实验室）"} {
		if got := wording.Strength(&ecosystem.Relation{Strength: word}).Zh; got != want {
			t.Errorf("%q is told as %q", word, got)
		}
	}
	for number, want := range map[float64]string{1: "1", 0.5: "0.5", 0.855: "0.86", 0.304: "0.3", 0: "0"} {
		if got := wording.Decimal(number); got != want {
			t.Errorf("%g is written %q, want %q", number, got, want)
		}
	}
	if got := wording.Say("一。", "One.").Add(wording.Say("二。", "Two.")); got != wording.Say("一。二。", "One. Two.") {
		t.Errorf("joined: %+v", got)
	}
}
