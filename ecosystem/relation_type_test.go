package ecosystem_test

import (
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
)

func TestRelationTypesAreDeclaredOnce(t *testing.T) {
	seen, chinese := map[ecosystem.RelationType]bool{}, map[string]ecosystem.RelationType{}
	for _, info := range ecosystem.RelationTypes() {
		if seen[info.Type] {
			t.Errorf("%s is declared twice", info.Type)
		}
		if other, ok := chinese[info.Chinese]; ok {
			t.Errorf("%s and %s share the term %s", other, info.Type, info.Chinese)
		}
		if len(info.Ends) == 0 {
			t.Errorf("%s allows no ends", info.Type)
		}
		for _, ends := range info.Ends {
			for _, k := range append(append([]ecosystem.Kind{}, ends.From...), ends.To...) {
				if !k.Valid() {
					t.Errorf("%s names the unknown kind %q", info.Type, k)
				}
			}
		}
		seen[info.Type], chinese[info.Chinese] = true, info.Type
	}
	if got, want := len(seen), 15; got != want {
		t.Errorf("%d relation types, the vocabulary has %d", got, want)
	}
}

func TestAllowedEnds(t *testing.T) {
	tests := []struct {
		relation ecosystem.RelationType
		from, to ecosystem.Kind
		want     bool
	}{
		{ecosystem.LocatedIn, ecosystem.Hospital, ecosystem.Region, true},
		{ecosystem.LocatedIn, ecosystem.Platform, ecosystem.IndustryCluster, true},
		{ecosystem.LocatedIn, ecosystem.Platform, ecosystem.University, false},
		{ecosystem.PartOf, ecosystem.Region, ecosystem.Region, true},
		{ecosystem.PartOf, ecosystem.Hospital, ecosystem.University, true},
		{ecosystem.PartOf, ecosystem.Platform, ecosystem.IndustryCluster, true},
		{ecosystem.PartOf, ecosystem.IndustryCluster, ecosystem.Platform, false},
		{ecosystem.PartOf, ecosystem.Platform, ecosystem.University, false},
		{ecosystem.PartOf, ecosystem.TechnologyField, ecosystem.Region, false},
		{ecosystem.InField, ecosystem.KeyProject, ecosystem.TechnologyField, true},
		{ecosystem.InField, ecosystem.TechnologyField, ecosystem.KeyProject, false},
		{ecosystem.InField, ecosystem.Discipline, ecosystem.TechnologyField, false},
		{ecosystem.StrongIn, ecosystem.University, ecosystem.Discipline, true},
		{ecosystem.StrongIn, ecosystem.ResearchInstitute, ecosystem.Discipline, true},
		{ecosystem.StrongIn, ecosystem.Enterprise, ecosystem.Discipline, false},
		{ecosystem.StrongIn, ecosystem.Hospital, ecosystem.Discipline, false},
		{ecosystem.AppliesTo, ecosystem.Discipline, ecosystem.TechnologyField, true},
		{ecosystem.AppliesTo, ecosystem.TechnologyField, ecosystem.Discipline, false},
		{ecosystem.HostedBy, ecosystem.ResearchInstitute, ecosystem.University, true},
		{ecosystem.HostedBy, ecosystem.Hospital, ecosystem.University, false},
		{ecosystem.HostedBy, ecosystem.Platform, ecosystem.Platform, false},
		{ecosystem.BuiltBy, ecosystem.Programme, ecosystem.Agency, true},
		{ecosystem.ReliesOn, ecosystem.TechnologyField, ecosystem.Hospital, true},
		{ecosystem.Links, ecosystem.IndustryCluster, ecosystem.Region, true},
		{ecosystem.Targets, ecosystem.Policy, ecosystem.Indicator, true},
		{ecosystem.Targets, ecosystem.Indicator, ecosystem.Policy, false},
		{ecosystem.IssuedBy, ecosystem.Policy, ecosystem.Agency, true},
		{ecosystem.IssuedBy, ecosystem.Policy, ecosystem.Enterprise, false},
		{ecosystem.Implements, ecosystem.Enterprise, ecosystem.Policy, true},
		{ecosystem.Supports, ecosystem.Programme, ecosystem.Indicator, true},
		{ecosystem.Promotes, ecosystem.Agency, ecosystem.Platform, false},
		// Symmetric: what is declared in one direction may be written in both.
		{ecosystem.CooperatesWith, ecosystem.KeyProject, ecosystem.University, true},
		{ecosystem.CooperatesWith, ecosystem.University, ecosystem.KeyProject, true},
		{ecosystem.CooperatesWith, ecosystem.Platform, ecosystem.Platform, true},
		{ecosystem.CooperatesWith, ecosystem.KeyProject, ecosystem.KeyProject, false},
		{ecosystem.CooperatesWith, ecosystem.Region, ecosystem.University, false},
	}
	for _, test := range tests {
		info, ok := test.relation.Info()
		if !ok {
			t.Fatalf("%s is not declared", test.relation)
		}
		if got := info.Allows(test.from, test.to); got != test.want {
			t.Errorf("%s from %s to %s: allowed = %v, want %v", test.relation, test.from, test.to, got, test.want)
		}
	}
}

// A hierarchy that crossed families would let a walk up the fields end in a city.
func TestPartOfStaysWithinAFamily(t *testing.T) {
	info, _ := ecosystem.PartOf.Info()
	for _, from := range ecosystem.Kinds() {
		for _, to := range ecosystem.Kinds() {
			platformInCluster := from.Kind == ecosystem.Platform && to.Kind == ecosystem.IndustryCluster
			if info.Allows(from.Kind, to.Kind) && from.Family != to.Family && !platformInCluster {
				t.Errorf("PART_OF leads from %s to %s", from.Kind, to.Kind)
			}
		}
	}
}

func TestOnlySymmetricTypesRunBothWays(t *testing.T) {
	for _, info := range ecosystem.RelationTypes() {
		for _, from := range ecosystem.Kinds() {
			for _, to := range ecosystem.Kinds() {
				there, back := info.Allows(from.Kind, to.Kind), info.Allows(to.Kind, from.Kind)
				if info.Symmetric && there != back {
					t.Errorf("%s is symmetric but allows %s - %s in one direction only", info.Type, from.Kind, to.Kind)
				}
			}
		}
		if info.Symmetric != (info.Type == ecosystem.CooperatesWith) {
			t.Errorf("%s: symmetric = %v", info.Type, info.Symmetric)
		}
		if info.Valued != (info.Type == ecosystem.Targets) {
			t.Errorf("%s: valued = %v", info.Type, info.Valued)
		}
	}
}

func TestParseRelationType(t *testing.T) {
	for _, info := range ecosystem.RelationTypes() {
		for _, text := range []string{string(info.Type), strings.ToLower(string(info.Type)), " " + info.Chinese} {
			if got, ok := ecosystem.ParseRelationType(text); !ok || got != info.Type {
				t.Errorf("ParseRelationType(%q) = %q, %v; want %s", text, got, ok, info.Type)
			}
		}
	}
	for _, text := range []string{"", "LOCATED IN", "合作"} {
		if got, ok := ecosystem.ParseRelationType(text); ok {
			t.Errorf("ParseRelationType(%q) = %q, want nothing", text, got)
		}
	}
	if ecosystem.RelationType("KNOWS").Valid() {
		t.Error("KNOWS is taken for a relation type")
	}
}
