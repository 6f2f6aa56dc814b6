package evaluate

import (
	"context"
	"fmt"
	"io"
)

// Report measures all and tells it as Markdown; errors as HeldOut.
func Report(ctx context.Context, w io.Writer, s Setup) error {
	cases, err := HeldOut(ctx, s)
	if err != nil {
		return err
	}
	_, _ = fmt.Fprintf(w, "### Held-out ties\n\n%d ties of %s with bodies outside, one at a time taken out; %d candidates. Ages of ties as of %d.\n\n", len(cases), s.Home, cases[0].Candidates, s.Year)
	WriteHeldOut(w, cases)
	return nil
}
