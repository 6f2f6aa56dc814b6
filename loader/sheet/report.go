package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// summarySheet is the sheet that a report begins with.
const summarySheet = "导入报告 import report"

// author signs the comments of a report, so that the next one may remove them.
const author = "innograph"

// The colours of a report. They are a shade off those that Excel offers, so that a
// cell that has one of them was coloured by a report and by nobody else.
const (
	correctedColour = "FFEB9D"
	rejectedColour  = "FFC7CF"
	acceptedColour  = "C6EFCF"
	skippedColour   = "D9D9DA"
)

func isReportColour(c string) bool {
	if len(c) == 8 { // with an alpha channel, as Excel writes them
		c = c[2:]
	}
	return slices.Contains([]string{correctedColour, rejectedColour, acceptedColour, skippedColour}, strings.ToUpper(c))
}

// maxComments bounds the comments on a sheet, which are dear: with more of them a
// workbook takes minutes to write and to open. What goes beyond stands in the
// column of reasons only.
const maxComments = 5000

func colourOf(o Outcome) string {
	return map[Outcome]string{Accepted: acceptedColour, Corrected: correctedColour, Rejected: rejectedColour, Skipped: skippedColour, LeftOut: skippedColour}[o]
}

// WriteReport writes the report on the i-th file: the sheets as they stand, with
// the outcome of each row and the reasons in two further columns, and colour and
// comment on each cell that was corrected or rejected; before them a summary.
func (i *Import) WriteReport(file int, w io.Writer) error {
	b := i.books[file]
	if b.isWorkbook() {
		content, err := b.report(func() (*excelize.File, error) { return openWorkbook(b.Content) })
		if err == nil {
			_, err = w.Write(content)
			return err
		}
		// A workbook that can be read but not written on, such as one without
		// styles: its cells in a new one.
	}
	content, err := b.report(b.copied)
	if err != nil {
		return fmt.Errorf("report on %s: %w", b.Name, err)
	}
	_, err = w.Write(content)
	return err
}

// report writes on a workbook.
func (b *bookImport) report(open func() (*excelize.File, error)) (content []byte, err error) {
	out, err := open()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	r := &reporter{file: out, styles: map[styleKey]int{}, ours: map[int]bool{}}
	var buffer bytes.Buffer
	err = guarded(func() error {
		for _, s := range b.sheets {
			if s.left != "" {
				continue
			}
			if err := r.sheet(s); err != nil {
				return err
			}
		}
		if err := r.summary(b); err != nil {
			return err
		}
		return out.Write(&buffer)
	})
	return buffer.Bytes(), err
}

type styleKey struct {
	base   int
	colour string
}

// reporter writes on one workbook.
type reporter struct {
	file    *excelize.File
	styles  map[styleKey]int
	ours    map[int]bool    // which styles have a colour of a report
	taken   map[string]bool // cells of the sheet that somebody else commented on
	cleaned *grid           // whose comments of an earlier report were removed
}

// sheetName is the name of a sheet in the report, where that of a CSV file has
// one too.
func (r *reporter) sheetName(s *sheet) string {
	if s.grid.name == "" {
		return r.file.GetSheetName(0)
	}
	return s.grid.name
}

func (r *reporter) sheet(s *sheet) error {
	name := r.sheetName(s)
	if err := r.forgetComments(s, name); err != nil {
		return err
	}
	if err := r.forget(s, name); err != nil {
		return err
	}
	outcome, reason := s.reportColumns()
	for c, text := range map[int]string{outcome: outcomeHeader, reason: reasonHeader} {
		if err := r.file.SetCellStr(name, cellName(s.last, c), text); err != nil {
			return err
		}
	}
	for _, c := range s.columns {
		if outcome, reason := c.outcome(); reason != "" {
			if err := r.mark(name, s.grid.origin(s.last, c.index), outcome, reason); err != nil {
				return err
			}
		}
	}
	for _, row := range s.rows {
		if err := r.row(s, name, row, outcome, reason); err != nil {
			return err
		}
	}
	for c, width := range map[int]float64{outcome: 18, reason: 80} {
		letter := strings.TrimRight(cellName(0, c), "0123456789")
		if err := r.file.SetColWidth(name, letter, letter, width); err != nil {
			return err
		}
	}
	return nil
}

// reportColumns are those of an earlier report, else the two behind the last.
func (s *sheet) reportColumns() (outcome, reason int) {
	outcome, reason = -1, -1
	for _, c := range s.columns {
		switch {
		case c.role != roleReport:
		case strings.HasSuffix(headerKey(c.header), headerKey(outcomeHeader)):
			outcome = c.index
		default:
			reason = c.index
		}
	}
	next := s.width
	if outcome < 0 {
		outcome, next = next, next+1
	}
	if reason < 0 {
		reason = next
	}
	return outcome, reason
}

