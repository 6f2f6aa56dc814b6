package plan

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/resolve"
)

// tableFacts reads a plan of one table and writes down what it yields, a line
// each, without the plan itself.
func tableFacts(t *testing.T, table string) []string {
	t.Helper()
	known := resolve.NewIndex([]ecosystem.Entity{
		{ID: "region:1", Kind: ecosystem.Region, Name: "禾川市"},
		{ID: "org:1", Kind: ecosystem.University, Name: "江州大学", Aliases: []string{"江大"}},
		{ID: "field:1", Kind: ecosystem.TechnologyField, Name: "新材料"},
	})
	result, err := Extract(context.Background(), strings.NewReader("禾川市科技创新规划\n一、任务\n"+table+"\n\n\n二、保障\n"), Options{Lookup: known})
	if err != nil {
		t.Fatal(err)
	}
	checkResult(t, result)
	names := map[string]string{}
	var out []string
	for _, e := range result.Graph.Entities {
		names[e.ID] = e.Name
		for _, s := range e.Sources {
			if ecosystem.InSection(s.Locator, "§1") {
				continue
			}
			words := []string{string(e.Kind), e.Name, "@", s.Locator}
			for _, p := range []string{string(e.Status), e.Properties["group"], e.Properties["category"], e.Properties["level"]} {
				if p != "" {
					words = append(words, p)
				}
			}
			out = append(out, strings.Join(words, " "))
		}
	}
	for _, r := range result.Graph.Relations {
		if from := names[r.From]; !strings.Contains(from, "规划") {
			out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s → %s %s", r.Type, from, names[r.To], r.Label)))
		}
	}
	slices.Sort(out)
	return out
}

