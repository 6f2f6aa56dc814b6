package plan

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

// TestWordings reads how plans of many cities put the same things: each case is a
// construction, its city invented.
func TestWordings(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // relations
	}{
		{
			"what is complete builds nothing more", "支持平江大学做大做强，加快推进南岭先进材料研究院建设。",
			[]string{"PROMOTES the plan 南岭先进材料研究院", "SUPPORTS the plan 平江大学"},
		},
		{
			"a branch without a name is built by whoever was pushed", "推动平江大学设立分支机构，建设平江光电研究院。",
			[]string{"PROMOTES the plan 平江光电研究院", "SUPPORTS the plan 平江大学"},
		},
		{
			"agreed before it is built", "与南岭大学签署战略合作协议，共建南岭平江航空创新中心。",
			[]string{"BUILT_BY 南岭平江航空创新中心 南岭大学", "PROMOTES the plan 南岭平江航空创新中心"},
		},
		{
			"who comes to build", "引进南岭大学来平江共建平江船舶研究院。",
			[]string{"HOSTED_BY 平江船舶研究院 南岭大学", "PROMOTES the plan 平江船舶研究院"},
		},
		{
			"each builds what has its name", "由南岭大学与梅山大学共建南岭大学平江研究院、梅山大学平江研究院。",
			[]string{
				"HOSTED_BY 南岭大学平江研究院 南岭大学", "HOSTED_BY 梅山大学平江研究院 梅山大学",
				"PART_OF 南岭大学平江研究院 南岭大学", "PART_OF 梅山大学平江研究院 梅山大学",
				"PROMOTES the plan 南岭大学平江研究院", "PROMOTES the plan 梅山大学平江研究院",
			},
		},
		{
			"cooperation by what is done", "支持平江市中心医院、平江市中医院与南岭大学开展临床协同研究。",
			[]string{
				"COOPERATES_WITH 南岭大学 平江市中医院", "COOPERATES_WITH 南岭大学 平江市中心医院",
				"SUPPORTS the plan 平江市中医院", "SUPPORTS the plan 平江市中心医院",
			},
		},
		{
			"the theatre", "以平江高新区为主阵地，联合南岭大学国家大学科技园，建设平江创新促进中心。",
			[]string{
				"COOPERATES_WITH 平江高新区 南岭大学国家大学科技园", "LOCATED_IN 平江创新促进中心 平江高新区", "PROMOTES the plan 平江创新促进中心",
			},
		},
		{
			"what a shape stands for", "“一廊”即沿江科创走廊，串联平江高新区、青林县。",
			[]string{"LINKS 沿江科创走廊 平江高新区", "LINKS 沿江科创走廊 青林县"},
		},
		{"several in several places", "在上海、深圳建设平江（上海）创新中心、平江（深圳）创新中心。", []string{
			"PROMOTES the plan 平江（上海）创新中心", "PROMOTES the plan 平江（深圳）创新中心",
		}},
		{"moves in", "推动平江氢能研究院入驻平江高新区。", []string{"LOCATED_IN 平江氢能研究院 平江高新区", "PROMOTES the plan 平江氢能研究院"}},
		{
			"labels without a colon", "1.组建平江稀土实验室。牵头单位平江大学，共建单位南岭大学。",
			[]string{"BUILT_BY 平江稀土实验室 南岭大学", "HOSTED_BY 平江稀土实验室 平江大学", "PROMOTES the plan 平江稀土实验室"},
		},
		{
			"on duty without a label", "推动平台建设。（市科技局牵头，市财政局、青林县政府配合）",
			[]string{"IMPLEMENTS 平江市科技局 the plan", "IMPLEMENTS 平江市财政局 the plan", "IMPLEMENTS 青林县政府 the plan"},
		},
		{
			"issued by departments", "平江市科技局、平江市财政局联合印发《平江市科技创新券管理办法》。",
			[]string{"ISSUED_BY 平江市科技创新券管理办法 平江市科技局", "ISSUED_BY 平江市科技创新券管理办法 平江市财政局"},
		},
		{
			"quoted programmes", "实施“平江工匠”培养计划、“双百”引才工程以及“银龄”专家行动。",
			[]string{"PROMOTES the plan “双百”引才工程", "PROMOTES the plan “平江工匠”培养计划", "PROMOTES the plan “银龄”专家行动"},
		},
		{
			"fields of a zone", "平江高新区重点发展生物医药、高端装备；平江经开区聚焦新能源汽车、智能网联两大产业。",
			[]string{
				"IN_FIELD 平江经开区 新能源汽车", "IN_FIELD 平江经开区 智能网联", "IN_FIELD 平江高新区 生物医药", "IN_FIELD 平江高新区 高端装备",
			},
		},
		{"a ranking raises nothing", "平江高新区跻身全国高新区百强。", nil},
		{
			"counted by class", "与南岭大学共建平江稀土研究院、平江氢能研究院等平台12个。",
			[]string{
				"HOSTED_BY 平江氢能研究院 南岭大学", "HOSTED_BY 平江稀土研究院 南岭大学",
				"PROMOTES the plan 平江氢能研究院", "PROMOTES the plan 平江稀土研究院",
			},
		},
		{
			"who has built it", "平江重工股份有限公司牵头建设的国家微特电机技术创新中心获批复。",
			[]string{"HOSTED_BY 国家微特电机技术创新中心 平江重工股份有限公司", "PROMOTES the plan 国家微特电机技术创新中心"},
		},
		{
			"below the name of a zone", "——平江高新区。重点发展新型显示、智能终端，建设南岭光子中试基地。",
			[]string{
				"IN_FIELD 平江高新区 新型显示", "IN_FIELD 平江高新区 智能终端",
				"LOCATED_IN 南岭光子中试基地 平江高新区", "PROMOTES the plan 南岭光子中试基地",
			},
		},
		{
			"behind the name of a zone", "平江经开区：建设南岭电池检测中心。",
			[]string{"LOCATED_IN 南岭电池检测中心 平江经开区", "PROMOTES the plan 南岭电池检测中心"},
		},
		{
			"somewhere else than where the text stands", "平江经开区：在青林县建设南岭电池检测中心。",
			[]string{"LOCATED_IN 南岭电池检测中心 青林县", "PROMOTES the plan 南岭电池检测中心"},
		},
		{"a firm is no part of another", "依托平江电机有限公司、平江电机研究所有限公司，建设南岭电机检测中心。", []string{
			"PROMOTES the plan 南岭电机检测中心", "RELIES_ON 南岭电机检测中心 平江电机有限公司", "RELIES_ON 南岭电机检测中心 平江电机研究所有限公司",
		}},
		{
			"on duty with notes in brackets", "推动平台建设。〔责任单位：市科技局、市财政局，以下均需各县(市、区)政府、园区管委会落实，不再列出〕",
			[]string{"IMPLEMENTS 平江市科技局 the plan", "IMPLEMENTS 平江市财政局 the plan"},
		},
		{
			"founded by several", "平江光学研究院由南岭大学、平江市人民政府共同建立。",
			[]string{"HOSTED_BY 平江光学研究院 南岭大学", "HOSTED_BY 平江光学研究院 平江市人民政府"},
		},
		{"what is to be ready", "建成投用平江存储器检测中心，申请建设平江钛材实验室。", []string{"PROMOTES the plan 平江存储器检测中心", "PROMOTES the plan 平江钛材实验室"}},
		{"to be brought here", "争取南岭航空发动机检测中心落户平江。", []string{"PROMOTES the plan 南岭航空发动机检测中心"}},
		{
			"a class with its quality", "推进平江光子中试基地、平江声学检测中心等高水平研发基地建设。",
			[]string{"PROMOTES the plan 平江光子中试基地", "PROMOTES the plan 平江声学检测中心"},
		},
		{"a region lies in no park", "建设平江碳材产业园；青林县以平江石墨产业园、平江纳米产业园为核心，布局新材料产业。", []string{"PROMOTES the plan 平江碳材产业园"}},
		{
			"a zone in full and in short", "平江高新技术产业开发区规模壮大。在平江高新区建设南岭光子中试基地。",
			[]string{"LOCATED_IN 南岭光子中试基地 平江高新技术产业开发区", "PROMOTES the plan 南岭光子中试基地"},
		},
		{
			"a firm that builds with others", "支持默凌科技与南岭大学共建平江海盐实验室。",
			[]string{
				"BUILT_BY 平江海盐实验室 南岭大学", "BUILT_BY 平江海盐实验室 默凌科技",
				"COOPERATES_WITH 默凌科技 南岭大学",
				"PROMOTES the plan 平江海盐实验室", "SUPPORTS the plan 默凌科技",
			},
		},
		{"projects of a list", "推进芯沃精密高端轴承钢升级、青溪石化120万吨轻烃综合利用、平江高档文化纸等项目建设。", []string{
			"PROMOTES the plan 平江高档文化纸", "PROMOTES the plan 芯沃精密高端轴承钢升级", "PROMOTES the plan 青溪石化120万吨轻烃综合利用",
		}},
		{"a class with partners", "支持平江医药股份有限公司与南岭大学建立院士工作站。", []string{"COOPERATES_WITH 南岭大学 平江医药股份有限公司", "SUPPORTS the plan 平江医药股份有限公司"}},
		{
			"ready for a laboratory", "全力服务保障平江实验室建设，打造世界领先科技园区。",
			[]string{"PROMOTES the plan 平江实验室"},
		},
		{
			"firms that others gather around", "以芯沃半导体、天溱环保为龙头，建设平江电子信息产业园。",
			[]string{"PROMOTES the plan 平江电子信息产业园", "RELIES_ON 平江电子信息产业园 天溱环保", "RELIES_ON 平江电子信息产业园 芯沃半导体"},
		},
		{
			"this centre", "推动国家盐碱农业技术创新中心建设，该中心由南岭大学牵头建设。规划建设平江风洞实验室。该实验室由北溪大学、平江航天股份有限公司共建。",
			[]string{
				"BUILT_BY 平江风洞实验室 北溪大学", "BUILT_BY 平江风洞实验室 平江航天股份有限公司", "HOSTED_BY 国家盐碱农业技术创新中心 南岭大学",
				"PROMOTES the plan 国家盐碱农业技术创新中心", "PROMOTES the plan 平江风洞实验室",
			},
		},
		{
			"below the name of a laboratory", "平江深地实验室。聚焦深地工程，由南岭大学、北溪大学共同建设，争创国家级平台。",
			[]string{"BUILT_BY 平江深地实验室 北溪大学", "BUILT_BY 平江深地实验室 南岭大学"},
		},
		{"listed as projects", "推进平江大学科技园、平江光子实验室等项目。", []string{"PROMOTES the plan 平江光子实验室", "PROMOTES the plan 平江大学科技园"}},
		{
			"what projects build", "推进芯沃石化对二甲苯二期、青溪化工丙烯腈、青溪集团煤制烯烃扩建等重大项目。",
			[]string{"PROMOTES the plan 芯沃石化对二甲苯二期", "PROMOTES the plan 青溪化工丙烯腈", "PROMOTES the plan 青溪集团煤制烯烃扩建"},
		},
		{
			"a project in quotes behind the word", "支持平江油田股份有限公司承担国家重点研发计划项目“热塑性连续管”。",
			[]string{"HOSTED_BY 热塑性连续管 平江油田股份有限公司", "PROMOTES the plan 热塑性连续管", "SUPPORTS the plan 平江油田股份有限公司"},
		},
		{"whose decisions are carried out", "为落实国务院决策部署，制定本行动计划。", nil},
		{"a class before the names", "建设大学科技园、平江稀土研究院。", []string{"PROMOTES the plan 平江稀土研究院"}},
		{
			"a zone with its other name", "泽门港经济开发区（平江湾经济技术开发区）重点发展医药化工、汽车制造，建设泽门港化工检测中心。",
			[]string{"IN_FIELD 泽门港经济开发区 医药化工", "IN_FIELD 泽门港经济开发区 汽车制造", "PROMOTES the plan 泽门港化工检测中心"},
		},
		{
			"a firm with and without its province", "依托山东岳溱集团，建设平江氟硅检测中心。支持岳溱集团做大做强。",
			[]string{"PROMOTES the plan 平江氟硅检测中心", "RELIES_ON 平江氟硅检测中心 山东岳溱集团", "SUPPORTS the plan 山东岳溱集团"},
		},
		{
			"a zone, its fields and firms", "泽港经济开发区聚焦大健康食品、化工新材料，依托沱海粮油、扬沱鑫福，建设平江特种油脂检测中心。",
			[]string{
				"IN_FIELD 泽港经济开发区 化工新材料", "IN_FIELD 泽港经济开发区 大健康食品",
				"LOCATED_IN 平江特种油脂检测中心 泽港经济开发区", "PROMOTES the plan 平江特种油脂检测中心",
				"RELIES_ON 泽港经济开发区 扬沱鑫福", "RELIES_ON 泽港经济开发区 沱海粮油",
			},
		},
		{
			"two fields of a zone", "沱罗高新区重点布局再生资源、先进储能材料两大产业。",
			[]string{"IN_FIELD 沱罗高新区 先进储能材料", "IN_FIELD 沱罗高新区 再生资源"},
		},
		{
			"a firm that acts", "沱佳牧业与南岭大学合作共建平江家禽检测中心。",
			[]string{
				"BUILT_BY 平江家禽检测中心 南岭大学", "BUILT_BY 平江家禽检测中心 沱佳牧业",
				"PROMOTES the plan 平江家禽检测中心",
			},
		},
		{"what has been founded", "平江园区创建了服务中心，建立平江草牧业示范园、平江粮油示范园。", nil},
		{
			"who runs it", "1.高水平建设平江创新谷。由平江高新区管委会负责运营。",
			[]string{"HOSTED_BY 平江创新谷 平江高新区管委会", "PROMOTES the plan 平江创新谷"},
		},
		{
			"joined to build", "推动辰沱药业、鲁沱药业联合南岭大学共建平江抗生素实验室。",
			[]string{
				"BUILT_BY 平江抗生素实验室 南岭大学", "BUILT_BY 平江抗生素实验室 辰沱药业", "BUILT_BY 平江抗生素实验室 鲁沱药业",
				"COOPERATES_WITH 辰沱药业 南岭大学", "COOPERATES_WITH 鲁沱药业 南岭大学",
				"PROMOTES the plan 平江抗生素实验室", "SUPPORTS the plan 辰沱药业", "SUPPORTS the plan 鲁沱药业",
			},
		},
		{
			"what leans on a firm", "以平江钢铁股份有限公司为依托，建设平江炼钢检测中心。",
			[]string{"PROMOTES the plan 平江炼钢检测中心", "RELIES_ON 平江炼钢检测中心 平江钢铁股份有限公司"},
		},
		{
			"with whom it is carried out", "组建平江装备创新创业共同体，由平江重工股份有限公司牵头，联合南岭大学、北溪大学等单位实施。",
			[]string{
				"BUILT_BY 平江装备创新创业共同体 北溪大学", "BUILT_BY 平江装备创新创业共同体 南岭大学",
				"HOSTED_BY 平江装备创新创业共同体 平江重工股份有限公司", "PROMOTES the plan 平江装备创新创业共同体",
			},
		},
		{"neighbours in a list", "推动平江北岸科技园、平江南岸科技园建设。", []string{"PROMOTES the plan 平江北岸科技园", "PROMOTES the plan 平江南岸科技园"}},
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

// TestWordingsOfNames reads names as plans of many cities coin and shorten them.
func TestWordingsOfNames(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"numbered bodies", "依托市第一、第二人民医院和市中医院开展试点。", []string{"HOSPITAL 平江市中医院", "HOSPITAL 平江市第一人民医院", "HOSPITAL 平江市第二人民医院"}},
		{"coined places", "建设甬畔数智谷、太湖湾科创港和云龙湖智慧岛。", []string{"INDUSTRY_CLUSTER 云龙湖智慧岛", "INDUSTRY_CLUSTER 太湖湾科创港", "INDUSTRY_CLUSTER 甬畔数智谷"}},
		{"levels before names", "加快国家级平江经济技术开发区建设。", []string{"INDUSTRY_CLUSTER 平江经济技术开发区"}},
		{"a class with its level", "支持青林县建设省级高新区。", []string{"REGION 青林县"}},
		{"regions of cities", "关中平原城市群一体化发展加速推进，承接武汉科教资源外溢。", []string{"REGION 关中平原城市群", "REGION 武汉"}},
		{"a city with its province", "与江苏省镇江市加强合作。", []string{"REGION 镇江市"}},
		{"a city whose name ends with 城", "支持邹城市发展。", []string{"REGION 邹城市"}},
		{"what a wide region is to be", "建设西安都市圈东部科技成果转化基地，打造汉江流域高质量发展示范区。", nil},
		{"centre of a basin", "建设汉江流域中心城市。", nil},
		{"a firm that begins with a city", "支持奇锐汽车、宁德时代等骨干企业发展。", []string{"ENTERPRISE 奇锐汽车", "ENTERPRISE 宁德时代"}},
		{"firms of three characters", "依托楚磷股份有限公司、新洋丰等龙头企业开展攻关。", []string{"ENTERPRISE 新洋丰", "ENTERPRISE 楚磷股份有限公司"}},
		{"quotes side by side", "打造“平江科创大脑”“平江城市大脑”等平台。", []string{"PLATFORM 平江城市大脑", "PLATFORM 平江科创大脑"}},
		{"an institute with a conjunction", "建设平江碳纤维及复合材料研究院。", []string{"RESEARCH_INSTITUTE 平江碳纤维及复合材料研究院"}},
		{"more follows a name", "推动平江产业技术研究院一体化改革试点。", []string{"RESEARCH_INSTITUTE 平江产业技术研究院"}},
		{"students are no university", "支持平江大学生就业创业，聘请中国工程院院士。", nil},
		{"classes stay classes", "支持建设一批专业化中试平台和概念验证中心，每家研究院配备专员。", nil},
		{"a branch of nobody", "依托省科学院，组建平江分院。", nil},
		{"foreign universities", "与马来西亚理工大学开展研究。", []string{"UNIVERSITY 马来西亚理工大学"}},
		{"built jointly by the province and the ministry", "支持平江大学创建省部共建精细化工国家重点实验室。", []string{"PLATFORM 省部共建精细化工国家重点实验室", "UNIVERSITY 平江大学"}},
		{"an institute of an academy", "对接中科院先进能量转换与储存技术创新研究院。", []string{"RESEARCH_INSTITUTE 中科院先进能量转换与储存技术创新研究院"}},
		{"a branch with a conjunction", "推动平江大学青林环境与工程研究院、北溪光电研究院发展。", []string{"RESEARCH_INSTITUTE 北溪光电研究院", "RESEARCH_INSTITUTE 平江大学青林环境与工程研究院"}},
		{"what came before it", "这是继南岭大学平江技术转移中心启用后的又一成果。", []string{"PLATFORM 南岭大学平江技术转移中心"}},
		{"schools of nobody", "支持高校研究生院发展。", nil},
		{"a project without a name", "开工建设卫星互联网等科创项目。", nil},
		{"what firms have done", "20家科技型企业成功登陆北交所，省级校企共建研发中心5家。", []string{"INDICATOR 省级校企共建研发中心"}},
		{"brands", "虹晖、沐远、东芯方等一批知名企业扎根平江。", []string{"ENTERPRISE 东芯方", "ENTERPRISE 沐远", "ENTERPRISE 虹晖"}},
		{"trades are no brands", "支持钢铁、化工等龙头企业发展。", nil},
		{"zones by newer words", "建设平江甘棠工贸集中区、崔堰高新技术产业聚集区。", []string{"INDUSTRY_CLUSTER 崔堰高新技术产业聚集区", "INDUSTRY_CLUSTER 平江甘棠工贸集中区"}},
		{"a campus of a hospital", "依托平江医科大学第一附属医院北溪院区开展试点。", []string{"HOSPITAL 平江医科大学第一附属医院北溪院区"}},
		{"a laboratory that passed", "平江重工高端机械国家重点实验室顺利通过验收。", []string{"PLATFORM 平江重工高端机械国家重点实验室"}},
		{"firms that are counted", "平江福源药业、沱兴集团、安沱酵母、东旭光药业4家企业入选百强。", []string{"ENTERPRISE 东旭光药业", "ENTERPRISE 安沱酵母", "ENTERPRISE 平江福源药业", "ENTERPRISE 沱兴集团"}},
		{"a park goes on", "推动平江白漾工业园提质发展。", []string{"INDUSTRY_CLUSTER 平江白漾工业园"}},
		{"the way to a web page", "首页 >> 下载中心 >> 国家大学科技园 >> 政策法规", nil},
		{"to whom a notice goes", "平江高新区管委会,各乡镇人民政府、街道办事处,区政府各部门:", nil},
		{"a heading with a colon", "1.推动各县区建设沱湾产业园：", []string{"INDUSTRY_CLUSTER 沱湾产业园"}},
		{"a trade of a place", "依托盐湖化工，建设平江钾肥检测中心。", []string{"PLATFORM 平江钾肥检测中心"}},
		{"a centre of the nation", "争取国家茶叶质量检验中心落户平江。", []string{"PLATFORM 国家茶叶质量检验中心"}},
		{"centres of the nation", "建设国家地方联合工程研究中心、国家企业技术中心。", nil},
		{"every one of them", "请各镇人民政府认真组织实施本规划。", nil},
		{"a subject with a conjunction", "建设湖北省骨关节疾病发生与干预重点实验室。", []string{"PLATFORM 湖北省骨关节疾病发生与干预重点实验室"}},
		{"a centre of the nation with its subject", "争创先进陶瓷国家技术创新中心。", []string{"PLATFORM 先进陶瓷国家技术创新中心"}},
		{"what an area is to become", "打造国家级医化园区。", nil},
		{"a zone of the nation", "提升平江高新区。支持平江国家高新区发展。", []string{"INDUSTRY_CLUSTER 平江高新区"}},
		{"ports and markets", "建设沱陵矶新港区、沱湘科技大市场平江分市场。", []string{"INDUSTRY_CLUSTER 沱陵矶新港区", "PLATFORM 沱湘科技大市场平江分市场"}},
		{"no place between words", "共建一批重大园区和平台。", nil},
		{"short and full name of a firm", "支持南岭股份、北溪重工等企业发展，推动南岭股份有限公司上市。", []string{"ENTERPRISE 北溪重工", "ENTERPRISE 南岭股份"}},
		{"a firm that comes", "引进宁德时代，推动产业发展。", nil},
		{"what is built, without the verb", "建造平江氢能产业园。", []string{"INDUSTRY_CLUSTER 平江氢能产业园"}},
		{"the only one", "打造全国唯一科技城。", nil},
		{"those who have a figure", "平江电机股份有限公司、平江轴承股份有限公司等龙头企业研发投入强度超过5%。", []string{"ENTERPRISE 平江电机股份有限公司", "ENTERPRISE 平江轴承股份有限公司"}},
		{"some of those counted", "拥有平江大学、平江理工学院等高等院校5所。", []string{"UNIVERSITY 平江大学", "UNIVERSITY 平江理工学院"}},
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

// TestFieldsBehindDashes: dashes may begin the headings that name fields, beside
// paragraphs that have none.
func TestFieldsBehindDashes(t *testing.T) {
	field := ecosystem.Entity{ID: "field:ic", Kind: ecosystem.TechnologyField, Name: "集成电路"}
	_, got, _ := told(t, "突破关键技术", "实施攻关计划，每年突破10项。\n"+
		"——集成电路。依托平江芯光股份有限公司，突破封测技术。\n——现代纺织。依托南岭纺织大学，突破印花技术。", field)
	want := []string{"RELIES_ON 现代纺织 南岭纺织大学", "RELIES_ON 集成电路 平江芯光股份有限公司"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("relations (-want +got):\n%s", diff)
	}
}

// TestDutyLineOfABox: a line below the items of a box with those who answer for
// them is no item.
func TestDutyLineOfABox(t *testing.T) {
	entities, got, _ := told(t, "主要任务", "加快建设。\n专栏1 重大创新平台\n平江氢能实验室：由南岭大学建设。\n平江声学实验室：由北溪大学建设。\n（牵头单位：市科技局；配合单位：市财政局）")
	for _, e := range entities {
		if strings.Contains(e, "单位") {
			t.Errorf("%s was read", e)
		}
	}
	for _, want := range []string{"IMPLEMENTS 平江市科技局 the plan", "IMPLEMENTS 平江市财政局 the plan"} {
		if !slices.Contains(got, want) {
			t.Errorf("no %s in %q", want, got)
		}
	}
}

// TestFieldsOfATechnologyChapter: the headings below 核心技术 are fields, with or
// without a stop behind them.
func TestFieldsOfATechnologyChapter(t *testing.T) {
	got, _, _ := told(t, "攻克核心技术", "（一）微纳电子。\n突破封测。\n（二）特种钢材。\n突破冶炼。")
	want := []string{"TECHNOLOGY_FIELD 微纳电子", "TECHNOLOGY_FIELD 特种钢材"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("entities (-want +got):\n%s", diff)
	}
}

// TestWhoCarriesThePlanOut: below 保障措施 a sentence need not say what of.
func TestWhoCarriesThePlanOut(t *testing.T) {
	const text = "市科技局牵头，市财政局各司其职，形成合力。"
	if _, got, _ := told(t, "保障措施", text); !slices.Equal(got, []string{"IMPLEMENTS 平江市科技局 the plan", "IMPLEMENTS 平江市财政局 the plan"}) {
		t.Errorf("below 保障措施: %q", got)
	}
	if _, got, _ := told(t, "空间布局", text); len(got) > 0 {
		t.Errorf("elsewhere: %q", got)
	}
}

// TestFirmsInBracketsOfAProject: firms may stand in brackets behind a project by
// their short names; what else stands there belongs to the name.
func TestFirmsInBracketsOfAProject(t *testing.T) {
	entities, got, _ := told(t, "主要任务", "加快实施。\n专栏1 重点科技项目\n（1）高端铣床研发（沱源重机、南岭大学）\n（2）己二腈制备技术开发（青鲁恒沱）\n（3）智慧粮仓示范（商贸物流领域）\n")
	for _, want := range []string{"KEY_PROJECT 高端铣床研发", "KEY_PROJECT 己二腈制备技术开发", "ENTERPRISE 沱源重机", "ENTERPRISE 青鲁恒沱"} {
		if !slices.Contains(entities, want) {
			t.Errorf("no %s in %q", want, entities)
		}
	}
	if want := "HOSTED_BY 己二腈制备技术开发 青鲁恒沱"; !slices.Contains(got, want) {
		t.Errorf("no %s in %q", want, got)
	}
	if slices.ContainsFunc(entities, func(e string) bool { return strings.HasPrefix(e, "ENTERPRISE 商贸") }) {
		t.Errorf("a field was taken for a firm: %q", entities)
	}
}

// TestClustersThatHeadTheirPassage: the rest is said of them, in running text as in a box;
// a class of clusters heads no passage.
func TestClustersThatHeadTheirPassage(t *testing.T) {
	for name, text := range map[string]string{
		"numbered": "1.航空铸件产业集群。依托平江高新区，与南岭大学开展联合攻关。\n2.植物染料产业集群。布局在青林县，与北溪大学、南岭大学联合攻关。\n3.特色产业集群。依托平江高新区，建设检测平台。",
		"dashes":   "——航空铸件产业集群：依托平江高新区，与南岭大学开展联合攻关。\n——植物染料产业集群：布局在青林县，与北溪大学、南岭大学联合攻关。",
		"a box":    "加快发展。\n专栏1 重点产业集群\n1.航空铸件产业集群。依托平江高新区，与南岭大学开展联合攻关。\n2.植物染料产业集群。布局在青林县，与北溪大学、南岭大学联合攻关。",
	} {
		t.Run(name, func(t *testing.T) {
			entities, relations, _ := told(t, "主要任务", text)
			var clusters []string
			for _, e := range entities {
				if strings.HasSuffix(e, "产业集群") {
					clusters = append(clusters, e)
				}
			}
			wantClusters := []string{"INDUSTRY_CLUSTER 植物染料产业集群", "INDUSTRY_CLUSTER 航空铸件产业集群"}
			wantRelations := []string{
				"COOPERATES_WITH 植物染料产业集群 北溪大学", "COOPERATES_WITH 植物染料产业集群 南岭大学", "COOPERATES_WITH 航空铸件产业集群 南岭大学",
				"LOCATED_IN 植物染料产业集群 青林县", "RELIES_ON 航空铸件产业集群 平江高新区",
			}
			if diff := cmp.Diff(wantClusters, clusters); diff != "" {
				t.Errorf("clusters (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(wantRelations, relations); diff != "" {
				t.Errorf("relations (-want +got):\n%s", diff)
			}
		})
	}
}
