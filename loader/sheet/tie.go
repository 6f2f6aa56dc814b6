package sheet

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store/text"
)

// tieWord is a part of what people write for a way of cooperation.
type tieWord struct{ part, strength string }

func (l *lexicon) addTie(c []string) error {
	if _, ok := ecosystem.StrengthOf(c[1]); !ok {
		return fmt.Errorf("%q is no strength", c[1])
	}
	l.ties = append(l.ties, tieWord{text.Normalize(c[0]), c[1]})
	return nil
}

// tie is the strength that words for a way of cooperation mean.
func (l *lexicon) tie(words string) (string, bool) {
	words = text.Normalize(words)
	for _, t := range l.ties {
		if strings.Contains(words, t.part) {
			return t.strength, true
		}
	}
	return "", false
}

// tie is how the partners of a row work together.
type tie struct {
	label, strength string
	year            int
}

// readTie reads the columns that tell of the cooperation with the partners of a
// row; without partners they are kept in words.
func (x *rowReader) readTie() tie {
	t := tie{label: "合作"}
	partners := len(x.at(rolePartners)) > 0
	for _, c := range x.at(roleTie) {
		words := unbroken(c.text)
		strength, ok := x.lexicon.tie(words)
		switch {
		case !partners:
			x.remark(c, words)
		case !ok:
			x.remark(c, words)
			x.add(finding{column: c.index, header: c.header, outcome: Corrected, value: words, reason: "不知强弱，记入备注 how close it is cannot be told: kept as a note"})
		default:
			t.label, t.strength = strength, strength
			if words != strength {
				x.add(finding{column: c.index, header: c.header, outcome: Corrected, value: words, reason: words + " → " + strength})
				x.remark(c, words)
			}
		}
	}
	for _, c := range x.at(roleTieYear) {
		date, ok := x.date(c)
		switch {
		case !ok:
		case !partners:
			x.remark(c, date)
		default:
			t.year, _ = strconv.Atoi(date[:4]) // parseDate gives four digits
		}
	}
	return t
}
