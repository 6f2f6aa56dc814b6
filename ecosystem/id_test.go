package ecosystem_test

import (
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
)

func TestCheckID(t *testing.T) {
	tests := []struct {
		id   string
		kind ecosystem.Kind
		want string // part of the error; empty: the id is right
	}{
		{"org:zju", ecosystem.University, ""},
		{"org:zju", ecosystem.Enterprise, ""},
		{"field:it-software", ecosystem.TechnologyField, ""},
		{"region:371300", ecosystem.Region, ""},
		{ecosystem.YangtzeRiverDelta, ecosystem.Region, ""},
		{"discipline:0701", ecosystem.Discipline, ""},
		{"cluster:k_1.a-b", ecosystem.IndustryCluster, ""},
		{"platform:zju", ecosystem.University, `must begin with "org:"`},
		{"zju", ecosystem.University, `must begin with "org:"`},
		{"", ecosystem.Platform, `must begin with "platform:"`},
		{"org:", ecosystem.University, "has nothing after"},
		{"org:浙大", ecosystem.University, "may hold only"},
		{"org:ZJU", ecosystem.University, "may hold only"},
		{"org:a b", ecosystem.University, "may hold only"},
		{"org:a:b", ecosystem.University, "may hold only"},
		{"org:" + strings.Repeat("a", ecosystem.MaxIDLength-4), ecosystem.University, ""},
		{"org:" + strings.Repeat("a", ecosystem.MaxIDLength-3), ecosystem.University, "is longer than"},
		{"org:zju", "FACTORY", "unknown kind"},
	}
	for _, test := range tests {
		err := ecosystem.CheckID(test.id, test.kind)
		switch {
		case test.want == "" && err != nil:
			t.Errorf("CheckID(%q, %s): %v", test.id, test.kind, err)
		case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
			t.Errorf("CheckID(%q, %s) = %v, want an error with %q", test.id, test.kind, err, test.want)
		}
	}
}

func TestHasIDPrefix(t *testing.T) {
	for s, want := range map[string]bool{
		"org:zju": true, "region:yrd": true, "indicator:x": true,
		"浙江大学": false, "org": false, "doc:plan": false, "https://zju.edu.cn": false, "": false,
	} {
		if got := ecosystem.HasIDPrefix(s); got != want {
			t.Errorf("HasIDPrefix(%q) = %v, want %v", s, got, want)
		}
	}
}

func TestRelationID(t *testing.T) {
	base := ecosystem.Relation{
		Type: ecosystem.CooperatesWith, From: "org:a", To: "org:b", Label: "共建机构", Strength: "共建机构",
		Year: 2021, Value: "1", Unit: "家",
	}
	same := base
	same.Weight, same.Status, same.ID = 0.3, ecosystem.Planned, "rel:other"
	same.Sources = []ecosystem.Source{{Document: "doc:x"}}
	if got, want := same.RelationID(), base.RelationID(); got != want {
		t.Errorf("sources, weight and status change the id: %s, want %s", got, want)
	}
	changes := map[string]func(*ecosystem.Relation){
		"type":     func(r *ecosystem.Relation) { r.Type = ecosystem.BuiltBy },
		"from":     func(r *ecosystem.Relation) { r.From = "org:c" },
		"to":       func(r *ecosystem.Relation) { r.To = "org:c" },
		"ends":     func(r *ecosystem.Relation) { r.From, r.To = r.To, r.From },
		"label":    func(r *ecosystem.Relation) { r.Label = "" },
		"strength": func(r *ecosystem.Relation) { r.Strength = "商谈" },
		"year":     func(r *ecosystem.Relation) { r.Year = 2022 },
		"value":    func(r *ecosystem.Relation) { r.Value = "2" },
		"unit":     func(r *ecosystem.Relation) { r.Unit = "人" },
		"border":   func(r *ecosystem.Relation) { r.From, r.To = "org:ao", "rg:b" },
	}
	seen := map[string]string{base.RelationID(): "base"}
	for name, change := range changes {
		other := base
		change(&other)
		id := other.RelationID()
		if have, ok := seen[id]; ok {
			t.Errorf("a relation with another %s has the id of %s", name, have)
		}
		if !strings.HasPrefix(id, "rel:") || len(id) != len("rel:")+20 {
			t.Errorf("%q is not rel: and 20 digits", id)
		}
		seen[id] = name
	}
}
