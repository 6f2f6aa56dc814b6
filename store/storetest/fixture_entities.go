package storetest

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

func fixtureEntities() []ecosystem.Entity {
	return slices.Concat(fixtureTrees(), fixtureOrganizations(), fixturePlaces(), fixturePlans())
}

// fixtureTrees are regions, fields and disciplines.
func fixtureTrees() []ecosystem.Entity {
	region := func(code, name string, more ...string) ecosystem.Entity {
		p := properties(append([]string{"code", code}, more...)...)
		return ecosystem.Entity{ID: "region:" + code, Kind: ecosystem.Region, Name: name, Properties: p, Sources: compiled(0.95)}
	}
	field := func(id, name, level string) ecosystem.Entity {
		return ecosystem.Entity{ID: "field:" + id, Kind: ecosystem.TechnologyField, Name: name, Properties: properties("level", level), Sources: compiled(0.95)}
	}
	discipline := func(code, name string) ecosystem.Entity {
		return ecosystem.Entity{ID: "discipline:" + code, Kind: ecosystem.Discipline, Name: name, Properties: properties("code", code), Sources: list()}
	}
	return []ecosystem.Entity{
		{
			ID: ecosystem.YangtzeRiverDelta, Kind: ecosystem.Region, Name: "长三角", NameEn: "Yangtze River Delta",
			Aliases: []string{"长江三角洲", "长三角地区"}, Sources: compiled(0.95),
		},
		region("310000", "上海市", "level", "province", "lat", "31.23", "lon", "121.47"),
		region("330000", "浙江省", "level", "province"),
		region("330100", "杭州市", "level", "city"),
		region("370000", "山东省", "level", "province"),
		region("371300", "临沂市", "level", "city"),
		region("371302", "兰山区", "level", "county"),
		field("it", "新一代信息技术", "top"),
		field("it-ai", "人工智能", "sub"),
		field("it-software", "软件与信息技术服务", "sub"),
		field("mach", "高端装备制造", "top"),
		field("mach-construction", "工程机械", "sub"),
		discipline("0802", "机械工程"),
		discipline("0812", "计算机科学与技术"),
	}
}

func fixtureOrganizations() []ecosystem.Entity {
	printed := plan("二（二）§3")
	printed[0].PrintedName = "浙江大学（紫金港）"
	return []ecosystem.Entity{
		{
			ID: "org:zju", Kind: ecosystem.University, Name: "浙江大学", NameEn: "Zhejiang University",
			Aliases: []string{"浙大"}, FormerNames: []string{"国立浙江大学"},
			Properties:  properties("tags", "985;211;双一流", "website", "https://example.org/zju", "lat", "30.26", "lon", "120.12"),
			ExternalIDs: []ecosystem.ExternalID{{Scheme: "ror", Value: "00a2xv884"}, {Scheme: "isni", Value: "000000041759700X"}},
			Sources:     slices.Concat(printed, list()),
		},
		{ID: "org:fudan", Kind: ecosystem.University, Name: "复旦大学", Aliases: []string{"复旦"}, Properties: properties("tags", "985;211"), Sources: list()},
		{
			ID: "org:lyu", Kind: ecosystem.University, Name: "临沂大学", Aliases: []string{"临大"}, FormerNames: []string{"临沂师范学院"},
			Properties: properties("tags", "省属", "website", "https://example.org/lyu"), Sources: slices.Concat(plan("二（一）", "三.1"), compiled(0.7)),
			Claims: []ecosystem.Claim{
				{Field: "website", Value: "https://example.org/lyu", Sources: plan("三.1")},
				{Field: "website", Value: "https://example.org/lytu", Sources: compiled(0.7)},
			},
		},
		{
			ID: "org:nimte", Kind: ecosystem.ResearchInstitute, Name: "中国科学院宁波材料技术与工程研究所", NameEn: "NIMTE",
			Aliases: []string{"宁波材料所", "中科院宁波材料所"}, Sources: compiled(0.5),
		},
		{
			ID: "org:sdaari", Kind: ecosystem.ResearchInstitute, Name: "浙江大学山东（临沂）现代农业研究院",
			Status: ecosystem.Built, StatusDate: "2019-11", Sources: compiled(0.7),
		},
		{ID: "org:lingong", Kind: ecosystem.Enterprise, Name: "山东临工工程机械有限公司", Aliases: []string{"山东临工"}, Sources: plan("专栏5.2（1）")},
		{ID: "org:alone", Kind: ecosystem.Enterprise, Name: "孤岛科技有限公司", Sources: compiled(0.7)},
		{ID: "org:hospital", Kind: ecosystem.Hospital, Name: "临沂市人民医院", Properties: properties("grade", "三级甲等"), Sources: compiled(0.7)},
		{ID: "org:ly-gov", Kind: ecosystem.Agency, Name: "临沂市人民政府", Sources: plan("一（二）")},
		{ID: "org:sdsia", Kind: ecosystem.Association, Name: "山东省软件行业协会", Sources: compiled(0.5)},
	}
}

