package plan

import (
	"cmp"
	"regexp"
	"strings"
)

// thisOne begins a sentence about what the one before wants built: 该中心由甲牵头.
var thisOne = regexp.MustCompile(`^该(?:\p{Han}{0,6}?)(中心|实验室|研究院|研究所|平台|基地|园区|产业园|联合体|共同体|孵化器|学院|院|园)(?:将|拟|计划)?([由依联围聚重面以])`)

// sameAsBefore makes what the sentence before has named last the subject of one
// that begins with 该, if it ends alike.
func (t *telling) sameAsBefore(last *entity) {
	found := thisOne.FindStringSubmatchIndex(t.text)
	if found == nil || last == nil || !strings.HasSuffix(last.Name, t.text[found[2]:found[3]]) {
		return
	}
	t.subject = last
	t.text = t.text[found[4]:]
}

// lastNamed is what the next sentence may call 该中心: what this one wants built,
// is about, or has built.
func (t *telling) lastNamed(before *entity) *entity {
	return cmp.Or(t.promoted, t.lastBuilt(), t.subject, before)
}
