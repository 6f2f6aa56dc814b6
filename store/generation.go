package store

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// Generation identifies one state of the graph.
type Generation struct {
	Number    int64  // counts up with each load that changes something
	Loaded    string // RFC 3339 time of that load, UTC, seconds; empty for generation 0
	Documents int
	Entities  map[ecosystem.Kind]int         // kinds that occur
	Relations map[ecosystem.RelationType]int // types that occur
	// History tells what the last loads did, at most HistoryLength of them: one
	// step for each generation up to this one, without a gap, the newest last. It
	// is empty where that is not known: before the first load, and after one that
	// was broken off and run again.
	History []Step
}

// HistoryLength bounds the steps that a generation remembers.
const HistoryLength = 20

// Step is a load that changed something: the generation that it made, and how
// that differs from the one before.
type Step struct {
	Number  int64
	Loaded  string
	Changes Changes
}

// Changes tells what a load did.
type Changes struct{ Documents, Entities, Relations Delta }

// Delta counts rows.
type Delta struct{ Created, Updated, Removed, Unchanged int }

// Same reports whether two generations are one. The time tells them apart where a
// store was emptied and counts from 1 again.
func (g Generation) Same(other Generation) bool {
	return g.Number == other.Number && g.Loaded == other.Loaded
}

// Size is what a load of this graph brings.
func (g Generation) Size() Size {
	size := Size{Documents: g.Documents}
	for _, n := range g.Entities {
		size.Entities += n
	}
	for _, n := range g.Relations {
		size.Relations += n
	}
	return size
}

// HistoryWith is the history of the generation that a load makes of this one.
func (g Generation) HistoryWith(last Step) []Step {
	kept := g.History
	if n := len(kept) + 1 - HistoryLength; n > 0 {
		kept = kept[n:]
	}
	return append(slices.Clone(kept), last)
}

// ChangesSince adds up what the loads after an earlier generation did: what two
// of them touched counts twice, and nothing is told of rows that stayed. ok is
// false when the history does not reach back so far, and when there was no such
// generation.
func (g Generation) ChangesSince(number int64) (total Changes, ok bool) {
	if number < 0 || number > g.Number || g.Number-number > int64(len(g.History)) {
		return Changes{}, false
	}
	for _, step := range g.History[len(g.History)-int(g.Number-number):] {
		total.Documents.add(step.Changes.Documents)
		total.Entities.add(step.Changes.Entities)
		total.Relations.add(step.Changes.Relations)
	}
	return total, true
}

func (d *Delta) add(other Delta) {
	d.Created += other.Created
	d.Updated += other.Updated
	d.Removed += other.Removed
}

// None reports whether nothing changed.
func (c Changes) None() bool {
	return c.Documents.none() && c.Entities.none() && c.Relations.none()
}

func (d Delta) none() bool { return d.Created == 0 && d.Updated == 0 && d.Removed == 0 }
