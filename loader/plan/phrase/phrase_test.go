package phrase

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
)

func parser(t *testing.T, known ...string) *Parser {
	t.Helper()
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	p := NewParser(lex)
	p.Places.Add("东江")
	for _, name := range known {
		p.Names.Add(name)
	}
	return p
}

func TestLists(t *testing.T) {
	p := parser(t, "东江大学", "东江大学科技园")
	lists := p.Lists("加快推进东江光电创新中心、东江大学科技园和激光检测中心等重大平台建设")
	want := []List{{
		Words: []string{"加快", "推进"}, Verb: "推进", Joined: "和", Etc: true, Class: "重大平台", After: "建设",
		Items: []Item{
			{"东江光电创新中心", &Name{Text: "东江光电创新中心", Evidence: Placed, Kind: ecosystem.Platform, Whole: true}},
			{"东江大学科技园", &Name{Text: "东江大学科技园", Evidence: Known, Kind: ecosystem.Platform, Whole: true}},
			{"激光检测中心", &Name{Text: "激光检测中心", Evidence: Listed, Kind: ecosystem.Platform, Whole: true}},
		},
	}}
	if diff := cmp.Diff(want, lists); diff != "" {
		t.Errorf("lists (-want +got):\n%s", diff)
	}
}

func TestListsAroundVerbs(t *testing.T) {
	p := parser(t, "东江大学")
	lists := p.Lists("东江大学与南岭大学开展合作")
	if len(lists) != 2 || !lists[0].First || lists[0].With != 1 || lists[0].After != "开展合作" || len(lists[0].Names()) != 2 {
		t.Errorf("lists are %+v; want two names joined by 与 first", lists)
	}
	carried := p.Lists("推进校城一体的东江大学城建设")
	if len(carried) != 2 || carried[1].Verb != "推进" || len(carried[1].Names()) != 1 {
		t.Errorf("lists are %+v; want the verb carried over what only describes", carried)
	}
	predicate := p.Lists("打造成东江科技创新高地")
	if len(predicate) == 0 || !predicate[0].Predicate {
		t.Errorf("lists are %+v; want a predicate", predicate)
	}
}

// The longest known name counts, whatever the width of its signs.
func TestGazetteer(t *testing.T) {
	var g Gazetteer
	for _, name := range []string{"东江大学", "东江大学(南校区)", "东江大学科技园", "东江大学"} {
		g.Add(name)
	}
	text := "在东江大学（南校区）和东江大学科技园"
	var got []string
	for _, s := range g.all(fold([]rune(text))) {
		got = append(got, string([]rune(text)[s.start:s.end]))
	}
	if diff := cmp.Diff([]string{"东江大学（南校区）", "东江大学科技园"}, got); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	var empty Gazetteer
	if got := empty.all([]rune(text)); got != nil {
		t.Errorf("an empty gazetteer finds %v", got)
	}
}

func TestNames(t *testing.T) {
	p := parser(t, "东江大学")
	tests := map[string]Evidence{
		"东江光电产业技术研究院": Placed, "东江高新区": Placed, "苏北轴承产业园": Placed, "梅岭县农业科技园区": Placed,
		"环东江大学生态圈": Placed, "东江大学科技园": Placed, "南岭大学": Listed, "东江稀土有限公司": Placed, "赣江新材料有限公司": Listed,
		"东江重点实验室": "", "东江大学重点实验室": Known, "技术创新中心": "", "东江市级平台": "", "东江3家创新中心": "", "知名大学": "",
		"东江都市圈": Placed, "青林县": Placed, "智慧城市": "", "各县": "",
	}
	for text, want := range tests {
		lists := p.Lists(text)
		got := Evidence("")
		if len(lists) > 0 && lists[0].Items[0].Name != nil {
			got = lists[0].Items[0].Name.Evidence
		}
		if got != want {
			t.Errorf("%s is %q, want %q", text, got, want)
		}
	}
}

func FuzzLists(f *testing.F) {
	for _, seed := range []string{"推进东江光电创新中心等平台建设", "、、的等“东江（", "东江大学与、和及以及"} {
		f.Add(seed)
	}
	lex, err := lexicon.Load()
	if err != nil {
		f.Fatal(err)
	}
	p := NewParser(lex)
	p.Names.Add("东江大学")
	f.Fuzz(func(t *testing.T, clause string) {
		for _, l := range p.Lists(clause) {
			if len(l.Items) == 0 {
				t.Errorf("an empty list in %q", clause)
			}
		}
	})
}
