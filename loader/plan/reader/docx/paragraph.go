package docx

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode/utf8"
)

// properties are what matters of a paragraph's own properties.
type properties struct {
	style   string
	numID   string
	level   int
	hasNum  bool
	hasLvl  bool
	outline int  // 1 to 9; 0 where it is not given
	ended   bool // its end was deleted, so that the next paragraph goes on
}

func (d *document) paragraph(emit func(block) error) error {
	var props properties
	var text strings.Builder
	outer := d.boxes
	d.boxes = nil
	err := d.tokens.each(func(e xml.StartElement) error {
		if e.Name.Local == "pPr" {
			return d.properties(&props)
		}
		return d.inline(e, &text)
	})
	boxes := d.boxes
	d.boxes = outer
	if err != nil {
		return err
	}
	if props.ended {
		d.carried += text.String()
		return emitAll(emit, boxes)
	}
	whole := d.carried + text.String()
	d.carried = ""
	mark, level := d.markAndLevel(props)
	if err := emit(block{text: marked(mark, strings.TrimSpace(whole)), level: level}); err != nil {
		return err
	}
	return emitAll(emit, boxes)
}

func emitAll(emit func(block) error, blocks []block) error {
	for _, b := range blocks {
		if err := emit(b); err != nil {
			return err
		}
	}
	return nil
}

// marked puts the number before the text, with a blank where the two would run
// into each other: 第一章 总则, 1. 5G.
func marked(mark, text string) string {
	if mark == "" || text == "" {
		return text
	}
	last, _ := utf8.DecodeLastRuneInString(mark)
	if !strings.ContainsRune("、．.。）)：:", last) || text[0] < utf8.RuneSelf {
		return mark + " " + text
	}
	return mark + text
}

func (d *document) properties(p *properties) error {
	return d.tokens.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "pStyle":
			p.style = value(e)
		case "outlineLvl":
			p.outline = outlineLevel(value(e))
		case "numPr":
			return d.tokens.each(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "numId":
					p.numID, p.hasNum = value(e), true
				case "ilvl":
					p.level, p.hasLvl = levelNumber(value(e)), true
				}
				return d.tokens.skip()
			})
		case "rPr":
			return d.tokens.each(func(e xml.StartElement) error {
				p.ended = p.ended || e.Name.Local == "del" || e.Name.Local == "moveFrom"
				return d.tokens.skip()
			})
		}
		return d.tokens.skip()
	})
}

// markAndLevel is the number that is printed before a paragraph, and its level
// as a heading: its own, else those of its style.
func (d *document) markAndLevel(p properties) (mark string, level int) {
	style := d.styles[p.style]
	if level = p.outline; level == 0 {
		level = style.outline
	}
	if level == bodyLevel {
		level = 0
	}
	numID, ilvl := p.numID, p.level
	if !p.hasNum {
		numID = style.numID
	}
	if !p.hasLvl {
		ilvl = style.level
		if at, ok := d.numbering.levelOfStyle(numID, p.style); ok {
			ilvl = at
		}
	}
	return d.numbering.next(numID, ilvl), level
}

// bodyLevel is the outline level that says: no heading.
const bodyLevel = 10

func outlineLevel(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 9 {
		return 0
	}
	return n + 1
}
