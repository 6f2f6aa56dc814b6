package sheet

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/innograph/innograph/ecosystem"
)

// maxUnpacked bounds a workbook once it is unpacked.
const maxUnpacked = 256 << 20

// openWorkbook opens a workbook from its bytes. The caller closes it.
func openWorkbook(content []byte) (*excelize.File, error) {
	options := excelize.Options{UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked, RawCellValue: true}
	file, err := excelize.OpenReader(bytes.NewReader(content), options)
	if err != nil {
		return nil, ecosystem.Wrap(err, ecosystem.CodeBadInput, unreadable(content))
	}
	return file, nil
}

// lockedPart is the name, in UTF-16, of the part that holds a workbook which is
// protected by a password.
const lockedPart = "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"

// unreadable says for people why a file is no workbook, and what to do.
func unreadable(content []byte) string {
	switch {
	case len(content) == 0:
		return "the file is empty 文件为空"
	case bytes.Contains(content, []byte(lockedPart)):
		return "the workbook is protected by a password; open it in Excel and save it without one 工作簿有密码，请在 Excel 中打开并取消密码后保存"
	case bytes.HasPrefix(content, []byte("\xd0\xcf\x11\xe0")):
		return "the workbook is an old *.xls under another name; open it in Excel and save it as *.xlsx 文件为旧版 xls，请在 Excel 中打开并另存为 *.xlsx"
	case bytes.HasPrefix(content, []byte("PK")):
		return "the workbook is damaged or incomplete; open it in Excel and save it anew, or fetch it again 工作簿已损坏或不完整，请在 Excel 中打开并重新保存，或重新下载"
	default:
		return "the file is no Excel workbook whatever its name says; open it in Excel and save it as *.xlsx 文件并非 Excel 工作簿，请在 Excel 中打开并另存为 *.xlsx"
	}
}

// guarded does something with a workbook of unknown origin. The library takes some
// things for granted that a damaged file does not have.
func guarded(do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = ecosystem.Wrap(fmt.Errorf("panic: %v", p), ecosystem.CodeBadInput, "the workbook is damaged; open it in Excel and save it anew")
		}
	}()
	return do()
}

func readWorkbook(content []byte) (grids []*grid, err error) {
	err = guarded(func() (err error) {
		grids, err = readGrids(content)
		return err
	})
	return grids, err
}

func readGrids(content []byte) ([]*grid, error) {
	file, err := openWorkbook(content)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }() // only read from
	w := workbook{file: file, formats: map[int]dateFormat{}}
	var out []*grid
	for _, name := range file.GetSheetList() {
		if name == summarySheet {
			continue // of an earlier report
		}
		g, err := w.grid(name)
		if err != nil {
			return nil, ecosystem.Wrap(err, ecosystem.CodeOf(orBadInput(err)), "the sheet "+name+" cannot be read: "+err.Error())
		}
		out = append(out, g)
	}
	return out, nil
}

// orBadInput: what the workbook reader complains about is the file's fault.
func orBadInput(err error) error {
	if ecosystem.CodeOf(err) == ecosystem.CodeInternal {
		return ecosystem.Errorf(ecosystem.CodeBadInput, "unreadable")
	}
	return err
}

// workbook reads the sheets of one file.
type workbook struct {
	file    *excelize.File
	formats map[int]dateFormat // by style
}

func (w *workbook) grid(name string) (*grid, error) {
	visible, err := w.file.GetSheetVisible(name)
	if err != nil {
		return nil, err
	}
	g := &grid{name: name, hidden: !visible}
	rows, err := w.file.Rows(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }() // only read from
	for rows.Next() {
		texts, err := rows.Columns()
		if err != nil {
			return nil, err
		}
		if len(texts) > maxColumns {
			if texts = withoutTrailing(texts); len(texts) > maxColumns {
				return nil, tooLarge("columns", maxColumns)
			}
		}
		if len(g.rows) >= maxRows {
			return nil, tooLarge("rows", maxRows)
		}
		g.rows = append(g.rows, w.row(name, len(g.rows), texts))
	}
	if err := rows.Error(); err != nil {
		return nil, err
	}
	return g, w.merges(g)
}

func withoutTrailing(texts []string) []string {
	for len(texts) > 0 && strings.TrimSpace(texts[len(texts)-1]) == "" {
		texts = texts[:len(texts)-1]
	}
	return texts
}

func (w *workbook) row(sheet string, row int, texts []string) []cell {
	out := make([]cell, len(texts))
	for c, text := range texts {
		out[c] = w.cell(sheet, cellName(row, c), text)
	}
	return out
}

// faults are what Excel shows where a formula fails.
func isFault(text string) bool {
	return slices.Contains([]string{"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!"}, text)
}

