package coverage

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// Part is something that may be known of an entity.
type Part string

// The parts.
const (
	Region     Part = "REGION"
	Field      Part = "FIELD"
	Tie        Part = "TIE"
	Status     Part = "STATUS"
	ExternalID Part = "EXTERNAL_ID"
	NameEn     Part = "NAME_EN"
)

// Parts lists all parts.
func Parts() []Part { return []Part{Region, Field, Tie, Status, ExternalID, NameEn} }

// partOf is the part that a relation gives its ends; empty for other types.
func partOf(t ecosystem.RelationType) Part {
	switch t {
	case ecosystem.LocatedIn:
		return Region
	case ecosystem.InField:
		return Field
	case ecosystem.HostedBy, ecosystem.BuiltBy, ecosystem.ReliesOn, ecosystem.Links, ecosystem.CooperatesWith:
		return Tie
	default:
		return ""
	}
}

// CanHave reports whether entities of a kind can have a part.
func CanHave(k ecosystem.Kind, p Part) bool {
	switch p { //nolint:exhaustive // the others follow from the vocabulary
	case Status:
		return slices.Contains([]ecosystem.Kind{ecosystem.Platform, ecosystem.IndustryCluster, ecosystem.KeyProject, ecosystem.Programme}, k)
	case ExternalID:
		return k.IsOrganization() || k == ecosystem.Platform
	case NameEn:
		return true
	case Region: // the vocabulary allows more, but a discipline lies nowhere
		return !slices.Contains([]ecosystem.Kind{ecosystem.TechnologyField, ecosystem.Discipline, ecosystem.Region, ecosystem.Indicator}, k)
	}
	return slices.ContainsFunc(ecosystem.RelationTypes(), func(info ecosystem.RelationInfo) bool {
		return partOf(info.Type) == p && slices.ContainsFunc(info.Ends, func(e ecosystem.Ends) bool {
			return slices.Contains(e.From, k) || (p == Tie && slices.Contains(e.To, k))
		})
	})
}

// Coverage is the whole count.
type Coverage struct {
	ByKind               []KindCoverage // all kinds
	EntitiesByKnown      []KnownCount   // all ways of knowing, of the surest source
	RelationsByKnown     []KnownCount
	RelationsByCertainty []CertaintyCount
}

// KindCoverage is what is known of the entities of a kind.
type KindCoverage struct {
	Kind  ecosystem.Kind
	Count int
	Parts []Share // those that the kind can have
}

// Share is how many entities of a kind have a part.
type Share struct {
	Part         Part
	Count, total int
}

// Share is the count as a share of all, from 0 to 1; nil when there are none.
func (s Share) Share() *float64 {
	if s.total == 0 {
		return nil
	}
	share := float64(s.Count) / float64(s.total)
	return &share
}

// KnownCount is the number of statements that are known in a way.
type KnownCount struct {
	Known ecosystem.Known
	Count int
}

// CertaintyCount is the number of statements of a certainty.
type CertaintyCount struct {
	Certainty ecosystem.Certainty
	Count     int
}

// Certainties lists the certainties, the highest first, with their counts.
func Certainties(count map[ecosystem.Certainty]int) (counts []CertaintyCount) {
	for _, c := range []ecosystem.Certainty{ecosystem.High, ecosystem.Medium, ecosystem.Low} {
		counts = append(counts, CertaintyCount{c, count[c]})
	}
	return counts
}

func knownCounts(count map[ecosystem.Known]int) (counts []KnownCount) {
	for _, k := range ecosystem.KnownWays() {
		known := ecosystem.Known(k.Name)
		counts = append(counts, KnownCount{known, count[known]})
	}
	return counts
}
