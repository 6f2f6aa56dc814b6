package resolve

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// Known is an index of entities for readers of texts: names are recognised
// exactly, and a name that is delimited already may be a short form.
type Known struct {
	*Index
	resolver *Resolver
}

// NewKnown makes the index of a data set.
func NewKnown(entities []ecosystem.Entity, relations []ecosystem.Relation) *Known {
	return &Known{NewIndex(entities), New(entities, relations)}
}

// Meaning returns the body (an organization, platform or cluster) among the
// kinds that a name means, although no name on record is just like it; nil when
// none is sure. A department or branch is not its organization here: a text that
// names it says nothing of the whole.
func (k *Known) Meaning(name string, kinds ...ecosystem.Kind) *ecosystem.Entity {
	bodies := slices.DeleteFunc(slices.Clone(kinds), func(kind ecosystem.Kind) bool {
		return !kind.IsOrganization() && kind != ecosystem.Platform && kind != ecosystem.IndustryCluster
	})
	if len(bodies) == 0 {
		return nil
	}
	a := k.resolver.Resolve(name, Options{Kinds: bodies})
	if a.Chosen == nil || a.Chosen.Part || a.Chosen.How == ByHost {
		return nil
	}
	return a.Chosen.Entity
}
