package plan

import (
	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/list"
	"github.com/innograph/innograph/loader/plan/outline"
)

// box records what a box lists. What it lists is read off its title; where that
// says nothing, off the headings of its groups and the names themselves.
func (x *extraction) box(box *outline.Box) {
	content, ok := x.lex.ContentOf(box.Title)
	if x.listsIndicators(box, content) {
		x.indicators(box)
		return
	}
	if box.Table != nil {
		x.table(box)
		return
	}
	entries := x.entries(box, content)
	if !ok && x.running(entries) {
		x.textBoxes = append(x.textBoxes, box)
		return
	}
	if !ok && len(entries) > 0 {
		x.diagnose(box.Line, box.Locator, box.Title, "the title does not say what the box lists; only names that tell their kind were taken")
	}
	for _, e := range entries {
		switch x.contentOf(e, content) {
		case lexicon.Projects:
			x.project(e, box)
		case lexicon.Platforms:
			x.platform(e, box)
		case lexicon.Carriers:
			x.carrier(e, box)
		case lexicon.Programmes:
			x.programme(e, box)
		default:
			x.anyKind(e, box)
		}
	}
	for _, note := range box.Notes {
		x.diagnose(box.Line, box.Locator, note, "a note below the box was not used")
	}
}

// running reports whether the entries of a box whose title does not say what it
// lists are paragraphs of running text with a heading each that names no body.
func (x *extraction) running(entries []entry) bool {
	texts := 0
	for _, e := range entries {
		if _, named := x.lex.KindOf(e.name); !named && e.detail != "" {
			texts++
		}
	}
	return texts > 0 && 2*texts > len(entries)
}

// contentOf lets the heading of a group decide where the box itself lists
// programmes or does not say what it lists.
func (x *extraction) contentOf(e entry, box lexicon.Content) lexicon.Content {
	if e.group == nil || (box != "" && box != lexicon.Programmes) {
		return box
	}
	if content, ok := x.lex.ContentOf(e.group.title); ok {
		return content
	}
	return box
}

// groupTitle is the heading as a name: without the colon at its end.
func groupTitle(heading string) string { return list.Clean(heading) }
