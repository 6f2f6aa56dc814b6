package plan

import (
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/innograph/innograph/loader/plan/outline"
)

var (
	// fullDate is a date as it is printed: 2021年9月30日, 2021-09-30, 2021年11月.
	fullDate = regexp.MustCompile(`((?:19|20)\d\d)(?:年|[-./])(\d{1,2})(?:(?:月|[-./])(\d{1,2})日?|月)`)
	// dateLabel says that the date of the document follows.
	dateLabel = regexp.MustCompile(`(?:成文|印发|发布|发文|公布|签发|制发)(?:日期|时间)?[：:\s]*`)
	// alone is a line of a date, perhaps with who signs before it.
	alone = regexp.MustCompile(`^[（(]?(?:\p{Han}{2,20}(?:政府|委员会|局|厅|部|办公室))?[（(]?(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?[）)]?$`)
	// issueNumber is the number under which an authority issues a document; it
	// holds the year: 平政发〔2021〕18号.
	issueNumber = regexp.MustCompile(`^[^《》]{0,12}\p{Han}{1,8}[〔\[（(]((?:19|20)\d\d)[〕\]）)]\d{1,4}号$`)
)

// afterTitle is how many lines after the title may still hold its date.
const afterTitle = 4

// dated reads the date of the plan off the lines around its title, if nobody has
// given it: a labelled date, a line of a date, or the year of its number.
func (x *extraction) dated() {
	if x.document.Date != "" || x.outline.Title == nil {
		return
	}
	best, bestRank := "", 0
	rest := afterTitle
	for _, n := range x.outline.Root.Children {
		if n.Line > x.outline.Title.Line {
			if rest--; rest < 0 {
				break
			}
		}
		if date, rank := dateIn(n); rank > bestRank {
			best, bestRank = date, rank
		}
	}
	x.document.Date = best
}

// dateIn is the date that a line gives, and how surely it is that of the
// document; 0 when it gives none.
func dateIn(n *outline.Node) (date string, rank int) {
	text := strings.ReplaceAll(norm.NFKC.String(oneLine(n.Text)), " ", "")
	if at := dateLabel.FindStringIndex(text); at != nil {
		if found := fullDate.FindStringSubmatchIndex(text[at[1]:]); found != nil && found[0] == 0 {
			return written(fullDate.FindStringSubmatch(text[at[1]:])), 3
		}
	}
	if alone.MatchString(text) {
		return written(fullDate.FindStringSubmatch(text)), 2
	}
	if found := issueNumber.FindStringSubmatch(text); found != nil {
		return found[1], 1
	}
	return "", 0
}

// written gives a date as YYYY-MM-DD or YYYY-MM.
func written(found []string) string {
	parts := []string{found[1]}
	for _, part := range found[2:] {
		if part != "" {
			parts = append(parts, fmt.Sprintf("%02d", atoi(part)))
		}
	}
	return strings.Join(parts, "-")
}
