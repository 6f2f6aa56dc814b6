package plan

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/resolve"
)

// told extracts a plan of 平江 whose text is in one section, and writes what it
// says apart from title and place.
func told(t *testing.T, heading, text string, known ...ecosystem.Entity) (entities, relations []string, result Result) {
	t.Helper()
	const front = "平江市“十四五”科技创新规划\n"
	result, err := Extract(context.Background(), strings.NewReader(front+"一、"+heading+"\n"+text), Options{Lookup: resolve.NewIndex(known)})
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, e := range result.Graph.Entities {
		names[e.ID] = e.Name
		if e.Kind != ecosystem.Policy && e.Name != "平江市" {
			entities = append(entities, string(e.Kind)+" "+e.Name)
		}
	}
	for _, r := range result.Graph.Relations {
		if r.Type == ecosystem.LocatedIn && names[r.To] == "平江市" {
			continue // read off the names
		}
		fact := strings.Join([]string{string(r.Type), names[r.From], names[r.To], r.Value + r.Unit}, " ")
		relations = append(relations, strings.TrimSpace(strings.Replace(fact, "平江市“十四五”科技创新规划", "the plan", 1)))
	}
	slices.Sort(entities)
	slices.Sort(relations)
	return entities, relations, result
}

func TestWhoIsNamed(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"classes are no names", "建设重点实验室、工程研究中心、院士工作站等研发机构，支持高校、科研院所和骨干企业联合攻关。", nil},
		{"a quality makes no name", "吸引国内外知名大学、一流大学设立分支机构。", nil},
		{"counts", "建设3家省级重点实验室，打造一批平江科技园区，新建第二个平江创新中心。", []string{"INDICATOR 省级重点实验室"}},
		{"negation", "不再新建平江化工产业园，严禁建设平江水泥基地。", nil},
		{"what something is to become", "把平江打造成中部科技创新中心、区域成果转化高地。", nil},
		{
			"list of names with a shared class", "推进平江氢能技术创新中心、平江轴承检测中心和先进铸造创新中心等重大平台建设。",
			[]string{"PLATFORM 先进铸造创新中心", "PLATFORM 平江氢能技术创新中心", "PLATFORM 平江轴承检测中心"},
		},
		{"of the list half must be certain", "发挥平江氢能技术创新中心、先进铸造创新中心、复合材料检测中心、智能制造云平台作用。", []string{"PLATFORM 平江氢能技术创新中心"}},
		{
			"or one of what is to be built", "推进平江氢能技术创新中心、先进铸造创新中心、智能制造云平台建设。",
			[]string{"PLATFORM 先进铸造创新中心", "PLATFORM 平江氢能技术创新中心", "PLATFORM 智能制造云平台"},
		},
		{"nested brackets", "建设中国（平江）知识产权保护中心、平江（国际）轴承检测中心（二期）。", []string{"PLATFORM 中国（平江）知识产权保护中心", "PLATFORM 平江（国际）轴承检测中心（二期）"}},
		{"a name that another begins with", "支持平江大学建设平江大学科技园。", []string{"PLATFORM 平江大学科技园", "UNIVERSITY 平江大学"}},
		{"a name in a longer one", "打造环平江大学创新生态圈。", []string{"INDUSTRY_CLUSTER 环平江大学创新生态圈"}},
		{"institute of an academy", "引进中科院金属所来平江设立分支机构。", []string{"RESEARCH_INSTITUTE 中科院金属所"}},
		{"regions", "对接长三角、粤港澳大湾区和武汉都市圈，融入湘北经济带。", []string{"REGION 武汉都市圈", "REGION 湘北经济带", "REGION 粤港澳大湾区", "REGION 长三角"}},
		{"no region", "实施科教兴市、人才强市战略，建设智慧城市，支持各县区发展。", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, _, _ := told(t, "主要任务", tt.text)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("entities of %s (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestWhatIsSaid(t *testing.T) {
	tests := []struct {
		name, heading, text string
		want                []string
	}{
		{"promoted", "主要任务", "不断加快推进平江氢能技术创新中心等平台建设。", []string{"PROMOTES the plan 平江氢能技术创新中心"}},
		{"not what it is promoted for", "主要任务", "推进平江高新区持续深化改革。", nil},
		{
			"supported, and with whom", "主要任务", "支持平江大学与南京大学开展产学研合作。",
			[]string{"COOPERATES_WITH 南京大学 平江大学", "SUPPORTS the plan 平江大学"},
		},
		{
			"relied on", "主要任务", "依托平江大学、平江轴承有限公司建设平江轴承技术创新中心。",
			[]string{"PROMOTES the plan 平江轴承技术创新中心", "RELIES_ON 平江轴承技术创新中心 平江大学", "RELIES_ON 平江轴承技术创新中心 平江轴承有限公司"},
		},
		{
			"built by", "主要任务", "由平江大学与平江轴承有限公司共建平江轴承检测中心。",
			[]string{"BUILT_BY 平江轴承检测中心 平江大学", "BUILT_BY 平江轴承检测中心 平江轴承有限公司", "PROMOTES the plan 平江轴承检测中心"},
		},
		{
			"led by", "主要任务", "由平江大学牵头，组建平江轴承检测中心。",
			[]string{"HOSTED_BY 平江轴承检测中心 平江大学", "PROMOTES the plan 平江轴承检测中心"},
		},
		{
			"about the heading", "主要任务", "1.打造平江科创走廊。以平江高新区为核心区，联动青林县。",
			[]string{"LINKS 平江科创走廊 青林县", "LOCATED_IN 平江科创走廊 平江高新区", "PROMOTES the plan 平江科创走廊"},
		},
		{
			"words in indicators that look like verbs", "发展目标", "到2025年，每万人口发明专利拥有量达到18件，高新技术产业增加值占比为52.6%，为3家企业服务。",
			[]string{"TARGETS the plan 每万人口发明专利拥有量 18件", "TARGETS the plan 高新技术产业增加值占比 52.6%"},
		},
		{
			"corridor", "主要任务", "平江科创走廊以平江高新区为核心区，联动青林县、白水区，聚合平江大学等创新资源。",
			[]string{"LINKS 平江科创走廊 平江大学", "LINKS 平江科创走廊 白水区", "LINKS 平江科创走廊 青林县", "LOCATED_IN 平江科创走廊 平江高新区"},
		},
		{
			"programmes", "主要任务", "实施“链长制”工程、人才倍增计划和质量提升行动，组织实施一批重大工程，启动“十大工程”。",
			[]string{"PROMOTES the plan 人才倍增计划", "PROMOTES the plan 质量提升行动", "PROMOTES the plan “链长制”工程"},
		},
		{
			"targets", "主要任务", "到2025年，高新技术企业达到600家以上，研发平台覆盖率超过70%，建设众创空间12家。",
			[]string{"TARGETS the plan 众创空间 12家", "TARGETS the plan 研发平台覆盖率 70%", "TARGETS the plan 高新技术企业 600家"},
		},
		{
			"shared tail of targets", "主要任务", "力争新增国家级科技企业孵化器3家、省级20家。",
			[]string{"TARGETS the plan 国家级科技企业孵化器 3家", "TARGETS the plan 省级科技企业孵化器 20家"},
		},
		{"the past is no target", "发展基础", "“十三五”期间，高新技术企业达到300家，建成平江轴承检测中心。", nil},
		{"policies", "主要任务", "落实《国务院关于促进科技创新的若干意见》。", []string{"ISSUED_BY 国务院关于促进科技创新的若干意见 国务院"}},
		{
			"short form", "主要任务", "平江国际技术转移中心（以下简称“转移中心”）位于平江高新区。推进转移中心建设。",
			[]string{"LOCATED_IN 平江国际技术转移中心 平江高新区", "PROMOTES the plan 平江国际技术转移中心"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, got, _ := told(t, tt.heading, tt.text)
			slices.Sort(tt.want)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("relations of %s (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestThePastHasItsDate(t *testing.T) {
	_, _, result := told(t, "发展基础", "平江氢能研究院于2018年建成投用，平江轴承检测中心相继启用，平江农业科技园区升级为国家农业科技园区，平江大学获批国家级重点实验室1家，平江光电创新中心将于2023年建成。")
	tests := map[string][2]string{
		"平江氢能研究院": {"BUILT", "2018"}, "平江轴承检测中心": {"BUILT", "2020"}, "平江农业科技园区": {"UPGRADED", "2020"},
		"平江大学": {"", ""}, "平江光电创新中心": {"", ""},
	}
	for name, want := range tests {
		e := entityNamed(t, result.Graph, name)
		if got := [2]string{string(e.Status), e.StatusDate}; got != want {
			t.Errorf("%s has the status %v, want %v", name, got, want)
		}
	}
}

func TestTwoTargetsAreBothKeptAndPointAtEachOther(t *testing.T) {
	_, relations, result := told(t, "主要任务", "到2025年，高新技术企业达到600家。\n到2025年，高新技术企业达到700家。")
	want := []string{"TARGETS the plan 高新技术企业 600家", "TARGETS the plan 高新技术企业 700家"}
	if diff := cmp.Diff(want, relations); diff != "" {
		t.Errorf("relations (-want +got):\n%s", diff)
	}
	for _, r := range result.Graph.Relations {
		other := map[string]string{"600": "conflict: 700家 at 一§2", "700": "conflict: 600家 at 一§1"}[r.Value]
		if r.Type == ecosystem.Targets && !strings.HasSuffix(r.Sources[0].Note, other) {
			t.Errorf("the note of the target %s is %q, want the other one in it", r.Value, r.Sources[0].Note)
		}
	}
}

func TestBranchesArePartOfWhomTheyNameFirst(t *testing.T) {
	known := ecosystem.Entity{ID: "org:jnlg", Kind: ecosystem.University, Name: "江南理工大学"}
	_, relations, _ := told(t, "主要任务", "支持江南理工大学平江研究院发展。", known)
	want := []string{"PART_OF 江南理工大学平江研究院 江南理工大学", "SUPPORTS the plan 江南理工大学平江研究院"}
	if diff := cmp.Diff(want, relations); diff != "" {
		t.Errorf("relations (-want +got):\n%s", diff)
	}
}

func TestLocateTellsRuleAndPassage(t *testing.T) {
	_, _, result := told(t, "主要任务", "推进平江氢能技术创新中心建设。")
	e := entityNamed(t, result.Graph, "平江氢能技术创新中心")
	want := []Passage{{Locator: "一§1", Text: "推进平江氢能技术创新中心建设。", Rule: "placed-name"}}
	if diff := cmp.Diff(want, result.Explain(e.Sources)); diff != "" {
		t.Errorf("passages (-want +got):\n%s", diff)
	}
	for name, s := range map[string]ecosystem.Source{
		"of another document": {Document: "doc:other", Locator: "一§1"},
		"of no place":         {Document: result.Graph.Documents[0].ID, Locator: "九.9"},
	} {
		if p, ok := result.Locate(s); ok || p.Text != "" {
			t.Errorf("a source %s was found: %+v", name, p)
		}
	}
}
