package plan

import (
	"context"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/list"
	"github.com/innograph/innograph/loader/plan/phrase"
)

// detail is the running text that follows a name in a box: it is read as running
// text whose subject is named. A heading that names nothing is no subject.
type detail struct {
	subject *entity // or nil
	text    string
	place   place
}

// later keeps the text of an item until all boxes have been read, so that the
// names of all are known then.
func (x *extraction) later(subject *entity, e entry) {
	if e.detail != "" {
		x.details = append(x.details, detail{subject, e.detail, e.place})
	}
}

// readDetails reads the texts of all items.
func (x *extraction) readDetails(ctx context.Context) error {
	for _, d := range x.details {
		if err := ctx.Err(); err != nil {
			return ecosystem.Wrap(err, ecosystem.CodeTimeout, "reading the plan was interrupted")
		}
		x.readDetail(d)
	}
	return nil
}

func (x *extraction) readDetail(d detail) {
	at := place{line: d.place.line, locator: d.place.locator, known: ecosystem.Stated}
	s := &section{}
	if d.subject != nil && d.subject.Kind == ecosystem.Programme {
		s.programme = d.subject
	}
	clauses, unread := 0, 0
	for _, text := range list.Split(d.text, "。！？；;") {
		t := &telling{extraction: x, section: s, place: at, text: text, subject: d.subject, item: d.subject}
		t.read()
		clauses, unread = clauses+t.clauses, unread+t.unread
	}
	if unread > 0 {
		x.diagnose(at.line, at.locator, d.text, "%d of the %d clauses of this text were not read", unread, clauses)
	}
}

// inner: of 规划甲新城，布局乙园、丙园两大组团 the parks are part of the town.
func (t *telling) inner(l phrase.List, part *entity) {
	info, _ := ecosystem.PartOf.Info()
	if !classCount.MatchString(l.Class) || len(t.built) == 0 {
		return
	}
	whole := t.built[0]
	if whole.ID != part.ID && whole.Kind == ecosystem.IndustryCluster && info.Allows(part.Kind, whole.Kind) && !slices.ContainsFunc(l.Names(), func(n phrase.Name) bool { return n.Text == whole.Name }) {
		t.relation(ecosystem.PartOf, part, whole, t.implied("inner-area"), nil)
	}
}

// within: what the text of a park wants built is part of the park.
func (t *telling) within(e *entity, status ecosystem.Status) {
	info, _ := ecosystem.PartOf.Info()
	if t.item == nil || t.item.Kind != ecosystem.IndustryCluster || t.item.ID == e.ID || !info.Allows(e.Kind, t.item.Kind) {
		return
	}
	t.relation(ecosystem.PartOf, e, t.item, t.implied("built-within"), labelled("", status))
}

// ofField: a platform that the section about a field wants built is one of the
// field.
func (t *telling) ofField(m mention) {
	if field := t.aboutField(); field != nil && m.Kind == ecosystem.Platform {
		t.relation(ecosystem.InField, m.entity, field, t.implied("platform-of-field"), nil)
	}
}
