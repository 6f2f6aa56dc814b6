package pdf

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/loader/plan/reader/lines"
)

// measure is the left and right edge of the text, and the distance of its lines.
type measure struct{ left, right, distance float64 }

// measureOf takes the edges at which most lines of a document end and begin, so
// that neither a short page nor an overlong line counts.
func measureOf(pages []page) measure {
	var lefts, rights, distances []float64
	for _, p := range pages {
		for n, i := range p.items {
			if i.table != nil || i.line.width() <= 0.5*p.width {
				continue
			}
			lefts, rights = append(lefts, i.line.left), append(rights, i.line.right)
			if n > 0 && p.items[n-1].table == nil {
				distances = append(distances, p.items[n-1].line.bottom-i.line.bottom)
			}
		}
	}
	_, left := common(lefts, edge)
	_, right := common(rights, edge)
	distance, _ := common(distances, jitter)
	return measure{left: left, right: right, distance: orInfinite(distance)}
}

// How far values that mean the same lie apart, in points: edges of lines, whose
// last or first sign may stand out, and distances of lines, which vary with the
// signs on them.
const (
	edge   = 4
	jitter = 2
)

// common is the middle and the end of the interval of a width with the most
// values.
func common(values []float64, width float64) (middle, end float64) {
	slices.Sort(values)
	count, from := 0, 0
	for to, v := range values {
		for v-values[from] > width {
			from++
		}
		if to-from+1 > count {
			middle, end, count = values[(from+to)/2], v, to-from+1
		}
	}
	return middle, end
}

// measureFrame takes the edges of a frame's text: where its longest line ends,
// unless all are short. Few lines stand in a frame; the smallest distance counts.
func measureFrame(c tableCell) measure {
	m := measure{left: c.right, right: c.left}
	for i, l := range c.lines {
		m.left, m.right = min(m.left, l.left), max(m.right, l.right)
		if i == 0 || c.lines[i-1].page != l.page {
			continue
		}
		if distance := c.lines[i-1].bottom - l.bottom; m.distance == 0 || distance < m.distance {
			m.distance = distance
		}
	}
	if len(c.lines) > 0 {
		m.right = max(m.right, c.right-2*c.lines[0].em())
	}
	m.distance = orInfinite(m.distance)
	return m
}

// orInfinite: where no distance is known, none ends a paragraph.
func orInfinite(distance float64) float64 {
	if distance <= 0 {
		return math.Inf(1)
	}
	return distance
}

// paragraphs joins the lines that go on.
func paragraphs(all []textLine, m measure) []textLine {
	var out []textLine
	for i, l := range all {
		if i > 0 && continues(all[i-1], l, m) {
			last := &out[len(out)-1]
			last.text = lines.Join(last.text, l.text)
			continue
		}
		out = append(out, l)
	}
	return out
}

const (
	ragged   = 1.3  // how far from the edge a line may end, besides what did not fit
	indented = 1.2  // from how far on a line is indented
	solid    = 1.7  // distance of lines, in their size, that parts nothing: large headings
	leading  = 1.35 // distance of lines above which a paragraph ends, in usual distances
)

// begins are the marks with which a paragraph begins.
var begins = regexp.MustCompile(`^(?:第[一二三四五六七八九十百零〇\d]{1,5}[篇编章节]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、][^\d]|专栏|附?表\s*\d|注[:：]|——)`)

// continues reports whether a line goes on in the next: it is full, and the next
// is not set off. After the end of a sentence a number begins something new.
func continues(above, l textLine, m measure) bool {
	em := above.em()
	if strings.Contains(above.text, "\t") || strings.Contains(l.text, "\t") {
		return false
	}
	if above.right < m.right-(ragged+lines.FirstWord(l.text))*em || l.left > m.left+indented*em {
		return false
	}
	if above.page == l.page && above.bottom-l.bottom > max(leading*m.distance, solid*min(em, l.em())) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(above.text)
	return !begins.MatchString(l.text) || !strings.ContainsRune("。；：！？.;:”）)", last)
}
