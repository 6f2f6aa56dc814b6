package pdf

import (
	"slices"
)

// A gazette prints its text in two columns. They are told from the columns of a
// table by their lines, most of which fill them.
const (
	middleFrom  = 0.35 // where on the width of a page the gap may lie
	middleTo    = 0.65
	gutterWidth = 0.8 // in characters, at least
	columnLines = 6   // lines of a column, at least
	columnText  = 8   // characters that a line of it holds, at least
	filledPart  = 0.8 // of the width of a column, from which on a line fills it
	filledLines = 0.5 // of the lines of a column that fill it, at least
)

// gutter is the gap between two columns of text.
type gutter struct{ left, right float64 }

// findGutter looks for two columns of text; not ok where there are none.
func findGutter(pieces []piece, width float64) (gutter, bool) {
	em := usualSize(pieces)
	from, to := int(width*middleFrom), int(width*middleTo)
	if em == 0 || to-from < 1 {
		return gutter{}, false
	}
	crossing := make([]int, to-from)
	for _, x := range pieces {
		for at := max(int(x.left), from); at <= min(int(x.right), to-1); at++ {
			crossing[at-from]++
		}
	}
	var best gutter
	for _, allowed := range []int{0, len(rowsOf(pieces)) / 10} { // titles and page numbers may stand across
		start := -1
		for i := 0; i <= len(crossing); i++ {
			free := i < len(crossing) && crossing[i] <= allowed
			if free && start < 0 {
				start = i
			}
			if !free && start >= 0 {
				if float64(i-start) > best.right-best.left {
					best = gutter{float64(from + start), float64(from + i)}
				}
				start = -1
			}
		}
		if best.right-best.left >= gutterWidth*em && best.divides(pieces, em) {
			return best, true
		}
	}
	return gutter{}, false
}

func usualSize(pieces []piece) float64 {
	var sizes []float64
	for _, x := range pieces {
		sizes = append(sizes, x.height())
	}
	size, _ := common(sizes, 1)
	return size
}

// divides reports whether on both sides of the gap stand columns of text.
func (g gutter) divides(pieces []piece, em float64) bool {
	left, right, _ := g.part(pieces)
	return isText(left, em) && isText(right, em)
}

// part divides pieces into those of the columns and those across.
func (g gutter) part(pieces []piece) (left, right, across []piece) {
	for _, x := range pieces {
		switch g.side(x.area) {
		case onTheLeft:
			left = append(left, x)
		case onTheRight:
			right = append(right, x)
		default:
			across = append(across, x)
		}
	}
	return left, right, across
}

const (
	across = iota
	onTheLeft
	onTheRight
)

func (g gutter) side(a area) int {
	switch {
	case a.right < g.right: // a frame may reach into the gap
		return onTheLeft
	case a.left > g.left:
		return onTheRight
	default:
		return across
	}
}

func isText(pieces []piece, em float64) bool {
	all := linesOf(pieces, 1)
	if len(all) < columnLines {
		return false
	}
	var lefts, rights []float64
	for _, l := range all {
		lefts, rights = append(lefts, l.left), append(rights, l.right)
	}
	slices.Sort(lefts)
	slices.Sort(rights)
	left, right := lefts[len(lefts)/10], rights[len(rights)-1-len(rights)/10] // one line may stand out
	filled := 0
	for _, l := range all {
		if l.width() >= filledPart*(right-left) {
			filled++
		}
	}
	return right-left >= columnText*em && float64(filled) >= filledLines*float64(len(all))
}

// inColumns orders a page with two columns of text as it is read: each column is a
// page of its own width, and what stands across both parts them into bands. The
// right column is moved to the place of the left one, so that their lines have the
// same edges.
func (p *page) inColumns(g gutter) []page {
	slices.SortStableFunc(p.items, func(a, b item) int { return compare(b.top(), a.top()) })
	first := page{number: p.number, width: p.width, height: p.height, chars: p.chars, odd: p.odd, pictures: p.pictures, bytes: p.bytes}
	out := []page{first}
	lefts := map[int][]float64{}
	for _, i := range p.items {
		if side := g.side(i.area()); side != across && i.table == nil {
			lefts[side] = append(lefts[side], i.line.left)
		}
	}
	edgeOfLeft, _ := common(lefts[onTheLeft], edge)
	edgeOfRight, _ := common(lefts[onTheRight], edge)
	shift := edgeOfRight - edgeOfLeft
	var columns [2][]item
	flush := func() {
		for _, items := range columns {
			if len(items) > 0 {
				out = append(out, page{number: p.number, width: g.left - edgeOfLeft, height: p.height, items: items})
			}
		}
		columns = [2][]item{}
	}
	for _, i := range p.items {
		switch g.side(i.area()) {
		case onTheLeft:
			columns[0] = append(columns[0], i)
		case onTheRight:
			if i.table == nil {
				i.line.left, i.line.right = i.line.left-shift, i.line.right-shift
			}
			columns[1] = append(columns[1], i)
		default:
			flush()
			out = append(out, page{number: p.number, width: p.width, height: p.height, items: []item{i}})
		}
	}
	flush()
	return out
}

func (i item) area() area {
	if i.table != nil {
		return i.table.area
	}
	return i.line.area
}
