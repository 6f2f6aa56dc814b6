package main

import (
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/innograph/innograph/match"
)

// printXLSX writes a workbook: the partners, the reasons, the steps of the evidence.
func (r recommendation) printXLSX(w io.Writer) error {
	partners, reasons, evidence := r.sheets()
	book := excelize.NewFile()
	for i, sheet := range []struct {
		name string
		rows [][]any
	}{{"推荐合作方", partners}, {"理由", reasons}, {"依据", evidence}} {
		if i == 0 {
			if err := book.SetSheetName("Sheet1", sheet.name); err != nil {
				return err
			}
		} else if _, err := book.NewSheet(sheet.name); err != nil {
			return err
		}
		if err := fillSheet(book, sheet.name, sheet.rows); err != nil {
			return err
		}
	}
	if err := book.Write(w); err != nil {
		return err
	}
	return book.Close()
}

func fillSheet(book *excelize.File, sheet string, rows [][]any) error {
	bold, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	out, err := book.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	const wide = 24 // letters, for names and sentences
	if err := out.SetColWidth(1, len(rows[0]), wide); err != nil {
		return err
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	for i, row := range rows {
		at, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return err
		}
		var options []excelize.RowOpts
		if i == 0 {
			options = append(options, excelize.RowOpts{StyleID: bold})
		}
		if err := out.SetRow(at, row, options...); err != nil {
			return err
		}
	}
	return out.Flush()
}

// sheets are the rows of the three sheets, a header first.
func (r recommendation) sheets() (partners, reasons, evidence [][]any) {
	header := []any{"名次", "合作方", "得分"}
	for _, c := range match.Components() {
		header = append(header, c.Chinese())
	}
	partners = append(partners, append(header, "所在地", "距离（公里）", "推荐理由", "不利因素", "名次何时会变", "id"))
	reasons = append(reasons, []any{"名次", "合作方", "方向", "说明", "英文说明", "领域", "出处"})
	evidence = append(evidence, []any{"名次", "合作方", "依据类型", "关系", "起点", "终点", "强度", "年份", "来源", "位置", "可信度"})
	for _, m := range r.matches {
		row := []any{m.Rank, m.Partner.Name, m.Score}
		for _, p := range m.Components {
			row = append(row, p.Value)
		}
		partners = append(partners, append(row, placeCells(m.Place, sentences(m.For), sentences(m.Against), changesOf(m), m.Partner.ID)...))
		reasons = append(append(reasons, reasonRows(m, "有利", m.For)...), reasonRows(m, "不利", m.Against)...)
		evidence = append(evidence, evidenceRows(m)...)
	}
	return partners, reasons, evidence
}

func placeCells(p match.Place, rest ...any) []any {
	cells := []any{"", nil}
	if p.Region != nil {
		cells[0] = p.Region.Name
	}
	if p.Kilometres >= 0 {
		cells[1] = int(p.Kilometres)
	}
	return append(cells, rest...)
}

func changesOf(m match.Match) string {
	all := make([]string, len(m.Changes))
	for i, c := range m.Changes {
		all[i] = c.Text.Zh
	}
	return strings.Join(all, "；")
}

func reasonRows(m match.Match, side string, all []match.Reason) (rows [][]any) {
	for _, reason := range all {
		field := ""
		if reason.Field != nil {
			field = reason.Field.Name
		}
		rows = append(rows, []any{m.Rank, m.Partner.Name, side, reason.Text.Zh, reason.Text.En, field, strings.Trim(cited(reason.Evidence), " []")})
	}
	return rows
}

func evidenceRows(m match.Match) (rows [][]any) {
	for _, reasons := range [][]match.Reason{m.For, m.Against} {
		for _, reason := range reasons {
			for _, e := range reason.Evidence {
				from := e.Path.Start
				for _, step := range e.Path.Steps {
					ends := []string{from.Name, step.Node.Name}
					if !step.Out {
						ends[0], ends[1] = ends[1], ends[0]
					}
					row := []any{m.Rank, m.Partner.Name, string(reason.Code), string(step.Relation.Type), ends[0], ends[1], step.Relation.Strength, yearOf(step.Relation.Year)}
					if s := step.Relation.Sources; len(s) > 0 {
						row = append(row, s[0].Document, s[0].Locator, string(s[0].Certainty()))
					}
					rows = append(rows, row)
					from = step.Node
				}
			}
		}
	}
	return rows
}

// yearOf leaves the cell empty where no year is known.
func yearOf(year int) any {
	if year == 0 {
		return nil
	}
	return year
}
