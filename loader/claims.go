package loader

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// maxDisagreements bounds the list of disagreements; further ones are only
// counted.
const maxDisagreements = 1000

// Disagreements are the fields of entities for which sources give different
// values (说法不一). The zero value is empty.
type Disagreements struct {
	list  []disagreement
	total int
}

type disagreement struct{ id, field, text string }

// DisagreementsOf lists those of a graph.
func DisagreementsOf(g ecosystem.Graph) Disagreements {
	var d Disagreements
	for i := range g.Entities {
		d.add(&g.Entities[i])
	}
	return d
}

// add takes those of an entity; of too many the first ones by id stay.
func (d *Disagreements) add(e *ecosystem.Entity) {
	for j, c := range e.Claims {
		if j > 0 && e.Claims[j-1].Field == c.Field {
			last := &d.list[len(d.list)-1]
			last.text += "; " + saidBy(c)
			continue
		}
		d.total++
		d.list = append(d.list, disagreement{e.ID, c.Field, fmt.Sprintf("  %s %s, %s: ", e.ID, e.Name, c.Field) + saidBy(c)})
	}
	if len(d.list) >= 2*maxDisagreements {
		d.sort()
	}
}

func (d *Disagreements) sort() {
	slices.SortFunc(d.list, func(a, b disagreement) int { return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.field, b.field)) })
	d.list = d.list[:min(len(d.list), maxDisagreements)]
}

// Print tells people in which values sources contradict each other: at most limit
// of the fields, each with all its values, the surest first; nothing when there
// are none.
func (d *Disagreements) Print(w io.Writer, limit int) error {
	if d.total == 0 {
		return nil
	}
	d.sort()
	lines := []string{fmt.Sprintf("values on which sources disagree: %d; all are kept, and the surest is shown first:", d.total)}
	for _, one := range d.list[:min(limit, len(d.list))] {
		lines = append(lines, one.text)
	}
	if more := d.total - limit; more > 0 {
		lines = append(lines, fmt.Sprintf("  … and %d more", more))
	}
	_, err := fmt.Fprintln(w, strings.Join(lines, "\n"))
	return err
}

// saidBy is a value with its surest source.
func saidBy(c ecosystem.Claim) string {
	s := c.Sources[0]
	return fmt.Sprintf("%s (%s)", c.Value, strings.TrimSpace(s.Document+" "+s.Locator))
}
