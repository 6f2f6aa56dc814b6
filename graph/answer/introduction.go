package answer

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/entity"
	"github.com/innograph/innograph/graph/introductions"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/introduction"
	"github.com/innograph/innograph/wording"
)

// Introduction is a chain through which a target is known.
type Introduction struct {
	i  introduction.Introduction
	in *introductionLevels
}

// introductionLevels are apart by what a client may select without the others.
type introductionLevels struct {
	starts, introducers, steps *load.Level
	cited                      func() *load.Documents
}

// FindIntroductions tells through whom a target is known.
func FindIntroductions(ctx context.Context, from, to string, first *int) ([]*Introduction, error) {
	l := load.From(ctx)
	n, err := page.Bounded("first", first, l.Limits.Page)
	if err != nil {
		return nil, err
	}
	rows, err := introductions.Find(ctx, l.Reader, from, "", []string{to}, introductionBounds(l))
	if err != nil {
		return nil, err
	}
	if rows[0].Err != nil {
		return nil, rows[0].Err
	}
	found := firstOf(rows[0].All, n)
	return shownIntroductions(found, introductionLevelsOf(l, found)), nil
}

func introductionBounds(l *load.Loaders) introductions.Bounds {
	return introductions.Bounds{Bodies: l.Limits.IntroductionBodies, Edges: l.Limits.Store.Page, IDs: l.Limits.Store.IDs}
}

// introductionLevelsOf are the levels of chains that are shown together.
func introductionLevelsOf(l *load.Loaders, found []introduction.Introduction) *introductionLevels {
	var starts, introducers, steps []*ecosystem.Entity
	var relations []*ecosystem.Relation
	for _, i := range found {
		starts = append(starts, i.Start)
		if introducer := i.Introducer(); introducer != nil {
			introducers = append(introducers, introducer)
		}
		nodes, ties := walked(i.Steps)
		steps, relations = append(steps, nodes...), append(relations, ties...)
	}
	return &introductionLevels{l.Level(starts), l.Level(introducers), l.Level(steps), l.CitedBy(relations)}
}

func shownIntroductions(found []introduction.Introduction, in *introductionLevels) []*Introduction {
	all := make([]*Introduction, len(found))
	for n, i := range found {
		all[n] = &Introduction{i, in}
	}
	return all
}

// Introducer is the partner that knows the target.
func (i Introduction) Introducer() entity.Entity {
	introducer := i.i.Introducer()
	if introducer == nil {
		return nil
	}
	return entity.Of(introducer, i.in.introducers)
}

// Start is the body that asks.
func (i Introduction) Start() entity.Entity { return entity.Of(i.i.Start, i.in.starts) }

// Direct reports that both are tied themselves.
func (i Introduction) Direct() bool { return i.i.Direct() }

// Planned reports that some tie is only intended.
func (i Introduction) Planned() bool { return i.i.Planned }

// Weight is the product of the weights.
func (i Introduction) Weight() float64 { return i.i.Weight }

// Steps are the ties.
func (i Introduction) Steps() []PathStep { return stepsOf(i.i.Steps, i.in.steps, i.in.cited) }

// Reason tells the chain in words.
func (i Introduction) Reason() wording.Sentence { return i.i.Reason() }
