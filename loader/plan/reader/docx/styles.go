package docx

import (
	"regexp"
	"strconv"
)

type valueXML struct {
	Val string `xml:"val,attr"`
}

type numPrXML struct {
	Level *valueXML `xml:"ilvl"`
	NumID *valueXML `xml:"numId"`
}

type stylesXML struct {
	Styles []struct {
		ID      string   `xml:"styleId,attr"`
		Name    valueXML `xml:"name"`
		BasedOn valueXML `xml:"basedOn"`
		Outline valueXML `xml:"pPr>outlineLvl"`
		Num     numPrXML `xml:"pPr>numPr"`
	} `xml:"style"`
}

// style is what a paragraph takes from its style.
type style struct {
	outline int // see properties
	numID   string
	level   int
	parent  string
}

type styles map[string]style

var headingName = regexp.MustCompile(`(?i)^(?:heading|标题) ?([1-9])$`)

// maxInherited bounds the chain of styles that are based on one another.
const maxInherited = 20

func newStyles(x stylesXML) styles {
	own := styles{}
	for _, s := range x.Styles {
		st := style{outline: outlineLevel(s.Outline.Val), parent: s.BasedOn.Val}
		if found := headingName.FindStringSubmatch(s.Name.Val); found != nil && st.outline == 0 {
			st.outline = int(found[1][0] - '0')
		}
		if s.Num.NumID != nil {
			st.numID = s.Num.NumID.Val
		}
		if s.Num.Level != nil {
			st.level = levelNumber(s.Num.Level.Val)
		}
		own[s.ID] = st
	}
	whole := styles{}
	for id := range own {
		whole[id] = own.inherited(id)
	}
	return whole
}

func (s styles) inherited(id string) style {
	out := s[id]
	parent := out.parent
	for range maxInherited {
		above, ok := s[parent]
		if !ok {
			break
		}
		if out.outline == 0 {
			out.outline = above.outline
		}
		if out.numID == "" {
			out.numID = above.numID
			out.level = max(out.level, above.level)
		}
		parent = above.parent
	}
	return out
}

// levelNumber reads the level of a list, 0 to 8.
func levelNumber(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n >= levels {
		return 0
	}
	return n
}
