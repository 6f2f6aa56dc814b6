package match

import (
	"slices"
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
)

func TestReasonsAgainst(t *testing.T) {
	needs := needsOf(0.7, 0.3)
	partner := body("x")
	strong := proof("s", ByDiscipline, needs[0].Field, partner, 0.9)
	lab := proof("l", ByPlatform, needs[0].Field, partner, 0.6)
	named := lab
	named.Named = "陶瓷"
	project := proof("j", ByProject, needs[0].Field, partner, 0.3)
	second := proof("o", ByPlatform, needs[1].Field, partner, 0.9)
	tie := proof("t", ByPeerTie, needs[0].Field, partner, 0.9)
	elsewhere := proof("e", ByHomeTie, nil, partner, 0.9)
	planned := proof("p", ByPeerTie, needs[0].Field, partner, 0.5)
	planned.Path.Steps[1] = edge("p", partner, 0.5, 0.9, ecosystem.Planned)
	weak := proof("w", ByDiscipline, needs[0].Field, partner, 0.4)
	unchecked := proof("u", ByDiscipline, needs[0].Field, partner, 0.95)
	unchecked.Path.Steps[1] = edge("u", partner, 0.95, ecosystem.ConfidenceNotRechecked, "")
	far := candidate("x", strong, named, second, tie)
	far.Place.Kilometres = 900
	branched := candidate("x", strong, named, second, tie)
	branched.Place = Place{Kilometres: 900, Branch: &tie}
	for name, c := range map[string]struct {
		candidate Candidate
		want      []ReasonCode
	}{
		"nothing":                       {candidate("x", strong, named, second, tie), nil},
		"weak in the core":              {candidate("x", weak, second, tie), []ReasonCode{WeakInCore}},
		"only disciplines":              {candidate("x", strong, second, tie), []ReasonCode{BroadOnly}},
		"a platform of another name":    {candidate("x", strong, lab, second, tie), []ReasonCode{BroadOnly}},
		"a project of the field":        {candidate("x", strong, lab, project, second, tie), nil},
		"no tie":                        {candidate("x", strong, named, second), []ReasonCode{NoTie}},
		"only planned ties":             {candidate("x", strong, named, second, planned), []ReasonCode{PlannedTies}},
		"a real tie beside":             {candidate("x", strong, named, second, planned, tie), nil},
		"ties of other fields":          {candidate("x", strong, named, second, elsewhere), []ReasonCode{TiesElse}},
		"planned here, real elsewhere":  {candidate("x", strong, named, second, planned, elsewhere), []ReasonCode{TiesElse}},
		"unchecked":                     {candidate("x", unchecked, tie), []ReasonCode{BroadOnly, NotCovering, Unchecked}},
		"the best is unchecked":         {candidate("x", unchecked, named, second, tie), []ReasonCode{Unchecked}},
		"something weaker is unchecked": {candidate("x", proof("c", ByPlatform, needs[0].Field, partner, 1), unchecked, project, second, tie), nil},
		"far":                           {far, []ReasonCode{Far}},
		"far, with a branch":            {branched, nil},
		"nothing at all":                {candidate("x"), []ReasonCode{WeakInCore, NotCovering, NoTie}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []ReasonCode
			for _, r := range reasonsAgainst(c.candidate, needs) {
				got = append(got, r.Code)
				if r.Text.Zh == "" || r.Text.En == "" {
					t.Errorf("%s has no words", r.Code)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestReasonsFor(t *testing.T) {
	needs := needsOf(0.3, 0.7)
	partner := body("x")
	c := candidate("x",
		proof("a", ByDiscipline, needs[0].Field, partner, 0.9),
		proof("b", ByPlatform, needs[1].Field, partner, 0.9),
		proof("c", ByPlatform, needs[1].Field, partner, 0.5),
		proof("d", ByOwnTie, nil, partner, 0.9))
	c.Place.Kilometres = 100
	branch := proof("br", ByHomeTie, nil, partner, 0.9)
	branch.Path.Start = body("branch")
	c.Place.Branch = &branch
	want := []struct {
		code ReasonCode
		says string
	}{
		{ReasonCode(ByPlatform), "承建“领域1”领域平台“学科b”，另有1项依据"},
		{ReasonCode(ByDiscipline), "优势学科“学科a”（A）支撑“领域0”领域"},
		{ReasonCode(ByOwnTie), "单位home"},
		{HasBranch, "单位branch"},
		{Near, "约100公里"},
	}
	got := reasonsFor(c, needs)
	if len(got) != len(want) {
		t.Fatalf("%d reasons, want %d: %+v", len(got), len(want), got)
	}
	for i, r := range got {
		if r.Code == HasBranch && (len(r.Evidence) != 1 || len(r.Evidence[0].Path.Steps[0].Relation.Sources) == 0) {
			t.Errorf("the branch rests on %+v, want the tie with its source", r.Evidence)
		}
		if r.Code != want[i].code || !strings.Contains(r.Text.Zh, want[i].says) || r.Text.En == "" {
			t.Errorf("%d: %s %q / %q, want %s with %q", i, r.Code, r.Text.Zh, r.Text.En, want[i].code, want[i].says)
		}
	}
}

// TestServesAll: what serves every field says so once, of no field.
func TestServesAll(t *testing.T) {
	needs := needsOf(0.3, 0.7)
	partner := body("x")
	var both []Evidence
	for _, n := range needs {
		e := proof("place", ByOwnField, n.Field, partner, 1)
		e.Path.Steps = e.Path.Steps[1:]
		e.Path.Steps[0].Relation.Type = ecosystem.LocatedIn
		both = append(both, e)
	}
	got := reasonsFor(candidate("x", both...), needs)
	if len(got) != 1 || got[0].Field != nil || !strings.Contains(got[0].Text.Zh, "面向各领域") || len(got[0].Evidence) != 1 {
		t.Errorf("%+v", got)
	}
}
