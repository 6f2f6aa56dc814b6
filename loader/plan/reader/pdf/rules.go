package pdf

import (
	"math"
	"slices"
)

const (
	thin    = 3.0 // points; what is thinner is a line
	near    = 3.0 // lines this near belong together
	minRule = 8.0 // shorter lines are part of a drawing

	maxRules   = 4000 // of a page; more are a map or a drawing
	maxColumns = 64
	maxRows    = 400
)

// rules are the straight lines drawn on a page.
type rules struct {
	flat    []area // horizontal
	upright []area // vertical
}

// add takes a drawn area: a line, or the four sides of a rectangle. One as large
// as the page is its background.
func (r *rules) add(a area, pageWidth, pageHeight float64) {
	switch {
	case len(r.flat)+len(r.upright) > maxRules:
	case a.width() > 0.95*pageWidth && a.height() > 0.95*pageHeight:
	case a.height() <= thin && a.width() >= minRule:
		r.flat = append(r.flat, a)
	case a.width() <= thin && a.height() >= minRule:
		r.upright = append(r.upright, a)
	case a.width() >= minRule && a.height() >= minRule:
		r.flat = append(r.flat, area{a.left, a.bottom, a.right, a.bottom}, area{a.left, a.top, a.right, a.top})
		r.upright = append(r.upright, area{a.left, a.bottom, a.left, a.top}, area{a.right, a.bottom, a.right, a.top})
	}
}

// grid is a table as its lines make it.
type grid struct {
	area
	xs, ys []float64 // from the left; from the top
	rules  rules
}

// grids finds the tables and frames: lines that touch one another, with at least
// two across and two upright, from the top of the page.
func (r *rules) grids() []grid {
	all := slices.Concat(r.flat, r.upright)
	group := components(all)
	byRoot := map[int]*grid{}
	var order []int
	for i, a := range all {
		root := group[i]
		g := byRoot[root]
		if g == nil {
			g = &grid{area: a}
			byRoot[root] = g
			order = append(order, root)
		}
		g.area = area{min(g.left, a.left), min(g.bottom, a.bottom), max(g.right, a.right), max(g.top, a.top)}
		if i < len(r.flat) {
			g.rules.flat = append(g.rules.flat, a)
			g.ys = append(g.ys, -(a.top+a.bottom)/2)
		} else {
			g.rules.upright = append(g.rules.upright, a)
			g.xs = append(g.xs, (a.left+a.right)/2)
		}
	}
	var out []grid
	for _, root := range order {
		g := byRoot[root]
		g.xs, g.ys = merged(g.xs), merged(g.ys)
		for i := range g.ys {
			g.ys[i] = -g.ys[i]
		}
		if len(g.xs) >= 2 && len(g.ys) >= 2 && len(g.xs) <= maxColumns && len(g.ys) <= maxRows {
			out = append(out, *g)
		}
	}
	slices.SortStableFunc(out, func(a, b grid) int { return compare(b.top, a.top) })
	return out
}

// components numbers each line with the first line that it hangs together with.
func components(all []area) []int {
	root := make([]int, len(all))
	for i := range root {
		root[i] = i
	}
	find := func(i int) int {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return compare(all[a].left, all[b].left) })
	for n, i := range order {
		for _, j := range order[n+1:] {
			if all[j].left > all[i].right+near {
				break
			}
			if all[j].bottom <= all[i].top+near && all[i].bottom <= all[j].top+near {
				root[find(j)] = find(i)
			}
		}
	}
	for i := range root {
		root[i] = find(i)
	}
	return root
}

// merged sorts values and makes one of those that are near each other.
func merged(values []float64) []float64 {
	slices.Sort(values)
	return slices.CompactFunc(values, func(a, b float64) bool { return math.Abs(a-b) <= near })
}

// divided reports whether a line stands at x beside the height y.
func (g *grid) divided(x, y float64) bool {
	return slices.ContainsFunc(g.rules.upright, func(a area) bool {
		return math.Abs((a.left+a.right)/2-x) <= near && a.bottom <= y && y <= a.top
	})
}

// ruled reports whether a line stands at the height y below x.
func (g *grid) ruled(x, y float64) bool {
	return slices.ContainsFunc(g.rules.flat, func(a area) bool {
		return math.Abs((a.top+a.bottom)/2-y) <= near && a.left <= x && x <= a.right
	})
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
