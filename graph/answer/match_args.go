package answer

import (
	"context"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/partners"
)

// DemandInput is what is needed; nil means left out.
type DemandInput struct {
	Entity *string
	Fields []FieldNeed
	Text   *string
}

// FieldNeed is a technology field that is needed.
type FieldNeed struct {
	Field  string
	Weight *float64
}

// PartnerFilter says who may be a partner; nil means left out.
type PartnerFilter struct {
	Region        *string
	Anywhere      *bool
	Kinds         []ecosystem.Kind
	ExcludeRegion *string
	MinStrength   *float64
	Exclude       []string
}

// MatchWeights say how much each component counts; nil means left out.
type MatchWeights struct{ FieldFit, Strength, Ties, TrackRecord, Reach *float64 }

// MatchArgs are the arguments that all matching has.
type MatchArgs struct {
	Where    *PartnerFilter
	Strategy *partners.Strategy
	Weights  *MatchWeights
	Home     *string
}

func bad(format string, args ...any) error {
	return ecosystem.Errorf(ecosystem.CodeBadInput, format, args...)
}

func exceeded(format string, args ...any) error {
	return ecosystem.Errorf(ecosystem.CodeLimitExceeded, format, args...)
}

// question reads the arguments of a question for partners.
func (a MatchArgs) question(l *load.Loaders, demand DemandInput) (partners.Question, error) {
	q := partners.Question{
		Home: or(a.Home, ecosystem.Linyi), Strategy: or(a.Strategy, partners.Balanced), Weights: a.Weights.read(), Year: l.Year(),
	}
	var err error
	if q.Demand, err = demand.read(l.Limits); err != nil {
		return q, err
	}
	q.Where, err = a.Where.read(l.Limits)
	return q, err
}

func (w *MatchWeights) read() match.Weights {
	weights := match.DefaultWeights()
	if w == nil {
		return weights
	}
	return match.Weights{
		FieldFit: or(w.FieldFit, weights.FieldFit), Strength: or(w.Strength, weights.Strength), Ties: or(w.Ties, weights.Ties),
		TrackRecord: or(w.TrackRecord, weights.TrackRecord), Reach: or(w.Reach, weights.Reach),
	}
}

func (d DemandInput) read(l limits.Limits) (partners.Demand, error) {
	text := strings.TrimSpace(or(d.Text, ""))
	out := partners.Demand{Entity: or(d.Entity, ""), Text: text}
	if n := len(d.Fields); n > l.DemandFields {
		return out, exceeded("the demand names %d fields, at most %d are allowed", n, l.DemandFields)
	}
	if n := len([]rune(text)); n > l.DemandText {
		return out, exceeded("the text of the demand has %d characters, at most %d are allowed", n, l.DemandText)
	}
	for _, f := range d.Fields {
		out.Fields = append(out.Fields, partners.FieldNeed{Field: f.Field, Weight: or(f.Weight, 1)})
	}
	if out.Entity == "" && len(out.Fields) == 0 && text == "" {
		return out, bad("the demand is empty; give demand.entity (the id of a project, cluster, field or organization), demand.fields or demand.text")
	}
	return out, nil
}

func (f *PartnerFilter) read(l limits.Limits) (partners.Where, error) {
	if f == nil {
		f = &PartnerFilter{}
	}
	w := partners.Where{
		Region: or(f.Region, ecosystem.YangtzeRiverDelta), ExcludeRegion: or(f.ExcludeRegion, ""), Kinds: f.Kinds,
		MinStrength: or(f.MinStrength, 0), Exclude: f.Exclude,
	}
	if or(f.Anywhere, false) {
		if f.Region != nil {
			return w, bad("where.region and where.anywhere were both given; give one of them")
		}
		w.Region = ""
	}
	for _, k := range f.Kinds {
		if !isPartner(k) {
			return w, bad("a %s is no partner; where.kinds takes organizations and PLATFORM", k)
		}
	}
	if !(w.MinStrength >= 0 && w.MinStrength <= 1) { // NaN too
		return w, bad("where.minStrength lies between 0 and 1")
	}
	if n := len(f.Exclude); n > l.IDs {
		return w, exceeded("%d ids were given in where.exclude, at most %d are allowed", n, l.IDs)
	}
	return w, nil
}

func isPartner(k ecosystem.Kind) bool { return k.IsOrganization() || k == ecosystem.Platform }

// readPartner reads a partner by its id.
func readPartner(ctx context.Context, l *load.Loaders, id string) (*ecosystem.Entity, error) {
	found, err := l.Reader.Entities(ctx, []string{id})
	if err != nil {
		return nil, err
	}
	switch e := found[0]; {
	case e == nil:
		return nil, ecosystem.Errorf(ecosystem.CodeUnknownID, "nothing has the id %q; give the partner as an id of this graph", id)
	case !isPartner(e.Kind):
		return nil, bad("%s is a %s; a partner is an organization or a platform", e.ID, e.Kind)
	default:
		return e, nil
	}
}

func matchBounds(l limits.Limits) partners.Bounds {
	b := partners.DefaultBounds()
	b.Needs, b.Ends, b.Paths, b.Candidates = l.MatchFields, l.MatchEnds, l.MatchPaths, l.MatchCandidates
	b.Demands, b.Ties = l.MatchDemands, l.MatchTies
	return b
}

// desk answers questions about partners from the graph of the operation.
func desk(l *load.Loaders) *partners.Desk {
	return partners.NewDesk(l.Reader, l.Texts(), matchBounds(l.Limits))
}
