package sheet

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// sheetReader reads one sheet.
type sheetReader struct {
	lexicon *lexicon
	mapping *Mapping
	rule    *sheetRule
	used    map[string]bool // headers of the rule that were found
	grid    *grid
	width   int
	breadth int          // the width without the columns of an earlier report
	ours    map[int]bool // columns that an earlier report added
	section
	layout
}

func newSheetReader(l *lexicon, m *Mapping, g *grid) *sheetReader {
	b := &sheetReader{lexicon: l, mapping: m, rule: m.ruleFor(g.name), used: map[string]bool{}, grid: g, width: g.width(), section: section{0, len(g.rows)}}
	b.ours = b.addedColumns()
	b.breadth = b.width - len(b.ours)
	return b
}

// addedColumns are those that an earlier report added.
func (b *sheetReader) addedColumns() map[int]bool {
	out := map[int]bool{}
	for row := range min(len(b.grid.rows), searchedRows+maxHeaderRows) {
		for c := range b.grid.rows[row] {
			if isReportHeader(b.grid.rows[row][c].text) {
				out[c] = true
			}
		}
	}
	return out
}

// heading begins a row that divides a table: 一、省级平台; （二）市级平台.
var heading = regexp.MustCompile(`^(?:[一二三四五六七八九十]+[、.]|[（(][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十]+[类批部章])`)

// inBracketsOnly is no name but tells how to write one: （填全称）.
var inBracketsOnly = regexp.MustCompile(`^[（(][^（）()]*[)）]$`)

// sortRows sorts the rows below the header: those of the table, and those that are
// left out with a reason.
func (b *sheetReader) sortRows() []*row {
	var out []*row
	notes := false
	for i := b.last + 1; i < b.end; i++ {
		if len(b.grid.filled(i)) == 0 {
			continue
		}
		r := &row{index: i, outcome: Accepted}
		if reason := b.leftOut(i, &notes); reason != "" {
			r.outcome = Skipped
			r.findings = []finding{{column: wholeRow, outcome: Skipped, reason: reason}}
		}
		out = append(out, r)
	}
	return out
}

// leftOut says why a row is none of the table, or nothing.
func (b *sheetReader) leftOut(i int, notes *bool) string {
	filled := slices.DeleteFunc(b.grid.filled(i), func(c int) bool { return b.roleAt(c) == roleReport })
	if len(filled) == 0 {
		return "空行 blank"
	}
	first := b.firstText(i, filled)
	name := b.nameColumn()
	nameFilled := name != nil && slices.Contains(filled, name.index)
	switch {
	case nameFilled && inBracketsOnly.MatchString(unbroken(b.grid.value(i, name.index).text)):
		return "填写说明 how to fill in"
	case b.repeatsHeader(i, filled):
		return "重复的表头 the header again"
	case b.lexicon.is(first, "total") || b.lexicon.begins(first, "total") || (!nameFilled && strings.HasPrefix(first, "合计")):
		return "合计行 a total"
	case b.lexicon.begins(first, "note") || (b.lexicon.is(first, "note") && len(filled) == 1):
		*notes = true
		return "表注 a note"
	case *notes && len(filled) <= 2 && !nameFilled:
		return "表注 a note"
	case len(filled) == 1 && (!nameFilled || b.spans(i, filled[0])):
		if first == "" && b.onlyIgnored(filled) {
			return "除序号外为空 blank but for its number"
		}
		return "小标题或说明 a heading or a remark"
	case len(filled) == 1 && heading.MatchString(first) && len(b.columns) > 1:
		return "小标题 a heading"
	default:
		return ""
	}
}

// spans reports whether a cell is merged across most of the table.
func (b *sheetReader) spans(row, c int) bool {
	m := b.grid.raw(row, c).merged
	return m != nil && (m.right-m.left+1)*2 > b.breadth && m.wide()
}

func (b *sheetReader) onlyIgnored(filled []int) bool {
	return !slices.ContainsFunc(filled, func(c int) bool { return b.roleAt(c) != roleIgnore })
}

func (b *sheetReader) roleAt(index int) role {
	for _, c := range b.columns {
		if c.index == index {
			return c.role
		}
	}
	return roleUnknown
}

// firstText is the first cell of a row that is no number.
func (b *sheetReader) firstText(row int, filled []int) string {
	for _, c := range filled {
		if text := unbroken(b.grid.value(row, c).text); strings.ContainsFunc(text, unicode.IsLetter) {
			return text
		}
	}
	return ""
}

// repeatsHeader recognizes the header that a printed table repeats on each page.
func (b *sheetReader) repeatsHeader(row int, filled []int) bool {
	for _, c := range filled {
		same := false
		for header := b.first; header <= b.last; header++ {
			same = same || b.grid.inHeader(header, c) == unbroken(b.grid.value(row, c).text)
		}
		if !same {
			return false
		}
	}
	return true
}

// located is the text of a cell and the column that it stands in.
type located struct {
	column
	text string
}

// cells are the cells of a row that have a role and say something; failed
// formulas were noted before.
func (b *sheetReader) cells(row int, r role) []located {
	var out []located
	for _, c := range b.columns {
		if c.role != r {
			continue
		}
		if v := b.cellAt(row, c.index); v.text != "" && v.fault == "" {
			out = append(out, located{c, v.text})
		}
	}
	return out
}

// cellAt reads a cell: 同上 says what the cell above says, 无 and — say nothing.
func (b *sheetReader) cellAt(row, c int) cell {
	for ; row > b.last; row-- {
		v := b.grid.value(row, c)
		switch {
		case b.lexicon.is(v.text, "ditto"):
			continue
		case b.lexicon.is(v.text, "blank"):
			return cell{}
		default:
			return v
		}
	}
	return cell{}
}
