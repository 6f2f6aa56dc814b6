package plan

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// inField is a section about a field, beside another one, with a text below.
func inField(text string) string {
	return "（一）智能装备\n" + text + "\n（二）生物医药\n全市发展。"
}

func TestSectionsAboutAField(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{
			"a sentence about a part of it", "工业机器人领域，依托平江重工，联合南岭大学，攻克谐波减速器等技术。",
			[]string{
				"COOPERATES_WITH 工业机器人 南岭大学", "PART_OF 工业机器人 智能装备", "RELIES_ON 工业机器人 平江重工",
			},
		},
		{
			"parts that are to grow", "大力发展数控机床、激光装备、增材制造。",
			[]string{"PART_OF 增材制造 智能装备", "PART_OF 数控机床 智能装备", "PART_OF 激光装备 智能装备"},
		},
		{
			"parts that are to be made at home", "推动高压阀门、精密轴承等关键零部件国产化替代。",
			[]string{"PART_OF 精密轴承 智能装备", "PART_OF 高压阀门 智能装备"},
		},
		{
			"with whom work is done", "与南岭大学、武汉大学合作，开展关键技术攻关。",
			[]string{"COOPERATES_WITH 智能装备 南岭大学", "COOPERATES_WITH 智能装备 武汉大学"},
		},
		{
			"listed projects, with a sign inside of a name", "优先实施矿山掘进机器人研制、玻璃、陶瓷基板激光加工装备开发、“一键装夹”柔性产线等项目。",
			[]string{
				"IN_FIELD “一键装夹”柔性产线 智能装备", "IN_FIELD 玻璃、陶瓷基板激光加工装备开发 智能装备", "IN_FIELD 矿山掘进机器人研制 智能装备",
				"PROMOTES the plan “一键装夹”柔性产线", "PROMOTES the plan 玻璃、陶瓷基板激光加工装备开发", "PROMOTES the plan 矿山掘进机器人研制",
			},
		},
		{
			"numbered parts", "1.工业母机。依托平江重工，联合南岭大学，攻克高速主轴等技术。\n2.矿山与隧道装备。开展掘进装备研制。",
			[]string{
				"COOPERATES_WITH 工业母机 南岭大学", "PART_OF 工业母机 智能装备", "PART_OF 矿山与隧道装备 智能装备", "RELIES_ON 工业母机 平江重工",
			},
		},
		{"numbered work that is no part", "1.重点方向。提升水平。\n2.空间布局。优化结构。", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, got, _ := told(t, "突破关键核心技术", inField(tt.text))
			slices.Sort(tt.want)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("relations of %s (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestWhoRunsWhat(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{
			"host in brackets within a sentence", "加快推进甬川复合材料检测中心（承担单位：平江大学、南岭轴承有限公司）、平江质谱中心（依托单位：南岭大学）等项目建设。",
			[]string{
				"HOSTED_BY 平江质谱中心 南岭大学", "HOSTED_BY 甬川复合材料检测中心 南岭轴承有限公司", "HOSTED_BY 甬川复合材料检测中心 平江大学",
				"PROMOTES the plan 平江质谱中心", "PROMOTES the plan 甬川复合材料检测中心",
			},
		},
		{
			"built by a branch of a firm", "由中国联通平江分公司承建平江算力中心。",
			[]string{"BUILT_BY 平江算力中心 中国联通平江分公司", "PROMOTES the plan 平江算力中心"},
		},
		{
			"whoever takes part is said afterwards", "由平江港务集团牵头建设平江码头装备中试基地，南岭大学参与。",
			[]string{"BUILT_BY 平江码头装备中试基地 南岭大学", "HOSTED_BY 平江码头装备中试基地 平江港务集团", "PROMOTES the plan 平江码头装备中试基地"},
		},
		{
			"another is pushed to build", "支持平江大学申报国家合作基地，鼓励南岭制药与武汉大学共建甬川新药联合研究中心。",
			[]string{
				"BUILT_BY 甬川新药联合研究中心 南岭制药", "BUILT_BY 甬川新药联合研究中心 武汉大学", "COOPERATES_WITH 南岭制药 武汉大学",
				"PROMOTES the plan 甬川新药联合研究中心", "SUPPORTS the plan 南岭制药", "SUPPORTS the plan 平江大学",
			},
		},
		{
			"pushed to build is no building", "推动平江广电网络公司建设甬川算力节点。",
			[]string{"HOSTED_BY 甬川算力节点 平江广电网络公司", "PROMOTES the plan 甬川算力节点", "SUPPORTS the plan 平江广电网络公司"},
		},
		{
			"a firm by its trade", "支持兴源电气联合武汉大学设立甬川开关研究中心，支持新能源汽车与智能装备联合攻关。",
			[]string{
				"BUILT_BY 甬川开关研究中心 武汉大学", "COOPERATES_WITH 武汉大学 兴源电气", "HOSTED_BY 甬川开关研究中心 兴源电气",
				"PROMOTES the plan 甬川开关研究中心", "SUPPORTS the plan 兴源电气",
			},
		},
		{
			"parts of a town", "规划建设甬川科学新城，布局光电材料园、生物医药园两大组团。",
			[]string{"PART_OF 光电材料园 甬川科学新城", "PART_OF 生物医药园 甬川科学新城", "PROMOTES the plan 光电材料园", "PROMOTES the plan 甬川科学新城", "PROMOTES the plan 生物医药园"},
		},
		{
			"cities by their short names", "与宜宾、泸州共同打造宜泸平氢能走廊。",
			[]string{"LINKS 宜泸平氢能走廊 宜宾市", "LINKS 宜泸平氢能走廊 泸州市", "PROMOTES the plan 宜泸平氢能走廊"},
		},
		{
			"a county of another city", "与绍兴市新昌县共建新平轴承产业园。",
			[]string{"LINKS 新平轴承产业园 新昌县", "PROMOTES the plan 新平轴承产业园"},
		},
		{
			"a firm by what its name holds", "平江航宇精铸有限公司做大做强，支持航宇精铸建设甬川铸造中心。",
			[]string{"HOSTED_BY 甬川铸造中心 平江航宇精铸有限公司", "PROMOTES the plan 甬川铸造中心", "SUPPORTS the plan 平江航宇精铸有限公司"},
		},
		{
			"whoever works with a laboratory has no name", "推动企业与机械传动国家重点实验室开展合作。", nil,
		},
		{
			"a numbered heading that is a programme", "1.装备强基行动。支持南岭重工做大做强。\n2.“平江工匠”计划。引进人才100名。",
			[]string{"PROMOTES the plan “平江工匠”计划", "PROMOTES the plan 装备强基行动", "SUPPORTS the plan 南岭重工"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, got, _ := told(t, "主要任务", tt.text)
			got = slices.DeleteFunc(got, func(r string) bool { return strings.HasPrefix(r, "TARGETS") })
			slices.Sort(tt.want)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("relations of %s (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestGroupsOfABoxWithoutNumbers(t *testing.T) {
	text := "全市发展。\n专栏1 重点攻关项目\n智能装备\n1.矿山掘进机器人研制。牵头单位：平江重工；合作单位：南岭大学。\n2.激光清洗装备开发。牵头单位：甬川激光有限公司。\n生物医药\n3.血液制品研发。牵头单位：南岭制药。"
	_, got, _ := told(t, "主要任务", text)
	want := []string{
		"COOPERATES_WITH 矿山掘进机器人研制 南岭大学", "HOSTED_BY 激光清洗装备开发 甬川激光有限公司", "HOSTED_BY 矿山掘进机器人研制 平江重工",
		"HOSTED_BY 血液制品研发 南岭制药", "IN_FIELD 激光清洗装备开发 智能装备", "IN_FIELD 矿山掘进机器人研制 智能装备", "IN_FIELD 血液制品研发 生物医药",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("relations (-want +got):\n%s", diff)
	}
}

// TestOfficialLanguageNamesNobody reads what any plan says without naming anybody.
func TestOfficialLanguageNamesNobody(t *testing.T) {
	texts := []string{
		"坚持把科技创新摆在发展全局的核心位置，加快形成以企业为主体、市场为导向、产学研深度融合的技术创新体系，实施一批重大科技项目，突破一批关键核心技术，培育一批高新技术企业，建设一批高水平创新平台，引进一批高层次人才团队，打造区域科技创新高地。围绕主导产业和重点领域，支持龙头企业牵头，联合高校院所、上下游企业共建创新联合体、产业技术研究院，鼓励有条件的县区、园区建设科技企业孵化器、众创空间和公共技术服务平台，推动重点实验室、工程研究中心优化重组。",
		"与国内外知名高校、大院大所开展合作，组织实施科技成果转化、关键核心技术攻关等项目，由市级部门牵头负责，县区具体落实，依托骨干企业建设中试基地，串联各类园区、创新节点，辐射带动周边地区发展，每年举办产学研对接活动10场以上，征集企业技术需求100项。实施企业创新能力提升项目、科技服务平台建设项目，承担国家和省重大科技项目，滚动实施重大科技专项10项，突破“卡脖子”技术20项，尚无国家重点实验室，运营好科技大市场。",
	}
	for _, heading := range []string{"主要任务", "实施重大科技专项工程", "优化空间布局"} {
		for _, text := range texts {
			entities, relations, _ := told(t, heading, text)
			if len(entities)+len(relations) > 0 {
				t.Errorf("below %q this names %v and tells %v: %s", heading, entities, relations, text)
			}
		}
	}
}
