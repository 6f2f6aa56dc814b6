package html

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// dropped reports whether an element is no part of the document: scripts, forms,
// what is hidden, and what a site puts around its articles.
func dropped(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Nav, atom.Aside, atom.Form, atom.Button,
		atom.Select, atom.Input, atom.Textarea, atom.Iframe, atom.Object, atom.Svg, atom.Audio, atom.Video, atom.Canvas,
		atom.Rt, atom.Rp, atom.Del:
		return true
	case atom.Header, atom.Footer:
		return !within(n, atom.Article, atom.Main)
	case atom.Html, atom.Body:
		return false
	}
	return hidden(n) || aroundArticle(n) || menu(n)
}

var invisible = regexp.MustCompile(`(?i)(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)`)

func hidden(n *html.Node) bool {
	_, marked := lookup(n, "hidden")
	return marked || invisible.MatchString(attribute(n, "style"))
}

// siteWords are the words in a class or id that name a part of a site.
var siteWords = regexp.MustCompile(`(?i)(?:^|[-_\s])(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs?|footer|sidebar|share|pagination|pager|copyright|toolbar)(?:$|[-_\s])`)

func aroundArticle(n *html.Node) bool {
	switch attribute(n, "role") {
	case "navigation", "banner", "contentinfo", "search", "complementary":
		return true
	}
	if title := attribute(n, "title"); n.DataAtom == atom.Div && (title == "header" || title == "footer") {
		return true // a page's head or foot, as LibreOffice saves it
	}
	return siteWords.MatchString(attribute(n, "class")) || siteWords.MatchString(attribute(n, "id"))
}

// menu is a list in which every item is one link to another page.
func menu(n *html.Node) bool {
	if n.DataAtom != atom.Ul {
		return false
	}
	items := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Li {
			continue
		}
		items++
		links, other := 0, false
		for g := c.FirstChild; g != nil; g = g.NextSibling {
			switch {
			case g.DataAtom == atom.A && !strings.HasPrefix(attribute(g, "href"), "#"):
				links++
			case g.Type == html.ElementNode, strings.TrimSpace(g.Data) != "":
				other = true
			}
		}
		if links == 0 || other {
			return false
		}
	}
	return items > 1
}

func within(n *html.Node, outer ...atom.Atom) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if slices.Contains(outer, p.DataAtom) {
			return true
		}
	}
	return false
}

// article is the part of a page that the site itself marks as its content, if
// there is exactly one; else the whole page.
func article(root *html.Node) *html.Node {
	for _, name := range []atom.Atom{atom.Article, atom.Main} {
		var found []*html.Node
		for n := range root.Descendants() {
			if n.DataAtom == name && !within(n, name) {
				found = append(found, n)
			}
		}
		if len(found) == 1 {
			return found[0]
		}
	}
	return root
}
