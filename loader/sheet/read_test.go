package sheet

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/table"
)

// messy is a list as it comes from an office: a title, a header of two rows,
// merged cells, headings, totals and notes among the rows.
func messy() sheetOf {
	return sheetOf{
		name: "平台",
		rows: [][]any{
			{"附件1"},
			{"临沂市创新平台名单（截至２０２３年５月）"},
			{"序号", "平台名称", "依托单位", nil, "共建单位", "所在\n县区", "技术领域", "级别", "批准时间", "联系电话", "备　注", "年度评估"},
			{nil, nil, "名称", "所在地"},
			{"一、省级平台（3家）"},
			{1, "智慧农业重点实验室 ", "临沂市农业科学院", "河东", "临沂大学、浙大；山东子丑科技有限公司", "河东区", "现代农业", "省级", time.Date(2023, 5, 1, 0, 0, 0, 0, time.UTC), "0539-8888888", "无", "优秀"},
			{2, "鲁南木业工程中心", "山东寅卯大学", nil, "—", "临沂市兰山区", "木业/新材料", "省级", "2023年5月", nil, "第一批\n重点"},
			{3, "沂蒙物流\n创新中心", nil, nil, nil, "同上", "木业", "市级", "23-05"},
			{"４", "硅材料国家重点实验室", "浙江大学化工学院", nil, nil, "浙江省杭州市", "新材料", "国家级", 2003},
			{5},
			{"序号", "平台名称", "依托单位", nil, "共建单位", "所在县区", "技术领域", "级别", "批准时间", "联系电话", "备注", "年度评估"},
			{6, "白马湖实验室", nil, nil, nil, "杭州", nil, nil, 45047},
			{"合计", "6家"},
			nil,
			{"注：以上为截至5月的数据。"},
			{"1.级别以批文为准。"},
		},
		merged: []string{"A2:L2", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4", "G3:G4", "H3:H4", "I3:I4", "J3:J4", "K3:K4", "L3:L4", "A5:L5", "C7:C8"},
	}
}

func TestMessyWorkbook(t *testing.T) {
	content := workbookOf(t, messy(),
		sheetOf{name: "说明", rows: [][]any{{"请各单位于月底前填写"}}},
		sheetOf{name: "旧", rows: [][]any{{"平台名称"}, {"丙实验室"}}, hidden: true},
		sheetOf{name: "空"})
	imported := importOf(t, "dir/临沂平台.xlsx", content, "")
	want := []string{
		"平台!6 platform:zhi-hui-nong-ye-zhong-dian-shi-yan-shi PLATFORM 智慧农业重点实验室 level=省级 rule:sheet-new; 批准时间 2023-05",
		"平台!6 org:zju UNIVERSITY 浙江大学 printed 浙大 rule:sheet-name",
		"平台!6 org:shan-dong-zi-chou-ke-ji-you-xian-gong-si ENTERPRISE 山东子丑科技有限公司 rule:sheet-new",
		"平台!6 field:xian-dai-nong-ye TECHNOLOGY_FIELD 现代农业 rule:sheet-new",
		"平台!7 platform:lu-nan-mu-ye-gong-cheng-zhong-xin PLATFORM 鲁南木业工程中心 level=省级 rule:sheet-new; 批准时间 2023-05; 第一批 重点",
		"平台!7 org:shan-dong-yin-mao-da-xue UNIVERSITY 山东寅卯大学 rule:sheet-new",
		"平台!8 platform:yi-meng-wu-liu-chuang-xin-zhong-xin PLATFORM 沂蒙物流创新中心 level=市级 rule:sheet-new; 批准时间 2023-05",
		"平台!8 org:shan-dong-yin-mao-da-xue UNIVERSITY 山东寅卯大学 rule:sheet-new",
		"平台!9 platform:silicon PLATFORM 硅材料国家重点实验室 level=国家级 批准时间 2003",
		"平台!9 org:zju UNIVERSITY 浙江大学 printed 浙江大学化工学院 rule:sheet-name",
		"平台!12 org:baimahu RESEARCH_INSTITUTE 白马湖实验室 批准时间 2023-05-01",

		"平台!6 LOCATED_IN platform:zhi-hui-nong-ye-zhong-dian-shi-yan-shi → region:371312",
		"平台!6 HOSTED_BY platform:zhi-hui-nong-ye-zhong-dian-shi-yan-shi → org:ly-aas",
		"平台!6 BUILT_BY platform:zhi-hui-nong-ye-zhong-dian-shi-yan-shi → org:lyu",
		"平台!6 BUILT_BY platform:zhi-hui-nong-ye-zhong-dian-shi-yan-shi → org:zju",
		"平台!6 BUILT_BY platform:zhi-hui-nong-ye-zhong-dian-shi-yan-shi → org:shan-dong-zi-chou-ke-ji-you-xian-gong-si",
		"平台!6 IN_FIELD platform:zhi-hui-nong-ye-zhong-dian-shi-yan-shi → field:xian-dai-nong-ye",
		"平台!7 LOCATED_IN platform:lu-nan-mu-ye-gong-cheng-zhong-xin → region:371302",
		"平台!7 HOSTED_BY platform:lu-nan-mu-ye-gong-cheng-zhong-xin → org:shan-dong-yin-mao-da-xue",
		"平台!7 IN_FIELD platform:lu-nan-mu-ye-gong-cheng-zhong-xin → field:wood",
		"平台!7 IN_FIELD platform:lu-nan-mu-ye-gong-cheng-zhong-xin → field:mat",
		"平台!8 LOCATED_IN platform:yi-meng-wu-liu-chuang-xin-zhong-xin → region:371302",
		"平台!8 HOSTED_BY platform:yi-meng-wu-liu-chuang-xin-zhong-xin → org:shan-dong-yin-mao-da-xue",
		"平台!8 IN_FIELD platform:yi-meng-wu-liu-chuang-xin-zhong-xin → field:wood",
		"平台!9 LOCATED_IN platform:silicon → region:330100",
		"平台!9 HOSTED_BY platform:silicon → org:zju",
		"平台!9 IN_FIELD platform:silicon → field:mat",
		"平台!12 LOCATED_IN org:baimahu → region:330100",
	}
	if diff := cmp.Diff(want, said(imported)); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
	if got, want := imported.Counts(0), (Counts{Accepted: 1, Corrected: 4, Skipped: 6}); got != want {
		t.Errorf("rows %+v, want %+v", got, want)
	}
	d := imported.Records().Documents[0].Document
	if want := (ecosystem.Document{ID: "doc:lin-yi-ping-tai", Title: "临沂市创新平台名单（截至2023年5月）", Date: "2023-05"}); d != want {
		t.Errorf("document %+v, want %+v", d, want)
	}
	left := []string{
		"D4 此列未识别，内容没有导入 the column is not understood; its cells were not taken",
		"J3 个人信息，不导入 about persons: left out on purpose",
		"L3 此列未识别，内容没有导入 the column is not understood; its cells were not taken",
		" 工作表未读取 the sheet was left out: no row of it reads like a header",
		" 工作表未读取 the sheet was left out: 隐藏工作表 hidden; name it in a mapping to read it",
	}
	if diff := cmp.Diff(left, remarksOf(imported, LeftOut)); diff != "" {
		t.Errorf("what was left out (-want +got):\n%s", diff)
	}
	skipped := []string{
		"5 小标题或说明 a heading or a remark", "10 除序号外为空 blank but for its number", "11 重复的表头 the header again",
		"13 合计行 a total", "15 表注 a note", "16 表注 a note",
	}
	if diff := cmp.Diff(skipped, remarksOf(imported, Skipped)); diff != "" {
		t.Errorf("rows that were skipped (-want +got):\n%s", diff)
	}
}

// Headers that are one word, columns that the graph has no relation or no place
// for, and columns about persons: what becomes of each is said in words.
func TestUsualColumns(t *testing.T) {
	imported := importOf(t, "平台.csv", []byte("平台名称,依托,共建,合作,主管部门,总投资（万元）,联系人,电话\n"+
		"智慧农业实验室,临沂大学,浙江大学,临沂市农业科学院,临沂市科学技术局,500,张三,0539-1\n"), "")
	want := []string{
		"第2行 platform:zhi-hui-nong-ye-shi-yan-shi PLATFORM 智慧农业实验室 rule:sheet-new; 主管部门 临沂市科学技术局",
		"第2行 HOSTED_BY platform:zhi-hui-nong-ye-shi-yan-shi → org:lyu",
		"第2行 BUILT_BY platform:zhi-hui-nong-ye-shi-yan-shi → org:zju",
		"第2行 COOPERATES_WITH platform:zhi-hui-nong-ye-shi-yan-shi → org:ly-aas 合作",
	}
	if diff := cmp.Diff(want, said(imported)); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
	left := []string{
		" 图谱没有记录此项的位置，内容没有导入 the graph has no place for it; its cells were not taken",
		" 个人信息，不导入 about persons: left out on purpose",
		" 个人信息，不导入 about persons: left out on purpose",
	}
	if diff := cmp.Diff(left, remarksOf(imported, LeftOut)); diff != "" {
		t.Errorf("what was left out (-want +got):\n%s", diff)
	}
	kept := []string{" 图谱没有这种关系，内容记入备注 the graph has no such relation; its cells are kept in the note"}
	if diff := cmp.Diff(kept, remarksOf(imported, Corrected)); diff != "" {
		t.Errorf("what was read otherwise (-want +got):\n%s", diff)
	}
}

// TestRecordsAreSound: what is accepted passes the checks that every table has to
// pass, together with the data set.
func TestRecordsAreSound(t *testing.T) {
	imported := importOf(t, "临沂平台.xlsx", workbookOf(t, messy()), "")
	rows := imported.Records()
	b := ecosystem.NewBuilder()
	known := knownGraph(t)
	for _, d := range known.Documents {
		if err := b.Document(d); err != nil {
			t.Fatal(err)
		}
	}
	for _, e := range known.Entities {
		if err := b.Entity(e); err != nil {
			t.Fatal(err)
		}
	}
	for _, d := range rows.Documents {
		if err := b.Document(d.Document); err != nil {
			t.Error(err)
		}
	}
	for _, e := range rows.Entities {
		if e.Sources[0].Confidence >= 1 || e.Sources[0].Known != ecosystem.Stated {
			t.Errorf("%s is known %s with confidence %g", e.ID, e.Sources[0].Known, e.Sources[0].Confidence)
		}
		if err := b.Entity(e.Entity); err != nil {
			t.Error(err)
		}
	}
	for _, r := range rows.Relations {
		b.Relation(r.Relation)
	}
	for _, p := range ecosystem.Validate(b.Graph()) {
		t.Errorf("%+v", p)
	}
}

func TestEnglishCSV(t *testing.T) {
	text := "No.;Organization;Type;City;Website;Alias;Remarks\n" +
		"1;Rain University;University;杭州市;www.rain.edu.cn;Rain U, ZRU;\"two\nlines\"\n\n" +
		"2;浙江大学;University;-;N/A;;\n"
	imported := importOf(t, "partners.csv", []byte(text), "")
	want := []string{
		"第2行 org:rain-university UNIVERSITY Rain University Rain U|ZRU website=http://www.rain.edu.cn rule:sheet-new; two lines",
		"第4行 org:zju UNIVERSITY 浙江大学",
		"第2行 LOCATED_IN org:rain-university → region:330100",
	}
	if diff := cmp.Diff(want, said(imported)); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
	gb, err := simplifiedchinese.GB18030.NewEncoder().String("单位名称,所在地区,技术领域\n浙江大学,杭州市,新材料、木业\n临沂大学,临沂市,木业\n")
	if err != nil {
		t.Fatal(err)
	}
	want = []string{
		"第2行 org:zju UNIVERSITY 浙江大学", "第3行 org:lyu UNIVERSITY 临沂大学",
		"第2行 LOCATED_IN org:zju → region:330100", "第2行 IN_FIELD org:zju → field:mat", "第2行 IN_FIELD org:zju → field:wood",
		"第3行 LOCATED_IN org:lyu → region:371300", "第3行 IN_FIELD org:lyu → field:wood",
	}
	if diff := cmp.Diff(want, said(importOf(t, "GBK.csv", []byte(gb), ""))); diff != "" {
		t.Errorf("records of a file in GB18030 (-want +got):\n%s", diff)
	}
}

func TestRejections(t *testing.T) {
	content := workbookOf(t, sheetOf{name: "项目", rows: [][]any{
		{"项目名称", "承担单位", "合作单位", "所在地", "技术领域", "建设状态", "立项年份", "统一社会信用代码", "网址"},
		{"甲项目", "山东甲机械有限公司", nil, nil, nil, nil, nil, nil, nil},
		{"乙项目", "大华", nil, nil, nil, nil, nil, nil, nil},
		{"丙项目", nil, nil, "火星市", nil, nil, nil, nil, nil},
		{"丁项目", nil, nil, nil, "生物医药", nil, nil, nil, nil},
		{"戊项目", nil, nil, nil, nil, "建城", "前年", nil, nil},
		{nil, "浙江大学", "临沂大学", nil, nil, nil, nil, nil, nil},
		{"己项目", "org:zjuu", nil, "浙江省河东区", nil, nil, nil, nil, nil},
		{"庚项目", "企业:大华", "新:山东甲机械有限公司、浙江大学 org:zju", "山东省临沂市兰山区金雀山路1号", "木业", "在建", "2021", nil, nil},
		{"辛项目", "清华大学", nil, nil, nil, nil, nil, nil, nil},
		{"癸项目", "中国农科院", nil, nil, nil, nil, nil, nil, nil},
		{"壬项目", "#REF!", nil, nil, nil, nil, nil, nil, nil},
	}})
	imported := importOf(t, "项目.xlsx", content, "")
	var got []string
	for _, m := range imported.Remarks(0) {
		if m.Outcome == Rejected {
			_, at, _ := strings.Cut(m.Place, "!")
			got = append(got, at+" "+m.Value)
		}
	}
	want := []string{"B2 山东甲机械有限公司", "B3 大华", "D4 火星市", "E5 生物医药", "F6 建城", "G6 前年", "A7 ", "D8 浙江省河东区", "B8 org:zjuu", "B12 #REF!"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rejected cells (-want +got):\n%s\n%s", diff, strings.Join(remarksOf(imported, Rejected), "\n"))
	}
	for at, part := range map[string]string{
		"B2": "山东甲乙机械有限公司 org:a-firm", "B3": "企业:大华", "E5": "生物制药 field:bio", "F6": "did you mean 建成?", "B8": "did you mean org:zju?",
		"D8": "does not lie in 浙江省", "B12": "the formula failed",
	} {
		found := false
		for _, r := range remarksOf(imported, Rejected) {
			_, reason, _ := strings.Cut(r, "!")
			found = found || (strings.HasPrefix(reason, at+" ") || strings.HasPrefix(r, at+" ")) && strings.Contains(r, part)
		}
		if !found {
			t.Errorf("the reason at %s does not say %q:\n%s", at, part, strings.Join(remarksOf(imported, Rejected), "\n"))
		}
	}
	accepted := []string{
		"项目!9 project:geng-xiang-mu KEY_PROJECT 庚项目 UNDER_CONSTRUCTION year=2021 rule:sheet-new",
		"项目!9 org:da-hua ENTERPRISE 大华 rule:sheet-new",
		"项目!9 org:shan-dong-jia-ji-xie-you-xian-gong-si ENTERPRISE 山东甲机械有限公司 rule:sheet-new",
		"项目!10 project:xin-xiang-mu KEY_PROJECT 辛项目 rule:sheet-new",
		"项目!10 org:qing-hua-da-xue UNIVERSITY 清华大学 rule:sheet-new",
		"项目!11 project:gui-xiang-mu KEY_PROJECT 癸项目 rule:sheet-new",
		"项目!11 org:zhong-guo-nong-ye-ke-xue-yuan RESEARCH_INSTITUTE 中国农业科学院 printed 中国农科院 rule:sheet-new",
		"项目!9 LOCATED_IN project:geng-xiang-mu → region:371302",
		"项目!9 HOSTED_BY project:geng-xiang-mu → org:da-hua",
		"项目!9 COOPERATES_WITH project:geng-xiang-mu → org:shan-dong-jia-ji-xie-you-xian-gong-si 合作",
		"项目!9 COOPERATES_WITH project:geng-xiang-mu → org:zju 合作",
		"项目!9 IN_FIELD project:geng-xiang-mu → field:wood",
		"项目!10 HOSTED_BY project:xin-xiang-mu → org:qing-hua-da-xue",
		"项目!11 HOSTED_BY project:gui-xiang-mu → org:zhong-guo-nong-ye-ke-xue-yuan",
	}
	if diff := cmp.Diff(accepted, said(imported)); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
}

func TestUnreadableFiles(t *testing.T) {
	for name, c := range map[string]struct {
		file    string
		content []byte
		want    string
	}{
		"no workbook":  {"a.xlsx", []byte("hello"), "a.xlsx: the file is no Excel workbook whatever its name says; open it in Excel and save it as *.xlsx"},
		"empty":        {"a.xlsx", nil, "a.xlsx: the file is empty 文件为空"},
		"cut off":      {"a.xlsx", workbookOf(t, sheetOf{name: "平台", rows: [][]any{{"平台名称"}}})[:900], "a.xlsx: the workbook is damaged or incomplete; open it in Excel"},
		"password":     {"a.xlsx", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + lockedPart), "a.xlsx: the workbook is protected by a password; open it in Excel"},
		"old":          {"a.xlsx", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "a.xlsx: the workbook is an old *.xls under another name"},
		"other format": {"a.pdf", []byte("%PDF"), "a.pdf: sheets are *.xlsx or *.csv"},
		"no header":    {"a.csv", []byte("1,2\n3,4\n"), "a.csv: no row of it reads like a header"},
		"no name":      {"a.csv", []byte("依托单位,技术领域\n浙江大学,新材料\n"), "none of its columns names what the rows are about (依托单位, 技术领域)"},
		"two names":    {"a.csv", []byte("平台名称,项目名称\na,b\n"), "平台名称 and 项目名称 could both name"},
		"blank":        {"a.csv", nil, "a.csv: 空表 blank"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := tryImport(t, c.file, c.content, "")
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want in it %q", err, c.want)
			}
			if code := ecosystem.CodeOf(err); code != ecosystem.CodeBadInput {
				t.Errorf("code %s", code)
			}
		})
	}
}

