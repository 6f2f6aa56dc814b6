package plan_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan"
	"github.com/innograph/innograph/loader/resolve"
)

// A delimited name that nobody has just so leads to the body that is surely
// meant; a doubtful one, and a part of a body, are bodies of their own.
func TestShortFormsLeadToKnownBodies(t *testing.T) {
	known := []ecosystem.Entity{
		{ID: "org:zafu", Kind: ecosystem.University, Name: "浙江农林大学"},
		{ID: "org:zju", Kind: ecosystem.University, Name: "浙江大学"},
		{ID: "org:hfips", Kind: ecosystem.ResearchInstitute, Name: "中国科学院合肥物质科学研究院"},
		{ID: "org:jaas", Kind: ecosystem.ResearchInstitute, Name: "江苏省农业科学院"},
		{ID: "cluster:park", Kind: ecosystem.IndustryCluster, Name: "海州生物医药产业园"},
	}
	const text = `海州市科技创新规划（2026—2030年）

第一章 主要任务

支持浙农林大学与海州市人民医院共建海州市精准医学研究中心。支持淅江大学在海州设立分支机构。支持中科院合肥物质院在海州设立分支机构。支持浙江工业大学在海州设立分支机构。支持浙江大学海州研究院发展壮大。
`
	result, err := plan.Extract(t.Context(), strings.NewReader(text), plan.Options{Lookup: resolve.NewKnown(known, nil)})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, e := range result.Graph.Entities {
		if e.Kind.IsOrganization() {
			got[e.ID] = e.PrintedName()
		}
	}
	want := map[string]string{
		"org:zafu": "浙农林大学", "org:zju": "淅江大学", "org:hfips": "中科院合肥物质院",
		"org:zhe-jiang-gong-ye-da-xue": "", "org:hai-zhou-shi-ren-min-yi-yuan": "", "org:zhe-jiang-da-xue-hai-zhou-yan-jiu-yuan": "",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("organizations with what is printed (-want +got):\n%s", diff)
	}
}

// Running text may call a known body as a box does.
func TestShortFormOfABoxIsKnownInRunningText(t *testing.T) {
	known := []ecosystem.Entity{
		{ID: "region:x", Kind: ecosystem.Region, Name: "海州市"},
		{ID: "cluster:hitech", Kind: ecosystem.IndustryCluster, Name: "海州高新技术产业开发区"},
	}
	const text = `海州市科技创新规划（2026—2030年）

第一章 主要任务

以高新区为主体的电子元器件产业基地建设加快。

专栏1 科创走廊
（1）海州科创大走廊：以海州高新区为核心区域，建设一流走廊。
`
	result, err := plan.Extract(t.Context(), strings.NewReader(text), plan.Options{Lookup: resolve.NewKnown(known, nil)})
	if err != nil {
		t.Fatal(err)
	}
	var inside []string
	for _, r := range result.Graph.Relations {
		if r.Type == ecosystem.LocatedIn && r.To == "cluster:hitech" {
			inside = append(inside, r.From)
		}
	}
	want := []string{"cluster:dian-zi-yuan-qi-jian-chan-ye-ji-di", "cluster:hai-zhou-ke-chuang-da-zou-lang"}
	if diff := cmp.Diff(want, inside); diff != "" {
		t.Errorf("what lies in 海州高新区 (-want +got):\n%s", diff)
	}
}
