package main

import (
	"context"
	"slices"
	"time"

	"github.com/innograph/innograph/dossier"
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/introductions"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/introduction"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/store"
)

// pages are the 对接单 of all matches.
func (r recommendation) pages(ctx context.Context, db store.Reader) ([]dossier.Page, error) {
	g, err := db.Generation(ctx)
	if err != nil {
		return nil, err
	}
	words := map[string][]string{}
	for _, w := range r.answer.Words {
		words[w.Field.ID] = w.Text
	}
	routes, err := r.routes(ctx, db)
	if err != nil {
		return nil, err
	}
	pages := make([]dossier.Page, len(r.matches))
	for i, m := range r.matches {
		f := dossier.Facts{
			Demand: r.demand, Entity: r.answer.Entity, Home: r.answer.Home, Needs: r.answer.Needs, Words: words, Basis: r.answer.Note().Zh,
			Match: m, Routes: routes[i], Of: len(r.answer.Candidates), Generation: g.Number, Loaded: g.Loaded, Date: time.Now().Format(time.DateOnly),
		}
		if f.Documents, err = documentsOf(ctx, db, f); err != nil {
			return nil, err
		}
		pages[i] = dossier.Of(f)
	}
	return pages, nil
}

// routes tells for each match through whom the asking body, or else anybody of the home
// region, knows the partner. Whoever is tied to more than can be looked through needs
// no introduction.
func (r recommendation) routes(ctx context.Context, db store.Reader) ([][]introduction.Introduction, error) {
	from := r.answer.Home.ID
	if e := r.answer.Entity; e != nil && slices.Contains(introduction.Bodies(), e.Kind) {
		from = e.ID
	}
	partners := make([]string, len(r.matches))
	for i, m := range r.matches {
		partners[i] = m.Partner.ID
	}
	l := limits.Default()
	found, err := introductions.Find(ctx, db, from, r.answer.Home.ID, partners, introductions.Bounds{
		Bodies: l.IntroductionBodies, Edges: l.Store.Page, IDs: l.Store.IDs,
	})
	if err != nil {
		return nil, err
	}
	all := make([][]introduction.Introduction, len(found))
	for i, f := range found {
		if f.Err != nil && ecosystem.CodeOf(f.Err) != ecosystem.CodeLimitExceeded {
			return nil, f.Err
		}
		all[i] = f.All
	}
	return all, nil
}

// documentsOf reads what a page may cite.
func documentsOf(ctx context.Context, db store.Reader, f dossier.Facts) (map[string]*ecosystem.Document, error) {
	var ids []string
	cite := func(sources []ecosystem.Source) {
		for _, s := range sources {
			ids = append(ids, s.Document)
		}
	}
	citeSteps := func(steps []store.Edge) {
		for _, s := range steps {
			cite(s.Relation.Sources)
		}
	}
	cite(f.Match.Partner.Sources)
	if f.Entity != nil {
		cite(f.Entity.Sources)
	}
	for _, reasons := range [][]match.Reason{f.Match.For, f.Match.Against} {
		for _, reason := range reasons {
			for _, e := range reason.Evidence {
				citeSteps(e.Path.Steps)
			}
		}
	}
	for _, route := range f.Routes {
		citeSteps(route.Steps)
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	documents := map[string]*ecosystem.Document{}
	for part := range slices.Chunk(ids, store.DefaultLimits().IDs) {
		found, err := db.Documents(ctx, part)
		if err != nil {
			return nil, err
		}
		for i, d := range found {
			documents[part[i]] = d
		}
	}
	return documents, nil
}
