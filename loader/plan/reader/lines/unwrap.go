package lines

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Unwrap joins the lines of a text that somebody broke at a fixed width, as
// programs do that send mail or take text out of a PDF. A line goes on in the next
// where it is as long as lines get and the next begins nothing of its own. What is
// short stays apart, as do headings, items with a number, titles of boxes, and
// rows of tables. A text in which each paragraph is one line does not change.
//
// Where a line is full and ends with a sentence, and the next is not set off, they
// are taken for one paragraph: a paragraph whose last line is full by chance is
// rarer than a sentence that ends with its line.
func Unwrap(all []Line) []Line {
	w, ok := wrapOf(all)
	if !ok {
		return all
	}
	var out []Line
	for i := 0; i < len(all); i++ {
		l := all[i]
		for i+1 < len(all) {
			next := w.next(all, i)
			if next == i || !w.continues(all[i], all[next], l) {
				break
			}
			join := w.joint(all[i], all[next])
			l.Raw, l.Text = join(l.Raw, all[next].Raw), join(l.Text, all[next].Text)
			i = next
		}
		out = append(out, l)
	}
	return out
}

// wrap is how a text was broken.
type wrap struct {
	measure func(string) int
	unit    int  // of a Chinese character
	width   int  // of a full line
	exact   bool // whatever the characters are, so that a full line has just this width
	indent  int  // of lines that go on
	pages   bool
}

// The bounds within which a text counts as broken at a fixed width.
const (
	minWidth  = 16   // characters; shorter lines are lists
	maxWidth  = 75   // longer ones are paragraphs
	minFull   = 4    // full lines that have a stop and end within a sentence
	minShare  = 0.6  // of them among all lines that do
	maxLonger = 0.05 // of lines that are longer, among all
	exactly   = 0.9  // of the full lines that have one width, to speak of that width
	slack     = 3    // characters by which a full line may miss the width, as PDFs are printed
)

func runes(s string) int { return utf8.RuneCountInString(s) }

// columns is the width on a screen. One or two blanks at the beginning were wide
// ones.
func columns(s string) int {
	n := len(s) - len(strings.TrimLeft(s, " "))
	if n > 2 {
		n = 0
	}
	for _, r := range s {
		if n++; !Latin(r) && r != ' ' {
			n++
		}
	}
	return n
}

// wrapOf finds out whether a text is broken at a fixed width, and at which.
func wrapOf(all []Line) (best wrap, ok bool) {
	most := 0
	for _, w := range []wrap{{measure: runes, unit: 1}, {measure: columns, unit: 2}} {
		if n := w.fit(all); n > most {
			best, most = w, n
		}
	}
	if most == 0 {
		return wrap{}, false
	}
	best.indent = best.commonIndent(all)
	for _, l := range all {
		best.pages = best.pages || l.Page > 0
	}
	return best, true
}

// fit finds the width that most lines have, or nearly, which end within a
// sentence, and tells how well it fits; 0 where the text is not broken.
func (w *wrap) fit(all []Line) int {
	counts, ends, texts := map[int]int{}, 0, 0
	for i, l := range all {
		if !running(l) {
			continue
		}
		texts++
		if i+1 == len(all) || !running(all[i+1]) || sentenceEnds(l.Text) || w.of(l) < minWidth*w.unit {
			continue
		}
		ends++
		if stops.MatchString(l.Text) { // names in a list have no stops
			counts[w.of(l)]++
		}
	}
	best, n := 0, 0
	for width, count := range counts {
		full := count
		for less := 1; less <= slack*w.unit; less++ {
			full += counts[width-less]
		}
		if score := full + count; score > best || score == best && width < w.width {
			best, n, w.width, w.exact = score, full, width, float64(count) >= exactly*float64(full)
		}
	}
	if n < minFull || float64(n) < minShare*float64(ends) || w.width < minWidth*w.unit || w.width > maxWidth*w.unit {
		return 0
	}
	longer := 0
	for _, l := range all {
		if running(l) && w.of(l) > w.width+w.unit {
			longer++
		}
	}
	if float64(longer) > maxLonger*float64(texts) {
		return 0
	}
	return best
}

// joint is how the halves of a paragraph are put together. A line that was cut at
// a number of characters may end within a word, and any line within a number.
func (w *wrap) joint(above, next Line) func(a, b string) string {
	cut := w.exact && w.of(above) == w.width && !strings.HasSuffix(above.Raw, " ") && !strings.HasPrefix(next.Raw, " ")
	if cut || numberEnd.MatchString(above.Text) && numberGoesOn.MatchString(next.Text) {
		return func(a, b string) string { return strings.TrimRight(a, " ") + strings.TrimLeft(b, " ") }
	}
	return Join
}

func (w *wrap) of(l Line) int { return w.measure(strings.TrimRight(l.Raw, " ")) }

// running reports whether a line may be one of a broken paragraph.
func running(l Line) bool {
	return l.Text != "" && l.Heading == 0 && !l.Cell && !strings.Contains(l.Raw, "\t") && !cells.MatchString(l.Text)
}

