package sheet

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/innograph/innograph/ecosystem"
)

// fuzzImport: whatever a file holds, it is read or refused with a code; each row
// has an outcome, each cell that was rejected a reason, and what was accepted is
// in the vocabulary. The report can be written and read again.
func fuzzImport(t *testing.T, known ecosystem.Graph, name string, content []byte, m *Mapping) {
	imported, err := Read(t.Context(), []Input{{Name: name, Content: content}}, m, known)
	if err != nil {
		if code := ecosystem.CodeOf(err); code == ecosystem.CodeInternal || code == ecosystem.CodeTimeout {
			t.Fatalf("code %s: %v", code, err)
		}
		return
	}
	b := ecosystem.NewBuilder()
	for _, d := range known.Documents {
		_ = b.Document(d) // without conflicts
	}
	for _, e := range known.Entities {
		_ = b.Entity(e)
	}
	rows := imported.Records()
	for _, d := range rows.Documents {
		_ = b.Document(d.Document) // two rows may differ about a document: the loader tells
	}
	for _, e := range rows.Entities {
		_ = b.Entity(e.Entity)
	}
	for _, r := range rows.Relations {
		b.Relation(r.Relation)
	}
	for _, p := range ecosystem.Validate(b.Graph()) {
		if p.Field != "website" && p.Field != "external_ids" {
			t.Errorf("accepted, but %+v", p)
		}
	}
	for _, m := range imported.Remarks(0) {
		if m.Outcome != Accepted && m.Reason == "" {
			t.Errorf("no reason: %+v", m)
		}
	}
	var report bytes.Buffer
	if err := imported.WriteReport(0, &report); err != nil {
		t.Fatalf("report: %v", err)
	}
	before := imported.Counts(0)
	again, err := Read(t.Context(), []Input{{Name: "x.report.xlsx", Content: report.Bytes()}}, m, known)
	if err != nil {
		t.Fatalf("the report cannot be loaded: %v", err)
	}
	if after := again.Counts(0); m == nil && after != before {
		t.Errorf("rows of the report %+v, of the sheet %+v", after, before)
	}
}

func FuzzReadSheet(f *testing.F) {
	for _, text := range []string{
		"", "平台名称,依托单位\n甲实验室,浙大\n", "附件\n,,\n序号,单位名称,所在地区,技术领域,认定时间\n1,浙江大学,杭州,新材料/木业,2023年5月\n合计,1家\n注：无\n",
		"单位名称\t类型\t统一社会信用代码\n甲公司\t企业\t91371300MA3ABCDE12\n", "依托单位,,平台名称\n名称,所在地,\n临沂大学,临沂,甲\n",
		"项目名称,承担单位,合作单位,备注\n\"甲\n乙\",\"临大、浙大；（丙、丁\",同上,无\n戊,同上,—,〃\n", "name;host;year\na;org:zju;23-05\nb;新:c;45047\n",
		"指标名称,单位,目标值,年份\n研发投入,%,\"2,6\",2025\n", "平台名称,所在地,所在县区,来源,页码,来源网址\n甲,山东省,临沂市兰山区路1号,《规划》,3,a.cn\n",
		"名称,简称,曾用名,英文名称,网址,级别,状态,状态日期\n甲,乙;丙,丁,D,e.cn,省级,在建,2021\n", "\xbc\xd7,\xd2\xd2\n", "平台名称,平台名称\n", "\"",
	} {
		f.Add(text)
	}
	known := knownGraph(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 4<<10 && strings.Count(text, ",")+strings.Count(text, "\t")+strings.Count(text, ";") < 500 {
			fuzzImport(t, known, "x.csv", []byte(text), nil)
		}
	})
}

func FuzzReadWorkbook(f *testing.F) {
	f.Add(workbookOf(f, messy()))
	f.Add(workbookOf(f, sheetOf{name: "a", rows: [][]any{{"平台名称", "依托单位"}, {"甲", "浙大"}}, merged: []string{"B2:B9"}}, sheetOf{name: "b", hidden: true}))
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte{})
	known := knownGraph(f)
	f.Fuzz(func(t *testing.T, content []byte) {
		if len(content) < 64<<10 {
			fuzzImport(t, known, "x.xlsx", content, nil)
		}
	})
}

// FuzzWorkbookLayout merges and fills cells of a real workbook as the input says,
// because changed bytes of a ZIP file seldom are one.
func FuzzWorkbookLayout(f *testing.F) {
	f.Add([]byte{0, 0, 1, 3, 2, 5}, "平台名称|依托单位||甲|浙大|临沂|合计|3")
	f.Add([]byte{0, 0, 0, 3, 0, 0, 1, 1}, "名单|序号|平台名称|依托单位|所在地|1|甲|同上|#REF!")
	f.Add([]byte{}, "name|host\n|kind|a|b|企业")
	known := knownGraph(f)
	f.Fuzz(func(t *testing.T, merges []byte, texts string) {
		cells := strings.Split(texts, "|")
		if len(cells) > 60 || len(texts) > 2<<10 || len(merges) > 40 {
			return
		}
		s := sheetOf{name: "平台"}
		for len(cells) > 0 {
			n := min(4, len(cells))
			var row []any
			for _, c := range cells[:n] {
				row = append(row, clean(c))
			}
			s.rows, cells = append(s.rows, row), cells[n:]
		}
		for ; len(merges) >= 4; merges = merges[4:] {
			top, left := int(merges[0]%16), int(merges[1]%6)
			from, to := cellName(top, left), cellName(top+int(merges[2]%5), left+int(merges[3]%5))
			if from != to {
				s.merged = append(s.merged, from+":"+to)
			}
		}
		fuzzImport(t, known, "x.xlsx", workbookOf(t, s), nil)
	})
}

func FuzzReadMapping(f *testing.F) {
	for _, text := range []string{
		"", wholeMapping, "sheets:\n  - columns: {name: A, host: [B, C]}\n    header: 1\n", "sheets: [", "a: b", "- x", "confidence: .5\n", "document: ~\n",
		"sheets:\n  - sheet: 平台\n    ignore: x\n    columns:\n      properties: {level: x}\n", "&a [*a]", "? x\n: y", "sheets:\n- !!str x", "confidence: |\n  0.5\n", "\t",
	} {
		f.Add(text)
	}
	known := knownGraph(f)
	content := workbookOf(f, messy())
	f.Fuzz(func(t *testing.T, text string) {
		m, err := ReadMapping("map.yaml", []byte(text))
		if err != nil {
			if ecosystem.CodeOf(err) != ecosystem.CodeBadInput && ecosystem.CodeOf(err) != ecosystem.CodeLimitExceeded {
				t.Errorf("code %s: %v", ecosystem.CodeOf(err), err)
			}
			return
		}
		if _, err := excelize.OpenReader(bytes.NewReader(content)); err != nil {
			t.Fatal(err)
		}
		fuzzImport(t, known, "x.xlsx", content, m)
	})
}
