package plan

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

// figuresOf extracts a plan and writes its targets as "name: value unit year label"
// and its base values as "name from value unit year".
func figuresOf(t *testing.T, text string) []string {
	t.Helper()
	result, err := Extract(context.Background(), strings.NewReader("平江市“十四五”科技创新规划\n"+text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	var out []string
	for _, e := range result.Graph.Entities {
		names[e.ID] = e.Name
		if e.Kind != ecosystem.Indicator {
			continue
		}
		get := func(p ecosystem.Property) string { return e.Properties[p.Name] }
		if base := get(ecosystem.PropBaseValue); base != "" {
			out = append(out, oneLine(fmt.Sprintf("%s from %s %s %s", e.Name, base, get(ecosystem.PropUnit), get(ecosystem.PropBaseYear))))
		}
		if attribute := get(ecosystem.PropAttribute); attribute != "" {
			out = append(out, e.Name+" is "+attribute)
		}
	}
	for _, r := range result.Graph.Relations {
		if r.Type == ecosystem.Targets {
			out = append(out, oneLine(fmt.Sprintf("%s: %s %s %d %s", names[r.To], r.Value, r.Unit, r.Year, r.Label)))
		}
	}
	slices.Sort(out)
	return out
}

const (
	goals = "一、总体要求\n（一）发展目标\n"
	tasks = "一、主要任务\n（一）培育企业\n"
	past  = "一、发展基础\n（一）主要成就\n"
)

func TestTargetsInSentences(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{
			"as Beijing writes", goals + "到2025年，全社会研究与试验发展（R&D）经费支出占地区生产总值比重达到6%左右，高技术产业增加值超过1万亿元，数字经济增加值年均增速保持在7.5%左右。",
			[]string{"全社会研究与试验发展（R&D）经费支出占地区生产总值比重: 6 % 2025 6%左右", "数字经济增加值: 7.5 % 2025 年均增速7.5%左右", "高技术产业增加值: 1 万亿元 2025 超过1万亿元"},
		},
		{
			"as Guangdong writes", goals + "到2025年，研发（R&D）人员全时当量达到130万人年，R&D经费支出达到5000亿元，占地区生产总值的比重达到3.2%。",
			[]string{"R&D经费支出: 5000 亿元 2025", "R&D经费支出占地区生产总值的比重: 3.2 % 2025", "研发（R&D）人员全时当量: 130 万人年 2025"},
		},
		{
			"as Sichuan writes", goals + "全社会研发投入年均增速高于12%，高新技术产业营业收入突破3.3万亿元、年均增长12%以上，单位GDP能耗下降13.5%，科技进步贡献率提高到65%以上。",
			[]string{"全社会研发投入: 12 % 2025 年均增速高于12%", "单位GDP能耗: 13.5 % 2025 下降13.5%", "科技进步贡献率: 65 % 2025 65%以上", "高新技术产业营业收入: 12 % 2025 年均增长12%以上", "高新技术产业营业收入: 3.3 万亿元 2025 突破3.3万亿元"},
		},
		{
			"in their order", goals + "国家级、省级重点实验室分别达到5家和50家，高新技术企业和科技型中小企业分别达到500家、800家。",
			[]string{"国家级重点实验室: 5 家 2025", "省级重点实验室: 50 家 2025", "科技型中小企业: 800 家 2025", "高新技术企业: 500 家 2025"},
		},
		{
			"kept up", goals + "技术合同成交额增长率保持12%以上。",
			[]string{"技术合同成交额增长率: 12 % 2025 12%以上"},
		},
		{
			"another thing is counted", goals + "到2025年，特色产业集群营业收入达到5000亿元，超百亿元达到8个。",
			[]string{"特色产业集群营业收入: 5000 亿元 2025"},
		},
		{
			"each", goals + "国家级众创空间、省级众创空间均达到20家。",
			[]string{"国家级众创空间: 20 家 2025", "省级众创空间: 20 家 2025"},
		},
		{
			"together", tasks + "新建国家级、省级科技企业孵化器30家以上。",
			[]string{"国家级科技企业孵化器: 家 2025 合计30家以上", "省级科技企业孵化器: 家 2025 合计30家以上"},
		},
		{
			"what is left out was said before", goals + "高新技术企业总量稳步增长，达到600家，其中国家级众创空间12家、省级30家。",
			[]string{"国家级众创空间: 12 家 2025", "省级众创空间: 30 家 2025", "高新技术企业总量: 600 家 2025"},
		},
		{
			"years", goals + "到2023年，技术合同成交额达到80亿元，到2025年达到150亿元。展望2035年，进入全省前列。研发投入强度达到3.5%；科技进步贡献率达到70%。",
			[]string{"技术合同成交额: 150 亿元 2025", "技术合同成交额: 80 亿元 2023", "研发投入强度: 3.5 % 2035", "科技进步贡献率: 70 % 2035"},
		},
		{
			"from where to where", goals + "到2025年，技术合同成交额由2020年的58亿元增加到150亿元。",
			[]string{"技术合同成交额 from 58 亿元 2020", "技术合同成交额: 150 亿元 2025"},
		},
		{
			"in words", goals + "高新技术企业数量翻一番，科技型中小企业较2020年翻一番，研发投入强度达到全省平均水平。",
			[]string{"研发投入强度: 2025 达到全省平均水平", "科技型中小企业: 2025 翻一番", "高新技术企业数量: 2025 翻一番"},
		},
		{
			"which figure it is", tasks + "每年新认定科技型中小企业200家左右，五年累计培育瞪羚企业100家，新增国家级孵化载体5家，每年净增高新技术企业50家。",
			[]string{"国家级孵化载体: 5 家 2025 新增5家", "每年净增高新技术企业: 50 家 2025", "瞪羚企业: 100 家 2025 五年累计100家", "科技型中小企业: 200 家 2025 每年新增200家左右"},
		},
		{
			"ranges, and names behind the figure", tasks + "打造省级技术创新中心3—5个，建成2个智慧农业实验室、建设10家以上线上线下相结合的众创空间。",
			[]string{"众创空间: 10 家 2025 10家以上", "智慧农业实验室: 2 个 2025", "省级技术创新中心: 个 2025 3—5个"},
		},
		{
			"names behind several figures", tasks + "建成1个国家实验室、2个省实验室和5个大科学装置。",
			[]string{"国家实验室: 1 个 2025", "大科学装置: 5 个 2025", "省实验室: 2 个 2025"},
		},
		{
			"what is done is no indicator", tasks + "每年举办对接活动不少于20场，安排研发项目不少于40项，累计发放科技贷款超过40亿元，设立总规模50亿元的产业基金，设立5亿元科技成果转化引导基金，对认定的企业最高奖励100万元，支持10家企业开展改造，每年支持青年人才项目100个，每年转移转化科技成果1000项，每家研究院孵化企业不少于10家，建设年产5万吨碳纤维项目。",
			nil,
		},
		{
			"blanks around numbers", goals + "到 2025 年，技术合同成交额达到 150 亿元，研发投入强度由 2020 年的 1.8 %提高到 2.4 %。",
			[]string{"技术合同成交额: 150 亿元 2025", "研发投入强度 from 1.8 % 2020", "研发投入强度: 2.4 % 2025"},
		},
		{
			"years behind a colon", goals + "高新技术企业：2020年312家，2025年500家，2035年1000家。",
			[]string{"高新技术企业 from 312 家 2020", "高新技术企业: 1000 家 2035", "高新技术企业: 500 家 2025"},
		},
		{"how things are is no target", "一、形势分析\n高新技术企业达到600家。", nil},
		{"other numbers", goals + "推进“543”产业体系，攻克T1000级碳纤维，进入全国前10位，用5年时间创建3个月内见效的机制，入围500强。", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, figuresOf(t, tt.text)); diff != "" {
				t.Errorf("figures of %s (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestThePastGivesBaseValues(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{
			"reached, and from where", past + "R&D经费支出从2015年的12.5亿元增至2020年的31.2亿元，占GDP比重由1.62%提高到2.18%。",
			[]string{"R&D经费支出 from 31.2 亿元 2020", "R&D经费支出占GDP比重 from 2.18 % 2020"},
		},
		{
			"counted", past + "2019年，全市建成省级企业技术中心118家、院士工作站12家，发明专利授权量6215件，国家级孵化器4家，省级仅11家。",
			[]string{"发明专利授权量 from 6215 件 2019", "国家级孵化器 from 4 家 2019", "省级企业技术中心 from 118 家 2019", "省级孵化器 from 11 家 2019", "院士工作站 from 12 家 2019"},
		},
		{
			"the year beside the figure, the strength, and how many there are after how many are new", past + "研发经费投入从2015年的45.3亿元提高到2019年的89.6亿元，投入强度首次突破3%，新增省级瞪羚企业36家、累计98家。",
			[]string{"省级瞪羚企业 from 98 家 2020", "研发经费投入 from 89.6 亿元 2019", "研发经费投入强度 from 3 % 2020"},
		},
		{"what was done", past + "基础研究薄弱，低于全国平均水平2.7个百分点，获国家科学技术奖4项，选派科技特派员1216名，与中南大学、湖南大学等52所高校院所签订协议，平江研究院累计转化成果46项，兑现奖补资金5.2亿元，技术合同成交额增长20%。", nil},
		{
			"among what is planned", tasks + "到2025年，高新技术企业达到900家。2020年，高新技术企业存量500家，数量偏少。",
			[]string{"高新技术企业 from 500 家 2020", "高新技术企业: 900 家 2025"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, figuresOf(t, tt.text)); diff != "" {
				t.Errorf("figures of %s (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestTheTextOfABoxMayStandUnderItsGoals(t *testing.T) {
	got := figuresOf(t, goals+"专栏1 “十四五”科技创新主要目标\n——全社会研发投入强度达到2%以上。\n——每万名就业人员中研发人员45人年；建成省级以上创新平台60个，其中国家级3个。\n二、任务\n")
	want := []string{
		"全社会研发投入强度: 2 % 2025 2%以上", "国家级创新平台: 3 个 2025", "每万名就业人员中研发人员: 45 人年 2025", "省级以上创新平台: 60 个 2025",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("figures of the box (-want +got):\n%s", diff)
	}
}

func TestABoxMayGiveItsIndicatorsInSentences(t *testing.T) {
	got := figuresOf(t, goals+"见专栏1。\n专栏1 科技创新主要指标\n"+
		"1.全社会研发经费投入占地区生产总值比重达到2.6%（预期性）。\n2.高新技术企业数由2020年的312家增加到500家。\n3.技术合同成交额：150亿元。\n二、任务\n")
	want := []string{
		"全社会研发经费投入占地区生产总值比重 is 预期性", "全社会研发经费投入占地区生产总值比重: 2.6 % 2025",
		"技术合同成交额: 150 亿元 2025", "高新技术企业数 from 312 家 2020", "高新技术企业数: 500 家 2025",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("figures of the box (-want +got):\n%s", diff)
	}
}

func TestCellsMayHoldTheUnit(t *testing.T) {
	got := figuresOf(t, goals+"见专栏1。\n专栏1 科技创新主要指标\n指标\t2020年\t2025年\t属性\n"+
		"科技型企业数\t800家\t1200家以上\t预期性\n研发投入强度\t1.8%\t≥2.5%\t约束性\n研发人员\t--\t1.2万人\t预期性\n二、任务\n")
	want := []string{
		"研发人员 is 预期性", "研发人员: 1.2 万人 2025", "研发投入强度 from 1.8 % 2020", "研发投入强度 is 约束性", "研发投入强度: 2.5 % 2025 ≥2.5%",
		"科技型企业数 from 800 家 2020", "科技型企业数 is 预期性", "科技型企业数: 1200 家 2025 1200家以上",
	}
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("figures of the table (-want +got):\n%s", diff)
	}
}

func TestOneIndicatorUnderTwoFormsOfItsName(t *testing.T) {
	result, err := Extract(context.Background(), strings.NewReader("平江市“十四五”科技创新规划\n"+goals+
		"R&D经费支出占GDP比重达到2.6%，高新技术企业数量达到1.2万家，新增高新技术企业3000家。\n（二）任务\n到2025年，全社会研发投入强度达到2.5%，高新技术企业突破12000家。"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var names, conflicts []string
	for _, e := range result.Graph.Entities {
		if e.Kind == ecosystem.Indicator {
			names = append(names, e.Name)
		}
	}
	for _, r := range result.Graph.Relations {
		if _, note, found := strings.Cut(r.Sources[0].Note, "conflict: "); found {
			conflicts = append(conflicts, r.Value+r.Unit+" against "+note)
		}
	}
	slices.Sort(names)
	slices.Sort(conflicts)
	if diff := cmp.Diff([]string{"R&D经费支出占GDP比重", "高新技术企业数量"}, names); diff != "" {
		t.Errorf("indicators (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"2.5% against 2.6% at 一（一）§1", "2.6% against 2.5% at 一（二）§1"}, conflicts); diff != "" {
		t.Errorf("conflicts (-want +got):\n%s", diff)
	}
}
