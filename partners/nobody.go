package partners

import (
	"fmt"
	"strings"

	"github.com/innograph/innograph/wording"
)

// Nobody says why an answer has no candidates and what may help, in words that an
// officer reads, wherever the question came from.
func (a Answer) Nobody(w Where) wording.Sentence {
	why := a.nothingKnown()
	if zh, en := narrowedBy(w); len(zh) > 0 {
		why = why.Add(wording.Say("可放宽条件："+strings.Join(zh, "、")+"。", "Loosen the "+strings.Join(en, ", ")+"."))
	}
	return why
}

func (a Answer) nothingKnown() wording.Sentence {
	home := wording.English(a.Home)
	if len(a.Needs) == 0 {
		return wording.Say(
			"需求中未识别出技术领域，所选范围内也没有与"+a.Home.Name+"有合作的单位。请改用领域用语，或直接指定技术领域。",
			"No technology field was found in the demand, and nobody in question has a tie with "+home+". Use words of the field, or name a technology field itself.")
	}
	var zh, en []string
	for _, n := range a.Needs {
		zh, en = append(zh, n.Field.Name), append(en, wording.English(n.Field))
	}
	return wording.Say(
		fmt.Sprintf("所选范围内没有从事“%s”的记录，也没有与%s有合作的单位。", strings.Join(zh, "、"), a.Home.Name),
		fmt.Sprintf("As far as is recorded, nobody in question works in %s, or has a tie with %s.", strings.Join(en, ", "), home))
}

// narrowedBy are the conditions that leave somebody out.
func narrowedBy(w Where) (zh, en []string) {
	for _, c := range []struct {
		given  bool
		zh, en string
	}{
		{w.Kinds != nil, "类型", "kinds of partners"},
		{w.Region != "", "地区", "region"},
		{w.ExcludeRegion != "", "排除的地区", "region that is left out"},
		{w.MinStrength > 0, "能力强度下限", "least strength"},
		{len(w.Exclude) > 0, "排除的单位", "list of those left out"},
	} {
		if c.given {
			zh, en = append(zh, c.zh), append(en, c.en)
		}
	}
	return zh, en
}
