package outline

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// Find returns the passage at a locator, with or without its page; at a page
// alone (p.37) what begins on it. Where the document uses one number twice, all
// passages with it are returned, a line each; the page tells them apart.
func (o *Outline) Find(locator string) (text string, ok bool) {
	place, mark := ecosystem.SplitPage(ecosystem.NormalizeLocator(locator))
	page, _ := strconv.Atoi(strings.TrimPrefix(mark, pageMark))
	if place == "" {
		return o.onPage(page)
	}
	if nodes := o.at(place, page); len(nodes) > 0 {
		return passage(nodes), true
	}
	return o.findListed(place, page)
}

// pageMark begins a page in a locator.
const pageMark = "p."

// Cite is the locator of what stands at a place and begins on a line: with the
// page, where the document has pages.
func (o *Outline) Cite(place string, line int) string {
	page := o.pageOf(line)
	if page == 0 {
		return place
	}
	return ecosystem.JoinPage(place, pageMark+strconv.Itoa(page))
}

// pageOf is the page on which a line begins; 0 where the document has no pages.
func (o *Outline) pageOf(line int) int {
	if line < 1 || line > len(o.lines) {
		return 0
	}
	return o.lines[line-1].Page
}

// at lists the nodes at a place, those on the page if any of them is.
func (o *Outline) at(place string, page int) []*Node {
	nodes := o.places[place]
	if page == 0 || len(nodes) < 2 {
		return nodes
	}
	var there []*Node
	for _, n := range nodes {
		if o.pageOf(n.Line) == page {
			there = append(there, n)
		}
	}
	if len(there) == 0 {
		return nodes
	}
	return there
}

func (o *Outline) onPage(page int) (text string, ok bool) {
	var out []string
	for _, l := range o.lines {
		if page > 0 && l.Page == page && l.Text != "" {
			out = append(out, l.Text)
		}
	}
	return strings.Join(out, "\n"), len(out) > 0
}

var position = regexp.MustCompile(`^（(\d{1,4})）$`)

func (o *Outline) findListed(locator string, page int) (string, bool) {
	levels := ecosystem.LocatorLevels(locator)
	if len(levels) < 2 {
		return "", false
	}
	parent := levels[len(levels)-2]
	if !slices.ContainsFunc(o.Boxes, func(b *Box) bool { return ecosystem.InSection(parent, b.Locator) }) {
		return "", false // lists are numbered in boxes only
	}
	found := position.FindStringSubmatch(strings.TrimPrefix(locator, parent))
	if found == nil {
		return "", false
	}
	at, err := strconv.Atoi(found[1])
	if err != nil {
		return "", false
	}
	for _, n := range o.at(parent, page) {
		if _, items := o.List(n); at >= 1 && at <= len(items) && len(n.Items()) == 0 {
			return items[at-1].Printed, true
		}
	}
	return "", false
}

func passage(nodes []*Node) string {
	var lines []string
	var walk func(n *Node)
	walk = func(n *Node) {
		if n.Text != "" {
			lines = append(lines, n.Text)
		}
		for _, c := range n.Children {
			walk(c)
		}
	}
	for _, n := range nodes {
		walk(n)
	}
	return strings.Join(lines, "\n")
}
