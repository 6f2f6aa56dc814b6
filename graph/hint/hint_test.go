package hint_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/hint"
	"github.com/innograph/innograph/store/memory"
	"github.com/innograph/innograph/store/storetest"
)

// TestHints tells apart what has one name, by each of the facts that there are.
func TestHints(t *testing.T) {
	b := ecosystem.NewBuilder()
	at := func(locator string) []ecosystem.Source {
		return []ecosystem.Source{{Document: "doc:plan", Locator: locator, Known: ecosystem.Stated, Confidence: 0.9}}
	}
	if err := b.Document(ecosystem.Document{ID: "doc:plan", Title: "规划"}); err != nil {
		t.Fatal(err)
	}
	add := func(kind ecosystem.Kind, id, name string, properties map[string]string, locator string) {
		if err := b.Entity(ecosystem.Entity{ID: id, Kind: kind, Name: name, Properties: properties, Sources: at(locator)}); err != nil {
			t.Fatal(err)
		}
	}
	code := func(code string) map[string]string { return map[string]string{"code": code} }
	add(ecosystem.Region, "region:yrd", "长三角", nil, "一")
	add(ecosystem.Region, "region:310000", "上海市", code("310000"), "一")
	add(ecosystem.Region, "region:320000", "江苏省", code("320000"), "一")
	add(ecosystem.Region, "region:320100", "南京市", code("320100"), "一")
	add(ecosystem.Region, "region:320106", "鼓楼区", code("320106"), "一")
	add(ecosystem.Region, "region:320300", "徐州市", code("320300"), "一")
	add(ecosystem.Region, "region:320302", "鼓楼区", code("320302"), "一")
	add(ecosystem.IndustryCluster, "cluster:park", "高新区", nil, "一")
	add(ecosystem.TechnologyField, "field:ne", "新能源", nil, "一")
	add(ecosystem.University, "org:a", "理工大学", nil, "一")
	want := map[string]string{
		"org:a": "上海市 · 高校", "region:320106": "江苏省南京市 · 区域", "region:320302": "江苏省徐州市 · 区域", "region:310000": "长三角 · 区域",
		"platform:city": "江苏省南京市 · 重点实验室", "platform:park": "江苏省高新区 · 创新平台", "platform:host": "依托理工大学 · 创新平台",
		"platform:part": "属于创新中心 · 创新平台", "project:a": "牵头理工大学 · 新能源 · 重点项目",
		// Alike in all facts: by the place in the source, then by the id.
		"project:b": "重点项目 · 专栏2（1）", "project:c": "重点项目 · 专栏2（2）",
		"project:d": "重点项目 · 专栏3 · project:d", "project:e": "重点项目 · 专栏3 · project:e",
	}
	add(ecosystem.Platform, "platform:city", "创新中心", map[string]string{"category": "重点实验室"}, "一")
	for _, id := range []string{"platform:park", "platform:host", "platform:part"} {
		add(ecosystem.Platform, id, "创新中心", nil, "一")
	}
	for id, locator := range map[string]string{"project:a": "专栏2（1）", "project:b": "专栏2（1）", "project:c": "专栏2（2）", "project:d": "专栏3", "project:e": "专栏3"} {
		add(ecosystem.KeyProject, id, "研发项目", nil, locator)
	}
	for _, r := range []ecosystem.Relation{
		{Type: ecosystem.PartOf, From: "region:310000", To: "region:yrd"},
		{Type: ecosystem.PartOf, From: "region:320100", To: "region:320000"},
		{Type: ecosystem.PartOf, From: "region:320300", To: "region:320000"},
		{Type: ecosystem.PartOf, From: "region:320106", To: "region:320100"},
		{Type: ecosystem.PartOf, From: "region:320302", To: "region:320300"},
		{Type: ecosystem.LocatedIn, From: "cluster:park", To: "region:320000"},
		{Type: ecosystem.LocatedIn, From: "org:a", To: "region:310000"},
		{Type: ecosystem.LocatedIn, From: "platform:city", To: "region:320100"},
		{Type: ecosystem.LocatedIn, From: "platform:park", To: "cluster:park"},
		{Type: ecosystem.HostedBy, From: "platform:host", To: "org:a"},
		{Type: ecosystem.PartOf, From: "platform:part", To: "platform:host"},
		{Type: ecosystem.HostedBy, From: "project:a", To: "org:a"},
		{Type: ecosystem.InField, From: "project:a", To: "field:ne"},
	} {
		r.Sources = at("一")
		b.Relation(r)
	}
	g := b.Graph()
	s := memory.New()
	if _, _, err := storetest.LoadAll(t.Context(), s, g); err != nil {
		t.Fatal(err)
	}
	var asked []*ecosystem.Entity
	for i := range g.Entities {
		if want[g.Entities[i].ID] != "" {
			asked = append(asked, &g.Entities[i])
		}
	}
	got, err := hint.All(t.Context(), s, asked)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("hints (-want +got):\n%s", diff)
	}
}
