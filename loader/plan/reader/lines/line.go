package lines

import (
	"regexp"
	"strings"
	"unicode"
)

// Limits bound what is read. A zero field stands for its default.
type Limits struct {
	LineBytes     int // longest line
	DocumentBytes int // the text of the whole document
	Lines         int // number of lines
	FileBytes     int // the file, for forms that are more than their text: HTML, DOCX, PDF
	Pages         int // pages of a PDF
}

// The default limits: a plan of 500 pages has about 2 MB of text, and a
// paragraph of more than 256 KB is no paragraph. A file with pictures is larger.
const (
	DefaultLineBytes     = 256 << 10
	DefaultDocumentBytes = 16 << 20
	DefaultLines         = 400_000
	DefaultFileBytes     = 64 << 20
	DefaultPages         = 2000
)

// WithDefaults fills in what is zero.
func (l Limits) WithDefaults() Limits {
	for _, f := range []struct {
		field *int
		value int
	}{
		{&l.LineBytes, DefaultLineBytes},
		{&l.DocumentBytes, DefaultDocumentBytes},
		{&l.Lines, DefaultLines},
		{&l.FileBytes, DefaultFileBytes},
		{&l.Pages, DefaultPages},
	} {
		if *f.field <= 0 {
			*f.field = f.value
		}
	}
	return l
}

// Line is one line of a plan: a paragraph, or a row of a table.
type Line struct {
	Number  int    // from 1
	Raw     string // as printed: inner and leading tabs kept, paragraphs within a cell parted by Break
	Text    string // without blanks at the ends; empty for a blank line
	Cell    bool   // begins with a tab: what a word processor writes for a table cell or a box
	Page    int    // page on which it begins, from 1; 0 where the form has no pages
	Heading int    // level of a heading, from 1, where the form says so; 0 for none
	Picture bool   // stands for a page that is a picture without text; Text is empty
}

// Break parts the paragraphs of a cell in Line.Raw. In Line.Text they are joined,
// since most are one name that was broken to fit its column.
const Break = "\u2028"

// residue is what conversions from a word processor leave in the text: anchors
// of bookmarks.
var residue = regexp.MustCompile(`\[bookmark: [^\[\]]{0,80}\]`)

func newLine(number int, raw string) Line {
	raw = residue.ReplaceAllString(raw, "")
	return Line{Number: number, Raw: raw, Text: strings.TrimSpace(JoinAll(raw)), Cell: strings.HasPrefix(raw, "\t")}
}

// plain turns page breaks, wide and unbreakable blanks into plain ones, and drops
// byte order marks and other signs of no width. A tab stays, because it
// separates cells.
func plain(r rune) rune {
	switch {
	case r == '\t':
		return r
	case unicode.IsSpace(r) || unicode.IsControl(r):
		return ' '
	case unicode.Is(unicode.Cf, r) || r&0xFFFE == 0xFFFE:
		return -1
	}
	return r
}
