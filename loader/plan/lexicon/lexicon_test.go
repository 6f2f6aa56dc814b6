package lexicon

import (
	"testing"

	"github.com/innograph/innograph/ecosystem"
)

func load(t *testing.T) *Lexicon {
	t.Helper()
	l, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestKindOf(t *testing.T) {
	l := load(t)
	tests := map[string]ecosystem.Kind{
		"东江大学":           ecosystem.University,
		"北方理工大学（东江）":     ecosystem.University,
		"北方理工大学东江校区":     ecosystem.University,
		"东江产业技术研究院":      ecosystem.ResearchInstitute,
		"中科院力学所东江分所":     ecosystem.ResearchInstitute,
		"东江市人民医院":        ecosystem.Hospital,
		"东江稀土股份有限公司":     ecosystem.Enterprise,
		"东江光电产业联盟":       ecosystem.Association,
		"东江市人民政府":        ecosystem.Agency,
		"东江先进计算中心":       ecosystem.Platform,
		"东江大学科技园":        ecosystem.Platform, // an incubator, the longer suffix
		"东湾加速器二期":        ecosystem.Platform,
		"东江激光产业园":        ecosystem.IndustryCluster,
		"东江高新区":          ecosystem.IndustryCluster,
		"药谷与生物医药产业园":     ecosystem.IndustryCluster,
		"种业振兴工程":         ecosystem.Programme,
		"省级重点实验室":        "", // a class
		"产业园区":           "",
		"高水平新型研发机构":      "",
		"高新区现有磁电产业发展基础":  "",
		"国家级、省级技术创新中心":   "",
		"人工智能":           "",
		"":               "",
		"“蓝海”科学数据中心（一期）": ecosystem.Platform,
	}
	for name, want := range tests {
		got, ok := l.KindOf(name)
		if ok != (want != "") || (ok && got != want) {
			t.Errorf("KindOf(%s) = %q, %t; want %q", name, got, ok, want)
		}
	}
}

func TestContentOf(t *testing.T) {
	l := load(t)
	tests := map[string]Content{
		"“十四五”科技创新发展主要指标": Indicators,
		"重大科技创新平台":        Platforms,
		"区域特色创新创业载体":      Carriers,
		"新材料技术重点项目":       Projects,
		"创新平台建设重点项目":      Projects, // the last word decides
		"重点实验室建设工程":       Programmes,
		"科技孵化载体":          Platforms,
		"重点创新园区":          Carriers,
		"开放合作":            "",
	}
	for title, want := range tests {
		if got, ok := l.ContentOf(title); got != want || ok != (want != "") {
			t.Errorf("ContentOf(%s) = %q, %t; want %q", title, got, ok, want)
		}
	}
}

func TestStatusOf(t *testing.T) {
	l := load(t)
	tests := map[string]ecosystem.Status{
		"在建重大平台": ecosystem.UnderConstruction, "拟建平台": ecosystem.Planned,
		"已建公共服务平台": ecosystem.Built, "推进建设的平台": ecosystem.Promoted, "重大科技创新平台": "",
	}
	for title, want := range tests {
		if got := l.StatusOf(title); got != want {
			t.Errorf("StatusOf(%s) = %q, want %q", title, got, want)
		}
	}
}

func TestEtc(t *testing.T) {
	l := load(t)
	tests := map[string]bool{
		"甲、乙等项目": true, "甲、乙等": true, "等离子体": false, "高等院校": false, "质量等级": false, "甲等等": true,
	}
	for text, want := range tests {
		runes := []rune(text)
		got := false
		for i := range runes {
			got = got || l.Etc(runes, i)
		}
		if got != want {
			t.Errorf("a 等 that ends a list in %s: %t, want %t", text, got, want)
		}
	}
}

func TestUnit(t *testing.T) {
	l := load(t)
	tests := map[string]bool{
		"%": true, "％": true, "亿元": true, "人年": true, "件": true, "件/万人": true, "万人次": true, "人年/万人": true,
		"含税": false, "": false, "/": false, "2019年数据": false, "氢气纯度99.999%": false,
	}
	for unit, want := range tests {
		if got := l.Unit(unit); got != want {
			t.Errorf("Unit(%s) = %t, want %t", unit, got, want)
		}
	}
}

func TestPeriodOf(t *testing.T) {
	l := load(t)
	tests := map[string]string{
		"东江市“十四五”科技创新规划":        "2021-2025",
		"东江市十五五规划":              "2026-2030",
		"东江市科技发展规划（2021—2035年）": "2021-2035",
		"东江市科技规划（２０２６－２０３０年）":   "2026-2030",
		"东江市科技创新规划":             "",
		"2030-2026年规划":          "",
	}
	for title, want := range tests {
		p, ok := l.PeriodOf(title)
		if ok != (want != "") || (ok && p.String() != want) {
			t.Errorf("PeriodOf(%s) = %s, %t; want %q", title, p, ok, want)
		}
	}
}

func TestFieldNames(t *testing.T) {
	l := load(t)
	titles := map[string]string{
		"新一代信息技术重点项目": "新一代信息技术", "新材料领域重大科技项目": "新材料", "“十四五”时期海洋装备重点项目": "海洋装备",
		"科技创新重点项目": "", "重点项目": "", "新建项目": "",
	}
	for title, want := range titles {
		if got := l.FieldOfTitle(title); got != want {
			t.Errorf("FieldOfTitle(%s) = %q, want %q", title, got, want)
		}
	}
	for name, want := range map[string]string{"新材料技术": "新材料", "新材料": "新材料技术", "光电产业": "光电"} {
		if got := l.FieldNames(name); got[0] != name || got[len(got)-1] != want && got[1] != want && got[2] != want {
			t.Errorf("FieldNames(%s) = %v: wants the name first, and %s", name, got, want)
		}
	}
}

func TestDocumentType(t *testing.T) {
	l := load(t)
	tests := map[string]string{"东江市科技创新规划": "规划", "东江省规划纲要（2021—2025年）": "规划纲要", "关于印发东江市规划的通知": "", "规划": ""}
	for title, want := range tests {
		if got, ok := l.DocumentType(title); got != want || ok != (want != "") {
			t.Errorf("DocumentType(%s) = %q, %t; want %q", title, got, ok, want)
		}
	}
}

func TestBoundaryAt(t *testing.T) {
	l := load(t)
	tests := map[string]Boundary{
		"建设平台": Verb, "发挥好作用": Verb, "相继建成": Manner, "的平台": Link, "发展": Tail, "对外开放": "", "及其材料": "", "东江大学": "",
		"不再新建": Manner, "集聚区": "",
	}
	for text, want := range tests {
		if _, got, ok := l.BoundaryAt(text); got != want || ok != (want != "") {
			t.Errorf("BoundaryAt(%s) = %q, %t; want %q", text, got, ok, want)
		}
	}
}

func TestStageOf(t *testing.T) {
	l := load(t)
	tests := map[string]ecosystem.Status{
		"相继建成启用": ecosystem.Built, "成功升级为国家级": ecosystem.Upgraded, "启动建设": ecosystem.UnderConstruction, "着手打造": ecosystem.Promoted,
		"持续深化改革": "", "": "",
	}
	for text, want := range tests {
		if _, got := l.StageOf(text); got != want {
			t.Errorf("StageOf(%s) = %q, want %q", text, got, want)
		}
	}
}

func TestPolicyVerb(t *testing.T) {
	l := load(t)
	tests := []struct {
		verb, after string
		want        ecosystem.RelationType
	}{
		{"推进", "建设", ecosystem.Promotes},
		{"推进", "项目建设", ecosystem.Promotes},
		{"推进", "深化改革", ""},
		{"打造", "", ecosystem.Promotes},
		{"支持", "高质量发展", ecosystem.Supports},
		{"围绕", "", ""},
	}
	for _, tt := range tests {
		if got, ok := l.PolicyVerb(tt.verb, tt.after); got.Relation != tt.want || ok != (tt.want != "") {
			t.Errorf("PolicyVerb(%s, %s) = %q, want %q", tt.verb, tt.after, got.Relation, tt.want)
		}
	}
}

func TestSpecificAndWrittenOut(t *testing.T) {
	l := load(t)
	for text, want := range map[string]bool{"东江大学": true, "东江稀土有限公司": true, "国内外知名大学": false, "东江研究院": false} {
		if got := l.Specific(text); got != want {
			t.Errorf("Specific(%s) = %t, want %t", text, got, want)
		}
	}
	for text, want := range map[string]string{"中科院力学所": "中国科学院力学所", "东江大学": "东江大学"} {
		if got := l.WrittenOut(text); got != want {
			t.Errorf("WrittenOut(%s) = %s, want %s", text, got, want)
		}
	}
	if got := l.KindOfClass("龙头骨干企业"); got != ecosystem.Enterprise {
		t.Errorf("the class 龙头骨干企业 is of kind %q", got)
	}
}

func TestCoined(t *testing.T) {
	l := load(t)
	for text, want := range map[string]bool{
		"甬川实验室": true, "丽港制药": true, "G60科创走廊": true, "西陵区": true,
		"先进材料重点实验室": false, "数字经济产业园": false, "示范区": false, "省级技术创新中心": false, "5G": false, "": false,
	} {
		if got := l.Coined(text); got != want {
			start, end := l.CoinedPart(text)
			t.Errorf("Coined(%s) = %t (%d to %d), want %t", text, got, start, end, want)
		}
	}
}

func TestRank(t *testing.T) {
	l := load(t)
	for text, want := range map[string]bool{"重点实验室": true, "技术创新中心": true, "稀土实验室": false, "": false} {
		if got := l.Rank(text); got != want {
			t.Errorf("Rank(%s) = %t, want %t", text, got, want)
		}
	}
}
