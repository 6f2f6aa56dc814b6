package sheet

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/innograph/innograph/ecosystem"
)

// TestWorkbookCells: each cell is read as a person sees it, or better: what a
// column is too narrow to show is there.
func TestWorkbookCells(t *testing.T) {
	file := excelize.NewFile()
	defer func() { _ = file.Close() }()
	month, day, year := `yyyy"年"m"月"`, `[$-804]yyyy"年"m"月"d"日";@`, "yyyy"
	style := func(number int, custom *string) int {
		id, err := file.NewStyle(&excelize.Style{NumFmt: number, CustomNumFmt: custom})
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	date := time.Date(2023, 5, 1, 0, 0, 0, 0, time.UTC)
	want := map[string]cell{
		"A1": {text: "2023-05"}, "B1": {text: "2023-05-01"}, "C1": {text: "2023"}, "D1": {text: "45047"}, "E1": {text: "2023-05-01"},
		"A2": {text: "40.02"}, "B2": {text: "0101"}, "C2": {text: "1000000"}, "D2": {text: "2.6"}, "E2": {text: "浙江大学"},
		"A3": {text: "5"}, "C3": {text: "#N/A", fault: "公式出错 the formula failed: #N/A"},
	}
	for at, c := range map[string]struct {
		value any
		style int
	}{
		"A1": {45047, style(0, &month)}, "B1": {45047, style(0, &day)}, "C1": {45047, style(0, &year)}, "D1": {45047, 0}, "E1": {date, style(14, nil)},
		"A2": {40.020000000000003, 0}, "B2": {"0101", 0}, "C2": {1e6, 0}, "D2": {"2.6", 0}, "E2": {"浙江\u200b大学　", 0},
		"C3": {"#N/A", 0},
	} {
		if err := errors.Join(file.SetCellValue("Sheet1", at, c.value), file.SetCellStyle("Sheet1", at, at, c.style)); err != nil {
			t.Fatal(err)
		}
	}
	// A formula counts with the value that was stored with it.
	if err := errors.Join(file.SetCellValue("Sheet1", "A3", 5), file.SetCellFormula("Sheet1", "A3", "2+3"), file.SetCellFormula("Sheet1", "B3", "2+4")); err != nil {
		t.Fatal(err)
	}
	var content bytes.Buffer
	if err := file.Write(&content); err != nil {
		t.Fatal(err)
	}
	grids, err := readWorkbook(content.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for at, c := range want {
		column, row, err := excelize.CellNameToCoordinates(at)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c, grids[0].raw(row-1, column-1), cmp.AllowUnexported(cell{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", at, diff)
		}
	}
	if b3 := grids[0].raw(2, 1); b3.text != "" || !b3.formula {
		t.Errorf("B3, a formula without a value: %+v", b3)
	}
}

// TestFilesNameEachOther: a row may name what a row of another file is about, and
// each file is a source of its own.
func TestFilesNameEachOther(t *testing.T) {
	inputs := []Input{
		{Name: "a/平台.csv", Content: []byte("平台名称,依托单位\n甲实验室,大华智能\n")},
		{Name: "b/平台.csv", Content: []byte("单位名称,类型\n大华智能,企业\n")},
	}
	imported, err := Read(t.Context(), inputs, nil, knownGraph(t))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"第2行 platform:jia-shi-yan-shi PLATFORM 甲实验室 rule:sheet-new",
		"第2行 org:da-hua-zhi-neng ENTERPRISE 大华智能 rule:sheet-new",
		"第2行 org:da-hua-zhi-neng ENTERPRISE 大华智能 rule:sheet-new",
		"第2行 HOSTED_BY platform:jia-shi-yan-shi → org:da-hua-zhi-neng",
	}
	if diff := cmp.Diff(want, said(imported)); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
	documents := imported.Records().Documents
	if len(documents) != 2 || documents[0].ID != "doc:ping-tai" || !strings.HasPrefix(documents[1].ID, "doc:ping-tai-") {
		t.Errorf("documents %+v", documents)
	}
	m, err := ReadMapping("map.yaml", []byte("document: {id: doc:list, title: 名单}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if imported, err = Read(t.Context(), inputs, m, knownGraph(t)); err != nil {
		t.Fatal(err)
	}
	if documents := imported.Records().Documents; len(documents) != 1 || documents[0].Document != (ecosystem.Document{ID: "doc:list", Title: "名单"}) {
		t.Errorf("documents with a mapping: %+v", documents)
	}
}

func TestReadStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Read(ctx, []Input{{Name: "a.csv", Content: []byte("单位名称\n浙江大学\n")}}, nil, knownGraph(t))
	if !errors.Is(err, context.Canceled) || ecosystem.CodeOf(err) != ecosystem.CodeTimeout {
		t.Errorf("error %v", err)
	}
}

func TestCitedSources(t *testing.T) {
	text := "平台名称,依托单位,来源文件,页码,发文日期,来源网址\n甲实验室,浙江大学,《省级平台名单》,12,2022年3月,a.cn/list\n乙实验室,临沂大学,已有名录,,,\n"
	imported := importOf(t, "x.csv", []byte(text), "")
	rows := imported.Records()
	if len(rows.Documents) != 2 || rows.Documents[1].Document != (ecosystem.Document{ID: "doc:sheng-ji-ping-tai-ming-dan", Title: "省级平台名单", Date: "2022-03", URL: "http://a.cn/list"}) {
		t.Errorf("documents %+v", rows.Documents)
	}
	var got []string
	for _, r := range rows.Relations {
		for _, s := range r.Sources {
			got = append(got, strings.TrimSpace(r.From+" "+s.Document+" "+s.Locator))
		}
	}
	want := []string{
		"platform:jia-shi-yan-shi doc:x 第2行", "platform:jia-shi-yan-shi doc:sheng-ji-ping-tai-ming-dan p.12",
		"platform:yi-shi-yan-shi doc:x 第3行", "platform:yi-shi-yan-shi doc:known",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sources (-want +got):\n%s", diff)
	}
}
