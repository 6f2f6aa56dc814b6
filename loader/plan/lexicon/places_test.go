package lexicon

import (
	"testing"

	"github.com/innograph/innograph/ecosystem"
)

func TestCoinedPlaces(t *testing.T) {
	l := load(t)
	for name, want := range map[string]ecosystem.Kind{
		"甬畔数智谷": ecosystem.IndustryCluster, "太湖湾科创港": ecosystem.IndustryCluster,
		"淮畔中试城": ecosystem.Platform, // kinds.csv goes before the pair
		"甬江实验室": ecosystem.Platform, "甬江风景": "",
	} {
		if got, _ := l.KindOf(name); got != want {
			t.Errorf("KindOf(%s) = %q, want %q", name, got, want)
		}
	}
}

func TestSectors(t *testing.T) {
	l := load(t)
	for heading, want := range map[string]bool{"工业": true, "农业与社会发展": true, "民生科技": true, "现代农业": false, "新材料": false, "新材料与装备": false} {
		if got := l.Sector(heading); got != want {
			t.Errorf("Sector(%s) = %t, want %t", heading, got, want)
		}
	}
	for title, want := range map[string]string{"农业与社会发展重点科技项目": "", "新材料技术重点项目": "新材料技术"} {
		if got := l.FieldOfTitle(title); got != want {
			t.Errorf("FieldOfTitle(%s) = %q, want %q", title, got, want)
		}
	}
}

func TestCitedTypes(t *testing.T) {
	l := load(t)
	for _, title := range []string{"科学技术进步法", "东江市科技创新券实施细则"} {
		if _, ok := l.CitedType(title); !ok {
			t.Errorf("%s is no kind of document that is cited", title)
		}
	}
	if _, ok := l.DocumentType("关于印发东江市科技创新规划的通知"); ok {
		t.Error("a notice is taken for a plan")
	}
}
