package sheet

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func reportOf(t testing.TB, i *Import) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := i.WriteReport(0, &out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// change mends cells of a workbook as a person does in Excel.
func change(t testing.TB, content []byte, sheet string, cells map[string]string) []byte {
	t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	for at, value := range cells {
		if err := file.SetCellStr(sheet, at, value); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := file.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// marks lists the comments of a report and the colours of their cells.
func marks(t testing.TB, content []byte, sheet string) []string {
	t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	comments, err := file.GetComments(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, c := range comments {
		style, err := file.GetCellStyle(sheet, c.Cell)
		if err != nil {
			t.Fatal(err)
		}
		full, err := file.GetStyle(style)
		if err != nil {
			t.Fatal(err)
		}
		word, _, _ := strings.Cut(c.Text, ":")
		for _, run := range c.Paragraph {
			if word == "" {
				word, _, _ = strings.Cut(run.Text, ":")
			}
		}
		out = append(out, c.Author+" "+c.Cell+" "+word+" "+strings.Join(full.Fill.Color, ""))
	}
	slices.Sort(out)
	return out
}

func cellsOf(t testing.TB, content []byte, sheet string, cells ...string) []string {
	t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	var out []string
	for _, at := range cells {
		value, err := file.GetCellValue(sheet, at)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, value)
	}
	return out
}

// TestReportIsMendedAndLoadedAgain goes the way of an officer: load, look at the
// report, mend its cells, load the report.
func TestReportIsMendedAndLoadedAgain(t *testing.T) {
	content := workbookOf(t, sheetOf{name: "平台", rows: [][]any{
		{"平台名称", "依托单位", "技术领域", "其他列"},
		{"甲实验室", "浙大", "新材料", "x"},
		{"乙实验室", "山东甲机械有限公司", "生物医药", "y"},
		{"丙实验室", "大华", "木业", "z"},
		{"合计"},
	}})
	first := importOf(t, "平台.xlsx", content, "")
	report := reportOf(t, first)
	want := []string{
		"innograph B2 已更正 corrected FFEB9D", "innograph B3 未采纳 rejected FFC7CF", "innograph B4 未采纳 rejected FFC7CF",
		"innograph C3 未采纳 rejected FFC7CF", "innograph D1 未导入 left out D9D9DA",
	}
	if diff := cmp.Diff(want, marks(t, report, "平台")); diff != "" {
		t.Errorf("marks (-want +got):\n%s", diff)
	}
	wantCells := []string{outcomeHeader, reasonHeader, "已更正 corrected", "未采纳 rejected", "未采纳 rejected", "已跳过 skipped", "乙实验室", "y"}
	if diff := cmp.Diff(wantCells, cellsOf(t, report, "平台", "E1", "F1", "E2", "E3", "E4", "E5", "A3", "D3")); diff != "" {
		t.Errorf("cells of the report (-want +got):\n%s", diff)
	}
	if reasons := cellsOf(t, report, "平台", "F3")[0]; !strings.Contains(reasons, "依托单位：“山东甲机械有限公司” 存疑") || !strings.Contains(reasons, "技术领域：“生物医药” 存疑") {
		t.Errorf("the reasons of row 3: %s", reasons)
	}
	if got := cellsOf(t, report, summarySheet, "B1", "B6"); got[0] != "平台.xlsx" || got[1] != "2" {
		t.Errorf("the summary says %v", got)
	}

	mended := change(t, report, "平台", map[string]string{"B3": "org:b-firm", "C3": "field:bio", "B4": "企业:大华"})
	second := importOf(t, "平台.report.xlsx", mended, "")
	if got, want := second.Counts(0), (Counts{Accepted: 2, Corrected: 1, Skipped: 1}); got != want {
		t.Errorf("rows %+v, want %+v; %v", got, want, remarksOf(second, Rejected))
	}
	wantSaid := []string{
		"平台!2 platform:jia-shi-yan-shi PLATFORM 甲实验室 rule:sheet-new",
		"平台!2 org:zju UNIVERSITY 浙江大学 printed 浙大 rule:sheet-name",
		"平台!3 platform:yi-shi-yan-shi PLATFORM 乙实验室 rule:sheet-new",
		"平台!4 platform:bing-shi-yan-shi PLATFORM 丙实验室 rule:sheet-new",
		"平台!4 org:da-hua ENTERPRISE 大华 rule:sheet-new",
		"平台!2 HOSTED_BY platform:jia-shi-yan-shi → org:zju",
		"平台!2 IN_FIELD platform:jia-shi-yan-shi → field:mat",
		"平台!3 HOSTED_BY platform:yi-shi-yan-shi → org:b-firm",
		"平台!3 IN_FIELD platform:yi-shi-yan-shi → field:bio",
		"平台!4 HOSTED_BY platform:bing-shi-yan-shi → org:da-hua",
		"平台!4 IN_FIELD platform:bing-shi-yan-shi → field:wood",
	}
	if diff := cmp.Diff(wantSaid, said(second)); diff != "" {
		t.Errorf("records of the mended report (-want +got):\n%s", diff)
	}
	if a, b := first.Records().Documents[0].Document, second.Records().Documents[0].Document; a != b {
		t.Errorf("the report is another source: %+v, not %+v", b, a)
	}

	again := reportOf(t, second)
	want = []string{"innograph B2 已更正 corrected FFEB9D", "innograph D1 未导入 left out D9D9DA"}
	if diff := cmp.Diff(want, marks(t, again, "平台")); diff != "" {
		t.Errorf("marks of the second report (-want +got):\n%s", diff)
	}
	wantCells = []string{outcomeHeader, reasonHeader, "", "已采纳 accepted", ""}
	if diff := cmp.Diff(wantCells, cellsOf(t, again, "平台", "E1", "F1", "G1", "E3", "C9")); diff != "" {
		t.Errorf("cells of the second report (-want +got):\n%s", diff)
	}
}

// TestReportIsReadLikeItsSheet: the columns that a report adds change nothing of
// how the sheet is understood.
func TestReportIsReadLikeItsSheet(t *testing.T) {
	for name, s := range map[string]sheetOf{
		"title and heading": {
			name:   "平台",
			rows:   [][]any{{"平台名单"}, {"平台名称", "依托单位"}, {"省级平台"}, {"甲实验室", "浙江大学"}, {"市级平台"}, {"乙实验室", "大华"}, {"合计"}},
			merged: []string{"A1:B1", "A3:B3", "A5:B5"},
		},
		"title beside the table": {
			name:   "平台",
			rows:   [][]any{{"平台名单"}, {"序号", "平台名称", "依托单位", "备注"}, {1, "甲实验室", "浙江大学"}},
			merged: []string{"A1:C1"},
		},
		"two rows": messy(),
	} {
		t.Run(name, func(t *testing.T) {
			first := importOf(t, "x.xlsx", workbookOf(t, s), "")
			second := importOf(t, "x.report.xlsx", reportOf(t, first), "")
			if diff := cmp.Diff(said(first), said(second)); diff != "" {
				t.Errorf("records (- of the sheet, + of its report):\n%s", diff)
			}
			if first.Counts(0) != second.Counts(0) || first.Counts(0).Accepted == 0 {
				t.Errorf("rows of the sheet %+v, of its report %+v", first.Counts(0), second.Counts(0))
			}
		})
	}
}

// TestReportKeepsWhatIsNotItsOwn: merged cells are marked once, comments of other
// people stay, sheets that are not read stay.
func TestReportKeepsWhatIsNotItsOwn(t *testing.T) {
	content := workbookOf(t,
		sheetOf{name: "平台", rows: [][]any{{"平台名称", "依托单位"}, {"甲实验室", "山东甲机械有限公司"}, {"乙实验室"}, {"丙实验室", "浙大"}}, merged: []string{"B2:B3"}},
		sheetOf{name: "说明", rows: [][]any{{"请填写"}}})
	file, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	if err := file.AddComment("平台", excelize.Comment{Cell: "B4", Author: "老王", Paragraph: []excelize.RichTextRun{{Text: "要核对: 是"}}}); err != nil {
		t.Fatal(err)
	}
	var commented bytes.Buffer
	if err := file.Write(&commented); err != nil {
		t.Fatal(err)
	}
	report := reportOf(t, importOf(t, "平台.xlsx", commented.Bytes(), ""))
	want := []string{"innograph B2 未采纳 rejected FFC7CF", "老王 B4 要核对 FFEB9D"}
	if diff := cmp.Diff(want, marks(t, report, "平台")); diff != "" {
		t.Errorf("marks (-want +got):\n%s", diff)
	}
	if got := cellsOf(t, report, "说明", "A1")[0]; got != "请填写" {
		t.Errorf("the sheet that was not read says %q", got)
	}
}

func TestReportOnCSV(t *testing.T) {
	report := reportOf(t, importOf(t, "p.csv", []byte("平台名称,依托单位\n甲实验室,大华\n"), ""))
	want := []string{"平台名称", "甲实验室", "大华", "未采纳 rejected"}
	if diff := cmp.Diff(want, cellsOf(t, report, "Sheet1", "A1", "A2", "B2", "C2")); diff != "" {
		t.Errorf("cells (-want +got):\n%s", diff)
	}
	mended := change(t, report, "Sheet1", map[string]string{"B2": "浙江大学"})
	if got := importOf(t, "p.report.xlsx", mended, "").Counts(0); got != (Counts{Accepted: 1}) {
		t.Errorf("rows of the mended report: %+v", got)
	}
}
