package lexicon

import "testing"

func TestRoleOf(t *testing.T) {
	lex, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]Role{
		"序 号": SerialColumn, "项目名称": ProjectColumn, "单位名称": NameColumn, "名称": NameColumn, "平台类型": GroupColumn,
		"牵头单位（部门）": HostColumn, "建设单位": HostColumn, "承建单位": BuilderColumn, "单位": OtherColumn, "责任单位": DutyColumn,
		"建设地点": PlaceColumn, "建设规模及内容": ContentColumn, "建设起止年限": PeriodColumn, "所属技术领域": FieldColumn,
		"项目承担单位": HostColumn, "2025年指标": IndicatorColumn, "总投资（亿元）": OtherColumn, "所在县（市、区）": PlaceColumn,
	}
	for header, want := range tests {
		if got, _ := lex.RoleOf(header); got != want {
			t.Errorf("RoleOf(%s) = %q, want %q", header, got, want)
		}
	}
	if role, ok := lex.RoleOf("甲"); ok {
		t.Errorf("RoleOf(甲) = %q, want none", role)
	}
}
