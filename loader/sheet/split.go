package sheet

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	opening = "(（[【〔{《〈“‘「『"
	closing = ")）]】〕}》〉”’」』"
)

// separators stand between several values of a cell, except inside brackets.
const separators = "、，；;\n|"

// itemNumber begins an item of a numbered list in a cell: 1. or （2） or ①.
var itemNumber = regexp.MustCompile(`^(?:\d{1,2}[.、)）](?:\D)|[（(]\d{1,2}[)）]|[①-⑳])`)

// etcetera ends a list: 等, 等3家单位.
var etcetera = regexp.MustCompile(`等(?:\d+[家个所项].*|单位|企业|高校|机构)?$`)

// split takes the values of a cell apart. A value keeps its brackets and what is
// in them; repetitions and blank ones go.
func split(cell string) []string {
	var out []string
	depth, start := 0, 0
	runes := []rune(cell)
	add := func(end int) {
		item := strings.TrimSpace(string(runes[start:end]))
		if m := itemNumber.FindString(item); m != "" {
			item = item[numberLength(m):]
		}
		if item = unbroken(strings.TrimSpace(item)); item != "" && !slices.Contains(out, item) {
			out = append(out, item)
		}
	}
	for i, r := range runes {
		switch {
		case strings.ContainsRune(opening, r):
			depth++
		case strings.ContainsRune(closing, r):
			depth = max(0, depth-1)
		case separates(runes, i) && (depth == 0 || !closes(runes[i:])):
			add(i)
			start, depth = i+1, 0
		}
	}
	add(len(runes))
	return withoutEtcetera(out)
}

// numberLength is how much of a match of itemNumber is the number itself: the
// first form looks one character further, so that 3.5 is none.
func numberLength(m string) int {
	if m[0] < '0' || m[0] > '9' {
		return len(m)
	}
	_, size := utf8.DecodeLastRuneInString(m)
	return len(m) - size
}

// separates reports whether runes[i] stands between two values. A comma does not
// in Co., Ltd., a stroke only between Chinese words (人工智能/大数据).
func separates(runes []rune, i int) bool {
	r := runes[i]
	switch {
	case strings.ContainsRune(separators, r):
		return true
	case r == ',':
		rest := strings.ToLower(strings.TrimSpace(string(runes[i+1 : min(len(runes), i+8)])))
		return !slices.ContainsFunc([]string{"ltd", "inc", "llc", "co.", "corp"}, func(w string) bool { return strings.HasPrefix(rest, w) })
	case r == '/' || r == '／':
		return i > 0 && i+1 < len(runes) && unicode.Is(unicode.Han, runes[i-1]) && unicode.Is(unicode.Han, runes[i+1])
	default:
		return false
	}
}

// closes reports whether the bracket that is open is closed later on; one that
// is never closed holds nothing together.
func closes(rest []rune) bool {
	return slices.ContainsFunc(rest, func(r rune) bool { return strings.ContainsRune(closing, r) })
}

func withoutEtcetera(items []string) []string {
	if len(items) > 1 {
		last := len(items) - 1
		if items[last] = etcetera.ReplaceAllString(items[last], ""); items[last] == "" {
			items = items[:last]
		}
	}
	return items
}
