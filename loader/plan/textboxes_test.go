package plan

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

// relationsOf extracts a plan of 平江 and writes its relations but for those of
// places that names tell.
func relationsOf(t *testing.T, text string) []string {
	t.Helper()
	result, err := Extract(context.Background(), strings.NewReader("平江市“十四五”科技创新规划\n"+text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, e := range result.Graph.Entities {
		names[e.ID] = e.Name
	}
	var out []string
	for _, r := range result.Graph.Relations {
		if r.Type != ecosystem.LocatedIn {
			fact := strings.Join([]string{string(r.Type), names[r.From], names[r.To], r.Value + r.Unit}, " ")
			out = append(out, strings.TrimSpace(strings.Replace(fact, "平江市“十四五”科技创新规划", "the plan", 1)))
		}
	}
	slices.Sort(out)
	return out
}

func TestBoxesAndTablesAsCitiesWriteThem(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{
			"a field a paragraph", "一、任务\n专栏1 技术攻关重点\n能源化工。重点突破煤炭分质利用、绿氢制备等技术，依托平江煤化集团开展示范。\n装备制造。联合南岭大学，攻克高速柔版印刷、金属增材制造技术。\n",
			[]string{
				"COOPERATES_WITH 装备制造 南岭大学", "PART_OF 煤炭分质利用 能源化工", "PART_OF 绿氢制备 能源化工",
				"PART_OF 金属增材制造 装备制造", "PART_OF 高速柔版印刷 装备制造", "RELIES_ON 能源化工 平江煤化集团",
			},
		},
		{
			"a target with a remark", "一、目标\n专栏1 主要指标\n1.研发投入强度：2020年1.52%，2025年2.2%（预期性）。\n",
			[]string{"TARGETS the plan 研发投入强度 2.2%"},
		},
		{
			"tasks with verbs", "一、任务\n表1 重点任务分工\n序号\t重点任务\t责任单位\n1\t实施高企倍增计划\t市科技局\n2\t建设平江科技大市场\t市财政局\n",
			[]string{
				"IMPLEMENTS 平江市科技局 the plan", "IMPLEMENTS 平江市财政局 the plan",
				"PROMOTES the plan 平江科技大市场", "PROMOTES the plan 高企倍增计划",
			},
		},
		{
			"signs before lines", "一、任务\n专栏1 创新平台\n◆平江种质资源库、平江观测实验站：由平江市水产研究所承建。\n◆平江稀土实验室：牵头单位平江大学。\n",
			[]string{
				"BUILT_BY 平江种质资源库 平江市水产研究所", "BUILT_BY 平江观测实验站 平江市水产研究所", "HOSTED_BY 平江稀土实验室 平江大学",
			},
		},
		{
			"parts of a field without numbers", "一、突破关键核心技术\n（一）新材料领域\n磷基新材料。开展湿法磷酸净化研究。\n电池材料。依托平江新材股份有限公司开展攻关。\n（二）高端装备领域\n加强研究。\n",
			[]string{"PART_OF 电池材料 新材料", "PART_OF 磷基新材料 新材料", "RELIES_ON 电池材料 平江新材股份有限公司"},
		},
		{"sectors are no fields", "一、突破关键核心技术\n（一）工业领域\n加强研究。\n（二）社会发展领域\n依托平江大学开展研究。\n", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			slices.Sort(tt.want)
			if diff := cmp.Diff(tt.want, relationsOf(t, tt.text)); diff != "" {
				t.Errorf("relations (-want +got):\n%s", diff)
			}
		})
	}
}
