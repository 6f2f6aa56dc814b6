package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/urfave/cli/v3"
	"golang.org/x/term"
)

// progress shows how far a load is: a bar on a terminal, a plain line every
// tenth elsewhere, nothing for machines and for a check in memory.
type progress struct {
	w        io.Writer
	terminal bool
	quiet    bool
	bar      *progressbar.ProgressBar
	tenths   int
}

func newProgress(c *cli.Command) *progress {
	p := &progress{w: c.Root().ErrWriter, quiet: c.Bool("json") || c.String("store") == storeEmbedded}
	if f, ok := p.w.(*os.File); ok {
		p.terminal = term.IsTerminal(int(f.Fd()))
	}
	return p
}

func (p *progress) step(done, total int) {
	switch {
	case p.quiet:
	case p.terminal:
		if p.bar == nil {
			p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.w), progressbar.OptionSetDescription("loading"),
				progressbar.OptionShowCount(), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
		}
		_ = p.bar.Set(done) // a bar that cannot be drawn stops no load
	case total > 0 && done*10/total > p.tenths:
		p.tenths = done * 10 / total
		_, _ = fmt.Fprintf(p.w, "loaded %d of %d rows\n", done, total)
	}
}

func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
