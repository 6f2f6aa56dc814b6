package answer

import (
	"context"
	"sync"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/entity"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/wording"
)

// fitPage is what explains the rows of a page; each part is worked out for all rows
// when the first asks for it.
type fitPage struct {
	fits                       []match.Fit
	components                 func() [][]MatchComponent
	reasonsFor, reasonsAgainst func() [][]MatchReason
}

func newFitPage(l *load.Loaders, fits []match.Fit) *fitPage {
	return &fitPage{
		fits:           fits,
		components:     sync.OnceValue(func() [][]MatchComponent { return componentsOf(l, fits) }),
		reasonsFor:     sync.OnceValue(func() [][]MatchReason { return reasonsOf(l, fits, match.Fit.ReasonsFor) }),
		reasonsAgainst: sync.OnceValue(func() [][]MatchReason { return reasonsOf(l, fits, match.Fit.ReasonsAgainst) }),
	}
}

// MatchComponent is a part of a score.
type MatchComponent struct {
	match.Part
	needs []match.Need
	in    *evidenceShown
}

// evidenceShown makes the levels of the evidence of a page: one for each number that
// the client asks for, so that a level knows who is going to ask.
type evidenceShown struct {
	loaders *load.Loaders
	parts   []match.Part
	needs   []match.Need
	mu      sync.Mutex
	made    map[int]evidenceLevels
}

func componentsOf(l *load.Loaders, fits []match.Fit) [][]MatchComponent {
	in := &evidenceShown{loaders: l, made: map[int]evidenceLevels{}}
	all := make([][]MatchComponent, len(fits))
	for i, f := range fits {
		for _, p := range f.Components() {
			all[i] = append(all[i], MatchComponent{p, f.Needs(), in})
			in.parts = append(in.parts, p)
		}
		in.needs = append(in.needs, f.Needs()...)
	}
	return all
}

func (s *evidenceShown) levels(first int) evidenceLevels {
	s.mu.Lock()
	defer s.mu.Unlock()
	levels, ok := s.made[first]
	if !ok {
		var all []match.Evidence
		for _, p := range s.parts {
			all = append(all, firstOf(p.Evidence, first)...)
		}
		levels = evidenceLevelsOf(s.loaders, all, s.needs)
		s.made[first] = levels
	}
	return levels
}

// Value is rounded as scores are, so that every store gives the same.
func (c MatchComponent) Value() float64 { return store.RoundScore(c.Part.Value) }

// Weight is the share of the score.
func (c MatchComponent) Weight() float64 { return store.RoundScore(c.Part.Weight) }

// Name is which part.
func (c MatchComponent) Name() match.Component { return c.Component }

// EvidenceCount is the number of paths that are kept.
func (c MatchComponent) EvidenceCount() int { return len(c.Part.Evidence) }

// Evidence are the first of them.
func (c MatchComponent) Evidence(ctx context.Context, first *int) ([]MatchEvidence, error) {
	n, err := page.Bounded("first", first, load.From(ctx).Limits.MatchEvidence)
	if err != nil {
		return nil, err
	}
	return evidenceOf(firstOf(c.Part.Evidence, n), c.in.levels(n)), nil
}

// MatchEvidence is a path that speaks for a partner.
type MatchEvidence struct {
	match.Evidence
	at evidenceLevels
}

// evidenceLevels are what paths that are shown together were read with.
type evidenceLevels struct {
	needs  map[string]*ecosystem.Entity
	fields *load.Level
	paths  PathResult
}

func evidenceLevelsOf(l *load.Loaders, all []match.Evidence, needs []match.Need) evidenceLevels {
	at := evidenceLevels{needs: map[string]*ecosystem.Entity{}}
	for _, n := range needs {
		at.needs[n.Field.ID] = n.Field
	}
	var fields, starts, steps []*ecosystem.Entity
	var relations []*ecosystem.Relation
	for _, e := range all {
		if field := at.needs[e.Need]; field != nil {
			fields = append(fields, field)
		}
		starts = append(starts, e.Path.Start)
		nodes, walkedOver := walked(e.Path.Steps)
		steps, relations = append(steps, nodes...), append(relations, walkedOver...)
	}
	at.fields = l.Level(fields)
	at.paths = PathResult{starts: l.Level(starts), steps: l.Level(steps), cited: l.CitedBy(relations)}
	return at
}

func evidenceOf(all []match.Evidence, at evidenceLevels) []MatchEvidence {
	shown := make([]MatchEvidence, len(all))
	for i, e := range all {
		shown[i] = MatchEvidence{e, at}
	}
	return shown
}

// Field is the needed field; nil for ties outside of one.
func (e MatchEvidence) Field() *entity.TechnologyField {
	return fieldOf(e.at.needs[e.Need], e.at.fields)
}

func fieldOf(e *ecosystem.Entity, at *load.Level) *entity.TechnologyField {
	if e == nil {
		return nil
	}
	return fieldsOf([]*ecosystem.Entity{e}, at)[0]
}

// Path leads to the partner. Its weight is that of any path; what it counts is Weight.
func (e MatchEvidence) Path() *Path {
	p := store.Path{Start: e.Evidence.Path.Start, Steps: e.Evidence.Path.Steps, Weight: 1}
	for _, step := range p.Steps {
		p.Weight *= step.Relation.Weight
	}
	p.Weight = store.RoundScore(p.Weight)
	return &Path{p, e.at.paths}
}

// Weight is how much the path counts.
func (e MatchEvidence) Weight() float64 { return store.RoundScore(e.Evidence.Weight) }

// MatchReason speaks for or against a partner.
type MatchReason struct {
	match.Reason
	fields *load.Level
	at     evidenceLevels
}

func reasonsOf(l *load.Loaders, fits []match.Fit, find func(match.Fit) []match.Reason) [][]MatchReason {
	found := make([][]match.Reason, len(fits))
	var fields []*ecosystem.Entity
	var evidence []match.Evidence
	var needs []match.Need
	for i, f := range fits {
		found[i] = find(f)
		needs = append(needs, f.Needs()...)
		for _, r := range found[i] {
			if r.Field != nil {
				fields = append(fields, r.Field)
			}
			evidence = append(evidence, r.Evidence...)
		}
	}
	level, at := l.Level(fields), evidenceLevelsOf(l, evidence, needs)
	all := make([][]MatchReason, len(fits))
	for i, reasons := range found {
		all[i] = make([]MatchReason, len(reasons))
		for j, r := range reasons {
			all[i][j] = MatchReason{r, level, at}
		}
	}
	return all
}

// Field is what the reason is about; nil for ties and places.
func (r MatchReason) Field() *entity.TechnologyField { return fieldOf(r.Reason.Field, r.fields) }

// Sentence is the reason in words.
func (r MatchReason) Sentence() wording.Sentence { return r.Text }

// Evidence is what it rests on.
func (r MatchReason) Evidence() []MatchEvidence { return evidenceOf(r.Reason.Evidence, r.at) }
