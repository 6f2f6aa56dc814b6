package sheet

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// severalTables is a sheet with three tables one below the other; the second is
// printed on two pages.
func severalTables() sheetOf {
	return sheetOf{name: "汇总", rows: [][]any{
		{"一、创新平台"},
		{"平台名称", "依托单位"},
		{"沂蒙实验室", "临沂大学"},
		{},
		{"二、重点项目"},
		{"项目名称", "承担单位", "合作高校", "总投资（万元）"},
		{"新机床研发", "山东甲乙机械有限公司", "浙大", 800},
		{},
		{"项目名称", "承担单位", "合作高校", "总投资（万元）"},
		{"旧机床改造", "企业:大华", "临沂大学", 90},
		{"合计", nil, nil, 890},
		{},
		{"企业名称", "所在地"},
		{"大华", "临沂市"},
	}}
}

func TestSeveralTablesOnASheet(t *testing.T) {
	imported := importOf(t, "汇总.xlsx", workbookOf(t, severalTables()), "")
	want := []string{
		"汇总!3 platform:yi-meng-shi-yan-shi PLATFORM 沂蒙实验室 rule:sheet-new",
		"汇总!7 project:xin-ji-chuang-yan-fa KEY_PROJECT 新机床研发 rule:sheet-new",
		"汇总!7 org:zju UNIVERSITY 浙江大学 printed 浙大 rule:sheet-name",
		"汇总!10 project:jiu-ji-chuang-gai-zao KEY_PROJECT 旧机床改造 rule:sheet-new",
		"汇总!10 org:da-hua ENTERPRISE 大华 rule:sheet-new",
		"汇总!14 org:da-hua ENTERPRISE 大华 rule:sheet-new",
		"汇总!3 HOSTED_BY platform:yi-meng-shi-yan-shi → org:lyu",
		"汇总!7 HOSTED_BY project:xin-ji-chuang-yan-fa → org:a-firm",
		"汇总!7 COOPERATES_WITH project:xin-ji-chuang-yan-fa → org:zju 合作",
		"汇总!10 HOSTED_BY project:jiu-ji-chuang-gai-zao → org:da-hua",
		"汇总!10 COOPERATES_WITH project:jiu-ji-chuang-gai-zao → org:lyu 合作",
		"汇总!14 LOCATED_IN org:da-hua → region:371300",
	}
	if diff := cmp.Diff(want, said(imported)); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
	skipped := []string{"9 重复的表头 the header again", "11 合计行 a total"}
	if diff := cmp.Diff(skipped, remarksOf(imported, Skipped)); diff != "" {
		t.Errorf("rows that were skipped (-want +got):\n%s", diff)
	}
}

