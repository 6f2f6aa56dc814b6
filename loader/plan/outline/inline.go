package outline

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/loader/plan/list"
)

// The numbers that occur inside a line.
var (
	inlineBracket = regexp.MustCompile(`[（(][0-9０-９]{1,2}[）)]`)
	inlineCircled = regexp.MustCompile(`[①-⑳]`)
)

// enumerated takes a line apart that numbers its items itself: （1）A（2）B. The
// text before the first number is the head. after is the number before the
// first one: 0, or that of the line's own mark in the same style.
func enumerated(text string, style Style, after int) (head string, items []inlineItem) {
	for _, pattern := range [...]*regexp.Regexp{inlineBracket, inlineCircled} {
		items := cutAt(text, pattern, style, after)
		if len(items) == 0 {
			continue
		}
		head = strings.TrimSpace(text[:items[0].at])
		if len(items) == 1 && head != "" && !strings.HasSuffix(head, "：") && !strings.HasSuffix(head, ":") && !strings.HasSuffix(head, "。") {
			continue // a single （1） within a sentence refers to something
		}
		return head, items
	}
	return text, nil
}

type inlineItem struct {
	mark Mark
	text string
	at   int // byte offset of the number
}

// cutAt finds the numbers that follow one another, outside other brackets.
func cutAt(text string, pattern *regexp.Regexp, style Style, after int) []inlineItem {
	depths := list.Depths([]rune(text))
	var items []inlineItem
	next, body := 1, 0
	for _, found := range pattern.FindAllStringIndex(text, -1) {
		mark, _, ok := ParseMark(text[found[0]:found[1]])
		if ok && mark.Style == style {
			next = max(next, after+1)
		}
		if !ok || mark.Number != next || enclosed(depths, text, found[0]) {
			continue
		}
		if len(items) > 0 {
			items[len(items)-1].text = strings.TrimSpace(text[body:found[0]])
		}
		items = append(items, inlineItem{mark: mark, at: found[0]})
		next, body = next+1, found[1]
	}
	if len(items) > 0 {
		items[len(items)-1].text = strings.TrimSpace(text[body:])
	}
	return items
}

// enclosed reports whether the number at a byte offset stands inside brackets
// other than its own.
func enclosed(depths []int, text string, at int) bool {
	own := 0
	if strings.HasPrefix(text[at:], "（") || strings.HasPrefix(text[at:], "(") {
		own = 1
	}
	return depths[utf8.RuneCountInString(text[:at])] > own
}
