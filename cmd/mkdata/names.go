package main

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// noteNames marks names that are well known but stand in no list that was read.
const noteNames = "names added by the compiler from general knowledge 名称由编制者凭常识补充"

// curatedNames are names that old lists and colleagues use and that no rule makes.
type curatedNames struct{ aliases, former []string }

func namesAdded() map[string]curatedNames {
	former := func(names ...string) curatedNames { return curatedNames{former: names} }
	return map[string]curatedNames{
		"org:ahpu":   former("安徽机电学院", "安徽工程科技学院"),
		"org:ahut":   former("华东冶金学院"),
		"org:aust":   former("淮南工业学院", "淮南矿业学院"),
		"org:cczu":   former("江苏石油化工学院", "江苏工业学院"),
		"org:dhu":    former("中国纺织大学", "华东纺织工学院"),
		"org:ecust":  former("华东化工学院"),
		"org:hdu":    former("杭州电子工业学院"),
		"org:hznu":   former("杭州师范学院"),
		"org:jsnu":   former("徐州师范大学"),
		"org:jsut":   former("江苏技术师范学院"), //nolint:misspell // an id
		"org:just":   former("华东船舶工业学院"),
		"org:lyu":    former("临沂师范学院"),
		"org:njtech": former("南京化工大学", "南京建筑工程学院"),
		"org:njucm":  former("南京中医学院"),
		"org:nuist":  former("南京气象学院"),
		"org:qut":    former("青岛建筑工程学院"),
		"org:shou":   former("上海水产大学"),
		"org:shutcm": former("上海中医学院"),
		"org:smu-sh": former("上海海运学院"),
		"org:usst":   former("华东工业大学", "上海机械学院"),
		"org:zafu":   former("浙江林学院"),
		"org:zcmu":   former("浙江中医学院"),
		"org:zjut":   former("浙江工学院"),
		"org:zstu":   former("浙江丝绸工学院", "浙江工程学院"),

		"org:hias-ucas": {aliases: []string{"国科大杭高院"}},
	}
}

// addNames adds the names of namesAdded, with a source that says who did.
func addNames(e *ecosystem.Entity) {
	added, ok := namesAdded()[e.ID]
	if !ok {
		return
	}
	e.Aliases = append(e.Aliases, added.aliases...)
	e.FormerNames = append(e.FormerNames, added.former...)
	source := judged(noteNames)
	source.Confidence = ecosystem.ConfidenceNotRechecked // it says nothing of the body that makes it surer
	e.Sources = append(e.Sources, source)
}

// withoutItsRegion drops the name of a region from those of its government: a list
// that prints 兰山区 for 兰山区人民政府 says in short who signed.
func withoutItsRegion(e *ecosystem.Entity) {
	if e.Kind == ecosystem.Agency {
		e.Aliases = slices.DeleteFunc(e.Aliases, func(alias string) bool { return alias+"人民政府" == e.Name })
	}
}
