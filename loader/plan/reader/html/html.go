package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/reader/lines"
)

// maxDepth bounds how deep elements may stand in one another; the parser has a
// similar bound of its own.
const maxDepth = 512

// Read reads a page in whatever encoding it says it is in.
func Read(content []byte, w *lines.Writer) error {
	text, err := decode(content)
	if err != nil {
		return err
	}
	return ReadText(text, w)
}

// ReadText reads a page that is decoded already.
func ReadText(text string, w *lines.Writer) error {
	text, err := withoutFormatting(text)
	if err != nil {
		return err
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return ecosystem.Wrap(err, ecosystem.CodeBadInput, "the web page cannot be read")
	}
	p := &page{w: w}
	if err := p.walk(article(root), 0); err != nil {
		return err
	}
	return p.flush(0)
}

// page is the state of reading one page: the text of the paragraph so far.
type page struct {
	w    *lines.Writer
	text strings.Builder
}

func (p *page) children(n *html.Node, depth int) error {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if err := p.walk(c, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func (p *page) walk(n *html.Node, depth int) error {
	if depth > maxDepth {
		return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "the web page has more than %d elements in one another", maxDepth)
	}
	if n.Type == html.TextNode {
		p.text.WriteString(collapse(n.Data, n.Parent))
		return nil
	}
	if n.Type == html.ElementNode && dropped(n) {
		return nil
	}
	switch n.DataAtom {
	case atom.Br:
		p.text.WriteString("\n")
		return nil
	case atom.Table:
		return p.table(n, depth)
	case atom.Ol:
		return p.list(n, depth)
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return p.block(n, depth, int(n.Data[1]-'0'))
	}
	if inline(n) {
		return p.children(n, depth)
	}
	return p.block(n, depth, 0)
}

func (p *page) block(n *html.Node, depth, level int) error {
	if err := p.flush(0); err != nil {
		return err
	}
	if err := p.children(n, depth); err != nil {
		return err
	}
	return p.flush(level)
}

// flush ends the paragraph.
func (p *page) flush(level int) error {
	text := tidy(p.text.String())
	p.text.Reset()
	if text == "" {
		return nil
	}
	return p.w.Heading(text, level)
}

// list numbers the items of an ordered list as a browser does.
func (p *page) list(n *html.Node, depth int) error {
	if err := p.flush(0); err != nil {
		return err
	}
	numbers := newNumbers(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Li && !dropped(c) {
			if err := p.flush(0); err != nil {
				return err
			}
			printNumber(c, numbers.next(c))
		}
		if err := p.children(c, depth+1); err != nil {
			return err
		}
		if err := p.flush(0); err != nil {
			return err
		}
	}
	return nil
}

// inline reports whether an element stands within a paragraph.
func inline(n *html.Node) bool {
	switch n.DataAtom {
	case atom.A, atom.Abbr, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Cite, atom.Code, atom.Data, atom.Del, atom.Dfn,
		atom.Em, atom.Font, atom.I, atom.Ins, atom.Kbd, atom.Label, atom.Mark, atom.Q, atom.Ruby, atom.Rb, atom.S, atom.Samp,
		atom.Small, atom.Span, atom.Strike, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.Tt, atom.U, atom.Var, atom.Wbr:
		return true
	}
	return n.Type == html.ElementNode && n.DataAtom == 0 // st1:chsdate and the like, from Word
}
