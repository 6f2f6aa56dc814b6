package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/resolve"
)

// maxNames bounds what one call of resolve reads.
const maxNames = 100_000

func resolveCommand() *cli.Command {
	s := &settings{}
	flags := []cli.Flag{
		s.configFlag(),
		&cli.StringSliceFlag{Name: "kind", Usage: "only entities of this `KIND`, such as UNIVERSITY or 高校; may be repeated"},
		&cli.StringFlag{Name: "region", Usage: "`REGION` (id or name) where the entities probably lie; it decides between namesakes"},
		&cli.IntFlag{Name: "first", Value: resolve.DefaultLimit, Usage: fmt.Sprintf("at most `N` candidates of each name, up to %d", resolve.MaxLimit)},
		&cli.BoolFlag{Name: "json", Usage: "print the result as JSON"},
	}
	return &cli.Command{
		Name:      "resolve",
		Usage:     "tell which entity a name means",
		ArgsUsage: "NAME… | -",
		Description: "Names are taken as people write them: full, short (浙大, 中科院宁波材料所), former, English, with a department.\n" +
			"At most one entity is chosen; a doubtful name is reported with its candidates. With - the names are read from\n" +
			"standard input, one per line (of several cells, the first), such as a column copied from Excel.\n" +
			"Exit code 0: each name has its entity; 1: some have not.",
		Flags:        slices.Concat(flags, storeFlags(s), dataFlags(s)),
		OnUsageError: asUsageError,
		Action:       func(ctx context.Context, c *cli.Command) error { return resolveNames(ctx, c, s) },
	}
}

func resolveNames(ctx context.Context, c *cli.Command, s *settings) error {
	if err := s.check(c); err != nil {
		return err
	}
	opts, err := resolveOptions(c)
	if err != nil {
		return err
	}
	names, err := namesAsked(c)
	if err != nil {
		return err
	}
	resolver, err := storedNames(ctx, c, s)
	if err != nil {
		return err
	}
	if opts.Region, err = regionMeant(resolver, c.String("region")); err != nil {
		return err
	}
	readings := make([]nameReading, len(names))
	open := 0
	for i, name := range names {
		if err := ctx.Err(); err != nil {
			return ecosystem.Wrap(err, ecosystem.CodeTimeout, "interrupted")
		}
		readings[i] = nameReading{name, resolver.Resolve(name, opts)}
		if readings[i].answer.Chosen == nil {
			open++
		}
	}
	if err := printReadings(c.Root().Writer, readings, c.Bool("json")); err != nil {
		return err
	}
	if open > 0 {
		return fmt.Errorf("%d of %d names have no certain entity", open, len(names))
	}
	return nil
}

func resolveOptions(c *cli.Command) (resolve.Options, error) {
	opts := resolve.Options{Limit: c.Int("first")}
	if opts.Limit < 1 || opts.Limit > resolve.MaxLimit {
		return opts, usagef("--first %d: give a number from 1 to %d", opts.Limit, resolve.MaxLimit)
	}
	for _, word := range c.StringSlice("kind") {
		kind, ok := ecosystem.ParseKind(word)
		if !ok {
			return opts, usagef("--kind %s: there are %s", word, kindWords())
		}
		opts.Kinds = append(opts.Kinds, kind)
	}
	return opts, nil
}

func kindWords() string {
	var words []string
	for _, k := range ecosystem.Kinds() {
		words = append(words, string(k.Kind)+" "+k.Chinese)
	}
	return strings.Join(words, ", ")
}

// regionMeant is the id of a region that is given by id or name.
func regionMeant(r *resolve.Resolver, region string) (id string, err error) {
	if region == "" || r.HasRegion(region) {
		return region, nil
	}
	a := r.Resolve(region, resolve.Options{Kinds: []ecosystem.Kind{ecosystem.Region}})
	if a.Chosen == nil {
		return "", ecosystem.Errorf(ecosystem.CodeUnknownID, "--region %s: no region has this id or name", region)
	}
	return a.Chosen.Entity.ID, nil
}

// namesAsked are the names of the command line or, for -, of standard input.
func namesAsked(c *cli.Command) ([]string, error) {
	names := c.Args().Slice()
	if len(names) == 1 && names[0] == "-" {
		return namesOf(c.Root().Reader)
	}
	if len(names) == 0 {
		return nil, usagef("name at least one: innograph resolve NAME…, or - for a list on standard input")
	}
	return names, nil
}

