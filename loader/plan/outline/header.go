package outline

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/loader/plan/lexicon"
	textlines "github.com/innograph/innograph/loader/plan/reader/lines"
)

// readHeader reads the header of a table from its first row, or its first two
// where a heading stands above several columns: 目标值 above 2025年 and 2030年. It
// is nil where the rows are no table.
func readHeader(rows []printedRow, lex *lexicon.Lexicon) (header []string, count int) {
	if len(rows) < 2 || !isHeader(rows[0].cells, lex) {
		return nil, 0
	}
	header = oneLine(rows[0].cells)
	if len(rows) > 2 && headerGoesOn(rows[0].cells, rows[1].cells, lex) {
		return joinedHeader(header, oneLine(rows[1].cells)), 2
	}
	return header, 1
}

func oneLine(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = textlines.JoinAll(c)
	}
	return out
}

var headerWord = regexp.MustCompile(`序\s*号|名称|指标|单位|属性|类别|领域|目标|备注|地点|基期|基准|现状|增速|增长|累计|\d{4}\s*年|^20\d\d$`)

// The lengths of headers, in characters: of one that holds a headerWord, and of
// one that is only known by its role.
const (
	maxHeader    = 30
	maxRoleWords = 12
)

// isHeader tells the header of a table from the first lines of a list, and from
// a form in which each name has its value beside it: most cells must be headers,
// and of two columns both, for a list of groups has two as well.
func isHeader(cells []string, lex *lexicon.Lexicon) bool {
	words, all := 0, 0
	for _, c := range oneLine(cells) {
		if c != "" {
			all++
		}
		if _, _, numbered := ParseMark(c); numbered {
			return false
		}
		if headerCell(c, lex) {
			words++
		} else if len(cells) < minColumns {
			return false
		}
	}
	return words >= 2 && 2*words > all
}

func headerCell(text string, lex *lexicon.Lexicon) bool {
	length := utf8.RuneCountInString(text)
	if strings.ContainsAny(text, "。；：") || length > maxHeader {
		return false
	}
	if _, ok := lex.RoleOf(text); ok && length <= maxRoleWords && !strings.Contains(text, "、") {
		return true
	}
	return headerWord.MatchString(text)
}

// headerGoesOn: a second row of headers repeats the cells of the first that span
// both, and divides those that are set off by empty ones.
func headerGoesOn(first, second []string, lex *lexicon.Lexicon) bool {
	if len(first) != len(second) || slices.Equal(first, second) || !isHeader(second, lex) {
		return false
	}
	return slices.Contains(first, "") && slices.ContainsFunc(first, func(c string) bool { return c != "" && slices.Contains(second, c) })
}

func joinedHeader(first, second []string) []string {
	out, above := slices.Clone(first), ""
	for i := range out {
		if first[i] != "" {
			above = first[i]
		}
		if second[i] != first[i] && second[i] != "" {
			out[i] = above + second[i]
		}
	}
	return out
}
