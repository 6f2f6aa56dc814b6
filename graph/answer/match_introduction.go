package answer

import (
	"context"
	"sync"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/introductions"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/introduction"
	"github.com/innograph/innograph/partners"
)

// asking is who wants to be introduced to partners: the body that the demand names,
// or the home region.
func asking(found partners.Answer) string {
	if e := found.Entity; e != nil && isPartner(e.Kind) {
		return e.ID
	}
	return found.Home.ID
}

// introducedRows are the introductions to the partners of a page, read together when
// the first row asks for them.
type introducedRows struct {
	loaders *load.Loaders
	from    string
	home    string // introduces where from has nobody
	to      []string

	mu    sync.Mutex
	found []introductions.Found
	err   error
	shown map[int]*introductionLevels // by the number that the client asks for
}

func newIntroducedRows(l *load.Loaders, found partners.Answer, to []*ecosystem.Entity) *introducedRows {
	r := &introducedRows{loaders: l, from: asking(found), home: found.Home.ID, shown: map[int]*introductionLevels{}}
	for _, e := range to {
		r.to = append(r.to, e.ID)
	}
	return r
}

// read reads those of all rows, once; the caller holds mu.
func (r *introducedRows) read(ctx context.Context) error {
	if r.found != nil || r.err != nil {
		return r.err
	}
	r.found, r.err = introductions.Find(ctx, r.loaders.Reader, r.from, r.home, r.to, introductionBounds(r.loaders))
	return r.err
}

// row gives the first introductions of a row, with the levels of those of all rows.
func (r *introducedRows) row(ctx context.Context, i, first int) ([]*Introduction, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.read(ctx); err != nil {
		return nil, err
	}
	if err := r.found[i].Err; err != nil {
		return nil, err
	}
	if r.shown[first] == nil {
		var all []introduction.Introduction
		for _, row := range r.found {
			all = append(all, firstOf(row.All, first)...)
		}
		r.shown[first] = introductionLevelsOf(r.loaders, all)
	}
	return shownIntroductions(firstOf(r.found[i].All, first), r.shown[first]), nil
}

// Introductions tell who can introduce who asks to the partner.
func (m PartnerMatch) Introductions(ctx context.Context, first *int) ([]*Introduction, error) {
	n, err := page.Bounded("first", first, load.From(ctx).Limits.Page)
	if err != nil {
		return nil, err
	}
	return m.in.introduced.row(ctx, m.i, n)
}
