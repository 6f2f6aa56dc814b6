package html

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/innograph/innograph/loader/plan/reader/lines"
)

// blanks are what a browser folds; wide and unbreakable ones stay.
const blanks = " \t\r\n\f"

// collapse turns the blanks of the source into single ones; a line break beside
// Chinese is none, because pages wrap their source anywhere.
func collapse(s string, parent *html.Node) string {
	if parent != nil && parent.DataAtom == atom.Pre {
		return s
	}
	var out strings.Builder
	for s != "" {
		at := strings.IndexAny(s, blanks)
		if at < 0 {
			out.WriteString(s)
			break
		}
		before, rest := s[:at], strings.TrimLeft(s[at:], blanks)
		out.WriteString(before)
		if broken := strings.Contains(s[at:len(s)-len(rest)], "\n"); !broken || besideLatin(before, rest) {
			out.WriteByte(' ')
		}
		s = rest
	}
	return out.String()
}

// besideLatin: no side of a break is Chinese, and one is not empty.
func besideLatin(before, after string) bool {
	last, size := utf8.DecodeLastRuneInString(before)
	first, more := utf8.DecodeRuneInString(after)
	return size+more > 0 && (size == 0 || lines.Latin(last)) && (more == 0 || lines.Latin(first))
}

// tidy trims each line of a paragraph and drops empty ones.
func tidy(s string) string {
	var out []string
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.TrimFunc(line, unicode.IsSpace); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}