// namesOf reads a name per line; blank lines are passed over.
func namesOf(r io.Reader) ([]string, error) {
	var names []string
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		line := strings.TrimPrefix(lines.Text(), "\ufeff")
		if !utf8.ValidString(line) {
			return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "line %d of the names is not UTF-8; save the list as UTF-8", len(names)+1)
		}
		cell, _, _ := strings.Cut(line, "\t")
		if cell = strings.TrimSpace(cell); cell == "" {
			continue
		}
		if len(names) == maxNames {
			return nil, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "there are more than %d names; give them in parts", maxNames)
		}
		names = append(names, cell)
	}
	if err := lines.Err(); err != nil {
		return nil, ecosystem.Wrap(err, ecosystem.CodeBadInput, "the names cannot be read from standard input")
	}
	if len(names) == 0 {
		return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "standard input holds no names")
	}
	return names, nil
}

// storedNames makes the resolver of a store's graph.
func storedNames(ctx context.Context, c *cli.Command, s *settings) (*resolve.Resolver, error) {
	db, err := openStore(ctx, c, s)
	if err != nil {
		return nil, err
	}
	defer closeStore(ctx, db, slog.New(slog.NewTextHandler(c.Root().ErrWriter, nil)))
	if c.String("store") == storeEmbedded {
		if _, err := fill(ctx, db, c); err != nil {
			return nil, err
		}
	}
	var b resolve.Builder
	err = db.Dump(ctx, func(part ecosystem.Graph) error {
		b.Add(part)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return b.Resolver(), nil
}

// nameReading is a name with what it means.
type nameReading struct {
	name   string
	answer resolve.Answer
}

func printReadings(w io.Writer, readings []nameReading, asJSON bool) error {
	if asJSON {
		out := make([]readingJSON, len(readings))
		for i, r := range readings {
			out[i] = r.json()
		}
		encoder := json.NewEncoder(w)
		encoder.SetIndent("", "  ")
		return encoder.Encode(out)
	}
	var rows [][]string
	for _, r := range readings {
		rows = append(rows, r.rows()...)
	}
	_, err := io.WriteString(w, columns(rows))
	return err
}

// rows are the lines of one name: what it means, or why nothing was chosen and
// then the candidates. = means the entity itself, ⊂ something of it, ? nothing
// certain.
func (r nameReading) rows() [][]string {
	var rows [][]string
	name := r.name
	if r.answer.Chosen == nil {
		why := word(string(r.answer.Reason), r.answer.Reason.Chinese())
		if r.answer.Note != "" {
			why += ": " + r.answer.Note
		}
		rows, name = append(rows, []string{name, "?", why}), ""
	}
	for i := range r.answer.Candidates {
		c := &r.answer.Candidates[i]
		sign := ""
		switch {
		case r.answer.Chosen != nil && i == 0 && c.Part:
			sign = "⊂"
		case r.answer.Chosen != nil && i == 0:
			sign = "="
		}
		kind, _ := c.Entity.Kind.Info()
		rows = append(rows, []string{name, sign, c.Entity.Name, c.Entity.ID, kind.Chinese, word(string(c.How), c.How.Chinese()), fmt.Sprintf("%.3f", c.Score), c.Note})
		name = ""
	}
	return rows
}

// word is a term of a vocabulary with the one that officers read.
func word(name, chinese string) string { return strings.TrimSpace(name + " " + chinese) }

// readingJSON is what --json prints of a name.
type readingJSON struct {
	Name       string          `json:"name"`
	Chosen     string          `json:"chosen,omitempty"` // id
	Reason     resolve.Reason  `json:"reason,omitempty"`
	Note       string          `json:"note,omitempty"`
	Candidates []candidateJSON `json:"candidates"`
}

type candidateJSON struct {
	ID          string         `json:"id"`
	Kind        ecosystem.Kind `json:"kind"`
	Name        string         `json:"name"`
	Score       float64        `json:"score"`
	How         resolve.How    `json:"how"`
	Part        bool           `json:"part"`
	MatchedName string         `json:"matchedName"`
	Note        string         `json:"note,omitempty"`
}

func (r nameReading) json() readingJSON {
	out := readingJSON{Name: r.name, Reason: r.answer.Reason, Note: r.answer.Note, Candidates: []candidateJSON{}}
	if r.answer.Chosen != nil {
		out.Chosen = r.answer.Chosen.Entity.ID
	}
	for _, c := range r.answer.Candidates {
		out.Candidates = append(out.Candidates, candidateJSON{c.Entity.ID, c.Entity.Kind, c.Entity.Name, c.Score, c.How, c.Part, c.Name, c.Note})
	}
	return out
}