// fixturePlaces are clusters and platforms.
func fixturePlaces() []ecosystem.Entity {
	return []ecosystem.Entity{
		{
			ID: "cluster:ly-hitech", Kind: ecosystem.IndustryCluster, Name: "临沂高新技术产业开发区", Aliases: []string{"临沂高新区"},
			Properties: properties("category", "高新区", "level", "国家级", "year", "2011", "lat", "35.05", "lon", "118.28"), Sources: plan("专栏5"),
		},
		{ID: "cluster:ly-robot", Kind: ecosystem.IndustryCluster, Name: "临沂机器人产业园", Status: ecosystem.UnderConstruction, Sources: plan("专栏5.1（2）")},
		{ID: "cluster:g60", Kind: ecosystem.IndustryCluster, Name: "G60科创走廊", Sources: compiled(0.9)},
		{
			ID: "platform:fluid-lab", Kind: ecosystem.Platform, Name: "流体动力与机电系统国家重点实验室", Status: ecosystem.Built,
			Properties: properties("category", "国家重点实验室", "level", "国家级"), Sources: compiled(0.5),
		},
		{
			ID: "platform:transfer", Kind: ecosystem.Platform, Name: "临沂市科技成果转化平台", Status: ecosystem.Planned, StatusDate: "2021",
			Properties: properties("group", "科技公共服务平台"), Sources: plan("专栏5.2（3）"),
		},
		{ID: "platform:iic-a", Kind: ecosystem.Platform, Name: "工业互联网创新中心", Status: ecosystem.Built, Sources: compiled(0.85)},
		{ID: "platform:iic-b", Kind: ecosystem.Platform, Name: "工业互联网创新中心", Status: ecosystem.Planned, Sources: plan("专栏5.1（1）")},
	}
}

// fixturePlans are what a plan sets out.
func fixturePlans() []ecosystem.Entity {
	return []ecosystem.Entity{
		{
			ID: "project:excavator", Kind: ecosystem.KeyProject, Name: "智能挖掘机关键技术", Status: ecosystem.Promoted,
			Properties: properties("category", "重大科技专项", "year", "2022"), Sources: plan("专栏50（2）"),
		},
		{ID: "project:quality-ai", Kind: ecosystem.KeyProject, Name: "人工智能质检", Status: ecosystem.Planned, Sources: plan("专栏5（1）")},
		{ID: "project:cpp", Kind: ecosystem.KeyProject, Name: "C++（X）编译器", Status: ecosystem.Promoted, Sources: plan("六.7")},
		{ID: "programme:hundred", Kind: ecosystem.Programme, Name: "百企攻关行动", Sources: plan("四.1")},
		{
			ID: "indicator:rd", Kind: ecosystem.Indicator, Name: "全社会研发经费占比", Sources: plan("专栏1（1）"),
			Properties: properties("unit", "%", "value", "2.6", "base_value", "2.31", "year", "2025", "base_year", "2020", "attribute", "预期性"),
		},
		{
			ID: "policy:145", Kind: ecosystem.Policy, Name: "临沂市“十四五”科技创新规划",
			Properties: properties("period", "2021-2025", "year", "2021"), Sources: plan("一"),
		},
	}
}
