package docx

import (
	"regexp"
	"strconv"

	"github.com/innograph/innograph/loader/plan/reader/numeral"
)

// levels is the number of levels that a list can have.
const levels = 9

type levelXML struct {
	Level   string    `xml:"ilvl,attr"`
	Start   *valueXML `xml:"start"`
	Format  valueXML  `xml:"numFmt"`
	Custom  valueXML  `xml:"AlternateContent>Choice>numFmt"`
	Text    valueXML  `xml:"lvlText"`
	Restart *valueXML `xml:"lvlRestart"`
	Style   valueXML  `xml:"pStyle"`
	Legal   *valueXML `xml:"isLgl"`
}

type numberingXML struct {
	Abstract []struct {
		ID     string     `xml:"abstractNumId,attr"`
		Link   valueXML   `xml:"numStyleLink"`
		Levels []levelXML `xml:"lvl"`
	} `xml:"abstractNum"`
	Nums []struct {
		ID        string   `xml:"numId,attr"`
		Abstract  valueXML `xml:"abstractNumId"`
		Overrides []struct {
			Level string    `xml:"ilvl,attr"`
			Start *valueXML `xml:"startOverride"`
			Own   *levelXML `xml:"lvl"`
		} `xml:"lvlOverride"`
	} `xml:"num"`
}

// level says how one level of a list is numbered.
type level struct {
	start   int
	format  numeral.Format
	text    string // with %1 for the number of the first level
	restart int    // the level after which it begins anew, from 1; 0 never, -1 after any above it
	style   string
	legal   bool // all numbers in figures
}

// list is a definition; lists that share one count on together.
type list struct {
	link    string // the style that has the definition
	levels  [levels]level
	count   [levels]int
	started [levels]bool
}

// instance is a use of a definition, with levels of its own.
type instance struct {
	abstract string
	own      map[int]level
	starts   map[int]int
	used     bool
}

// numbering knows the lists and counts their numbers.
type numbering struct {
	styles    styles
	lists     map[string]*list
	instances map[string]*instance
}

func newNumbering(x numberingXML, styles styles) *numbering {
	n := &numbering{styles: styles, lists: map[string]*list{}, instances: map[string]*instance{}}
	for _, a := range x.Abstract {
		l := &list{link: a.Link.Val}
		for _, lvl := range a.Levels {
			l.levels[levelNumber(lvl.Level)] = newLevel(lvl)
		}
		n.lists[a.ID] = l
	}
	for _, num := range x.Nums {
		in := &instance{abstract: num.Abstract.Val, own: map[int]level{}, starts: map[int]int{}}
		for _, o := range num.Overrides {
			at := levelNumber(o.Level)
			if o.Own != nil {
				in.own[at] = newLevel(*o.Own)
			}
			if o.Start != nil {
				in.starts[at] = number(o.Start.Val, 1)
			}
		}
		n.instances[num.ID] = in
	}
	return n
}

func newLevel(x levelXML) level {
	l := level{start: 1, format: formatOf(x.Format.Val), text: x.Text.Val, restart: -1, style: x.Style.Val}
	if x.Format.Val == "" {
		l.format = formatOf(x.Custom.Val)
	}
	if x.Start != nil {
		l.start = number(x.Start.Val, 1)
	}
	if x.Restart != nil {
		l.restart = number(x.Restart.Val, -1)
	}
	l.legal = x.Legal != nil && x.Legal.Val != "0" && x.Legal.Val != "false"
	return l
}

// find follows a definition that only names a style with the real one.
func (n *numbering) find(id string) (*instance, *list) {
	for range maxInherited {
		in := n.instances[id]
		if in == nil {
			return nil, nil
		}
		l := n.lists[in.abstract]
		if l == nil || l.link == "" {
			return in, l
		}
		id = n.styles[l.link].numID
	}
	return nil, nil
}

// levelOfStyle is the level of a list that is tied to a style.
func (n *numbering) levelOfStyle(id, style string) (int, bool) {
	_, l := n.find(id)
	if l == nil || style == "" {
		return 0, false
	}
	for i := range l.levels {
		if l.levels[i].style == style {
			return i, true
		}
	}
	return 0, false
}

// next counts on and gives the number as it is printed; empty for a paragraph
// without a number and for signs such as bullets.
func (n *numbering) next(id string, at int) string {
	in, l := n.find(id)
	if l == nil {
		return ""
	}
	lvl := in.level(l, at)
	if !in.used {
		in.used = true
		for i, start := range in.starts {
			l.count[i], l.started[i] = start-1, true
		}
	}
	if l.started[at] {
		l.count[at]++
	} else {
		l.count[at], l.started[at] = lvl.start, true
	}
	for i := at + 1; i < levels; i++ {
		if r := in.level(l, i).restart; r < 0 || r > 0 && at < r {
			l.started[i] = false
		}
	}
	return in.print(l, lvl)
}

func (in *instance) level(l *list, at int) level {
	if own, ok := in.own[at]; ok {
		return own
	}
	return l.levels[at]
}

var placeholder = regexp.MustCompile(`%[1-9]`)

func (in *instance) print(l *list, lvl level) string {
	if lvl.format == numeral.None {
		return ""
	}
	return placeholder.ReplaceAllStringFunc(lvl.text, func(p string) string {
		at := int(p[1] - '1')
		above := in.level(l, at)
		count := l.count[at]
		if !l.started[at] {
			count = above.start
		}
		format := above.format
		if lvl.legal {
			format = numeral.Decimal
		}
		return format.String(count)
	})
}

func number(s string, otherwise int) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 1_000_000 {
		return otherwise
	}
	return n
}

// formatOf translates the names of number formats; one that plans do not use is
// written in figures.
func formatOf(name string) numeral.Format {
	switch name {
	case "bullet", "none":
		return numeral.None
	case "decimalZero":
		return numeral.DecimalZero
	case "decimalFullWidth", "decimalFullWidth2":
		return numeral.FullWidth
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return numeral.Circled
	case "decimalEnclosedParen":
		return numeral.Bracketed
	case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseCounting":
		return numeral.Chinese
	case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand":
		return numeral.ChineseDigit
	case "chineseLegalSimplified", "ideographLegalTraditional":
		return numeral.ChineseLegal
	case "ideographTraditional":
		return numeral.Stem
	case "lowerLetter":
		return numeral.LowerLetter
	case "upperLetter":
		return numeral.UpperLetter
	case "lowerRoman":
		return numeral.LowerRoman
	case "upperRoman":
		return numeral.UpperRoman
	}
	return numeral.Decimal
}
