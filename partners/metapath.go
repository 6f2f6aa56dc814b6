package partners

import (
	"math"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/store"
)

// metapath is a ground and how it is walked, to the partner.
type metapath struct {
	ground match.Ground
	need   string // id of the field that it is about; empty: none
	starts []store.WalkStart
	steps  []store.WalkStep
	// fromBody: the first step only leads to the body of the home region whose tie
	// the rest is.
	fromBody bool
	kept     bool // the same for very many questions
}

func step(d store.Direction, kinds []ecosystem.Kind, types ...ecosystem.RelationType) store.WalkStep {
	return store.WalkStep{Filter: store.RelationFilter{Types: types, Direction: d, Kinds: kinds}}
}

// affiliate is how much counts what one of its institutes does, beside what a body does
// itself.
const affiliate = 0.75

func fading(decay float64, s store.WalkStep) store.WalkStep {
	s.Decay = decay
	return s
}

// fieldMetapaths are those by which a partner works in a field, without the one over
// disciplines.
func fieldMetapaths(need string, starts []store.WalkStart) []metapath {
	return []metapath{
		{ground: match.ByPlatform, need: need, starts: starts, steps: []store.WalkStep{
			step(store.In, []ecosystem.Kind{ecosystem.Platform}, ecosystem.InField),
			step(store.Out, nil, ecosystem.HostedBy, ecosystem.BuiltBy),
		}},
		{ground: match.ByOwnField, need: need, starts: starts, steps: []store.WalkStep{step(store.In, nil, ecosystem.InField)}},
		{ground: match.ByPlatform, need: need, starts: starts, steps: []store.WalkStep{
			step(store.In, ecosystem.OrganizationKinds(), ecosystem.InField),
			fading(affiliate, step(store.Out, nil, ecosystem.HostedBy, ecosystem.PartOf)),
		}},
		{ground: match.ByProject, need: need, starts: starts, steps: []store.WalkStep{
			step(store.In, []ecosystem.Kind{ecosystem.KeyProject, ecosystem.IndustryCluster, ecosystem.Programme}, ecosystem.InField),
			step(store.Out, nil, ecosystem.BuiltBy, ecosystem.HostedBy, ecosystem.ReliesOn, ecosystem.CooperatesWith),
		}},
		{ground: match.ByName, need: need, starts: starts, steps: []store.WalkStep{step(store.Out, nil, ecosystem.ReliesOn, ecosystem.CooperatesWith)}},
	}
}

// overThird is how much a tie over a third body counts beside one without.
const overThird = 0.5

// tie is one step between two that work together.
func tie() store.WalkStep {
	return step(store.Both, nil, ecosystem.CooperatesWith, ecosystem.HostedBy, ecosystem.BuiltBy, ecosystem.ReliesOn, ecosystem.Links, ecosystem.PartOf)
}

// bodies are the kinds whose ties count.
func bodies(more ...ecosystem.Kind) []ecosystem.Kind {
	return slices.Concat(ecosystem.OrganizationKinds(), []ecosystem.Kind{ecosystem.Platform, ecosystem.IndustryCluster}, more)
}

// ownTies are the ties of what asks, direct and over a third body.
func ownTies(asking string) []metapath {
	self := []store.WalkStart{{ID: asking, Weight: 1}}
	between := fading(overThird, tie())
	between.Filter.Kinds = bodies(ecosystem.KeyProject)
	return []metapath{
		{ground: match.ByOwnTie, starts: self, steps: []store.WalkStep{tie()}},
		{ground: match.ByOwnTie, starts: self, steps: []store.WalkStep{between, tie()}},
	}
}

// homeTies are the ties of all other bodies of the home region. For a government or
// whoever else asks for the region as a whole they are ties of its own, over a third.
func (g *gathering) homeTies() metapath {
	located := step(store.In, bodies(), ecosystem.LocatedIn)
	located.Filter.Far = &store.Filter{Not: g.itself()}
	ground := match.ByHomeTie
	if g.demand.forRegion() {
		ground, located.Decay = match.ByOwnTie, overThird
	}
	return metapath{ground: ground, starts: g.home.regions, steps: []store.WalkStep{located, tie()}, fromBody: true, kept: true}
}

// peerTies are the ties of those bodies of the home region that work in the field.
func (g *gathering) peerTies(need string, starts []store.WalkStart) metapath {
	peer := step(store.In, bodies(), ecosystem.InField)
	peer.Filter.Far = &store.Filter{Region: g.home.region.ID, Not: g.itself()}
	return metapath{ground: match.ByPeerTie, need: need, starts: starts, steps: []store.WalkStep{peer, tie()}, fromBody: true}
}

// itself holds what asks; nil when the demand names nobody whose ties count.
func (g *gathering) itself() *store.Filter {
	if e := g.demand.entity; e != nil && slices.Contains(bodies(), e.Kind) {
		return &store.Filter{IDs: []string{e.ID}}
	}
	return nil
}

// Ties lose half of their weight in ten years; one without a year is taken for ten
// years old. What is there does not age: a branch, an institution that both founded.
const halfLife = 10.0

func recency(now int, tie *ecosystem.Relation) float64 {
	switch {
	case tie.Type != ecosystem.CooperatesWith || tie.Strength == branchTie:
		return 1
	case tie.Year == 0:
		return 0.5
	default:
		return math.Pow(0.5, max(0, float64(now-tie.Year))/halfLife)
	}
}
