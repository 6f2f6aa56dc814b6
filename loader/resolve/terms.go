package resolve

import "github.com/innograph/innograph/ecosystem"

// Ways lists the ways of matching with the terms that officers read, the surest
// first.
func Ways() []ecosystem.Term {
	return []ecosystem.Term{
		{Name: string(ByName), Chinese: "全称"},
		{Name: string(ByEnglishName), Chinese: "英文名"},
		{Name: string(ByAlias), Chinese: "别名"},
		{Name: string(ByPrintedName), Chinese: "原文写法"},
		{Name: string(ByFormerName), Chinese: "曾用名"},
		{Name: string(ByShortForm), Chinese: "简称"},
		{Name: string(ByAcronym), Chinese: "英文缩写"},
		{Name: string(ByTypo), Chinese: "错一字"},
		{Name: string(ByDepartment), Chinese: "内设部门"},
		{Name: string(ByBranch), Chinese: "分支机构"},
		{Name: string(ByHost), Chinese: "依托关系"},
	}
}

// Reasons lists the reasons with the terms that officers read.
func Reasons() []ecosystem.Term {
	return []ecosystem.Term{
		{Name: string(NotFound), Chinese: "未找到"},
		{Name: string(Ambiguous), Chinese: "多个相符"},
		{Name: string(Doubtful), Chinese: "不够确定"},
		{Name: string(OnlyPart), Chinese: "仅为其分支"},
		{Name: string(KnownOutside), Chinese: "库外单位"},
		{Name: string(SeveralNames), Chinese: "含多个名称"},
		{Name: string(TooLong), Chinese: "过长"},
		{Name: string(Empty), Chinese: "空白"},
	}
}

// Chinese is the term that officers read.
func (h How) Chinese() string { return chinese(Ways(), string(h)) }

// Chinese is the term that officers read; empty for NoReason.
func (r Reason) Chinese() string { return chinese(Reasons(), string(r)) }

func chinese(terms []ecosystem.Term, name string) string {
	for _, t := range terms {
		if t.Name == name {
			return t.Chinese
		}
	}
	return ""
}
