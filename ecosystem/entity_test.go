package ecosystem_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

// Equal entities must be equal values, in whatever order the rows came.
func TestNormalizeMakesEqualEntitiesEqual(t *testing.T) {
	a := ecosystem.Entity{
		ID: "org:zju", Kind: ecosystem.University, Name: "浙江大学",
		Aliases:     []string{"浙大", "求是园", "浙大"},
		ExternalIDs: []ecosystem.ExternalID{{"ror", "2"}, {"grid", "1"}, {"ror", "2"}},
		Properties:  map[string]string{},
		Sources:     []ecosystem.Source{{Document: "doc:b", Confidence: 0.5}, {Document: "doc:a", Confidence: 0.9}, {Document: "doc:b", Confidence: 0.5}},
	}
	b := ecosystem.Entity{
		ID: "org:zju", Kind: ecosystem.University, Name: "浙江大学",
		Aliases:     []string{"求是园", "浙大"},
		FormerNames: []string{},
		ExternalIDs: []ecosystem.ExternalID{{"grid", "1"}, {"ror", "2"}},
		Sources:     []ecosystem.Source{{Document: "doc:a", Confidence: 0.9}, {Document: "doc:b", Confidence: 0.5}},
	}
	a.Normalize()
	b.Normalize()
	if diff := cmp.Diff(a, b); diff != "" {
		t.Errorf("the same entity in another order differs (-a +b):\n%s", diff)
	}
	if a.Fingerprint() != b.Fingerprint() {
		t.Error("equal entities have different fingerprints")
	}
	b.StatusDate = "2021"
	if a.Fingerprint() == b.Fingerprint() {
		t.Error("a changed entity has the old fingerprint")
	}
}

func TestNormalizeLeavesTheCallersListsAlone(t *testing.T) {
	aliases := []string{"浙大", "求是园"}
	e := ecosystem.Entity{Aliases: aliases}
	e.Normalize()
	if diff := cmp.Diff([]string{"浙大", "求是园"}, aliases); diff != "" {
		t.Errorf("the caller's list was reordered (-want +got):\n%s", diff)
	}
}

func TestNames(t *testing.T) {
	e := ecosystem.Entity{Name: "上海大学", NameEn: "Shanghai University", Aliases: []string{"上大"}, FormerNames: []string{"上海工业大学"}}
	if diff := cmp.Diff([]string{"上海大学", "Shanghai University", "上大", "上海工业大学"}, e.Names()); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	e = ecosystem.Entity{Name: "上海大学"}
	if diff := cmp.Diff([]string{"上海大学"}, e.Names()); diff != "" {
		t.Errorf("names without the empty ones (-want +got):\n%s", diff)
	}
}

func TestPrintedNameIsThatOfTheSurestSource(t *testing.T) {
	e := ecosystem.Entity{Sources: []ecosystem.Source{
		{Document: "doc:a", Confidence: 0.5, PrintedName: "中科院计算所临沂所"},
		{Document: "doc:b", Confidence: 0.9},
		{Document: "doc:c", Confidence: 0.8, PrintedName: "中科院计算所临沂分所"},
	}}
	e.Normalize()
	if got, want := e.PrintedName(), "中科院计算所临沂分所"; got != want {
		t.Errorf("PrintedName() = %q, want %q", got, want)
	}
	if got := (&ecosystem.Entity{}).PrintedName(); got != "" {
		t.Errorf("PrintedName() without sources = %q", got)
	}
}

func TestCertainty(t *testing.T) {
	for confidence, want := range map[float64]ecosystem.Certainty{
		1: ecosystem.High, 0.85: ecosystem.High, 0.84: ecosystem.Medium, 0.51: ecosystem.Medium,
		ecosystem.ConfidenceNotRechecked: ecosystem.Low, 0.1: ecosystem.Low,
	} {
		if got := (ecosystem.Source{Confidence: confidence}).Certainty(); got != want {
			t.Errorf("confidence %g is %s, want %s", confidence, got, want)
		}
	}
}
