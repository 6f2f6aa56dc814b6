package dossier

import (
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// citations numbers the places that a page rests on, in the order of their first use.
type citations struct {
	documents map[string]*ecosystem.Document
	number    map[string]int // by document and locator
	lines     []Line
}

// of cites the two surest sources.
func (c *citations) of(sources []ecosystem.Source) (numbers []int) {
	for _, s := range sources[:min(2, len(sources))] {
		numbers = append(numbers, c.cite(s))
	}
	return numbers
}

// surest cites the first source; they stand in that order.
func (c *citations) surest(sources []ecosystem.Source) []int {
	return c.of(sources[:min(1, len(sources))])
}

func (c *citations) cite(s ecosystem.Source) int {
	key := s.Document + " " + s.Locator
	if n, ok := c.number[key]; ok {
		return n
	}
	d := c.documents[s.Document]
	if d == nil { // a graph whose document is missing is refused when it is loaded
		d = &ecosystem.Document{ID: s.Document, Title: s.Document}
	}
	l := Line{Text: strings.Join(slices.DeleteFunc([]string{
		d.Title, d.Issuer, d.Date, s.Locator, knownName(s.Known) + "，可信度" + certaintyName(s.Certainty()),
	}, func(part string) bool { return part == "" }), "，")}
	if isLink(d.URL) {
		l.Link = d.URL
	}
	c.lines = append(c.lines, l)
	c.number[key] = len(c.lines)
	return len(c.lines)
}

func (c *citations) section() Section {
	return Section{Heading: sourcesHeading, English: "Sources", Lines: c.lines}
}

// sourcesHeading is of the one section whose lines are numbered.
const sourcesHeading = "出处"

// Numbered tells whether the lines of a section are cited by their numbers.
func (s Section) Numbered() bool { return s.Heading == sourcesHeading }

func once(numbers []int) []int {
	slices.Sort(numbers)
	return slices.Compact(numbers)
}

func knownName(k ecosystem.Known) string {
	switch k {
	case ecosystem.Stated:
		return "原文载明"
	case ecosystem.Implied:
		return "推得"
	case ecosystem.Curated:
		return "人工整理"
	default:
		return string(k)
	}
}

func certaintyName(c ecosystem.Certainty) string {
	switch c {
	case ecosystem.High:
		return "高"
	case ecosystem.Medium:
		return "中"
	default:
		return "低"
	}
}
