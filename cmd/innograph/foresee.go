package main

import (
	"context"
	"log/slog"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/partners"
	"github.com/innograph/innograph/store"
)

// Bounds of foresee: each try plans more of the statements.
const (
	foreseeTries = 6
	foreseeTime  = time.Minute // for one of them
)

// foresee asks Neo4j for partners in the background. After a start it takes Neo4j longer
// to plan what matching asks than a request may last, so that the first officer would be
// refused. end stops it and waits.
func foresee(ctx context.Context, db store.Reader, log *slog.Logger) (end func()) {
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		began := time.Now()
		if err := askAhead(ctx, db); err != nil {
			log.Debug("matching was not asked ahead", "error", err) // those who ask are told what is wrong
			return
		}
		log.Debug("matching was asked ahead", "took", time.Since(began))
	}()
	return func() {
		cancel()
		<-done
	}
}

// askAhead asks for partners of some project until it is answered in time.
func askAhead(ctx context.Context, db store.Reader) error {
	q := partners.Question{
		Home: ecosystem.Linyi, Where: partners.Where{Region: ecosystem.YangtzeRiverDelta},
		Weights: match.DefaultWeights(), Year: time.Now().Year(),
	}
	for try := 1; ; try++ {
		err := askOnce(ctx, db, q)
		if err == nil || ecosystem.CodeOf(err) != ecosystem.CodeTimeout || try == foreseeTries || ctx.Err() != nil {
			return err
		}
	}
}

func askOnce(ctx context.Context, db store.Reader, q partners.Question) error {
	ctx, cancel := context.WithTimeout(ctx, foreseeTime)
	defer cancel()
	projects, err := db.List(ctx, store.Filter{Kinds: []ecosystem.Kind{ecosystem.KeyProject}}, store.Order{By: store.ByID}, store.Page{Limit: 1})
	if err != nil || len(projects.Entities) == 0 {
		return err
	}
	q.Demand.Entity = projects.Entities[0].ID
	_, err = partners.NewDesk(db, partners.NewTexts(db), partners.DefaultBounds()).Ask(ctx, q)
	return err
}
