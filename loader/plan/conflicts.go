package plan

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
)

// markConflicts notes beside each target which other value the plan gives for
// the same figure of the same indicator, unit and year, and where. Both are kept.
func markConflicts(g ecosystem.Graph) {
	type aim struct{ from, to, unit, year, which string }
	groups := map[aim][]int{}
	for i, r := range g.Relations {
		if r.Type == ecosystem.Targets && r.Value != "" {
			_, unit := magnitude(r)
			k := aim{r.From, r.To, unit, strconv.Itoa(r.Year), whichFigure(r.Label)}
			groups[k] = append(groups[k], i)
		}
	}
	for _, group := range groups {
		for _, i := range group {
			var others []string
			value, _ := magnitude(g.Relations[i])
			for _, j := range group {
				o := g.Relations[j]
				if other, _ := magnitude(o); other != value {
					others = append(others, o.Value+o.Unit+" at "+o.Sources[0].Locator)
				}
			}
			if len(others) == 0 {
				continue
			}
			slices.Sort(others)
			for s := range g.Relations[i].Sources {
				source := &g.Relations[i].Sources[s]
				source.Note = joined(source.Note, "conflict: "+strings.Join(slices.Compact(others), ", "))
			}
		}
	}
}

var limitWords = regexp.MustCompile(`[≥≤><〉〈约]|大于|高于|低于|不低于|不少于|不小于|不高于|不超过|超过|突破|达到|至少|超|逾`)

// whichFigure is what a label says of the figure besides its limit: 新增 300家 is no
// contradiction to 1500家.
func whichFigure(label string) string {
	at := strings.IndexAny(label, "0123456789")
	if at < 0 {
		return ""
	}
	return strings.TrimSpace(limitWords.ReplaceAllString(label[:at], ""))
}

// magnitude writes out the 万 in 7.5万家, so that 75000家 is the same.
func magnitude(r ecosystem.Relation) (value float64, unit string) {
	value, err := strconv.ParseFloat(r.Value, 64)
	if err != nil {
		return 0, r.Unit
	}
	unit = r.Unit
	for !strings.HasPrefix(unit, "百分点") && !strings.HasPrefix(unit, "千瓦") {
		first, size := utf8.DecodeRuneInString(unit)
		factor := timesOf(first)
		if factor == 1 {
			break
		}
		value, unit = value*factor, unit[size:]
	}
	return value, unit
}

// timesOf is what a magnitude before a unit multiplies by.
func timesOf(magnitude rune) float64 {
	switch magnitude {
	case '十':
		return 10
	case '百':
		return 100
	case '千':
		return 1e3
	case '万':
		return 1e4
	case '亿':
		return 1e8
	}
	return 1
}
