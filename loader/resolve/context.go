package resolve

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// surround puts in front of a pattern what people may write before a name: where
// the body is and what it belongs to. 杭州海康威视, 中科院苏州医工所,
// 浙江大学硅材料国家重点实验室.
func (q *query) surround(p *pattern, e *ecosystem.Entity, units []unit) {
	var front []step
	regions := q.places.regions(e.ID)
	slices.Reverse(regions)
	for _, id := range regions {
		if s, ok := optional(q.places.byID[id], units); ok {
			front = append(front, s)
		}
	}
	if s, ok := q.ownersStep(e); ok {
		front = append(front, s)
	}
	if s, ok := q.hostStep(e, units); ok {
		front = append(front, s)
	}
	for i := range p.skips {
		p.skips[i].from += len(front)
		p.skips[i].to += len(front)
	}
	p.steps = append(front, p.steps...)
}

// optional is a region that may stand in front, unless the name begins with it.
func optional(e *ecosystem.Entity, units []unit) (step, bool) {
	w := regionWord(foldText(e.Name))
	if len(units) > 0 && units[0].class == place && units[0].text == w.text {
		return step{}, false
	}
	readings := []reading{{}, {text: []rune(w.text + w.suffix), cost: costForm}}
	if w.suffix != "" {
		readings = append(readings, reading{text: []rune(w.text), cost: costForm})
	}
	return step{unit{text: w.text, class: place, word: w}, readings}, true
}

// ownersStep offers the names of the organizations that the entity belongs to.
func (q *query) ownersStep(e *ecosystem.Entity) (step, bool) {
	readings := []reading{{}}
	for _, id := range q.belongTo[e.ID] {
		for _, rec := range q.names.ofID(id) {
			if rec.how != ByEnglishName {
				readings = append(readings, reading{text: []rune(rec.folded), cost: costForm})
			}
		}
	}
	return step{unit{class: host}, readings}, len(readings) > 1
}

// hostStep offers the host that another name of the entity begins with: 中科院 in
// front of 苏州医工所, because the full name begins with 中国科学院.
func (q *query) hostStep(e *ecosystem.Entity, units []unit) (step, bool) {
	if len(units) == 0 || units[0].class == host {
		return step{}, false
	}
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		first := q.parser.parse(fold(name))
		if len(first) > 1 && first[0].class == host {
			readings := []reading{{}}
			for _, short := range first[0].word.short {
				readings = append(readings, reading{text: []rune(short), cost: costForm})
			}
			return step{first[0], readings}, true
		}
	}
	return step{}, false
}

// added are words that people put behind a name without meaning anything else.
func added(k ecosystem.Kind, f frame, last unit) []step {
	var words []string
	cost := costForm
	switch {
	case k == ecosystem.University && last.inner && last.class == place:
		words = []string{"校区", "分校"}
	case k == ecosystem.TechnologyField:
		words = []string{"领域", "产业", "技术", "行业", "技术领域"}
	case k == ecosystem.Discipline:
		words = []string{"学科", "专业", "一级学科"}
	case k == ecosystem.KeyProject:
		words = []string{"项目"}
	case k == ecosystem.Region:
		words = []string{"地区"}
	case f == institute || f == firm: // not 集团, which is often another firm
		words, cost = []string{"有限公司", "股份有限公司", "有限责任公司", "公司"}, costOmit
	default:
		return nil
	}
	readings := []reading{{}}
	for _, w := range words {
		readings = append(readings, reading{text: []rune(w), cost: cost})
	}
	return []step{{unit{class: legal}, readings}}
}
