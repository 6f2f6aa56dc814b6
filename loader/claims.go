package loader

import (
	"cmp"
	"errors"
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
	contradictions, figures disagreements
}

// disagreements are those of one sort; of too many the first ones by id stay.
type disagreements struct {
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

// add takes those of an entity.
func (d *Disagreements) add(e *ecosystem.Entity) {
	for from := 0; from < len(e.Claims); {
		to := from + 1
		for to < len(e.Claims) && e.Claims[to].Field == e.Claims[from].Field {
			to++
		}
		claims := e.Claims[from:to]
		sort := &d.contradictions
		if e.Kind == ecosystem.Indicator && eachOfItsDocument(claims) {
			sort = &d.figures
		}
		sort.add(e, claims)
		from = to
	}
}

// eachOfItsDocument reports whether no document gives two of the values: plans of
// two cities set figures of their own for one indicator.
func eachOfItsDocument(claims []ecosystem.Claim) bool {
	said := map[string]int{} // which claim a document makes
	for i, c := range claims {
		for _, s := range c.Sources {
			if before, ok := said[s.Document]; ok && before != i {
				return false
			}
			said[s.Document] = i
		}
	}
	return true
}

func (d *disagreements) add(e *ecosystem.Entity, claims []ecosystem.Claim) {
	var values []string
	for _, c := range claims {
		values = append(values, saidBy(c))
	}
	d.total++
	field := claims[0].Field
	d.list = append(d.list, disagreement{e.ID, field, fmt.Sprintf("  %s %s, %s: ", e.ID, e.Name, field) + strings.Join(values, "; ")})
	if len(d.list) >= 2*maxDisagreements {
		d.sort()
	}
}

func (d *disagreements) sort() {
	slices.SortFunc(d.list, func(a, b disagreement) int { return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.field, b.field)) })
	d.list = d.list[:min(len(d.list), maxDisagreements)]
}

// Print tells people in which values sources contradict each other, and which
// figures several documents give of one indicator: at most limit of the fields of
// each sort, each with all its values, the surest first; nothing when there are
// none.
func (d *Disagreements) Print(w io.Writer, limit int) error {
	return errors.Join(
		d.contradictions.print(w, limit, "values on which sources disagree: %d; all are kept, and the surest is shown first:"),
		d.figures.print(w, limit, "figures of one indicator in several documents: %d; each is kept with its own, and between plans of two places it is no contradiction:"),
	)
}

func (d *disagreements) print(w io.Writer, limit int, heading string) error {
	if d.total == 0 {
		return nil
	}
	d.sort()
	lines := []string{fmt.Sprintf(heading, d.total)}
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
