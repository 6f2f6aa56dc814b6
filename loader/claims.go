package loader

import (
	"fmt"
	"io"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// PrintClaims tells people in which values sources contradict each other (说法不一):
// at most limit of the fields, each with all its values, the surest first.
func PrintClaims(w io.Writer, g ecosystem.Graph, limit int) error {
	var fields []string
	for i := range g.Entities {
		e := &g.Entities[i]
		for j, c := range e.Claims {
			if j == 0 || e.Claims[j-1].Field != c.Field {
				fields = append(fields, fmt.Sprintf("  %s %s, %s: ", e.ID, e.Name, c.Field)+saidBy(c))
			} else {
				fields[len(fields)-1] += "; " + saidBy(c)
			}
		}
	}
	if len(fields) == 0 {
		return nil
	}
	lines := []string{fmt.Sprintf("values on which sources disagree: %d; all are kept, and the surest is shown first:", len(fields))}
	lines = append(lines, fields[:min(limit, len(fields))]...)
	if more := len(fields) - limit; more > 0 {
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
