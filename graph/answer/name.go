package answer

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/entity"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/loader/resolve"
)

// NameMatch is an entity that a name may mean.
type NameMatch struct {
	c      resolve.Candidate
	chosen bool
	at     *load.Level
	entity *ecosystem.Entity
}

// NameReading is what one name of several means.
type NameReading struct {
	Name    string
	answer  resolve.Answer
	Matches []*NameMatch
}

// NameArgs say what the names of one question have in common.
type NameArgs struct {
	Kinds  []ecosystem.Kind
	Region *string
	First  *int
}

// ResolveName tells which entities a name may mean.
func ResolveName(ctx context.Context, name string, a NameArgs) ([]*NameMatch, error) {
	if n := len([]rune(name)); n > resolve.MaxName {
		return nil, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "the name has %d characters, at most %d are allowed", n, resolve.MaxName)
	}
	readings, err := a.read(ctx, []string{name})
	if err != nil {
		return nil, err
	}
	if readings[0].answer.Reason == resolve.Empty {
		return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "there is no name in %q", name)
	}
	return readings[0].Matches, nil
}

// ResolveNames tells what each name means.
func ResolveNames(ctx context.Context, names []string, a NameArgs) ([]*NameReading, error) {
	l := load.From(ctx).Limits
	if len(names) > l.Names {
		return nil, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "%d names were given, at most %d are allowed", len(names), l.Names)
	}
	return a.read(ctx, names)
}

// read finds the candidates of all names by one resolver and fetches their
// entities by one call of the store.
func (a NameArgs) read(ctx context.Context, names []string) ([]*NameReading, error) {
	l := load.From(ctx)
	first, err := page.Bounded("first", a.First, l.Limits.Matches)
	if err != nil {
		return nil, err
	}
	if n := len(names) * first; n > l.Limits.NamesMatches {
		return nil, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "%d names with %d matches each were asked for, at most %d matches together are allowed", len(names), first, l.Limits.NamesMatches)
	}
	resolver, err := l.Resolver(ctx)
	if err != nil {
		return nil, err
	}
	opts := resolve.Options{Kinds: a.Kinds, Limit: max(first, 1)}
	if a.Region != nil {
		if opts.Region = *a.Region; !resolver.HasRegion(opts.Region) {
			return nil, ecosystem.Errorf(ecosystem.CodeUnknownID, "no region has the id %q", opts.Region)
		}
	}
	readings := make([]*NameReading, len(names))
	for i, name := range names {
		if err := ctx.Err(); err != nil {
			return nil, ecosystem.Wrap(err, ecosystem.CodeTimeout, "the time for this request is over; ask for fewer names")
		}
		readings[i] = &NameReading{Name: name, answer: resolver.Resolve(name, opts)}
		readings[i].answer.Candidates = readings[i].answer.Candidates[:min(first, len(readings[i].answer.Candidates))]
	}
	return readings, fetch(ctx, readings)
}

// fetch puts the entities of the store into the matches; those of the resolver
// hold names only.
func fetch(ctx context.Context, readings []*NameReading) error {
	l := load.From(ctx)
	var ids []string
	at := map[string]int{}
	for _, r := range readings {
		for _, c := range r.answer.Candidates {
			if _, again := at[c.Entity.ID]; !again {
				at[c.Entity.ID] = len(ids)
				ids = append(ids, c.Entity.ID)
			}
		}
	}
	if len(ids) == 0 {
		return nil
	}
	found, err := l.Reader.Entities(ctx, ids)
	if err != nil {
		return err
	}
	level := l.Level(found)
	for i := range readings {
		a := readings[i].answer
		readings[i].Matches = make([]*NameMatch, len(a.Candidates))
		for j, c := range a.Candidates {
			e := found[at[c.Entity.ID]]
			if e == nil {
				return ecosystem.Errorf(ecosystem.CodeBusy, "a load changed the graph while the names were read; ask again")
			}
			chosen := a.Chosen != nil && a.Chosen.Entity.ID == c.Entity.ID
			readings[i].Matches[j] = &NameMatch{c: c, chosen: chosen, at: level, entity: e}
		}
	}
	return nil
}

// Entity is the entity.
func (m *NameMatch) Entity() entity.Entity { return entity.Of(m.entity, m.at) }

// Score lies above 0 and is at most 1.
func (m *NameMatch) Score() float64 { return m.c.Score }

// How tells how the name matched.
func (m *NameMatch) How() resolve.How { return m.c.How }

// Chosen reports that the name means this entity.
func (m *NameMatch) Chosen() bool { return m.chosen }

// Part reports that the name means something of the entity.
func (m *NameMatch) Part() bool { return m.c.Part }

// MatchedName is the name on record that fitted.
func (m *NameMatch) MatchedName() string { return m.c.Name }

// Note tells what differs or is doubtful.
func (m *NameMatch) Note() (string, bool) { return m.c.Note, m.c.Note != "" }

// Chosen is the match that is chosen.
func (r *NameReading) Chosen() *NameMatch {
	for _, m := range r.Matches {
		if m.chosen {
			return m
		}
	}
	return nil
}

// Reason tells why none is chosen.
func (r *NameReading) Reason() (resolve.Reason, bool) {
	return r.answer.Reason, r.answer.Reason != resolve.NoReason
}

// Note tells more about the reason.
func (r *NameReading) Note() (string, bool) { return r.answer.Note, r.answer.Note != "" }
