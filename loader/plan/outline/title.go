package outline

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/loader/plan/lexicon"
)

// draftMark is what a title page says of a draft: （征求意见稿）.
var draftMark = regexp.MustCompile(`[（(]([^（）()]{0,6}(?:稿|草案|送审|报批)[^（）()]{0,6})[）)]$`)

// WithoutDraftMark gives a title as it stands without （征求意见稿） and the like.
func WithoutDraftMark(title string) string { return draftMark.ReplaceAllString(title, "") }

// placeLine is a title page's line with the place alone.
var placeLine = regexp.MustCompile(`^\p{Han}{1,10}[省市县区州盟旗]$`)

const (
	frontLines = 12 // where a title may stand
	maxTitle   = 80
)

// findTitle looks for the title among the first lines: one that ends with the
// word for a kind of document, if need be joined with the line before it and
// with the years below it.
func (o *Outline) findTitle(lex *lexicon.Lexicon) {
	above := &Node{}
	for i, n := range o.Root.Children {
		if i >= frontLines || n.Mark.Style != NoMark || utf8.RuneCountInString(n.Text) > maxTitle {
			return
		}
		line := &Node{Locator: n.Locator, Text: strings.Join(strings.Fields(n.Text), ""), Line: n.Line}
		if found := draftMark.FindStringSubmatch(line.Text); found != nil && o.Draft == "" {
			o.Draft = found[1]
			line.Text = strings.TrimSuffix(line.Text, found[0])
		}
		_, document := lex.DocumentType(line.Text)
		switch {
		case o.Title != nil && periodLine(line.Text, lex):
			o.Title.Text += line.Text
		case o.Title == nil && document && !strings.ContainsAny(line.Text, "，。；>＞»"):
			o.Title = line
			if belongsAbove(above.Text, line.Text, lex) {
				o.Title = &Node{Locator: above.Locator, Text: above.Text + line.Text, Line: above.Line}
			}
		}
		above = line
	}
}

// periodLine is a line below the title with the years alone: （2026—2030年）.
func periodLine(text string, lex *lexicon.Lexicon) bool {
	_, ok := lex.PeriodOf(text)
	return ok && strings.HasPrefix(text, "（") && strings.HasSuffix(text, "）")
}

// belongsAbove: a title on two lines has the place or the period in the first
// and lacks it in the second.
func belongsAbove(above, line string, lex *lexicon.Lexicon) bool {
	_, hasPeriod := lex.PeriodOf(line)
	_, periodAbove := lex.PeriodOf(above)
	titled := periodAbove && !hasPeriod && !strings.ContainsAny(above, "，。；：")
	return titled || (placeLine.MatchString(above) && !strings.HasPrefix(line, above))
}
