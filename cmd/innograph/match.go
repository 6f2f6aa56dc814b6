package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/partners"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/text"
)

// maxTop bounds how many partners one call lists.
const maxTop = 100

func matchCommand() *cli.Command {
	s := &settings{}
	w := match.DefaultWeights()
	flags := []cli.Flag{
		s.configFlag(),
		&cli.StringFlag{Name: "home", Value: ecosystem.Linyi, Usage: "`REGION` (id or name) that looks for partners"},
		&cli.StringFlag{Name: "region", Value: ecosystem.YangtzeRiverDelta, Usage: "`REGION` (id or name) where partners lie; \"anywhere\" for no bound"},
		&cli.StringSliceFlag{Name: "kind", Usage: "only partners of this `KIND`, such as UNIVERSITY or 高校; may be repeated"},
		&cli.StringFlag{Name: "strategy", Value: string(partners.Balanced), Usage: "`WAY` of weighing disciplines: SIMILAR to those of home, COMPLEMENTARY or BALANCED"},
		&cli.IntFlag{Name: "top", Value: 10, Usage: fmt.Sprintf("list the best `N`, up to %d", maxTop)},
		&cli.FloatFlag{Name: "weight-field-fit", Value: w.FieldFit, Usage: "`WEIGHT` of 领域契合"},
		&cli.FloatFlag{Name: "weight-strength", Value: w.Strength, Usage: "`WEIGHT` of 能力强度"},
		&cli.FloatFlag{Name: "weight-ties", Value: w.Ties, Usage: "`WEIGHT` of 既有合作"},
		&cli.FloatFlag{Name: "weight-track-record", Value: w.TrackRecord, Usage: "`WEIGHT` of 相关业绩"},
		&cli.FloatFlag{Name: "weight-reach", Value: w.Reach, Usage: "`WEIGHT` of 地域可达"},
	}
	return &cli.Command{
		Name:      "match",
		Usage:     "recommend partners for a demand",
		ArgsUsage: "DEMAND",
		Description: "The demand is the id or name of a project, cluster, field or organization, or a text in one's own words.\n" +
			"docs/matching.md tells the method. Exit code 1: nobody was found.",
		Flags:        slices.Concat(flags, outputFlags(), storeFlags(s), dataFlags(s)),
		OnUsageError: asUsageError,
		Action:       func(ctx context.Context, c *cli.Command) error { return matchPartners(ctx, c, s) },
	}
}

func matchPartners(ctx context.Context, c *cli.Command, s *settings) error {
	if err := s.check(c); err != nil {
		return err
	}
	demand, top := strings.TrimSpace(strings.Join(c.Args().Slice(), " ")), c.Int("top")
	switch {
	case demand == "":
		return usagef("say what is needed: innograph match DEMAND, e.g. innograph match 氢燃料电池液压挖掘机")
	case top < 1 || top > maxTop:
		return usagef("--top %d: give a number from 1 to %d", top, maxTop)
	}
	form, out, err := formOf(c)
	if err != nil {
		return err
	}
	db, err := openStore(ctx, c, s)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close(context.WithoutCancel(ctx)) }() // only read from
	if c.String("store") == storeEmbedded {
		if _, err := fill(ctx, db, c); err != nil {
			return err
		}
	}
	q, err := askedOf(ctx, c, db, demand)
	if err != nil {
		return err
	}
	answer, err := partners.NewDesk(db, partners.NewTexts(db), partners.DefaultBounds()).Ask(ctx, q)
	if err != nil {
		return err
	}
	r := recommendation{demand, answer, match.Rank(answer.Candidates, answer.Needs, q.Weights, 0, top), match.FormConsortium(answer.Candidates, answer.Needs, q.Weights)}
	if len(r.matches) == 0 {
		return r.nobody(q.Where)
	}
	return r.write(ctx, c, db, form, out)
}

// askedOf reads the demand and the flags.
func askedOf(ctx context.Context, c *cli.Command, db store.Reader, demand string) (partners.Question, error) {
	q := partners.Question{
		Strategy: partners.Strategy(strings.ToUpper(c.String("strategy"))), Year: time.Now().Year(),
		Weights: match.Weights{
			FieldFit: c.Float("weight-field-fit"), Strength: c.Float("weight-strength"), Ties: c.Float("weight-ties"),
			TrackRecord: c.Float("weight-track-record"), Reach: c.Float("weight-reach"),
		},
	}
	for _, word := range c.StringSlice("kind") {
		kind, ok := ecosystem.ParseKind(word)
		if !ok {
			return q, usagef("--kind %s: there are %s", word, kindWords())
		}
		q.Where.Kinds = append(q.Where.Kinds, kind)
	}
	var err error
	if q.Home, err = named(ctx, db, c.String("home"), ecosystem.Region); err != nil {
		return q, err
	}
	if region := c.String("region"); region != "anywhere" {
		if q.Where.Region, err = named(ctx, db, region, ecosystem.Region); err != nil {
			return q, err
		}
	}
	if q.Demand.Entity, err = named(ctx, db, demand); err != nil && ecosystem.CodeOf(err) == ecosystem.CodeUnknownID {
		q.Demand, err = partners.Demand{Text: demand}, nil
	}
	return q, err
}

// named is the id of the entity that has exactly this name, or this id.
func named(ctx context.Context, db store.Reader, name string, kinds ...ecosystem.Kind) (string, error) {
	unknown := ecosystem.Errorf(ecosystem.CodeUnknownID, "nothing has the id or the name %q", name)
	if ecosystem.HasIDPrefix(name) {
		found, err := db.Entities(ctx, []string{name})
		if err == nil && found[0] == nil {
			err = ecosystem.Errorf(ecosystem.CodeBadInput, "nothing has the id %q", name)
		}
		return name, err
	}
	if len([]rune(name)) > store.DefaultLimits().Text {
		return "", unknown
	}
	hits, err := db.Search(ctx, name, store.Filter{Kinds: kinds}, store.Page{Limit: 1})
	if err != nil {
		return "", err
	}
	exact := []string{text.MatchName, text.MatchEnglishName, text.MatchAlias, text.MatchFormerName}
	if len(hits.Hits) == 0 || !slices.Contains(exact, hits.Hits[0].MatchedOn) {
		return "", unknown
	}
	return hits.Hits[0].Entity.ID, nil
}
