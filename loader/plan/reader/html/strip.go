package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/innograph/innograph/ecosystem"
)

// maxTags bounds the tags of a page: a plan of 500 pages saved by a word
// processor has 200 000.
const maxTags = 1_000_000

// withoutFormatting drops the tags that only format text. They say nothing of
// the structure, and the parser repeats those that are left open in each of the
// paragraphs that follow, which makes a small page a huge tree.
func withoutFormatting(page string) (string, error) {
	z := html.NewTokenizer(strings.NewReader(page))
	var out strings.Builder
	for tags := 0; ; {
		switch z.Next() {
		case html.ErrorToken:
			return out.String(), nil // the end: a string cannot fail otherwise
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			if tags++; tags > maxTags {
				return "", ecosystem.Errorf(ecosystem.CodeLimitExceeded, "the web page has more than %d tags: is this the right file?", maxTags)
			}
			raw := z.Raw()
			if name, _ := z.TagName(); formats(atom.Lookup(name)) {
				continue
			}
			out.Write(raw)
		default:
			out.Write(z.Raw())
		}
	}
}

func formats(name atom.Atom) bool {
	switch name {
	case atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S, atom.Small, atom.Strike, atom.Strong, atom.Tt, atom.U:
		return true
	}
	return false
}