func (w *workbook) cell(sheet, at, text string) cell {
	text = clean(text)
	switch {
	case text == "":
		return w.blank(sheet, at)
	case isFault(text):
		return cell{text: text, fault: "公式出错 the formula failed: " + text}
	}
	number, err := strconv.ParseFloat(text, 64)
	if err != nil || strings.ContainsAny(text, "xXpPnN_") {
		return cell{text: text}
	}
	if kind, err := w.file.GetCellType(sheet, at); err != nil || kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString {
		return cell{text: text} // a number that was typed as a text
	}
	if format := w.format(sheet, at); format != "" && number >= 1 && number < 2958466 {
		if day, err := excelize.ExcelDateToTime(number, w.is1904()); err == nil {
			return cell{text: day.Format(string(format))}
		}
	}
	if digits := strconv.FormatFloat(number, 'f', -1, 64); len(digits) > 15 {
		// Excel keeps 15 digits; what is stored beyond them is rounding.
		if kept, err := strconv.ParseFloat(strconv.FormatFloat(number, 'g', 15, 64), 64); err == nil {
			text = strconv.FormatFloat(kept, 'f', -1, 64)
		}
	} else if strings.ContainsAny(text, "eE") {
		text = digits
	}
	return cell{text: text}
}

const noValue = "公式没有存下计算结果，请在 Excel 中打开并保存 the formula has no stored value; open the file in Excel and save it"

// blank is a cell without a value. In one with a formula it was never computed,
// unless it is a text: then it may be blank on purpose (IF(…, "")).
func (w *workbook) blank(sheet, at string) cell {
	formula, err := w.file.GetCellFormula(sheet, at)
	if err != nil || formula == "" {
		return cell{}
	}
	if kind, err := w.file.GetCellType(sheet, at); err == nil && kind == excelize.CellTypeFormula {
		return cell{formula: true}
	}
	return cell{formula: true, fault: noValue}
}

func (w *workbook) is1904() bool {
	props, err := w.file.GetWorkbookProps()
	return err == nil && props.Date1904 != nil && *props.Date1904
}

// dateFormat is how precisely a cell shows a date, as a layout of package time;
// empty where it shows a number.
type dateFormat string

const (
	dayFormat   dateFormat = time.DateOnly
	monthFormat dateFormat = "2006-01"
	yearFormat  dateFormat = "2006"
)

func (w *workbook) format(sheet, at string) dateFormat {
	style, err := w.file.GetCellStyle(sheet, at)
	if err != nil {
		return ""
	}
	if known, ok := w.formats[style]; ok {
		return known
	}
	var format dateFormat
	if s, err := w.file.GetStyle(style); err == nil {
		format = formatOf(s.NumFmt, s.CustomNumFmt)
	}
	w.formats[style] = format
	return format
}

// formatOf tells the formats of dates: the built-in ones by number, of which 27,
// 36, 50, 52, 55 and 57 show year and month in Chinese Excel, others by their
// letters.
func formatOf(number int, custom *string) dateFormat {
	if custom != nil && *custom != "" {
		return customFormat(*custom)
	}
	switch {
	case slices.Contains([]int{17, 27, 36, 50, 52, 55, 57}, number):
		return monthFormat
	case (number >= 14 && number <= 16) || number == 22 || (number >= 28 && number <= 31) || (number >= 51 && number <= 58):
		return dayFormat
	default:
		return ""
	}
}

func customFormat(code string) dateFormat {
	var letters strings.Builder
	quoted, bracket := false, false
	for _, r := range strings.ToLower(code) {
		switch {
		case r == '"':
			quoted = !quoted
		case r == '[':
			bracket = true
		case r == ']':
			bracket = false
		case !quoted && !bracket:
			letters.WriteRune(r)
		}
	}
	kept, _, _ := strings.Cut(letters.String(), ";")
	switch {
	case !strings.Contains(kept, "y"):
		return ""
	case strings.Contains(kept, "d"):
		return dayFormat
	case strings.Contains(kept, "m"):
		return monthFormat
	default:
		return yearFormat
	}
}

func (w *workbook) merges(g *grid) error {
	ranges, err := w.file.GetMergeCells(g.name, true)
	if err != nil {
		return err
	}
	for _, r := range ranges {
		if len(r) == 0 || !strings.Contains(r[0], ":") {
			continue
		}
		left, top, err := excelize.CellNameToCoordinates(r.GetStartAxis())
		if err != nil {
			return err
		}
		right, bottom, err := excelize.CellNameToCoordinates(r.GetEndAxis())
		if err != nil {
			return err
		}
		if top <= bottom && left <= right && top <= len(g.rows) {
			g.merge(merge{top - 1, left - 1, bottom - 1, right - 1})
		}
	}
	return nil
}

// cellName is the name that Excel gives to a cell; row and column count from 0.
func cellName(row, column int) string {
	name, err := excelize.CoordinatesToCellName(column+1, row+1)
	if err != nil {
		return "R" + strconv.Itoa(row+1) + "C" + strconv.Itoa(column+1)
	}
	return name
}