// The report on several tables is one sheet, and is read like the sheet itself.
func TestReportOnSeveralTables(t *testing.T) {
	imported := importOf(t, "汇总.xlsx", workbookOf(t, severalTables()), "")
	var report bytes.Buffer
	if err := imported.WriteReport(0, &report); err != nil {
		t.Fatal(err)
	}
	again := importOf(t, "汇总.report.xlsx", report.Bytes(), "")
	if diff := cmp.Diff(said(imported), said(again)); diff != "" {
		t.Errorf("the report says something else (-sheet +report):\n%s", diff)
	}
	if got, want := again.Counts(0), imported.Counts(0); got != want {
		t.Errorf("rows of the report %+v, of the sheet %+v", got, want)
	}
	file, err := openWorkbook(report.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	comments, err := file.GetComments("汇总")
	if err != nil {
		t.Fatal(err)
	}
	var commented []string
	for _, c := range comments {
		commented = append(commented, c.Cell)
	}
	if want := []string{"D6", "C7"}; !cmp.Equal(want, commented) {
		t.Errorf("comments on %v, want %v", commented, want)
	}
}

// What cannot be read is told: a table whose columns are not plain, and rows above
// the header that look like data.
func TestTablesThatAreLeftOutAreTold(t *testing.T) {
	imported := importOf(t, "汇总.xlsx", workbookOf(t, sheetOf{name: "汇总", rows: [][]any{
		{"平台名称", "项目名称"}, {"甲平台", "乙项目"}, {}, {"园区名称", "所在地"}, {"丙产业园", "临沂市"},
	}}, sheetOf{name: "二", rows: [][]any{
		{"合同编号", "甲方联系", "签订于"}, {"1", "张", "2023"}, {"平台名称", "依托单位"}, {"沂蒙实验室", "临沂大学"},
	}}), "")
	left := strings.Join(remarksOf(imported, LeftOut), "\n")
	for _, want := range []string{
		"1 此表未读取 the table was left out: 平台名称 and 项目名称 could both name what the rows are about",
		"1 表头以上的内容没有导入",
	} {
		if !strings.Contains(left, want) {
			t.Errorf("not told: %s\nin:\n%s", want, left)
		}
	}
}

// A group above columns of its own kind does not hide what they are.
func TestGroupAboveColumnsOfBodies(t *testing.T) {
	imported := importOf(t, "平台.xlsx", workbookOf(t, sheetOf{name: "平台", rows: [][]any{
		{"平台名称", "建设单位", nil, nil}, {nil, "依托单位", "共建单位", "所在地"}, {"沂蒙实验室", "临沂大学", "浙江大学", "临沂市"},
	}, merged: []string{"A1:A2", "B1:D1"}}), "")
	want := []string{
		"平台!3 platform:yi-meng-shi-yan-shi PLATFORM 沂蒙实验室 rule:sheet-new",
		"平台!3 HOSTED_BY platform:yi-meng-shi-yan-shi → org:lyu",
		"平台!3 BUILT_BY platform:yi-meng-shi-yan-shi → org:zju",
	}
	if diff := cmp.Diff(want, said(imported)); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
	if got := remarksOf(imported, LeftOut); len(got) != 1 || !strings.HasPrefix(got[0], "D2 ") {
		t.Errorf("where the builder is says nothing of the platform; left out: %v", got)
	}
}

func TestPlacesInPinyin(t *testing.T) {
	for cell, want := range map[string]string{
		"Zhejiang;Hangzhou": "region:330100",
		"Linyi":             "region:371300", "Linyi City": "region:371300", "Hangzhou, Zhejiang": "region:330100",
		"Lanshan District, Linyi City, Shandong Province, China": "region:371302", "Springfield": "",
	} {
		imported := importOf(t, "a.csv", []byte("organization;province;city\n浙江大学;"+strings.Repeat(";", 1-strings.Count(cell, ";"))+cell+"\n"), "")
		got := ""
		for _, r := range imported.Records().Relations {
			got = r.To
		}
		if got != want {
			t.Errorf("%s is read as %q, want %q; %v", cell, got, want, remarksOf(imported, Rejected))
		}
	}
}

// A campus of a body outside the data set is not that body.
func TestPartOfABodyElsewhere(t *testing.T) {
	imported := importOf(t, "a.csv", []byte("项目名称,合作高校\n新机床,哈工大（威海）\n"), "")
	if got := strings.Join(said(imported), "\n"); !strings.Contains(got, "UNIVERSITY 哈工大（威海）") {
		t.Errorf("read as:\n%s", got)
	}
}

// A row below the header that tells how to fill the columns in is none of the table.
func TestRowOfInstructions(t *testing.T) {
	imported := importOf(t, "平台.csv", []byte("平台名称,依托单位\n（填全称）,（填全称）\n沂蒙实验室,临沂大学\n"), "")
	if diff := cmp.Diff([]string{" 填写说明 how to fill in"}, remarksOf(imported, Skipped)); diff != "" {
		t.Errorf("skipped (-want +got):\n%s", diff)
	}
	if got := imported.Counts(0); got != (Counts{Accepted: 1, Skipped: 1}) {
		t.Errorf("rows %+v", got)
	}
}
