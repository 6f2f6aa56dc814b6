package resolve

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

func TestFind(t *testing.T) {
	x := NewIndex([]ecosystem.Entity{
		{ID: "org:zju", Kind: ecosystem.University, Name: "浙江大学", NameEn: "Zhejiang University", Aliases: []string{"浙大"}},
		{ID: "org:hit-weihai", Kind: ecosystem.University, Name: "哈尔滨工业大学（威海）", Aliases: []string{"哈工大（威海）"}},
		{ID: "org:zju-hospital", Kind: ecosystem.Hospital, Name: "浙江大学医院", Aliases: []string{"浙大"}},
		{ID: "region:371300", Kind: ecosystem.Region, Name: "临沂市", FormerNames: []string{"临沂地区"}},
		{ID: "org:zju", Kind: ecosystem.University, Name: "浙江大学", Aliases: []string{"求是书院"}}, // another row of the first
	})
	tests := []struct {
		name  string
		kinds []ecosystem.Kind
		want  []string
	}{
		{name: "浙江大学", want: []string{"org:zju"}},
		{name: " 浙江大学 ", want: []string{"org:zju"}},
		{name: "zhejiang university", want: []string{"org:zju"}},
		{name: "求是书院", want: []string{"org:zju"}},
		{name: "浙大", want: []string{"org:zju", "org:zju-hospital"}},
		{name: "浙大", kinds: []ecosystem.Kind{ecosystem.Hospital}, want: []string{"org:zju-hospital"}},
		{name: "浙大", kinds: []ecosystem.Kind{ecosystem.Region}},
		{name: "哈工大(威海)", want: []string{"org:hit-weihai"}},
		{name: "哈工大 [威海]", want: []string{"org:hit-weihai"}},
		{name: "临沂地区", want: []string{"region:371300"}},
		{name: "浙江"},
		{name: ""},
	}
	for _, test := range tests {
		var got []string
		for _, e := range x.Find(test.name, test.kinds...) {
			got = append(got, e.ID)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("Find(%q, %v) (-want +got):\n%s", test.name, test.kinds, diff)
		}
	}
}

func TestZeroIndexFindsNothing(t *testing.T) {
	var x Index
	if got := x.Find("浙江大学"); got != nil {
		t.Errorf("an empty index found %v", got)
	}
	if got := x.ByID("org:zju"); got != nil {
		t.Errorf("an empty index has %v", got)
	}
}
