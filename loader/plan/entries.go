package plan

import (
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/list"
	"github.com/innograph/innograph/loader/plan/outline"
)

// entry is one item of a box.
type entry struct {
	name, printed string
	detail        string // the running text that follows the name
	place         place
	group         *heading
	parties       []party // bodies that stand beside the name
}

// heading is the title of a group of items.
type heading struct {
	title string
	place place
}

// entries collects the items of a box in printed order.
func (x *extraction) entries(box *outline.Box, content lexicon.Content) []entry {
	w := &entryWalk{extraction: x, box: box, content: content}
	items, paragraphs := box.Root.Items(), box.Root.Paragraphs()
	switch {
	case len(items) == 0 && len(paragraphs) == 1 && len(paragraphs[0].Children) == 0:
		w.leaf(box.Root, nil)
	case len(items) == 0:
		for _, p := range paragraphs {
			w.node(p, nil)
		}
	default:
		w.numbered(items, paragraphs)
	}
	if len(items)+len(paragraphs) == 0 {
		x.diagnose(box.Line, box.Locator, box.Title, "the box is empty")
	}
	return w.found
}

// entryWalk goes through the tree of a box.
type entryWalk struct {
	*extraction
	box     *outline.Box
	content lexicon.Content
	found   []entry
}

// node reads a numbered line: a group when numbered lines stand below it, else
// an item or a list.
func (w *entryWalk) node(n *outline.Node, g *heading) {
	items, paragraphs := n.Items(), n.Paragraphs()
	switch {
	case len(items) > 0 && w.content == lexicon.Programmes && g == nil && w.isProgramme(n.Text):
		w.item(n, g, n.Text, "")
	case len(items) > 0:
		g = w.heading(n)
		for _, p := range paragraphs {
			w.diagnose(p.Line, p.Locator, p.Text, "text beside the numbered items of the box was not read")
		}
		for _, c := range items {
			w.node(c, g)
		}
		return
	case len(paragraphs) > 0:
		w.withParagraphs(n, g, paragraphs)
		return
	default:
		w.leaf(n, g)
		return
	}
	for _, c := range items {
		w.node(c, g)
	}
}

// isProgramme: a heading that names a programme is an item itself, not only the
// title of what stands below it.
func (w *entryWalk) isProgramme(heading string) bool {
	kind, ok := w.lex.KindOf(groupTitle(heading))
	return ok && kind == ecosystem.Programme
}

// heading makes a group of a line; running text after its title is reported.
func (w *entryWalk) heading(n *outline.Node) *heading {
	title, rest := outline.Head(n.Text)
	if rest != "" {
		w.diagnose(n.Line, n.Locator, rest, "text beside the numbered items of the box was not read")
	}
	return &heading{groupTitle(title), place{
		line: n.Line, locator: n.Locator, rule: "group-heading", known: ecosystem.Implied, confidence: sureHeading,
	}}
}

// withParagraphs reads a numbered line and the unnumbered ones below it: the
// text of an item, or the items of a group.
func (w *entryWalk) withParagraphs(n *outline.Node, g *heading, paragraphs []*outline.Node) {
	if _, rest := outline.Head(n.Text); rest != "" {
		w.leaf(n, g)
		for _, p := range paragraphs {
			w.diagnose(p.Line, p.Locator, p.Text, "text below the item was not read")
		}
		return
	}
	if len(paragraphs) == 1 && strings.ContainsAny(paragraphs[0].Text, "，。") && !w.isList(paragraphs[0].Text) {
		w.item(n, g, n.Text, paragraphs[0].Text)
		return
	}
	g = w.heading(n)
	for _, p := range paragraphs {
		w.leaf(p, g)
	}
}

// leaf reads a line with nothing below it: a name, a name with its text, a list,
// or a heading with a list.
func (w *entryWalk) leaf(n *outline.Node, g *heading) {
	if n.Mark.Style == outline.NoMark && n.Line != w.box.Line && w.onDutyLine(n) {
		w.dutyLines = append(w.dutyLines, n)
		return
	}
	head, rest := outline.Head(n.ListText())
	_, items := w.outline.List(n)
	switch {
	case w.sharing(n, g):
	case rest == "" && len(items) < 2 && n.Line != w.box.Line:
		w.item(n, g, head, "")
	case rest == "":
		w.list(n, g, items)
	case w.isGroup(head, rest, items):
		g = &heading{groupTitle(head), place{
			line: n.Line, locator: n.Locator, rule: "group-heading", known: ecosystem.Implied, confidence: sureHeading,
		}}
		w.list(n, g, items)
	default:
		w.item(n, g, head, rest)
	}
}