// TestBodyColumns: 单位名称 is what the rows are about, the unit of an indicator, or
// the host of what another column names.
func TestBodyColumns(t *testing.T) {
	for header, want := range map[string][]string{
		"单位名称,备注": {"第2行 org:zju UNIVERSITY 浙江大学 x"},
		"项目名称,单位名称": {
			"第2行 project:zhe-jiang-da-xue KEY_PROJECT 浙江大学 rule:sheet-new", "第2行 org:da-hua ENTERPRISE 大华 rule:sheet-new",
			"第2行 HOSTED_BY project:zhe-jiang-da-xue → org:da-hua",
		},
		"指标名称,单位": {"第2行 indicator:zhe-jiang-da-xue INDICATOR 浙江大学 unit=企业:大华 rule:sheet-new"},
	} {
		second := "企业:大华"
		if strings.HasSuffix(header, "备注") {
			second = "x"
		}
		name := "新:浙江大学"
		if strings.HasPrefix(header, "单位") {
			name = "浙江大学"
		}
		imported := importOf(t, "x.csv", []byte(header+"\n"+name+","+second+"\n"), "")
		if diff := cmp.Diff(want, said(imported)); diff != "" {
			t.Errorf("%s (-want +got):\n%s\n%v", header, diff, imported.Remarks(0))
		}
	}
}

