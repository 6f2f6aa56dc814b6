package resolve_test

import (
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/resolve"
)

func TestMeaning(t *testing.T) {
	known := resolve.NewKnown(small())
	bodies := append(ecosystem.OrganizationKinds(), ecosystem.Platform)
	for name, test := range map[string]struct {
		kinds []ecosystem.Kind
		want  string
	}{
		"浙工大":          {bodies, "org:zjut"},
		"淅江大学":         {bodies, "org:zju"},
		"浙江大学化工学院":     {bodies, ""}, // a part says nothing of the whole
		"依托浙江大学建设的实验室": {bodies, ""},
		"农科院":          {bodies, ""},
		"新一代信息技术产业":    {[]ecosystem.Kind{ecosystem.TechnologyField}, ""}, // bodies only
		"没有这个单位":       {bodies, ""},
	} {
		got := ""
		if e := known.Meaning(name, test.kinds...); e != nil {
			got = e.ID
		}
		if got != test.want {
			t.Errorf("%s means %q, want %q", name, got, test.want)
		}
	}
	if found := known.Find("浙工大"); len(found) > 0 {
		t.Errorf("Find is exact, but it found %v", found[0].ID)
	}
}
