package outline

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/loader/plan/list"
	"github.com/innograph/innograph/loader/plan/reader"
)

// newBox turns the lines of a box into a table or a tree, with its notes apart.
func (b *builder) newBox(t titleLine, line int, lines []reader.Line) (*Box, []Problem) {
	box := &Box{Locator: t.locator, Title: list.Clean(t.text), Line: line}
	end := boxEnd{locator: t.locator}
	var rest []reader.Line
	for _, l := range lines {
		switch {
		case isNote(l.Text):
			box.Notes = append(box.Notes, l.Text)
		case !end.goesOn(l.Text):
			rest = append(rest, l)
		}
	}
	tree := newTree(t.locator, t.text, line)
	box.Root = tree.root
	if scan := readTable(rest, b.lex); scan.table != nil {
		scan.table.locate(t.locator)
		box.Table = scan.table
		tree.addLines(scan.before)
		tree.addLines(scan.after)
		return box, oddRows(t.locator, scan.odd)
	}
	if pairs, before, after := readPairs(rest, b.out.grammar); len(pairs) > 0 {
		tree.addLines(before)
		tree.addPairs(pairs)
		tree.addLines(after)
		return box, nil
	}
	tree.addLines(rest)
	return box, nil
}

func (t *tree) addLines(lines []reader.Line) {
	for _, l := range lines {
		if l.Text != "" {
			t.boxed(l.Text, l.Number)
		}
	}
}

func oddRows(locator string, odd []printedRow) []Problem {
	var problems []Problem
	for _, r := range odd {
		problems = append(problems, Problem{
			Line: r.line, Locator: locator, Text: strings.Join(oneLine(r.cells), " | "),
			Reason: "the row has not as many cells as the header of its table",
		})
	}
	return problems
}

// isNote reports whether a line of a box is a note on it: below a table, or above
// it the unit of its values.
func isNote(text string) bool {
	for _, word := range []string{"注：", "注:", "备注：", "说明：", "数据来源：", "资料来源：", "*", "＊"} {
		if strings.HasPrefix(text, word) && utf8.RuneCountInString(text) > utf8.RuneCountInString(word) && !strings.Contains(text, "\t") {
			return true
		}
	}
	return unitLine.MatchString(text)
}

var unitLine = regexp.MustCompile(`^[（(]?\s*(?:计量)?单位\s*[:：][^\t、，。；]{1,8}$`)
