package pdf

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"

	"golang.org/x/text/unicode/norm"
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
			for _, key := range p.marginKeys(i) {
				seen[key]++
			}
		}
	}
	needed := repeats(printedPages(pages))
	for n := range pages {
		p := &pages[n]
		var kept []item
		for _, i := range p.items {
			keys := p.marginKeys(i)
			repeated := slices.ContainsFunc(keys, func(key string) bool { return seen[key] >= needed })
			if len(keys) > 0 && (repeated || pageNumber.MatchString(i.line.text)) {
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

// marginKeys are the same for lines at one height with one text, or with texts
// that differ in a number that goes on with the page: the first, the last, or
// all numbers in them. There are none for what stands within the page.
func (p *page) marginKeys(i item) []string {
	middle := (i.line.top + i.line.bottom) / 2
	if i.table != nil || middle > p.height*margin && middle < p.height*(1-margin) {
		return nil
	}
	height := fmt.Sprintf("%.0f ", math.Round(middle/6))
	keys := []string{height + i.line.text}
	count := len(figures.FindAllString(i.line.text, -1))
	for _, counts := range []func(at int) bool{
		func(int) bool { return true },
		func(at int) bool { return at == 0 },
		func(at int) bool { return at == count-1 },
	} {
		at := -1
		key := height + figures.ReplaceAllStringFunc(i.line.text, func(figure string) string {
			if at++; counts(at) {
				return p.fromPage(figure)
			}
			return figure
		})
		if !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// fromPage writes a number as its distance from the number of the page: a plan
// within a gazette begins at a later page of that.
func (p *page) fromPage(figure string) string {
	n, err := strconv.Atoi(norm.NFKC.String(figure))
	if err != nil {
		return figure
	}
	return fmt.Sprintf("#%d", n-p.number)
}
