package main

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// report tells what became of the input.
type report struct {
	read    map[string]int // rows by table
	merged  []string
	dropped []string
	unclear []string // of the plan
}

func newReport() *report { return &report{read: map[string]int{}} }

// write prints the report with the counts of the graph.
func (r *report) write(w io.Writer, g ecosystem.Graph) error {
	p := printer{w: w}
	p.line("read")
	for _, file := range slices.Sorted(maps.Keys(r.read)) {
		p.line("  %-26s %5d rows", file, r.read[file])
	}
	p.line("merged")
	for _, m := range r.merged {
		p.line("  %s", m)
	}
	p.line("dropped")
	for _, d := range r.dropped {
		p.line("  %s", d)
	}
	p.line("not clear in the plan")
	for _, u := range r.unclear {
		p.line("  %s", u)
	}
	p.line("written")
	p.line("  %-26s %5d", "sources", len(g.Documents))
	for _, info := range ecosystem.Kinds() {
		n := 0
		for _, e := range g.Entities {
			if e.Kind == info.Kind {
				n++
			}
		}
		p.line("  %-26s %5d", info.Kind, n)
	}
	for _, info := range ecosystem.RelationTypes() {
		n := 0
		for _, rel := range g.Relations {
			if rel.Type == info.Type {
				n++
			}
		}
		p.line("  %-26s %5d", info.Type, n)
	}
	return p.err
}

// printer keeps the first error.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}
