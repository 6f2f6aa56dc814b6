package docx

import (
	"context"
	"encoding/xml"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// maxDepth bounds how deep elements may stand in one another, because each level
// is a call.
const maxDepth = 500

// tokens reads the elements of a part one after the other.
type tokens struct {
	dec   *xml.Decoder
	ctx   context.Context
	depth int
	count int
}

func (t *tokens) next() (xml.Token, error) {
	if t.count++; t.count%4096 == 0 {
		if err := t.ctx.Err(); err != nil {
			return nil, ecosystem.Wrap(err, ecosystem.CodeTimeout, "reading the plan was interrupted")
		}
	}
	token, err := t.dec.Token()
	if err != nil {
		return nil, err
	}
	switch token.(type) {
	case xml.StartElement:
		if t.depth++; t.depth > maxDepth {
			return nil, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "the Word file has more than %d elements in one another", maxDepth)
		}
	case xml.EndElement:
		t.depth--
	}
	return token, nil
}

// start skips to the next element that begins.
func (t *tokens) start() (xml.StartElement, error) {
	for {
		token, err := t.next()
		if err != nil {
			return xml.StartElement{}, err
		}
		if start, ok := token.(xml.StartElement); ok {
			return start, nil
		}
	}
}

// each calls f for the children of the element that has begun, up to its end. f
// reads the child to its end.
func (t *tokens) each(f func(xml.StartElement) error) error {
	for {
		token, err := t.next()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.EndElement:
			return nil
		case xml.StartElement:
			if err := f(token); err != nil {
				return err
			}
		}
	}
}

// skip reads the element that has begun to its end.
func (t *tokens) skip() error {
	for end := t.depth - 1; t.depth > end; {
		if _, err := t.next(); err != nil {
			return err
		}
	}
	return nil
}

// text is the text of the element that has begun, with that of elements in it.
func (t *tokens) text() (string, error) {
	var out strings.Builder
	for end := t.depth - 1; t.depth > end; {
		token, err := t.next()
		if err != nil {
			return "", err
		}
		if chars, ok := token.(xml.CharData); ok {
			out.Write(chars)
		}
	}
	return out.String(), nil
}

// value is the val attribute of an element.
func value(e xml.StartElement) string { return attribute(e, "val") }

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// on reads a switch: an element without a value switches on.
func on(e xml.StartElement) bool {
	switch value(e) {
	case "0", "false", "off", "none":
		return false
	}
	return true
}
