package ecosystem

import "strings"

// Status tells planned from real. The empty status means that the source says
// nothing about it.
type Status string

// The statuses (建设状态).
const (
	Planned           Status = "PLANNED"            // 规划
	Promoted          Status = "PROMOTED"           // 推进
	UnderConstruction Status = "UNDER_CONSTRUCTION" // 在建
	Built             Status = "BUILT"              // 建成
	Upgraded          Status = "UPGRADED"           // 升级
)

// Term is a word of a closed list with the Chinese beside it.
type Term struct{ Name, Chinese string }

// Statuses lists the statuses, planned first.
func Statuses() []Term {
	return []Term{
		{string(Planned), "规划"},
		{string(Promoted), "推进"},
		{string(UnderConstruction), "在建"},
		{string(Built), "建成"},
		{string(Upgraded), "升级"},
	}
}

// ParseStatus reads a status: the enum value in any case, or the Chinese term.
func ParseStatus(s string) (Status, bool) {
	name, ok := parseTerm(Statuses(), s)
	return Status(name), ok
}

// Known says how a statement is known.
type Known string

// The ways of knowing (依据).
const (
	Stated  Known = "STATED"  // 原文载明: the source says it
	Implied Known = "IMPLIED" // 由名称或版式推得: read off a name or a layout
	Curated Known = "CURATED" // 人工整理: a compiler's judgement
)

// KnownWays lists the ways of knowing, the strongest first.
func KnownWays() []Term {
	return []Term{{string(Stated), "原文载明"}, {string(Implied), "推得"}, {string(Curated), "人工整理"}}
}

// ParseKnown reads a way of knowing.
func ParseKnown(s string) (Known, bool) {
	name, ok := parseTerm(KnownWays(), s)
	return Known(name), ok
}

func parseTerm(terms []Term, s string) (string, bool) {
	s = strings.TrimSpace(s)
	for _, t := range terms {
		if strings.EqualFold(s, t.Name) || s == t.Chinese {
			return t.Name, true
		}
	}
	return "", false
}
