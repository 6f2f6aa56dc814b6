package list

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// grammar of the tests: what ends with 研发, 项目 or 技术 is complete.
var grammar = Grammar{
	Complete: complete, Action: complete,
	Etc: func(text []rune, i int) bool { return text[i] == '等' && (i+1 == len(text) || text[i+1] != '离') },
}

func complete(s string) bool {
	for _, tail := range []string{"研发", "项目", "技术"} {
		if strings.HasSuffix(s, tail) {
			return true
		}
	}
	return false
}

func TestItems(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
		rule       Rule // of the first item
	}{
		{"plain", "甲材料研发、乙材料研发、丙材料研发。", []string{"甲材料研发", "乙材料研发", "丙材料研发"}, Separated},
		{"brackets", "链路追踪（含甲、乙系统）研发、丙（丁，戊）项目", []string{"链路追踪（含甲、乙系统）研发", "丙（丁，戊）项目"}, Separated},
		{"open bracket", "甲（乙材料研发、丙材料研发", []string{"甲（乙材料研发", "丙材料研发"}, Separated},
		{"quotes", "“春、秋”示范项目、“夏”项目", []string{"“春、秋”示范项目", "“夏”项目"}, Separated},
		{"long noun stands alone", "多层片式电容器瓷粉、吸波材料研发", []string{"多层片式电容器瓷粉", "吸波材料研发"}, Separated},
		{"noun at the end", "甲材料研发、铁氧体", []string{"甲材料研发", "铁氧体"}, Separated},
		{"short head", "竹、木复合材料研发、甲项目", []string{"竹、木复合材料研发", "甲项目"}, ShortHead},
		{"several short heads", "钛、镁、铝合金研发", []string{"钛、镁、铝合金研发"}, ShortHead},
		{"shared head", "皮肤制剂、眼用制剂等各类创新药研发、甲项目", []string{"皮肤制剂、眼用制剂等各类创新药研发", "甲项目"}, SharedHead},
		{"shared head stops at an item", "甲项目、皮肤制剂、眼用制剂等创新药研发", []string{"甲项目", "皮肤制剂、眼用制剂等创新药研发"}, Separated},
		{"etc at the end", "甲材料研发、乙材料研发等。", []string{"甲材料研发", "乙材料研发"}, Separated},
		{"etc with a class", "甲材料研发、乙材料研发等项目", []string{"甲材料研发", "乙材料研发"}, Separated},
		{"no etc", "等离子体研发、甲项目", []string{"等离子体研发", "甲项目"}, Separated},
		{"clauses", "高强钢、耐热钢研发；钛合金、镁合金项目", []string{"高强钢、耐热钢研发", "钛合金、镁合金项目"}, OneClause},
		{"a semicolon among commas", "甲研发、乙研发；丙研发", []string{"甲研发", "乙研发", "丙研发"}, Separated},
		{"stutter", "第三代材料氮化镓、氮化铝第三代材料氮化镓、氮化铝研发、乙项目", []string{"第三代材料氮化镓、氮化铝研发", "乙项目"}, Stutter},
		{"stutter of whole items", "第三代材料研发、第四代材料研发第三代材料研发、第四代材料研发、乙项目", []string{"第三代材料研发", "第四代材料研发", "乙项目"}, Separated},
		{"item printed twice", "无糖型制剂研发、无糖型制剂研发、乙项目", []string{"无糖型制剂研发", "无糖型制剂研发", "乙项目"}, Separated},
		{"commas between items", "甲项目，乙项目，丙项目", []string{"甲项目", "乙项目", "丙项目"}, Separated},
		{"detail after a comma", "甲项目，总投资5亿元、乙项目", []string{"甲项目", "乙项目"}, Separated},
		{"stop of a typist", "甲研发、乙项目.", []string{"甲研发", "乙项目"}, Separated},
		{"blanks", "新 材料 研发、BI system 项目", []string{"新材料研发", "BI system项目"}, Separated},
		{"nothing", "、；。", nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			items := Items(tt.text, grammar)
			var got []string
			for _, item := range items {
				got = append(got, item.Name)
				if !strings.Contains(tt.text, item.Printed) {
					t.Errorf("what is printed, %q, does not stand in the text", item.Printed)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("items of %s (-want +got):\n%s", tt.text, diff)
			}
			if len(items) > 0 && items[0].Rule != tt.rule {
				t.Errorf("the rule is %s, want %s", items[0].Rule, tt.rule)
			}
		})
	}
}

func TestItemsKeepDetailAndMarkProse(t *testing.T) {
	items := Items("甲项目，总投资5亿元、围绕产业，建设平台", grammar)
	if len(items) != 2 || items[0].Detail != "总投资5亿元" || items[0].Prose || !items[1].Prose {
		t.Errorf("items are %+v, want a detail with the first and the second marked as prose", items)
	}
}

func TestSplitAndCut(t *testing.T) {
	if diff := cmp.Diff([]string{"甲(乙、丙）", "丁", "《戊、己》"}, Split("甲(乙、丙）、 丁、、《戊、己》、", "、")); diff != "" {
		t.Errorf("pieces (-want +got):\n%s", diff)
	}
	before, after, found := Cut("甲（乙：丙）：丁：戊", "：")
	if before != "甲（乙：丙）" || after != "丁：戊" || !found {
		t.Errorf("Cut gives %q, %q, %t", before, after, found)
	}
	if before, _, found := Cut("甲乙", "："); before != "甲乙" || found {
		t.Errorf("Cut without a separator gives %q, %t", before, found)
	}
}

func TestClean(t *testing.T) {
	tests := map[string]string{
		" “龙软”孵化园；": "“龙软”孵化园", "“龙软孵化园”": "龙软孵化园", "“甲”与“乙”": "“甲”与“乙”", "——甲。": "甲", "甲 乙": "甲乙", "AI lab": "AI lab",
	}
	for printed, want := range tests {
		if got := Clean(printed); got != want {
			t.Errorf("Clean(%q) = %q, want %q", printed, got, want)
		}
	}
}
