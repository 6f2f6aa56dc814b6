package docx

import (
	"encoding/xml"
	"strings"
)

// inline reads what stands in a paragraph.
func (d *document) inline(e xml.StartElement, text *strings.Builder) error {
	switch e.Name.Local {
	case "r":
		return d.run(text)
	case "hyperlink", "smartTag", "ins", "moveTo", "fldSimple", "sdt", "sdtContent", "customXml", "dir", "bdo":
		return d.tokens.each(func(e xml.StartElement) error { return d.inline(e, text) })
	case "oMath", "oMathPara":
		return d.formula(text)
	case "AlternateContent":
		return d.alternative(func(xml.StartElement) error {
			return d.tokens.each(func(e xml.StartElement) error { return d.inline(e, text) })
		})
	}
	return d.tokens.skip() // del, moveFrom, bookmarks, comments
}

// run reads characters of one appearance.
func (d *document) run(text *strings.Builder) error {
	hidden := false
	return d.tokens.each(func(e xml.StartElement) error {
		if e.Name.Local == "rPr" {
			return d.tokens.each(func(e xml.StartElement) error {
				hidden = hidden || e.Name.Local == "vanish" && on(e)
				return d.tokens.skip()
			})
		}
		if hidden {
			return d.tokens.skip()
		}
		return d.runContent(e, text)
	})
}

func (d *document) runContent(e xml.StartElement, text *strings.Builder) error {
	switch e.Name.Local {
	case "t":
		s, err := d.tokens.text()
		text.WriteString(s)
		return err
	case "tab", "ptab":
		text.WriteByte('\t')
	case "br", "cr":
		text.WriteByte('\n')
	case "noBreakHyphen":
		text.WriteByte('-')
	case "drawing", "pict", "object":
		return d.textBoxes()
	case "ruby": // what stands above the characters is left out
		return d.tokens.each(func(e xml.StartElement) error {
			if e.Name.Local != "rubyBase" {
				return d.tokens.skip()
			}
			return d.tokens.each(func(e xml.StartElement) error { return d.inline(e, text) })
		})
	case "AlternateContent":
		return d.alternative(func(xml.StartElement) error {
			return d.tokens.each(func(e xml.StartElement) error { return d.runContent(e, text) })
		})
	}
	return d.tokens.skip()
}

// textBoxes looks for text boxes in a drawing.
func (d *document) textBoxes() error {
	return d.tokens.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "txbxContent":
			return d.box()
		case "AlternateContent":
			return d.alternative(func(xml.StartElement) error { return d.textBoxes() })
		}
		return d.textBoxes()
	})
}

// formula takes the characters of a formula.
func (d *document) formula(text *strings.Builder) error {
	return d.tokens.each(func(e xml.StartElement) error {
		if e.Name.Local != "t" {
			return d.formula(text)
		}
		s, err := d.tokens.text()
		text.WriteString(s)
		return err
	})
}