// row writes what became of a row, and marks its cells.
func (r *reporter) row(s *sheet, name string, row *row, outcome, reason int) error {
	var reasons []string
	for _, f := range row.findings {
		reasons = append(reasons, f.String())
	}
	at := cellName(row.index, outcome)
	if err := r.file.SetCellStr(name, at, row.outcome.Chinese()+" "+string(row.outcome)); err != nil {
		return err
	}
	if err := r.colour(name, at, colourOf(row.outcome)); err != nil {
		return err
	}
	if err := r.file.SetCellStr(name, cellName(row.index, reason), clip(strings.Join(reasons, "\n"))); err != nil {
		return err
	}
	for _, c := range row.marked() {
		var texts []string
		worst := Accepted
		for _, f := range row.findings {
			if f.column == c {
				texts = append(texts, f.text())
				if f.outcome.rank() > worst.rank() {
					worst = f.outcome
				}
			}
		}
		if worst == Accepted {
			continue
		}
		if err := r.mark(name, s.grid.origin(row.index, c), worst, strings.Join(texts, "\n")); err != nil {
			return err
		}
	}
	return nil
}

// String is a finding in the column of reasons: 依托单位：“浙大” ….
func (f finding) String() string {
	if f.header == "" {
		return f.text()
	}
	return f.header + "：" + f.text()
}

func (f finding) text() string {
	if f.value == "" || strings.HasPrefix(f.reason, f.value) {
		return f.reason
	}
	return "“" + f.value + "” " + f.reason
}

// marked lists the columns of a row of which something is to be said.
func (r *row) marked() []int {
	var out []int
	for _, f := range r.findings {
		if f.column != wholeRow && !slices.Contains(out, f.column) {
			out = append(out, f.column)
		}
	}
	return out
}

// clip keeps a text within what a cell holds.
func clip(s string) string {
	runes := []rune(s)
	if len(runes) > 8000 {
		return string(runes[:8000]) + "…"
	}
	return s
}

// mark colours a cell and comments on it, unless somebody did that before.
func (r *reporter) mark(name, at string, o Outcome, text string) error {
	if err := r.colour(name, at, colourOf(o)); err != nil {
		return err
	}
	if r.taken[at] || len(r.taken) >= maxComments {
		return nil
	}
	r.taken[at] = true
	return r.file.AddComment(name, excelize.Comment{
		Cell: at, Author: author, Width: 320, Height: 120,
		Paragraph: []excelize.RichTextRun{{Text: o.Chinese() + " " + string(o) + ": " + clip(text)}},
	})
}

func (r *reporter) colour(name, at, colour string) error {
	base, err := r.file.GetCellStyle(name, at)
	if err != nil {
		return err
	}
	style, ok := r.styles[styleKey{base, colour}]
	if !ok {
		full, err := r.file.GetStyle(base)
		if err != nil {
			return err
		}
		full.Fill = excelize.Fill{}
		if colour != "" {
			full.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
		}
		if style, err = r.file.NewStyle(full); err != nil {
			return err
		}
		r.styles[styleKey{base, colour}] = style
	}
	return r.file.SetCellStyle(name, at, at, style)
}

// forgetComments removes the comments that an earlier report signed, once for all
// tables of a sheet.
func (r *reporter) forgetComments(s *sheet, name string) error {
	if r.cleaned == s.grid {
		return nil
	}
	r.cleaned = s.grid
	comments, err := r.file.GetComments(name)
	if err != nil {
		return err
	}
	r.taken = map[string]bool{}
	for _, c := range comments {
		if c.Author != author {
			r.taken[c.Cell] = true
			continue
		}
		if err := r.file.DeleteComment(name, c.Cell); err != nil {
			return err
		}
	}
	return nil
}

// forget removes the other marks of an earlier report: its colours, and what it
// wrote in its columns.
func (r *reporter) forget(s *sheet, name string) error {
	if s.find(roleReport) == nil {
		return nil
	}
	for row := s.first; row < s.end; row++ {
		for c := range s.width {
			if err := r.forgetCell(s, name, row, c); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *reporter) forgetCell(s *sheet, name string, row, c int) error {
	at := cellName(row, c)
	if row > s.last && s.roleAt(c) == roleReport && s.grid.raw(row, c).text != "" {
		if err := r.file.SetCellStr(name, at, ""); err != nil {
			return err
		}
	}
	style, err := r.file.GetCellStyle(name, at)
	if err != nil {
		return err
	}
	ours, known := r.ours[style]
	if !known {
		if full, err := r.file.GetStyle(style); err == nil {
			ours = slices.ContainsFunc(full.Fill.Color, isReportColour)
		}
		r.ours[style] = ours
	}
	if !ours {
		return nil
	}
	return r.colour(name, at, "")
}
