package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/urfave/cli/v3"
	"golang.org/x/term"

	"github.com/innograph/innograph/loader"
)

const (
	// longLoad is from how many rows on a load takes long enough to tell how far
	// it is.
	longLoad = 10_000
	// toldRows is how many rows are read between two lines.
	toldRows = 200_000

	// phaseWriting is what the store does when it has all rows.
	phaseWriting loader.Phase = "writing"
)

// progress shows how far a load is: a bar for each phase on a terminal, a plain
// line every tenth elsewhere, nothing for machines, for small loads and for a
// check in memory.
type progress struct {
	w        io.Writer
	terminal bool
	quiet    bool
	phase    loader.Phase
	bar      *progressbar.ProgressBar
	told     int // tenths of the phase, or portions of rows where nobody knows how many there are
}

func newProgress(c *cli.Command) *progress {
	p := &progress{w: c.Root().ErrWriter, quiet: c.Bool("json") || c.String("store") == storeEmbedded}
	if f, ok := p.w.(*os.File); ok {
		p.terminal = term.IsTerminal(int(f.Fd()))
	}
	return p
}

// words say what a phase has done with rows. Only what the last one tells is in
// the store.
func words(phase loader.Phase) (done, doing string) {
	switch phase {
	case loader.PhaseReading:
		return "read", "reading the tables"
	case loader.PhaseChecking:
		return "checked", "checking"
	case loader.PhaseHanding:
		return "prepared", "preparing (nothing is written yet)"
	default:
		return "wrote", "writing what changes"
	}
}

// written is told by the store how many of the rows that change it has written.
func (p *progress) written(done, total int) { p.step(phaseWriting, done, total) }

func (p *progress) step(phase loader.Phase, done, total int) {
	if phase != p.phase {
		p.end()
		p.phase, p.told = phase, 0
	}
	switch {
	case p.quiet, max(done, total) < longLoad:
	case p.terminal:
		p.draw(done, total)
	case total == 0 && done/toldRows > p.told:
		p.told = done / toldRows
		did, _ := words(phase)
		_, _ = fmt.Fprintf(p.w, "%s %d rows\n", did, done)
	case total > 0 && done*10/total > p.told:
		p.told = done * 10 / total
		did, _ := words(phase)
		_, _ = fmt.Fprintf(p.w, "%s %d of %d rows\n", did, done, total)
	}
}

func (p *progress) draw(done, total int) {
	if p.bar == nil {
		if total == 0 {
			total = -1 // a bar without an end
		}
		_, doing := words(p.phase)
		p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.w), progressbar.OptionSetDescription(doing),
			progressbar.OptionShowCount(), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
	}
	_ = p.bar.Set(done) // a bar that cannot be drawn stops no load
}

func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Finish()
		p.bar = nil
	}
}
