package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"github.com/innograph/innograph/loader/plan/reader/numeral"
)

// numbers are the marks of an ordered list.
type numbers struct {
	value  int
	format numeral.Format
	tail   string
}

func newNumbers(n *html.Node) *numbers {
	m := &numbers{format: numeral.Decimal, tail: "."}
	switch attribute(n, "type") {
	case "a":
		m.format = numeral.LowerLetter
	case "A":
		m.format = numeral.UpperLetter
	case "i":
		m.format = numeral.LowerRoman
	case "I":
		m.format = numeral.UpperRoman
	}
	style := strings.ReplaceAll(strings.ToLower(attribute(n, "style")), " ", "")
	switch {
	case strings.Contains(style, "cjk-ideographic"), strings.Contains(style, "simp-chinese-informal"):
		m.format, m.tail = numeral.Chinese, "、"
	case strings.Contains(style, "list-style:none"), strings.Contains(style, "list-style-type:none"):
		m.format, m.tail = numeral.None, ""
	}
	if start, err := strconv.Atoi(attribute(n, "start")); err == nil {
		m.value = start - 1
	}
	if _, reversed := lookup(n, "reversed"); reversed {
		m.format, m.tail = numeral.None, "" // counts down: no numbering of a plan
	}
	return m
}

// next is the mark of the next item.
func (m *numbers) next(item *html.Node) string {
	m.value++
	if value, err := strconv.Atoi(attribute(item, "value")); err == nil {
		m.value = value
	}
	return m.format.String(m.value) + m.tail
}

func attribute(n *html.Node, key string) string {
	value, _ := lookup(n, key)
	return value
}

func lookup(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Namespace == "" && a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}