func TestTablesThatNameThings(t *testing.T) {
	tests := []struct {
		name, table string
		want        []string
	}{
		{
			"projects with hosts, builders, places, fields and a state",
			`表1 重点科技项目
| 序号 | 项目名称 | 技术领域 | 牵头单位 | 参与单位 | 建设地点 | 建设进度 | 起止年限 | 总投资（亿元） |
|---|---|---|---|---|---|---|---|---|
| 1 | 竹、木复合材料绿色制造技术研究 | 新材料 | 禾川竹业有限公司 | 江大、禾川职业学院 | 禾川高新区 | 在建 | 2026—2028年 | 1.2 |
| 2 | 低温储能电池产业化项目 | 新能源 | 市科技局 | 市政府、市人民医院 | 上禾县 | 拟建 | 2027年 | 3 |
| | 合计 | | | | | | | 4.2 |`,
			[]string{
				"AGENCY 禾川市人民政府 @ 表1.2", "AGENCY 禾川市科技局 @ 表1.2",
				"BUILT_BY 低温储能电池产业化项目 → 禾川市人民医院 参与", "BUILT_BY 低温储能电池产业化项目 → 禾川市人民政府 参与",
				"BUILT_BY 竹、木复合材料绿色制造技术研究 → 江州大学 参与", "BUILT_BY 竹、木复合材料绿色制造技术研究 → 禾川职业学院 参与",
				"ENTERPRISE 禾川竹业有限公司 @ 表1.1",
				"HOSPITAL 禾川市人民医院 @ 表1.2",
				"HOSTED_BY 低温储能电池产业化项目 → 禾川市科技局 牵头", "HOSTED_BY 竹、木复合材料绿色制造技术研究 → 禾川竹业有限公司 牵头",
				"INDUSTRY_CLUSTER 禾川高新区 @ 表1.1",
				"IN_FIELD 低温储能电池产业化项目 → 新能源", "IN_FIELD 竹、木复合材料绿色制造技术研究 → 新材料",
				"KEY_PROJECT 低温储能电池产业化项目 @ 表1.2 PLANNED", "KEY_PROJECT 竹、木复合材料绿色制造技术研究 @ 表1.1 UNDER_CONSTRUCTION",
				"LOCATED_IN 低温储能电池产业化项目 → 上禾县", "LOCATED_IN 竹、木复合材料绿色制造技术研究 → 禾川高新区",
				"REGION 上禾县 @ 表1.2", "TECHNOLOGY_FIELD 新材料 @ 表1.1", "TECHNOLOGY_FIELD 新能源 @ 表1.2 top",
				"UNIVERSITY 江州大学 @ 表1.1", "UNIVERSITY 禾川职业学院 @ 表1.1",
			},
		},
		{
			"platforms by group, with a level",
			"专栏2 创新平台\n平台类别\t平台名称\t级别\t依托单位\n实验室\t禾川光电材料实验室\t省级\t江州大学\n禾川固废利用重点实验室\t市级\t禾川环保集团有限公司和江州大学\n院所\t江州大学禾川研究院\t省级\t江州大学",
			[]string{
				"ENTERPRISE 禾川环保集团有限公司 @ 专栏2（2）",
				"HOSTED_BY 江州大学禾川研究院 → 江州大学 依托",
				"HOSTED_BY 禾川光电材料实验室 → 江州大学 依托",
				"HOSTED_BY 禾川固废利用重点实验室 → 江州大学 依托",
				"HOSTED_BY 禾川固废利用重点实验室 → 禾川环保集团有限公司 依托",
				"PLATFORM 禾川光电材料实验室 @ 专栏2（1） 实验室 实验室 省级",
				"PLATFORM 禾川固废利用重点实验室 @ 专栏2（2） 实验室 实验室 市级",
				"RESEARCH_INSTITUTE 江州大学禾川研究院 @ 专栏2（3） 院所",
				"UNIVERSITY 江州大学 @ 专栏2（1）", "UNIVERSITY 江州大学 @ 专栏2（2）", "UNIVERSITY 江州大学 @ 专栏2（3）",
			},
		},
		{
			"headings within the table are fields",
			"专栏3 重点项目\n\t序号\t项目名称\t承担单位\n\t一、新材料\t\t\n\t1\t高强铝合金研发\t江州大学\n\t二、生物医药\t\t\n\t2\t抗体药物研发\t禾川市人民医院",
			[]string{
				"HOSPITAL 禾川市人民医院 @ 专栏3.2",
				"HOSTED_BY 抗体药物研发 → 禾川市人民医院 承担", "HOSTED_BY 高强铝合金研发 → 江州大学 承担",
				"IN_FIELD 抗体药物研发 → 生物医药", "IN_FIELD 高强铝合金研发 → 新材料",
				"KEY_PROJECT 抗体药物研发 @ 专栏3.2 PLANNED 生物医药", "KEY_PROJECT 高强铝合金研发 @ 专栏3.1 PLANNED 新材料",
				"TECHNOLOGY_FIELD 新材料 @ 专栏3.1", "TECHNOLOGY_FIELD 生物医药 @ 专栏3.2 top",
				"UNIVERSITY 江州大学 @ 专栏3.1",
			},
		},
		{
			"a field and its projects, a cell each",
			"附件2\n重点项目任务分解\n领域\t重点项目\t责任单位\n新材料\t高强铝合金研发、特种玻璃研发\t市科技局\n新能源\t储能电池研发\t市科技局、各县区",
			[]string{
				"AGENCY 禾川市科技局 @ 附件2（1）", "AGENCY 禾川市科技局 @ 附件2（2）",
				"IMPLEMENTS 禾川市科技局 → 禾川市科技创新规划 责任单位",
				"IN_FIELD 储能电池研发 → 新能源", "IN_FIELD 特种玻璃研发 → 新材料", "IN_FIELD 高强铝合金研发 → 新材料",
				"KEY_PROJECT 储能电池研发 @ 附件2（2） PLANNED", "KEY_PROJECT 特种玻璃研发 @ 附件2（1） PLANNED", "KEY_PROJECT 高强铝合金研发 @ 附件2（1） PLANNED",
				"TECHNOLOGY_FIELD 新材料 @ 附件2（1）", "TECHNOLOGY_FIELD 新能源 @ 附件2（2） top",
			},
		},
		{
			"bodies of all kinds, in a table without a number",
			"重点机构名录\n单位名称\t所在地\t备注\n禾川环保集团有限公司\t禾川市\t/\n禾川技术转移中心\t禾川高新区\t/",
			[]string{
				"ENTERPRISE 禾川环保集团有限公司 @ 一§2（1）",
				"INDUSTRY_CLUSTER 禾川高新区 @ 一§2（2）",
				"LOCATED_IN 禾川技术转移中心 → 禾川高新区", "LOCATED_IN 禾川环保集团有限公司 → 禾川市",
				"PLATFORM 禾川技术转移中心 @ 一§2（2）", "REGION 禾川市 @ 一§2（1）",
			},
		},
		{
			"fields and what they rely on",
			"表3 重点领域\n领域\t主攻方向\t依托单位\t合作单位\n新材料\t先进陶瓷、特种玻璃\t禾川玻璃有限公司\t江州大学",
			[]string{
				"COOPERATES_WITH 新材料 → 江州大学 合作", "ENTERPRISE 禾川玻璃有限公司 @ 表3（1）",
				"PART_OF 先进陶瓷 → 新材料", "PART_OF 特种玻璃 → 新材料", "RELIES_ON 新材料 → 禾川玻璃有限公司 依托",
				"TECHNOLOGY_FIELD 先进陶瓷 @ 表3（1） sub", "TECHNOLOGY_FIELD 新材料 @ 表3（1）", "TECHNOLOGY_FIELD 特种玻璃 @ 表3（1） sub",
				"UNIVERSITY 江州大学 @ 表3（1）",
			},
		},
		{
			"clusters with their firms, and the place they lie in",
			"表4 产业集群\n集群名称\t主导产业\t龙头企业\t承载园区\n禾川竹材产业集群\t竹材加工\t禾川竹业有限公司 禾川板材有限公司\t禾川高新区",
			[]string{
				"ENTERPRISE 禾川板材有限公司 @ 表4（1）", "ENTERPRISE 禾川竹业有限公司 @ 表4（1）",
				"INDUSTRY_CLUSTER 禾川竹材产业集群 @ 表4（1）", "INDUSTRY_CLUSTER 禾川高新区 @ 表4（1）",
				"IN_FIELD 禾川竹材产业集群 → 竹材加工", "LOCATED_IN 禾川竹材产业集群 → 禾川高新区",
				"RELIES_ON 禾川竹材产业集群 → 禾川板材有限公司 龙头", "RELIES_ON 禾川竹材产业集群 → 禾川竹业有限公司 龙头",
				"TECHNOLOGY_FIELD 竹材加工 @ 表4（1） top",
			},
		},
		{
			"whose platform it is",
			"表5 研发平台\n单位名称\t平台名称\t批准年份\n禾川玻璃有限公司\t禾川玻璃工程技术研究中心\t2024",
			[]string{
				"ENTERPRISE 禾川玻璃有限公司 @ 表5（1）",
				"HOSTED_BY 禾川玻璃工程技术研究中心 → 禾川玻璃有限公司", "PLATFORM 禾川玻璃工程技术研究中心 @ 表5（1）",
			},
		},
		{
			"two columns: a group with what it lists, and a name with its text",
			"专栏4 创新平台\n\t实验室\t禾川光电材料实验室、禾川固废利用实验室\n\t转化平台\t禾川技术转移中心、禾川中试基地",
			[]string{
				"PLATFORM 禾川中试基地 @ 专栏4§2（2） 转化平台", "PLATFORM 禾川光电材料实验室 @ 专栏4§1（1） 实验室",
				"PLATFORM 禾川固废利用实验室 @ 专栏4§1（2） 实验室", "PLATFORM 禾川技术转移中心 @ 专栏4§2（1） 转化平台",
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, tableFacts(t, tt.table)); diff != "" {
				t.Errorf("facts (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTablesOfIndicatorsAreKnown(t *testing.T) {
	tests := map[string]bool{
		"表1 主要指标\n序号\t名称\t单位\t2025年\t2030年\n1\t研发投入强度\t%\t2.1\t3": true,
		"表1 发展目标\n指标\t2025年\t2030年\n研发投入强度（%）\t2.1\t3":            true,
		"发展目标\n名称\t单位\t2025年\t2030年\n研发投入强度\t%\t2.1\t3":           true,
		"表1 平台建设指标\n序号\t平台名称\t依托单位\n1\t禾川光电材料实验室\t江州大学":           false,
		"表1 重点项目\n项目名称\t单位\t2025年目标\n禾川高强铝合金研发\t江州大学\t完成样机":       false,
	}
	for table, want := range tests {
		facts := tableFacts(t, table)
		if got := slices.ContainsFunc(facts, func(f string) bool { return strings.HasPrefix(f, "INDICATOR 研发投入强度 ") }); got != want {
			t.Errorf("%q gives the indicator: %t, want %t; the facts are %v", table, got, want, facts)
		}
	}
}
