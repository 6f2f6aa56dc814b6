package gap

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Question is what is asked of a World.
type Question struct {
	Home, Partner string // ids of regions
	// MinStrength is the strength from which a supplier counts.
	MinStrength float64
	// FewHome and FewPartner are the greatest counts that still are few.
	FewHome, FewPartner int
	Suppliers           []ecosystem.Kind // kinds of bodies that count
}

// The defaults, which are judgements: a body that reaches half of the strength of a
// perfect one counts; three bodies of one's own are few; and ten in the partner
// region are as many as one can visit in a season.
const (
	DefaultMinStrength = 0.5
	DefaultFewHome     = 3
	DefaultFewPartner  = 10
)

// DefaultSuppliers are the kinds that do research. Enterprises are left out: at
// home they are those who ask.
func DefaultSuppliers() []ecosystem.Kind {
	return []ecosystem.Kind{ecosystem.University, ecosystem.ResearchInstitute, ecosystem.Hospital, ecosystem.Platform}
}

// SupplierKinds are all kinds that may be asked for.
func SupplierKinds() []ecosystem.Kind {
	return append(ecosystem.OrganizationKinds(), ecosystem.Platform)
}

// NeedKinds are the kinds that may be needs.
func NeedKinds() []ecosystem.Kind {
	return []ecosystem.Kind{ecosystem.TechnologyField, ecosystem.IndustryCluster, ecosystem.KeyProject}
}

// World is what of the graph a question is about.
type World struct {
	Needs []*ecosystem.Entity
	// Edges are the edges of needs, fields, disciplines, platforms and projects by
	// the id of their near end, in the order of the store.
	Edges map[string][]store.Edge
	// Above are the ids of all regions and clusters that an entity lies in, at any
	// depth, by its id.
	Above map[string][]string
	// Truncated: some entity has more edges than were read.
	Truncated bool
}

// In reports whether an entity lies in a region.
func (w World) In(id, region string) bool { return slices.Contains(w.Above[id], region) }

// Severity says how bad a gap is.
type Severity string

// The severities, the worst first.
const (
	None    Severity = "NONE"    // nobody at home, nobody near by
	Scarce  Severity = "SCARCE"  // nobody at home, few near by
	Nearby  Severity = "NEARBY"  // nobody at home, many near by
	Few     Severity = "FEW"     // few at home
	Covered Severity = "COVERED" // more than few at home: no gap
	Unknown Severity = "UNKNOWN" // the graph does not tell what would supply it
)

// Severities lists all severities, the worst first.
func Severities() []Severity { return []Severity{None, Scarce, Nearby, Few, Covered, Unknown} }

// SeverityOf judges by the numbers of suppliers at home and in the partner region.
func (q Question) SeverityOf(home, partner int) Severity {
	switch {
	case home > q.FewHome:
		return Covered
	case home > 0:
		return Few
	case partner > q.FewPartner:
		return Nearby
	case partner > 0:
		return Scarce
	default:
		return None
	}
}
