package plan

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
)

// value is a cell of a table of indicators.
type value struct {
	printed string
	none    bool   // the cell says that there is no value
	number  bool   // value holds one
	value   string // canonical number
	unit    string // that the cell itself gives: 1200家
	sign    string // what refers to a note: *
	words   string // what the cell says besides the number: ≥46, or the target in words
}

var (
	noValue    = regexp.MustCompile(`^[-—–－/／]*$`)
	percent    = regexp.MustCompile(`[%‰]`)
	numberCell = regexp.MustCompile(`^([≥≤><〉〈约]|大于|不低于|超过|达到)?\s*[\[〔(]?(-?\d+(?:,\d{3})*(?:\.\d+)?)[\]〕)]?\s*(?:%|‰)?\s*(以上|以下|左右|以内)?\s*(\*+|※)?$`)
)

// parseValue reads a cell: 2.6, 1.70*, ≥46, 1,600, 200以上, 1200家, --.
func (x *extraction) parseValue(cell string) value {
	text := strings.TrimSpace(norm.NFKC.String(cell))
	v := value{printed: cell}
	if noValue.MatchString(text) {
		v.none = true
		return v
	}
	found := numberCell.FindStringSubmatch(text)
	if found == nil {
		v.words = strings.TrimSpace(cell)
		x.withUnit(text, &v)
		return v
	}
	number, err := ecosystem.PropValue.Canonical(strings.ReplaceAll(found[2], ",", ""))
	if err != nil {
		v.words = strings.TrimSpace(cell)
		return v
	}
	v.number, v.value, v.sign = true, number, found[4]
	v.unit = percent.FindString(text)
	if found[1] != "" || found[3] != "" {
		v.words = strings.TrimSuffix(text, v.sign)
	}
	return v
}

// withUnit reads a cell that gives the unit with the number: 达到1200家以上.
func (x *extraction) withUnit(text string, v *value) {
	figures := x.figures(text)
	if len(figures) != 1 || figures[0].after != "" || figures[0].value == "" {
		return
	}
	f := figures[0]
	l := x.leadOf(f.before)
	if l.name != "" || l.does == lexicon.Change {
		return
	}
	v.number, v.value, v.unit = true, f.value, f.unit
	if l.does != lexicon.Limit && f.bound == "" {
		v.words = ""
	}
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
