package outline

import (
	"regexp"
	"slices"
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
	frontLines = 20 // where a title may stand
	maxTitle   = 80
)

// findTitle looks for the title among the first lines: one that ends with the
// word for a kind of document, if need be joined with the line before it and
// with the years below it.
func (o *Outline) findTitle(lex *lexicon.Lexicon) {
	above := &Node{}
	var front []string
	for i, n := range o.Root.Children {
		if i >= frontLines || n.Mark.Style != NoMark || utf8.RuneCountInString(n.Text) > maxTitle {
			return
		}
		line := &Node{Locator: n.Locator, Text: strings.Join(strings.Fields(n.Text), ""), Line: n.Line}
		if found := draftMark.FindStringSubmatch(line.Text); found != nil && o.Draft == "" {
			o.Draft = found[1]
			line.Text = strings.TrimSuffix(line.Text, found[0])
		}
		line.Text = signature.ReplaceAllString(line.Text, "$1")
		_, document := lex.DocumentType(line.Text)
		switch {
		case o.Title != nil && o.Title.Line == above.Line && periodLine(line.Text, lex):
			o.Title.Text += line.Text
		case document && !strings.ContainsAny(line.Text, "，。；>＞»") && o.betterTitle(line.Text, lex):
			o.Title = line
			if belongsAbove(above.Text, line.Text, lex) || inNotice(above.Text+line.Text, front) {
				o.Title = &Node{Locator: above.Locator, Text: above.Text + line.Text, Line: above.Line}
			}
		}
		front = append(front, line.Text)
		above = line
	}
}

// signature is who signed a notice, and when, before the title on one line.
var signature = regexp.MustCompile(`^.{4,60}?(?:19|20)\d\d年\d{1,2}月\d{1,2}日(.{6,})$`)

// betterTitle reports whether a line is a title where none was found, or one that
// names the years of the plan where what was found does not: a web page may begin
// with the names of its sections.
func (o *Outline) betterTitle(line string, lex *lexicon.Lexicon) bool {
	if o.Title == nil {
		return true
	}
	_, found := lex.PeriodOf(o.Title.Text)
	_, here := lex.PeriodOf(line)
	return here && !found
}

// inNotice reports whether a title on two lines stands on one in the notice above.
func inNotice(title string, front []string) bool {
	return slices.ContainsFunc(front, func(line string) bool { return len(line) > len(title) && strings.Contains(line, title) })
}

// periodLine is a line below the title with the years alone: （2026—2030年）.
func periodLine(text string, lex *lexicon.Lexicon) bool {
	_, ok := lex.PeriodOf(text)
	return ok && (strings.HasPrefix(text, "（") && strings.HasSuffix(text, "）") || strings.HasPrefix(text, "(") && strings.HasSuffix(text, ")"))
}

// belongsAbove: a title on two lines has the place or the period in the first
// and lacks it in the second.
func belongsAbove(above, line string, lex *lexicon.Lexicon) bool {
	_, hasPeriod := lex.PeriodOf(line)
	_, periodAbove := lex.PeriodOf(above)
	titled := periodAbove && !hasPeriod && !strings.ContainsAny(above, "，。；：")
	return titled || (placeLine.MatchString(above) && !strings.HasPrefix(line, above))
}
