package plan

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWhoBuildsWhat(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{
			"supported to build, with others and somewhere", "支持平江大学联合南岭轴承有限公司，在青林县建设先进铸造创新中心。",
			[]string{
				"BUILT_BY 先进铸造创新中心 南岭轴承有限公司", "COOPERATES_WITH 南岭轴承有限公司 平江大学", "HOSTED_BY 先进铸造创新中心 平江大学",
				"LOCATED_IN 先进铸造创新中心 青林县", "PROMOTES the plan 先进铸造创新中心", "SUPPORTS the plan 平江大学",
			},
		},
		{
			"of several none is the host", "支持平江大学、南岭大学组建平江稀土创新联合体。",
			[]string{
				"BUILT_BY 平江稀土创新联合体 南岭大学", "BUILT_BY 平江稀土创新联合体 平江大学", "PROMOTES the plan 平江稀土创新联合体",
				"SUPPORTS the plan 南岭大学", "SUPPORTS the plan 平江大学",
			},
		},
		{
			"neither of two that are to come is the other's host", "推动南岭大学平江先进制造研究院、武汉大学平江轨道交通研究院落地建设。",
			[]string{
				"PROMOTES the plan 南岭大学平江先进制造研究院", "PROMOTES the plan 武汉大学平江轨道交通研究院",
			},
		},
		{
			"lead and partners", "由平江大学牵头，会同南岭大学，筹建平江稀土实验室。",
			[]string{
				"BUILT_BY 平江稀土实验室 南岭大学", "COOPERATES_WITH 南岭大学 平江大学", "HOSTED_BY 平江稀土实验室 平江大学", "PROMOTES the plan 平江稀土实验室",
			},
		},
		{"nobody builds without a verb for it", "支持平江大学提高办学水平，加强南岭实验室管理。", []string{"SUPPORTS the plan 平江大学"}},
		{
			"a county builds on its ground", "鼓励青林县建设数字经济产业园。",
			[]string{"LOCATED_IN 数字经济产业园 青林县", "PROMOTES the plan 数字经济产业园", "SUPPORTS the plan 青林县"},
		},
		{
			"said before what it is said of", "以平江高新区为核心，联动青林县，打造平江科创走廊。",
			[]string{"LINKS 平江科创走廊 青林县", "LOCATED_IN 平江科创走廊 平江高新区", "PROMOTES the plan 平江科创走廊"},
		},
		{
			"a base has no parts elsewhere", "以平江高新区为核心，联动青林县，建设平江稀土基地。",
			[]string{"LINKS 平江高新区 青林县", "PROMOTES the plan 平江稀土基地"},
		},
		{
			"quoted project", "支持平江大学牵头，南岭轴承有限公司参与，实施“高速铁路轴承关键技术研发”项目。",
			[]string{
				"BUILT_BY 高速铁路轴承关键技术研发 南岭轴承有限公司", "HOSTED_BY 高速铁路轴承关键技术研发 平江大学", "PROMOTES the plan 高速铁路轴承关键技术研发",
				"SUPPORTS the plan 平江大学",
			},
		},
		{
			"listed projects", "组织实施高速铁路轴承关键技术研发、稀土永磁材料制备技术研究等重大项目。",
			[]string{"PROMOTES the plan 稀土永磁材料制备技术研究", "PROMOTES the plan 高速铁路轴承关键技术研发"},
		},
		{"projects that are none", "组织实施一批重大科技项目，推进重点领域项目建设。", nil},
		{
			"disciplines of a body", "支持平江大学水产、海洋科学等优势学科建设，加强学科带头人培养。",
			[]string{"STRONG_IN 平江大学 水产", "STRONG_IN 平江大学 海洋科学", "SUPPORTS the plan 平江大学"},
		},
		{
			"on duty by label", "推动平台建设。（责任单位：市科技局、财政局，青林县政府，各县区政府）",
			[]string{"IMPLEMENTS 平江市科技局 the plan", "IMPLEMENTS 平江市财政局 the plan", "IMPLEMENTS 青林县政府 the plan"},
		},
		{
			"on duty by sentence", "市科技局会同市发展改革委抓好规划落实。",
			[]string{"IMPLEMENTS 平江市发展改革委 the plan", "IMPLEMENTS 平江市科技局 the plan"},
		},
		{"corridor of places", "与武汉市共建平武科技创新走廊。", []string{"LINKS 平武科技创新走廊 武汉市", "PROMOTES the plan 平武科技创新走廊"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, got, _ := told(t, "主要任务", tt.text)
			slices.Sort(tt.want)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("relations of %s (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestNamesByTheirForm(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"a word that nobody else has", "推进甬川实验室建设。", []string{"PLATFORM 甬川实验室"}},
		{"a conjunction inside of a name", "建设甬川深海与极地装备实验室和稀土检测中心。", []string{"PLATFORM 甬川深海与极地装备实验室", "PLATFORM 稀土检测中心"}},
		{"words of manner inside of a name", "建设甬川先进材料重点实验室。", []string{"PLATFORM 甬川先进材料重点实验室"}},
		{"a rank with a place is a class", "争创湖南省重点实验室、湖南省技术创新中心。", nil},
		{"shared tail", "推动富溪、三灶、平沙产业园升级。", []string{"INDUSTRY_CLUSTER 三灶产业园", "INDUSTRY_CLUSTER 富溪产业园", "INDUSTRY_CLUSTER 平沙产业园"}},
		{"districts", "支持西陵区、示范区、老城区发展。", []string{"REGION 西陵区"}},
		{"firms beside firms", "以甬川医药有限公司、康泽生物为龙头。", []string{"ENTERPRISE 康泽生物", "ENTERPRISE 甬川医药有限公司"}},
		{"a body in brackets is another body", "支持甬川油茶研究所（市林业局）建设。", []string{"AGENCY 平江市林业局", "RESEARCH_INSTITUTE 甬川油茶研究所"}},
		{"what a region is to be", "建成长三角科技创新先行区，融入长三角科技创新共同体。", []string{"REGION 长三角"}},
		{"built is no aim", "建成甬川超算中心。", []string{"PLATFORM 甬川超算中心"}},
		{"fields that are only listed", "聚焦生物医药、低空经济、先进材料等重点领域，聚焦人才集聚、成果转化等重点领域。", nil},
		{"fields of a body", "甬川实验室：围绕生物医药、低空经济、先进材料等重点领域开展研究。", []string{
			"PLATFORM 甬川实验室", "TECHNOLOGY_FIELD 低空经济", "TECHNOLOGY_FIELD 先进材料", "TECHNOLOGY_FIELD 生物医药",
		}},
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

func TestDateOfThePlan(t *testing.T) {
	const body = "\n一、背景\n平江市2019年5月1日设立基金。"
	tests := map[string]string{
		"平江市人民政府\n2021年9月30日\n平江市“十四五”科技创新规划":     "2021-09-30",
		"平江市“十四五”科技创新规划\n平江市人民政府办公室\n（2021年11月）":  "2021-11",
		"发布日期：2022-10-20 来源：市科技局\n平江市“十四五”科技创新规划": "2022-10-20",
		"平政发〔2021〕18号\n平江市“十四五”科技创新规划":            "2021",
		"平政发〔2021〕18号\n2022年1月5日\n平江市“十四五”科技创新规划": "2022-01-05",
		"平江市“十四五”科技创新规划":                          "",
		"平江市“十四五”科技创新规划\n2018年以来，全市科技创新能力明显增强。":   "",
	}
	for text, want := range tests {
		result, err := Extract(context.Background(), strings.NewReader(text+body), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := result.Graph.Documents[0].Date; got != want {
			t.Errorf("the date is %q, want %q, of %s", got, want, text)
		}
	}
}

func TestTheTitleOfANoticeIsThatOfThePlan(t *testing.T) {
	result, err := Extract(context.Background(), strings.NewReader("平江市科学技术局关于印发《平江市“十四五”科技创新规划》的通知\n一、背景\n全市发展。"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := result.Graph.Documents[0].Title, "平江市“十四五”科技创新规划"; got != want {
		t.Errorf("the title is %q, want %q", got, want)
	}
	entityNamed(t, result.Graph, "平江市科学技术局")
}

func TestShortFormsAreKnownInTablesBeforeTheirDefinition(t *testing.T) {
	const text = "平江市“十四五”科技创新规划\n一、背景\n全市发展。\n专栏1 重点项目\n1.高速轴承技术研发（平江轴承）\n二、任务\n支持平江轴承制造有限公司（下称“平江轴承”）发展。"
	result, err := Extract(context.Background(), strings.NewReader(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	firm := entityNamed(t, result.Graph, "平江轴承制造有限公司")
	project := entityNamed(t, result.Graph, "高速轴承技术研发")
	for _, r := range result.Graph.Relations {
		if r.From == project.ID && r.To == firm.ID && r.Type == "HOSTED_BY" {
			return
		}
	}
	t.Errorf("the project is not hosted by the firm that its brackets mean: %v", result.Graph.Relations)
}

func TestTextOfAnItemIsAboutTheItem(t *testing.T) {
	const text = "平江市“十四五”科技创新规划\n专栏1 重大创新平台建设工程\n1.平江稀土实验室。由平江大学牵头，联合南岭轴承有限公司共建。\n2.平江光电中心。依托单位：南岭大学。"
	result, err := Extract(context.Background(), strings.NewReader(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, e := range result.Graph.Entities {
		names[e.ID] = e.Name
	}
	var got []string
	for _, r := range result.Graph.Relations {
		if r.Type == "HOSTED_BY" || r.Type == "BUILT_BY" {
			got = append(got, string(r.Type)+" "+names[r.From]+" "+names[r.To])
		}
	}
	slices.Sort(got)
	want := []string{"BUILT_BY 平江稀土实验室 南岭轴承有限公司", "HOSTED_BY 平江光电中心 南岭大学", "HOSTED_BY 平江稀土实验室 平江大学"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("relations (-want +got):\n%s", diff)
	}
}

func TestBodiesBesideItems(t *testing.T) {
	const text = `平江市“十四五”科技创新规划
一、背景
全市发展。
专栏1 重点攻关项目
1.精细化工：聚丙烯催化剂研发、高端芳纶产业化。牵头单位：岭南石化；参与单位：平江大学、南岭大学。
2.医养健康：康复机器人研制（承担单位：平江医院，合作单位：南岭大学）、血液（血浆）制品研发。
专栏2 重大平台
平江稀土实验室（南岭稀土有限公司）、平江（国际）检测中心（一期）、平江质检中心（依托平江市质检院）。`
	result, err := Extract(context.Background(), strings.NewReader(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	names, kinds := map[string]string{}, map[string]string{}
	for _, e := range result.Graph.Entities {
		names[e.ID], kinds[e.Name] = e.Name, string(e.Kind)
	}
	var got []string
	for _, r := range result.Graph.Relations {
		if r.Type == "HOSTED_BY" || r.Type == "BUILT_BY" || r.Type == "COOPERATES_WITH" {
			got = append(got, string(r.Type)+" "+names[r.From]+" "+names[r.To])
		}
	}
	slices.Sort(got)
	want := []string{
		"BUILT_BY 聚丙烯催化剂研发 南岭大学", "BUILT_BY 聚丙烯催化剂研发 平江大学", "BUILT_BY 高端芳纶产业化 南岭大学", "BUILT_BY 高端芳纶产业化 平江大学",
		"COOPERATES_WITH 康复机器人研制 南岭大学", "HOSTED_BY 平江稀土实验室 南岭稀土有限公司", "HOSTED_BY 平江质检中心 平江市质检院",
		"HOSTED_BY 康复机器人研制 平江医院", "HOSTED_BY 聚丙烯催化剂研发 岭南石化", "HOSTED_BY 高端芳纶产业化 岭南石化",
	}
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("relations (-want +got):\n%s", diff)
	}
	for name, kind := range map[string]string{
		"血液（血浆）制品研发": "KEY_PROJECT", "平江（国际）检测中心（一期）": "PLATFORM", "岭南石化": "ENTERPRISE", "平江市质检院": "RESEARCH_INSTITUTE",
	} {
		if kinds[name] != kind {
			t.Errorf("%s is of kind %q, want %s", name, kinds[name], kind)
		}
	}
}

func TestWhatMayBeANameIsReported(t *testing.T) {
	_, _, result := told(t, "主要任务", "鼓励企业建设复合材料检测中心，支持平江大学建设先进铸造创新中心，建设重点实验室。")
	var got []string
	for _, d := range result.Diagnostics {
		if strings.Contains(d.Reason, "ends like a name") {
			got = append(got, d.Text)
		}
	}
	if diff := cmp.Diff([]string{"复合材料检测中心"}, got); diff != "" {
		t.Errorf("reported (-want +got):\n%s", diff)
	}
}
