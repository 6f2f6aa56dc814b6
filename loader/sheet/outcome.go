package sheet

import "github.com/innograph/innograph/ecosystem"

// Outcome is what became of a row or a cell.
type Outcome string

// The outcomes.
const (
	Accepted  Outcome = "accepted"  // 已采纳: taken as it stands
	Corrected Outcome = "corrected" // 已更正: taken, with a cell read as something else
	Rejected  Outcome = "rejected"  // 未采纳: a person has to mend it
	Skipped   Outcome = "skipped"   // 已跳过: no row of the table: a total, a note, a heading
	LeftOut   Outcome = "left out"  // 未导入: a sheet or a column that was not taken
)

// Chinese is the word that officers read.
func (o Outcome) Chinese() string {
	return map[Outcome]string{Accepted: "已采纳", Corrected: "已更正", Rejected: "未采纳", Skipped: "已跳过", LeftOut: "未导入"}[o]
}

// rank orders outcomes: that of a row is the highest of its cells.
func (o Outcome) rank() int {
	return map[Outcome]int{Accepted: 1, Corrected: 2, Rejected: 3, Skipped: 4}[o]
}

// wholeRow stands for no column in particular.
const wholeRow = -1

// finding is what there is to say of a cell.
type finding struct {
	column  int // from 0, or wholeRow
	header  string
	outcome Outcome
	value   string // what the cell says
	reason  string
}

// row is a row of a sheet that was looked at.
type row struct {
	index    int // from 0
	outcome  Outcome
	findings []finding
	kind     ecosystem.Kind // that a cell of the row gives
	places   []named
	own      named
	says     statement
}

func (r *row) add(f finding) {
	r.findings = append(r.findings, f)
	if f.outcome.rank() > r.outcome.rank() {
		r.outcome = f.outcome
	}
}

// data reports whether the row is one of the table.
func (r *row) data() bool { return r.outcome != Skipped }
