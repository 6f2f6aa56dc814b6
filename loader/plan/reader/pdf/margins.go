package pdf

import (
	"fmt"
	"math"
	"regexp"
)

// margin is the part of a page's height at its head and at its foot where
// headers, footers and page numbers stand.
const margin = 0.12

// pageNumber is a line with no more than a page number: 12, — 12 —, 第12页, 3/20.
var pageNumber = regexp.MustCompile(`^[-–—―－·•\s]*(?:第?\s*[0-9０-９]{1,4}\s*页?|[ivxlcIVXLC]{1,7})(?:\s*[,，/／]?\s*共?\s*[0-9０-９]{0,4}\s*页?)[-–—―－·•\s]*$`)

var figures = regexp.MustCompile(`[0-9０-９]+`)

// dropMargins drops page numbers, and lines that stand at the same place of
// several pages.
func dropMargins(pages []page) {
	seen := map[string]int{}
	for _, p := range pages {
		for _, i := range p.items {
			if key, ok := p.marginKey(i); ok {
				seen[key]++
			}
		}
	}
	needed := repeats(len(pages))
	for n := range pages {
		p := &pages[n]
		var kept []item
		for _, i := range p.items {
			key, ok := p.marginKey(i)
			if ok && (seen[key] >= needed || pageNumber.MatchString(i.line.text)) {
				continue
			}
			kept = append(kept, i)
		}
		p.items = kept
	}
}

// repeats is how often a line has to stand at one place of a document.
func repeats(pages int) int {
	switch {
	case pages <= 4:
		return 2
	case pages <= 10:
		return 3
	}
	return 4
}

// marginKey is the same for lines at one height that differ in figures only.
func (p *page) marginKey(i item) (string, bool) {
	middle := (i.line.top + i.line.bottom) / 2
	if i.table != nil || middle > p.height*margin && middle < p.height*(1-margin) {
		return "", false
	}
	return fmt.Sprintf("%.0f %s", math.Round(middle/6), figures.ReplaceAllString(i.line.text, "#")), true
}
