package plan

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/innograph/innograph/ecosystem"
)

// value is a cell of a table of indicators.
type value struct {
	printed string
	none    bool   // the cell says that there is no value
	number  bool   // value holds one
	value   string // canonical number
	sign    string // what refers to a note: *
	words   string // what the cell says besides the number: ≥46, or the target in words
}

var (
	noValue    = regexp.MustCompile(`^[-—–－/／]*$`)
	numberCell = regexp.MustCompile(`^([≥≤><〉〈约]|大于|不低于|超过|达到)?\s*[\[〔(]?(-?\d+(?:,\d{3})*(?:\.\d+)?)[\]〕)]?\s*(?:%|‰)?\s*(以上|以下|左右|以内)?\s*(\*+|※)?$`)
)

// parseValue reads a cell: 2.6, 1.70*, ≥46, 1,600, 200以上, --.
func parseValue(cell string) value {
	text := strings.TrimSpace(norm.NFKC.String(cell))
	v := value{printed: cell}
	if noValue.MatchString(text) {
		v.none = true
		return v
	}
	found := numberCell.FindStringSubmatch(text)
	if found == nil {
		v.words = strings.TrimSpace(cell)
		return v
	}
	number, err := ecosystem.PropValue.Canonical(strings.ReplaceAll(found[2], ",", ""))
	if err != nil {
		v.words = strings.TrimSpace(cell)
		return v
	}
	v.number, v.value, v.sign = true, number, found[4]
	if found[1] != "" || found[3] != "" {
		v.words = strings.TrimSuffix(text, v.sign)
	}
	return v
}

var noteSign = regexp.MustCompile(`(\*+|※)\s*(?:代表|表示|为|是|指|：|:)?\s*([^*※；;]+)`)

// noteSigns reads the notes below a table: 注：*代表预计数 gives * → 预计数.
func noteSigns(notes []string) map[string]string {
	signs := map[string]string{}
	for _, note := range notes {
		for _, found := range noteSign.FindAllStringSubmatch(norm.NFKC.String(note), -1) {
			signs[found[1]] = strings.Trim(found[2], " 。.，,、")
		}
	}
	return signs
}
