package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

// testPlaces is a plan of a few lines.
func testPlaces() places {
	plan := map[string]string{
		"§1": "规划", "专栏2": "平台", "专栏2.1": "创新平台：磁研院 软件园", "专栏2.1（1）": "软件园", "专栏2.1（2）": "“磁研院”等。",
		"专栏3": "载体", "专栏3（1）": "走廊：以高新区为核心",
		"一（一）": "回顾", "一（一）§1": "总述", "一（一）§2": "磁电产研院（临沂）等建成", "六": "产业", "六.2": "材料", "六.7": "木业",
	}
	return places{passage: func(locator string) (string, bool) {
		text, ok := plan[locator]
		return text, ok
	}}
}

func TestLocator(t *testing.T) {
	for place, want := range map[string]string{
		"专栏2": "专栏2", "专栏2(1)": "专栏2.1", "专栏3(1)": "专栏3（1）", "一.(一)": "一（一）", "六": "六", "六.7": "六.7", "标题": "§1",
	} {
		if got, err := testPlaces().locator(place); err != nil || got != want {
			t.Errorf("locator(%q) = %q, %v; want %q", place, got, err, want)
		}
	}
	for _, place := range []string{"", "专栏4", "专栏2(2)", "六.9", "一.(二)", "附件1", "专栏2.1"} {
		if got, err := testPlaces().locator(place); err == nil {
			t.Errorf("locator(%q) = %q, want an error", place, got)
		}
	}
}

func TestSharpen(t *testing.T) {
	tests := []struct {
		name, locator string
		names         []string
		want          ecosystem.Source
	}{
		{"item", "专栏2.1", []string{"软件园"}, ecosystem.Source{Locator: "专栏2.1（1）", Known: ecosystem.Stated}},
		{"item by an alias", "专栏2.1", []string{"磁电研究院", "磁", "磁研院"}, ecosystem.Source{Locator: "专栏2.1（2）", Known: ecosystem.Stated, PrintedName: "磁研院"}},
		{"item that bears the name", "专栏2.1", []string{"软件"}, ecosystem.Source{Locator: "专栏2.1（1）", Known: ecosystem.Implied}},
		{"brackets of another width", "一（一）", []string{"磁电产研院(临沂)"}, ecosystem.Source{Locator: "一（一）§2", Known: ecosystem.Stated}},
		{"no level below", "专栏3（1）", []string{"高新区"}, ecosystem.Source{Locator: "专栏3（1）", Known: ecosystem.Stated}},
		{"not printed", "专栏3（1）", []string{"高新区管委会"}, ecosystem.Source{Locator: "专栏3（1）", Known: ecosystem.Implied}},
	}
	for _, test := range tests {
		got := testPlaces().sharpen(ecosystem.Source{Locator: test.locator, Known: ecosystem.Stated}, test.names)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}
