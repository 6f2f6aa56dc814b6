package ecosystem_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

func TestKindsAreDeclaredOnce(t *testing.T) {
	labels, chinese := map[string]ecosystem.Kind{}, map[string]ecosystem.Kind{}
	enum, label := regexp.MustCompile(`^[A-Z]+(_[A-Z]+)*$`), regexp.MustCompile(`^[A-Z][A-Za-z]+$`)
	for _, info := range ecosystem.Kinds() {
		if !enum.MatchString(string(info.Kind)) {
			t.Errorf("%q is not in upper snake case", info.Kind)
		}
		if !label.MatchString(info.Label) {
			t.Errorf("label %q of %s is no type name", info.Label, info.Kind)
		}
		if got := strings.ReplaceAll(string(info.Kind), "_", ""); !strings.EqualFold(got, info.Label) {
			t.Errorf("kind %s and label %s are not the same word", info.Kind, info.Label)
		}
		if other, ok := labels[info.Label]; ok {
			t.Errorf("%s and %s share the label %s", other, info.Kind, info.Label)
		}
		if other, ok := chinese[info.Chinese]; ok {
			t.Errorf("%s and %s share the term %s", other, info.Kind, info.Chinese)
		}
		labels[info.Label], chinese[info.Chinese] = info.Kind, info.Kind
	}
	if got, want := len(labels), 15; got != want {
		t.Errorf("%d kinds, the vocabulary has %d", got, want)
	}
}

// An id must tell the family, or a lookup by id could not say what it is about.
func TestPrefixBelongsToOneFamily(t *testing.T) {
	prefixOf, familyOf := map[ecosystem.Family]string{}, map[string]ecosystem.Family{}
	for _, info := range ecosystem.Kinds() {
		if have, ok := prefixOf[info.Family]; ok && have != info.Prefix {
			t.Errorf("family %s has the prefixes %q and %q", info.Family, have, info.Prefix)
		}
		if have, ok := familyOf[info.Prefix]; ok && have != info.Family {
			t.Errorf("prefix %q belongs to %s and %s", info.Prefix, have, info.Family)
		}
		if !strings.HasSuffix(info.Prefix, ":") || strings.Count(info.Prefix, ":") != 1 {
			t.Errorf("prefix %q of %s must end in its only colon", info.Prefix, info.Kind)
		}
		prefixOf[info.Family], familyOf[info.Prefix] = info.Prefix, info.Family
	}
	if familyOf[ecosystem.DocumentPrefix] != "" {
		t.Errorf("%q is the prefix of documents and of a kind", ecosystem.DocumentPrefix)
	}
}

func TestOrganizationKinds(t *testing.T) {
	want := []ecosystem.Kind{
		ecosystem.University, ecosystem.ResearchInstitute, ecosystem.Enterprise,
		ecosystem.Hospital, ecosystem.Agency, ecosystem.Association,
	}
	if diff := cmp.Diff(want, ecosystem.OrganizationKinds()); diff != "" {
		t.Errorf("organization kinds (-want +got):\n%s", diff)
	}
	for _, info := range ecosystem.Kinds() {
		if got, want := info.Kind.IsOrganization(), info.Prefix == "org:"; got != want {
			t.Errorf("%s.IsOrganization() = %v with the prefix %s", info.Kind, got, info.Prefix)
		}
	}
	if ecosystem.Kind("FACTORY").IsOrganization() || ecosystem.Kind("FACTORY").Valid() {
		t.Error("FACTORY is taken for a kind")
	}
}

func TestParseKind(t *testing.T) {
	for _, info := range ecosystem.Kinds() {
		for _, text := range []string{
			string(info.Kind), strings.ToLower(string(info.Kind)), info.Label,
			strings.ToLower(info.Label), info.Chinese, "  " + info.Chinese + " ",
		} {
			if got, ok := ecosystem.ParseKind(text); !ok || got != info.Kind {
				t.Errorf("ParseKind(%q) = %q, %v; want %s", text, got, ok, info.Kind)
			}
		}
	}
	for _, text := range []string{"", " ", "universities", "高等学校", "UNIVERSITY;PLATFORM"} {
		if got, ok := ecosystem.ParseKind(text); ok {
			t.Errorf("ParseKind(%q) = %q, want nothing", text, got)
		}
	}
}

// Callers get their own copy: nobody can change the vocabulary for the others.
func TestVocabularyCannotBeChangedFromOutside(t *testing.T) {
	ecosystem.Kinds()[0].Prefix = "spoilt:"
	ecosystem.OrganizationKinds()[0] = "SPOILT"
	ecosystem.RelationTypes()[0].Ends[0].From[0] = "SPOILT"
	ecosystem.Strengths()[0].Weight = 0
	if got := ecosystem.Kinds()[0].Prefix; got != "org:" {
		t.Errorf("the prefix of the first kind became %q", got)
	}
	if got := ecosystem.OrganizationKinds()[0]; got != ecosystem.University {
		t.Errorf("the first organization kind became %q", got)
	}
	info, _ := ecosystem.LocatedIn.Info()
	if !info.Allows(ecosystem.University, ecosystem.Region) {
		t.Error("the ends of LOCATED_IN were changed")
	}
	if got := ecosystem.DefaultWeight("A+", ""); got != 1 {
		t.Errorf("the weight of A+ became %g", got)
	}
}