// cells are those of a table that is set with blanks or with bars.
var cells = regexp.MustCompile(`\S {3,}\S|^\|| \| `)

// commonIndent is how far most lines are indented that go on within a sentence.
func (w *wrap) commonIndent(all []Line) int {
	counts := map[int]int{}
	for i, l := range all[:len(all)-1] {
		if running(l) && running(all[i+1]) && !sentenceEnds(l.Text) && w.of(l) >= w.width-slack*w.unit {
			counts[indentOf(all[i+1])]++
		}
	}
	best := 0
	for indent, n := range counts {
		if n > counts[best] || n == counts[best] && indent < best {
			best = indent
		}
	}
	return best
}

func indentOf(l Line) int { return len(l.Raw) - len(strings.TrimLeft(l.Raw, " ")) }

// pageNumber is the foot of a page.
var pageNumber = regexp.MustCompile(`^[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?[-—–·\s]*$`)

// next is the line in which a line may go on: the one below it, or the first of
// the next page below the page number. It is i itself where there is none.
func (w *wrap) next(all []Line, i int) int {
	next := i + 1
	if !w.pages || all[next].Text != "" && !pageNumber.MatchString(all[next].Text) {
		return next
	}
	for next < len(all) && (all[next].Text == "" || pageNumber.MatchString(all[next].Text)) {
		next++
	}
	if next == len(all) || all[next].Page == all[i].Page {
		return i
	}
	return next
}

// continues reports whether a line goes on in another; begun is what it belongs
// to so far.
func (w *wrap) continues(above, next, begun Line) bool {
	if !running(above) || !running(next) || indentOf(next) > w.indent && indentOf(begun) > w.indent {
		return false
	}
	if strongMark.MatchString(next.Text) || boxMark.MatchString(next.Text) {
		return false
	}
	if weakMark.MatchString(next.Text) && (itemEnds.MatchString(above.Text) || follows(begun.Text, next.Text)) {
		return false
	}
	if sentenceEnds(above.Text) && topic.MatchString(begun.Text) && topic.MatchString(next.Text) {
		return false
	}
	return w.full(above, next) || openEnd.MatchString(above.Text) && w.of(above) > w.width*2/3
}

// full reports whether the next line's first word had no room any more.
func (w *wrap) full(above, next Line) bool {
	have := w.of(above)
	if have >= w.width {
		return true
	}
	word := FirstWord(next.Text)
	if !w.exact {
		if !sentenceEnds(above.Text) {
			word++ // lines vary as they are printed
		}
		return float64(have)+word*float64(w.unit) > float64(w.width)
	}
	// Only a word that may not be parted leaves room.
	first, _ := utf8.DecodeRuneInString(next.Text)
	return Latin(first) && float64(have)+word/latinEm > float64(w.width)
}

var (
	// strongMark begins a heading wherever it stands.
	strongMark = regexp.MustCompile(`^第\s*[一二三四五六七八九十百零〇\d]{1,5}\s*(?:[篇编章节]|部分)(?:\s|[^的和与、，。]{2,})`)
	// weakMark begins an item, or stands within a sentence. Each group is a way of
	// numbering.
	weakMark = regexp.MustCompile(`^(?:([一二三四五六七八九十]{1,3}、)|([（(][一二三四五六七八九十]{1,3}[）)])|([（(]?\d{1,2}[）)])|(\d{1,2}[.．、]\D)|([①-⑳])|(——|[—•●■◆]))`)
	// boxMark begins the title of a box or a table.
	boxMark = regexp.MustCompile(`^[【〔\[「]?\s*(?:专\s*栏|附\s*[表件]|表)\s*[0-9０-９一二三四五六七八九十]{0,3}(?:[-－.．][0-9]{1,2})?\s*[】〕\]」:：\s]\s*\S{2,}`)
	// openEnd is where no paragraph ends.
	openEnd = regexp.MustCompile(`[，、（(《“]$`)
	ends    = regexp.MustCompile(`[。！？；：!?;:…][”’）)》】]?$`)
	// itemEnds is where an item may end that has another below it.
	itemEnds = regexp.MustCompile(`[。！？；：!?;:….”’）)》】]$`)
	// topic is the short sentence that tells what a paragraph is about.
	topic = regexp.MustCompile(`^[^，、。；：]{4,14}。`)
	stops = regexp.MustCompile(`[，、。；]`)

	numberEnd    = regexp.MustCompile(`[0-9.≤≥±~&]$`)
	numberGoesOn = regexp.MustCompile(`^[0-9.%]`)
)

func sentenceEnds(text string) bool { return ends.MatchString(text) }

// follows reports whether two lines begin with numbers of one row.
func follows(first, second string) bool {
	a, b := weakMark.FindStringSubmatchIndex(first), weakMark.FindStringSubmatchIndex(second)
	if a == nil || b == nil {
		return false
	}
	for group := 2; group < len(a); group += 2 {
		if a[group] >= 0 && b[group] >= 0 {
			return true
		}
	}
	return false
}