// isGroup decides whether head is the title of a list or the name of an item
// with its text.
func (w *entryWalk) isGroup(head, rest string, items []list.Item) bool {
	if at := bareLabel.FindStringIndex(rest); partyLabel.MatchString(rest) || at != nil && at[0] == 0 {
		return false
	}
	switch w.content {
	case lexicon.Projects:
		if single := len(items) == 1 && strings.HasSuffix(head, "项目") && w.lex.FieldOfTitle(head) != ""; single {
			return false
		}
		return w.isList(rest) || !w.lex.Complete(head) || w.lex.FieldOfTitle(head) == ""
	default:
		return w.isList(rest)
	}
}

// isList reports whether a text is a list of names: most pieces end like names,
// and no comma or verb makes it a sentence.
func (w *entryWalk) isList(text string) bool {
	pieces := list.Split(text, "、；;。")
	named := 0
	for _, p := range pieces {
		_, _, comma := list.Cut(p, "，,")
		if comma || (w.content != lexicon.Projects && w.lex.BeginsClause(p)) {
			return false
		}
		p, _, _ = strings.Cut(p, "等")
		if _, ok := w.lex.KindOf(p); ok || (w.content == lexicon.Projects && w.lex.Complete(p)) {
			named++
		}
	}
	return named > 0 && 2*named >= len(pieces)
}

// list records the items of a list without numbers.
func (w *entryWalk) list(n *outline.Node, g *heading, items []list.Item) {
	first := len(w.found)
	var parties []party
	for i, item := range items {
		if partyLabel.MatchString(item.Name) || (len(parties) > 0 && w.isBody(item.Name)) {
			found := w.parties(item.Printed)
			for j := range found {
				if found[j].label == "" {
					found[j].label = parties[len(parties)-1].label
				}
			}
			parties = append(parties, found...)
			continue
		}
		at := place{
			line: n.Line, locator: outline.ListLocator(n, i), rule: string(item.Rule),
			known: ecosystem.Stated, confidence: sureListed,
		}
		if item.Prose {
			w.diagnose(n.Line, at.locator, item.Printed, "this reads like a sentence, not like a name in a list")
			continue
		}
		if item.Rule != list.Separated {
			at.confidence = sureJoined
		} else if w.content == lexicon.Projects && !w.lex.Complete(item.Name) {
			at.confidence = sureNoun
		}
		if item.Detail != "" {
			w.diagnose(n.Line, at.locator, item.Detail, "what follows the name after a comma was not read")
		}
		w.add(entry{name: item.Name, printed: item.Printed, place: at, group: g})
	}
	for i := first; i < len(w.found); i++ {
		w.found[i].parties = parties // said of all of them
	}
}

// item records one numbered item.
func (w *entryWalk) item(n *outline.Node, g *heading, name, detail string) {
	printed := strings.TrimRight(strings.TrimSpace(name), "：:。；;，,、")
	cleaned := list.Clean(w.withoutEtc(printed))
	at := place{line: n.Line, locator: n.Locator, rule: "numbered-item", known: ecosystem.Stated, confidence: sureNumbered}
	if n.Mark.Style == outline.NoMark {
		at.rule, at.confidence = "paragraph-item", sureListed
	}
	w.add(entry{name: cleaned, printed: printed, detail: detail, group: g, place: at})
}

func (w *entryWalk) withoutEtc(s string) string {
	runes := []rune(s)
	if last := len(runes) - 1; last > 0 && w.lex.Etc(runes, last) {
		return string(runes[:last])
	}
	return s
}

// maxName bounds a name, in characters: what is longer is a sentence.
const maxName = 100

func (w *entryWalk) add(e entry) {
	switch {
	case key(e.name) == "":
		w.diagnose(e.place.line, e.place.locator, e.printed, "there is no name here")
	case len([]rune(e.name)) > maxName:
		w.diagnose(e.place.line, e.place.locator, e.name, "this is too long for a name")
	default:
		w.found = append(w.found, e)
	}
}
