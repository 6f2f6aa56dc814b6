package html

import (
	"bytes"
	"regexp"
	"strings"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/htmlindex"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/reader/encoding"
)

// opening is how a web page begins: after comments, with a declaration or one of
// its outer elements.
var opening = regexp.MustCompile(`(?is)^(?:\x{FEFF}|\s|<!--.*?-->|<\?xml[^>]*\?>)*<(?:!doctype\s+html|html|head|body|meta|title|div|table|article|section|h[1-6]|p)[\s>]`)

const sniffed = 1024

// Is tells a web page from a plain text by its beginning.
func Is(content []byte) bool { return opening.Match(content[:min(len(content), sniffed)]) }

// decode turns a page into UTF-8. A page that names UTF-8 or no encoding may be
// in another one; it is then decoded like a plain text, with the same doubts.
func decode(content []byte) (string, error) {
	_, name, _ := charset.DetermineEncoding(content[:min(len(content), sniffed)], "")
	named := bytes.Contains(bytes.ToLower(content[:min(len(content), sniffed)]), []byte("charset"))
	if !named || name == "utf-8" || strings.HasPrefix(name, "utf-16") || strings.HasPrefix(name, "gb") {
		return encoding.Decode(content)
	}
	enc, err := htmlindex.Get(name)
	if err != nil {
		return "", ecosystem.Wrap(err, ecosystem.CodeBadInput, "the page names an unknown encoding; save it as UTF-8")
	}
	text, err := enc.NewDecoder().Bytes(content)
	if err != nil || bytes.ContainsRune(text, '\uFFFD') {
		return "", ecosystem.Errorf(ecosystem.CodeBadInput, "the page says that it is %s but is not; save it as UTF-8", name)
	}
	return string(text), nil
}
