package ecosystem_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

func TestNormalizeLocator(t *testing.T) {
	for in, want := range map[string]string{
		"":              "",
		"六.7":           "六.7",
		" 专栏5.2(3) ":    "专栏5.2（3）",
		"专栏 5 . 2（3）":   "专栏5.2（3）",
		"专栏\u30003（1）":  "专栏3（1）",
		"四．1":           "四.1",
		"p.37":          "p.37",
		"四.1§12 p.37":   "四.1§12 p.37",
		"专栏 3（1）  p.37": "专栏3（1） p.37",
		"专栏3(1) p. 37":  "专栏3（1） p.37",
	} {
		got := ecosystem.NormalizeLocator(in)
		if got != want {
			t.Errorf("NormalizeLocator(%q) = %q, want %q", in, got, want)
		}
		if again := ecosystem.NormalizeLocator(got); again != got {
			t.Errorf("NormalizeLocator(%q) is not stable: %q", got, again)
		}
	}
}

func TestLocatorLevels(t *testing.T) {
	for in, want := range map[string][]string{
		"":          nil,
		"   ":       nil,
		"专栏9":       {"专栏9"},
		"专栏5.2（3）":  {"专栏5", "专栏5.2", "专栏5.2（3）"},
		"专栏5.2(3)":  {"专栏5", "专栏5.2", "专栏5.2（3）"},
		"专栏3（1）":    {"专栏3", "专栏3（1）"},
		"一（一）":      {"一", "一（一）"},
		"一（一）§3":    {"一", "一（一）", "一（一）§3"},
		"八.3§12":    {"八", "八.3", "八.3§12"},
		"§12":       {"§12"},
		"p.37":      {"p.37"},
		"平台!5":      {"平台", "平台!5"},
		"四.1§2 p.3": {"四", "四.1", "四.1§2", "p.3", "四.1§2 p.3"},
		"专栏10.12":   {"专栏10", "专栏10.12"},
		"十三.2（1）§4": {"十三", "十三.2", "十三.2（1）", "十三.2（1）§4"},
	} {
		if diff := cmp.Diff(want, ecosystem.LocatorLevels(in)); diff != "" {
			t.Errorf("LocatorLevels(%q) (-want +got):\n%s", in, diff)
		}
	}
}

func TestInSection(t *testing.T) {
	tests := []struct {
		locator, section string
		want             bool
	}{
		{"专栏5.2（3）", "专栏5", true},
		{"专栏5.2（3）", "专栏5.2", true},
		{"专栏5.2（3）", "专栏5.2(3)", true},
		{"专栏50", "专栏5", false},
		{"专栏5", "专栏50", false},
		{"专栏5.21", "专栏5.2", false},
		{"专栏5", "专栏5.2", false},
		{"专栏5.2", "专栏", false},
		{"十三.2", "十", false},
		{"六.7", "六", true},
		{"p.37", "p", false},
		{"四.1§2 p.37", "p.37", true},
		{"四.1§2 p.37", "p.3", false},
		{"四.1§2 p.37", "四.1", true},
		{"四.1§2 p.37", "四.1§2", true},
		{"", "专栏5", false},
		{"专栏5", "", false},
	}
	for _, test := range tests {
		if got := ecosystem.InSection(test.locator, test.section); got != test.want {
			t.Errorf("InSection(%q, %q) = %v, want %v", test.locator, test.section, got, test.want)
		}
	}
}

func TestSplitPage(t *testing.T) {
	for in, want := range map[string][2]string{
		"":            {"", ""},
		"四.1§2":       {"四.1§2", ""},
		"p.3":         {"", "p.3"},
		"四.1§2 p.3":   {"四.1§2", "p.3"},
		"专栏3（1） p.12": {"专栏3（1）", "p.12"},
	} {
		place, page := ecosystem.SplitPage(in)
		if place != want[0] || page != want[1] {
			t.Errorf("SplitPage(%q) = %q, %q, want %q", in, place, page, want)
		}
		if back := ecosystem.JoinPage(place, page); back != in {
			t.Errorf("JoinPage(%q, %q) = %q, want %q", place, page, back, in)
		}
	}
}
