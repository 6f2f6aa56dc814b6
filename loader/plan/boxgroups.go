package plan

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/loader/plan/list"
	"github.com/innograph/innograph/loader/plan/outline"
)

// numbered reads the numbered items of a box. Where a heading without a number
// stands before the first of them, others may stand between them.
func (w *entryWalk) numbered(items, paragraphs []*outline.Node) {
	var g *heading
	for _, p := range paragraphs {
		if p.Line < items[0].Line && len(paragraphs) == 1 && w.groupLike(p) {
			g = w.heading(p)
			continue
		}
		w.diagnose(p.Line, p.Locator, p.Text, "text beside the numbered items of the box was not read")
	}
	grouped := g != nil
	for i, n := range items {
		var next *outline.Node
		if last := len(n.Children) - 1; grouped && last >= 0 && i+1 < len(items) && w.groupLike(n.Children[last]) {
			next = n.Children[last]
			whole := *n
			whole.Children = n.Children[:last]
			n = &whole
		}
		w.node(n, g)
		if next != nil {
			g = w.heading(next)
		}
	}
}

// groupLike reports whether an unnumbered line may be the heading of the numbered
// ones after it: short, without signs.
func (w *entryWalk) groupLike(n *outline.Node) bool {
	return n.Mark.Style == outline.NoMark && len(n.Children) == 0 && utf8.RuneCountInString(n.Text) <= maxFieldHeading &&
		!strings.ContainsAny(n.Text, "，。、；：:") && !w.beginsLikeVerb(n.Text)
}

// saidOfAll begins a text that is said of the names before it.
var saidOfAll = regexp.MustCompile(`^(?:依托|由|以|联合|支持|围绕|面向|建设|开展|位于|重点|服务|牵头单位|建设单位|依托单位)`)

// sharing reads names with one text for all: 甲站、乙站。依托丙建设.
func (w *entryWalk) sharing(n *outline.Node, g *heading) bool {
	names, detail, found := list.Cut(n.ListText(), "。：:")
	pieces := list.Split(names, "、")
	if !found || len(pieces) < 2 || !saidOfAll.MatchString(detail) {
		return false
	}
	for _, p := range pieces {
		if _, ok := w.lex.KindOf(p); !ok {
			return false
		}
	}
	for _, p := range pieces {
		w.item(n, g, p, detail)
	}
	return true
}
