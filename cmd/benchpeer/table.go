package main

import (
	"fmt"
	"io"
	"time"
)

// show prints the results as a Markdown table. Ratios are medians over the rounds of
// the ratio within a round.
func show(w io.Writer, targets []target, peer, bare int, results []result) error {
	if _, err := fmt.Fprint(w, "| question | conn. | server | req/s | p50 ms | p99 ms | req/s ÷ peer | p50 ÷ bare |\n|---|--:|---|--:|--:|--:|--:|--:|\n"); err != nil {
		return fmt.Errorf("print the table: %w", err)
	}
	for _, r := range results {
		for i, t := range targets {
			c := r.compare(i, peer, bare)
			if _, err := fmt.Fprintf(w, "| %s | %d | %s | %.0f | %.2f | %.2f | %.2f | %.2f |\n",
				r.question.name, r.connections, t.name(), c.perSecond, c.p50, c.p99, c.overPeer, c.overBare); err != nil {
				return fmt.Errorf("print the table: %w", err)
			}
		}
	}
	return nil
}

// compared are the figures of one server: medians over the rounds, in milliseconds.
type compared struct{ perSecond, p50, p99, overPeer, overBare float64 }

func (r result) compare(i, peer, bare int) compared {
	mine := r.samples[i]
	ms := func(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
	return compared{
		perSecond: over(mine, func(_ int, s sample) float64 { return s.perSecond }),
		p50:       over(mine, func(_ int, s sample) float64 { return ms(s.p50) }),
		p99:       over(mine, func(_ int, s sample) float64 { return ms(s.p99) }),
		overPeer:  over(mine, func(n int, s sample) float64 { return s.perSecond / r.samples[peer][n].perSecond }),
		overBare:  over(mine, func(n int, s sample) float64 { return ms(s.p50) / ms(r.samples[bare][n].p50) }),
	}
}

// aim is what a server shall reach: throughput over the peer's at least, p50 over the
// bare one's at most.
type aim struct{ overPeer, overBare float64 }

// aimFor is what is aimed at; a large graph is one on which Neo4j itself takes most
// of the time.
func aimFor(name string, large bool) (aim, bool) {
	switch {
	case name == oursEmbedded || name == oursReplica:
		return aim{10, 1}, true
	case name == oursNeo4j && large:
		return aim{1, 1.2}, true
	case name == oursNeo4j:
		return aim{3, 2}, true
	default:
		return aim{}, false
	}
}

// judge prints what is missed, and how often all is reached.
func judge(w io.Writer, targets []target, peer, bare int, results []result, large bool) error {
	reached, all := 0, 0
	for _, r := range results {
		for i, t := range targets {
			want, ok := aimFor(t.name(), large)
			if !ok {
				continue
			}
			all++
			c := r.compare(i, peer, bare)
			if c.overPeer >= want.overPeer && c.overBare <= want.overBare {
				reached++
				continue
			}
			if _, err := fmt.Fprintf(w, "missed: %s, %d connections, %s: %.2f times the peer (aim %g), p50 %.2f times bare (aim %g)\n",
				r.question.name, r.connections, t.name(), c.overPeer, want.overPeer, c.overBare, want.overBare); err != nil {
				return fmt.Errorf("print the aims: %w", err)
			}
		}
	}
	_, err := fmt.Fprintf(w, "aims reached: %d of %d\n", reached, all)
	if err != nil {
		return fmt.Errorf("print the aims: %w", err)
	}
	return nil
}
