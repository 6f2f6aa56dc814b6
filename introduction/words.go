package introduction

import "github.com/innograph/innograph/wording"

// Reason tells the chain in words.
func (i Introduction) Reason() wording.Sentence {
	opening := i.opening()
	zh, en := opening.Zh, opening.En
	before := i.Start
	for n, e := range i.Steps {
		from, to := before, e.Node
		if info, _ := e.Relation.Type.Info(); !e.Out && !info.Symmetric {
			from, to = to, from
		}
		if n > 0 {
			zh, en = zh+"；", en+"; "
		}
		tie := wording.Tie(e.Relation, from, to)
		zh, en = zh+tie.Zh, en+tie.En
		before = e.Node
	}
	all := wording.Say(zh+"。", en+".")
	if i.Planned && !i.Direct() {
		all = all.Add(wording.Say("其中有尚在规划的联系，须先核实。", "Some tie is only planned: check it first."))
	}
	return all
}

// opening says what kind of an introduction it is.
func (i Introduction) opening() wording.Sentence {
	switch introducer := i.Introducer(); {
	case introducer != nil:
		return wording.Say("可请"+introducer.Name+"引荐：", wording.English(introducer)+" may introduce: ")
	case i.Planned:
		return wording.Say("直接联系尚在规划，须先核实：", "A direct tie is only planned, check it first: ")
	case i.Region:
		return wording.Say("可请"+i.Start.Name+"引荐，已有直接联系：", wording.English(i.Start)+", which has a direct tie, may introduce: ")
	default:
		return wording.Say("已有直接联系，无需引荐：", "There is a direct tie, nobody need introduce: ")
	}
}
