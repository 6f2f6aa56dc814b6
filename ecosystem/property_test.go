package ecosystem_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

func TestEveryPropertyIsDeclaredAndUsed(t *testing.T) {
	declared, used := map[string]bool{}, map[string]bool{}
	for _, p := range ecosystem.Properties() {
		if declared[p.Name] {
			t.Errorf("property %s is declared twice", p.Name)
		}
		declared[p.Name] = true
		if got, ok := ecosystem.PropertyNamed(p.Name); !ok || got != p {
			t.Errorf("PropertyNamed(%q) = %+v, %v", p.Name, got, ok)
		}
	}
	for _, info := range ecosystem.Kinds() {
		for _, p := range info.Properties {
			used[p.Name] = true
			if !declared[p.Name] {
				t.Errorf("%s has the property %s, which Properties() does not list", info.Kind, p.Name)
			}
			if !info.Kind.Has(p.Name) {
				t.Errorf("%s.Has(%q) = false", info.Kind, p.Name)
			}
		}
	}
	for name := range declared {
		if !used[name] {
			t.Errorf("no kind has the property %s", name)
		}
	}
	if ecosystem.Region.Has("website") || ecosystem.Kind("FACTORY").Has("website") {
		t.Error("a kind has a property that it does not declare")
	}
	if p, ok := ecosystem.PropertyNamed("colour"); ok {
		t.Errorf("PropertyNamed(colour) = %+v", p)
	}
}

// Columns that every entity has anyway must not be declared again for a kind.
func TestPropertiesDoNotRepeatCommonColumns(t *testing.T) {
	common := []string{
		"id", "kind", "name", "name_en", "aliases", "former_names", "printed_name", "region", "status",
		"status_date", "external_ids", "document", "locator", "known", "confidence", "note",
	}
	for _, name := range common {
		if _, ok := ecosystem.PropertyNamed(name); ok {
			t.Errorf("%s is a common column and a property", name)
		}
	}
}

func TestCanonical(t *testing.T) {
	number := ecosystem.Property{Name: "lat", Type: ecosystem.Number}
	integer := ecosystem.Property{Name: "year", Type: ecosystem.Integer}
	list := ecosystem.Property{Name: "tags", Type: ecosystem.List}
	text := ecosystem.Property{Name: "unit", Type: ecosystem.Text}
	tests := []struct {
		property  ecosystem.Property
		in, want  string
		wantError bool
	}{
		{number, "1.70", "1.7", false},
		{number, " 35.10 ", "35.1", false},
		{number, "1e3", "1000", false},
		{number, "-0.5", "-0.5", false},
		{number, "170", "170", false},
		{number, "1,70", "", true},
		{number, "", "", true},
		{number, "--", "", true},
		{number, "NaN", "", true},
		{number, "Inf", "", true},
		{number, "1.70*", "", true},
		{integer, "2025", "2025", false},
		{integer, " 02025", "2025", false},
		{integer, "2025.0", "", true},
		{integer, "2025年", "", true},
		{list, "985; 211 ;;985", "985;211", false},
		{list, " ; ", "", false},
		{text, "  件 ", "件", false},
		{text, "", "", false},
	}
	for _, test := range tests {
		got, err := test.property.Canonical(test.in)
		if got != test.want || (err != nil) != test.wantError {
			t.Errorf("%s.Canonical(%q) = %q, %v; want %q, error %v", test.property.Name, test.in, got, err, test.want, test.wantError)
			continue
		}
		if err != nil {
			continue
		}
		if again, err := test.property.Canonical(got); err != nil && got != "" || again != got {
			t.Errorf("%s.Canonical(%q) is not stable: %q, %v", test.property.Name, got, again, err)
		}
	}
}

func TestSplitList(t *testing.T) {
	for in, want := range map[string][]string{
		"":            nil,
		" ; ;":        nil,
		"浙大":          {"浙大"},
		"浙大; 浙江大学;浙大": {"浙大", "浙江大学"},
		"b;a":         {"b", "a"},
	} {
		if diff := cmp.Diff(want, ecosystem.SplitList(in)); diff != "" {
			t.Errorf("SplitList(%q) (-want +got):\n%s", in, diff)
		}
	}
}
