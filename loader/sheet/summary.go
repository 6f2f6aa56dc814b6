package sheet

import (
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Counts are numbers of rows by outcome.
type Counts struct {
	Accepted  int `json:"accepted"`
	Corrected int `json:"corrected"`
	Rejected  int `json:"rejected"`
	Skipped   int `json:"skipped"`
}

func (c *Counts) add(o Outcome) {
	switch o {
	case Accepted:
		c.Accepted++
	case Corrected:
		c.Corrected++
	case Rejected:
		c.Rejected++
	case Skipped:
		c.Skipped++
	case LeftOut: // not of rows
	}
}

// Counts counts the rows of the i-th file.
func (i *Import) Counts(file int) Counts { return i.books[file].counts() }

func (b *bookImport) counts() Counts {
	var out Counts
	for _, s := range b.sheets {
		for _, r := range s.rows {
			out.add(r.outcome)
		}
	}
	return out
}

// Remark is something that a person should know of a file.
type Remark struct {
	Place   string  `json:"place"` // 平台.xlsx[平台]!B5
	Outcome Outcome `json:"outcome"`
	Column  string  `json:"column,omitempty"` // its header
	Value   string  `json:"value,omitempty"`
	Reason  string  `json:"reason"`
}

// String gives place: column “value”: reason.
func (r Remark) String() string {
	return r.Place + ": " + finding{header: r.Column, value: r.Value, reason: r.Reason}.String()
}

// Remarks lists what there is to say of the i-th file: sheets that were left out,
// columns that were not understood, then the cells, row by row.
func (i *Import) Remarks(file int) []Remark { return i.books[file].remarks() }

func (b *bookImport) remarks() []Remark {
	var out []Remark
	for _, s := range b.sheets {
		if s.left != "" {
			if !s.grid.blank() {
				out = append(out, s.leftOutRemark())
			}
			continue
		}
		if place := s.above(); place != "" {
			out = append(out, Remark{Place: place, Outcome: LeftOut, Reason: "表头以上的内容没有导入；若是另一张表，请移到自己的工作表 what stands above the header was not taken; a table of its own belongs on a sheet of its own"})
		}
		for _, c := range s.columns {
			if outcome, reason := c.outcome(); reason != "" {
				out = append(out, Remark{Place: s.label() + "!" + s.grid.origin(s.last, c.index), Outcome: outcome, Column: c.header, Reason: reason})
			}
		}
		for _, r := range s.rows {
			for _, f := range r.findings {
				out = append(out, Remark{Place: s.cell(r.index, f.column), Outcome: f.outcome, Column: f.header, Value: f.value, Reason: f.reason})
			}
		}
	}
	return out
}

// leftOutRemark says that a sheet, or one of the tables on it, was not read.
func (s *sheet) leftOutRemark() Remark {
	m := Remark{Place: s.label(), Outcome: LeftOut, Reason: "工作表未读取 the sheet was left out: " + s.left}
	if (s.section != section{0, len(s.grid.rows)}) {
		m.Place, m.Reason = s.cell(s.top, wholeRow), "此表未读取 the table was left out: "+s.left
	}
	return m
}

// someCells is from how many cells on a row above the header is no title, number
// of the enclosure or name of who filled it in.
const someCells = 3

// above is the first row above the header that looks like data, or nothing.
func (s *sheet) above() string {
	for row := s.top; row < s.first; row++ {
		if len(s.headerCells(row)) >= someCells {
			return s.cell(row, wholeRow)
		}
	}
	return ""
}

// cell names a cell as Excel does; a row as a whole by its number.
func (s *sheet) cell(row, column int) string {
	if column == wholeRow {
		return fmt.Sprintf("%s!%d", s.label(), row+1)
	}
	return s.label() + "!" + cellName(row, column)
}

// outcome says that a column was not taken, or was read as something that its
// header does not say, and why; no reason: there is nothing to say.
func (c column) outcome() (Outcome, string) {
	if c.role == rolePrivate {
		return LeftOut, "个人信息，不导入 about persons: left out on purpose"
	}
	if c.role == roleUnplaced {
		return LeftOut, "图谱没有记录此项的位置，内容没有导入 the graph has no place for it; its cells were not taken"
	}
	if c.role == roleUnknown {
		return LeftOut, strings.TrimSpace("此列未识别，内容没有导入 the column is not understood; its cells were not taken " + c.remark)
	}
	return Corrected, c.remark
}

// maxListed bounds the list of remarks in a summary.
const maxListed = 5000

// summary writes the first sheet of a report.
func (r *reporter) summary(b *bookImport) error {
	if at, err := r.file.GetSheetIndex(summarySheet); err != nil {
		return err
	} else if at >= 0 {
		if err := r.file.DeleteSheet(summarySheet); err != nil {
			return err
		}
	}
	if _, err := r.file.NewSheet(summarySheet); err != nil {
		return err
	}
	counts := b.counts()
	rows := [][]any{
		{"文件 file", b.Name},
		{"来源 source", b.document.ID, b.document.Title, b.document.Date},
		{},
		{"已采纳 accepted", counts.Accepted},
		{"已更正 corrected", counts.Corrected},
		{"未采纳 rejected", counts.Rejected},
		{"已跳过 skipped", counts.Skipped},
		{},
		{"请在各表中改正红色单元格，保存后再次导入本文件。黄色单元格已按说明读取，请核对。"},
		{"Mend the red cells in the sheets, save, and load this file again. Yellow cells were read as the reasons say; check them."},
		{"名称后可写编号（如 org:zju）；数据集中没有的写“新:名称”，类型看不出的写“企业:名称”。"},
		{"A name may be replaced by an id (org:zju); write 新:NAME for what is not in the data set, 企业:NAME to say the kind."},
		{},
		{"位置 place", "结果 outcome", "列 column", "内容 value", "说明 reason"},
	}
	remarks := b.remarks()
	for _, m := range remarks[:min(len(remarks), maxListed)] {
		rows = append(rows, []any{m.Place, m.Outcome.Chinese() + " " + string(m.Outcome), m.Column, clip(m.Value), clip(m.Reason)})
	}
	if more := len(remarks) - maxListed; more > 0 {
		rows = append(rows, []any{fmt.Sprintf("另有 %d 条见各行 and %d more beside their rows", more, more)})
	}
	for i, row := range rows {
		if err := r.file.SetSheetRow(summarySheet, cellName(i, 0), &row); err != nil {
			return err
		}
	}
	return r.finish(len(rows))
}

// finish puts the summary first and makes it readable.
func (r *reporter) finish(rows int) error {
	if err := errors.Join(
		r.file.SetColWidth(summarySheet, "A", "A", 34), r.file.SetColWidth(summarySheet, "B", "D", 20),
		r.file.SetColWidth(summarySheet, "E", "E", 100),
	); err != nil {
		return err
	}
	bold, err := r.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	const listHeader = 14
	if err := r.file.SetCellStyle(summarySheet, cellName(min(listHeader, rows)-1, 0), cellName(min(listHeader, rows)-1, 4), bold); err != nil {
		return err
	}
	if first := r.file.GetSheetName(0); first != summarySheet {
		if err := r.file.MoveSheet(summarySheet, first); err != nil {
			return err
		}
	}
	at, err := r.file.GetSheetIndex(summarySheet)
	if err != nil {
		return err
	}
	r.file.SetActiveSheet(at)
	return nil
}
