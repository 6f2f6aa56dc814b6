package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/loader"
)

// What a load tells of itself is true: nothing is called written before the store
// has written it, and small loads tell nothing.
func TestProgressWords(t *testing.T) {
	var b strings.Builder
	p := &progress{w: &b}
	for _, step := range []struct {
		phase       loader.Phase
		done, total int
	}{
		{loader.PhaseReading, 4096, 0},
		{loader.PhaseReading, 200_704, 0},
		{loader.PhaseReading, 204_800, 0},
		{loader.PhaseChecking, 10_000, 210_000},
		{loader.PhaseChecking, 105_000, 210_000},
		{loader.PhaseHanding, 200_000, 200_000},
		{phaseWriting, 20_000, 200_000},
		{phaseWriting, 200_000, 200_000},
		{phaseWriting, 200_000, 200_000},
	} {
		p.step(step.phase, step.done, step.total)
	}
	p.end()
	const want = `read 200704 rows
checked 105000 of 210000 rows
prepared 200000 of 200000 rows
wrote 20000 of 200000 rows
wrote 200000 of 200000 rows
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	b.Reset()
	(&progress{w: &b}).step(loader.PhaseHanding, 5000, 5000)
	(&progress{w: &b, quiet: true}).step(phaseWriting, 50_000, 50_000)
	if b.Len() > 0 {
		t.Errorf("a small load and one that a program reads tell %q", b.String())
	}
}