func TestPlaces(t *testing.T) {
	for cell, want := range map[string]string{
		"兰山区": "region:371302", "临沂市兰山区": "region:371302", "山东省临沂市兰山区": "region:371302", "山东临沂": "region:371300",
		"兰山区金雀山路10号": "region:371302", "临沂市兰山区，义堂镇": "region:371302", "临沂市、杭州市": "region:371300 region:330100",
		"region:330100": "region:330100", "火星市": "", "浙江省河东区": "",
	} {
		imported := importOf(t, "x.csv", []byte("单位名称,所在地\n浙江大学,\""+cell+"\"\n"), "")
		var got []string
		for _, r := range imported.Records().Relations {
			got = append(got, r.To)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s lies in %v, want %q; %v", cell, got, want, imported.Remarks(0))
		}
	}
}

// TestHeaders: the rows of the header are found however they are laid out.
func TestHeaders(t *testing.T) {
	for name, text := range map[string]string{
		"plain":            "单位名称,依托单位\n",
		"title":            "2024年名单,\n,\n单位名称,合作单位\n",
		"groups above":     "序号,单位名称,产学研,\n,,合作单位,合作领域\n",
		"groups and open":  "序号,单位名称,基本情况,,产学研\n,,性质,所在地,合作单位\n",
		"long note above":  "请各县区于2024年5月底前将本表填写完整，加盖公章后报送市科技局\n单位名称,所在地\n",
		"one column":       "单位名称\n",
		"blank row inside": "单位名称,所在地\n,\n",
	} {
		lines := strings.Count(text, "\n")
		row := strings.Repeat(",", 1) + "浙江大学\n"
		if !strings.Contains(text, "序号") {
			row = "浙江大学\n"
		}
		imported := importOf(t, "x.csv", []byte(text+row), "")
		got := said(imported)
		want := fmt.Sprintf("第%d行 org:zju UNIVERSITY 浙江大学", lines+1)
		if len(got) != 1 || got[0] != want {
			t.Errorf("%s: %v, want %s; %v", name, got, want, imported.Remarks(0))
		}
	}
}

func TestLaterProblemsAreBlamedOnTheirRows(t *testing.T) {
	imported := importOf(t, "x.xlsx", workbookOf(t, sheetOf{name: "平台", rows: [][]any{{"平台名称", "依托单位"}, {"甲实验室", "浙江大学"}, {"乙实验室", "浙江大学"}}}), "")
	var problems table.Problems
	problems.Add(table.Place{File: "x.xlsx[平台]", Row: 3}, "name", "it contradicts another row")
	problems.Add(table.Place{File: "entities.csv", Row: 9}, "name", "something else")
	rejected, others := imported.Blame(&problems)
	if rejected != 1 || len(others) != 1 || others[0].File != "entities.csv" {
		t.Errorf("%d rows blamed, others %v", rejected, others)
	}
	want := []string{
		"平台!2 platform:jia-shi-yan-shi PLATFORM 甲实验室 rule:sheet-new",
		"平台!2 HOSTED_BY platform:jia-shi-yan-shi → org:zju",
	}
	if diff := cmp.Diff(want, said(imported)); diff != "" {
		t.Errorf("records of the other rows (-want +got):\n%s", diff)
	}
	if again, _ := imported.Blame(&problems); again != 0 {
		t.Errorf("%d rows blamed again", again)
	}
}
