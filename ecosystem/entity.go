package ecosystem

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
)

// Entity is one node of the graph.
type Entity struct {
	ID          string
	Kind        Kind
	Name        string // canonical name
	NameEn      string
	Aliases     []string
	FormerNames []string
	Status      Status
	StatusDate  string            // the date for which the status is known: YYYY[-MM[-DD]]
	Properties  map[string]string // by Property.Name, canonical values
	ExternalIDs []ExternalID
	Sources     []Source
	Claims      []Claim // where sources contradict each other: all values, the surest first
}

// ExternalID is an identifier that somebody else gave, e.g. scheme "ror".
type ExternalID struct{ Scheme, Value string }

// Relation is one edge of the graph.
type Relation struct {
	ID       string // see RelationID
	Type     RelationType
	From, To string  // entity ids
	Weight   float64 // in (0, 1]
	Label    string  // what the source calls it, e.g. 共建
	Strength string  // a word of Strengths
	Year     int     // 0: unknown
	Value    string  // of a target: canonical number
	Unit     string
	Status   Status
	Sources  []Source
}

// Normalize orders what has no order of its own, so that equal entities are
// equal values.
func (e *Entity) Normalize() {
	e.Aliases = sortedSet(e.Aliases)
	e.FormerNames = sortedSet(e.FormerNames)
	slices.SortFunc(e.ExternalIDs, func(a, b ExternalID) int {
		return cmp.Or(cmp.Compare(a.Scheme, b.Scheme), cmp.Compare(a.Value, b.Value))
	})
	e.ExternalIDs = slices.Compact(e.ExternalIDs)
	e.Sources = mergeSources(e.Sources, nil)
	if len(e.Properties) == 0 {
		e.Properties = nil
	}
}

// Names lists all names of the entity, the canonical one first.
func (e *Entity) Names() []string {
	names := append([]string{e.Name, e.NameEn}, e.Aliases...)
	names = append(names, e.FormerNames...)
	return slices.DeleteFunc(names, func(s string) bool { return s == "" })
}

// PrintedName is what the surest source prints where that differs from the
// name; empty when no source does.
func (e *Entity) PrintedName() string {
	for _, s := range e.Sources {
		if s.PrintedName != "" {
			return s.PrintedName
		}
	}
	return ""
}

// Fingerprint is a digest of everything the entity says: equal fingerprints
// mean that nothing changed. The entity must be normalized.
func (e *Entity) Fingerprint() string { return fingerprint(e) }

// Fingerprint is a digest of everything the relation says.
func (r *Relation) Fingerprint() string { return fingerprint(r) }

// Fingerprint is a digest of everything the document record says.
func (d *Document) Fingerprint() string { return fingerprint(d) }

func fingerprint(v any) string {
	text, err := json.Marshal(v) // maps are written in key order
	if err != nil {
		panic("ecosystem: a plain struct does not marshal: " + err.Error())
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:12])
}

func sortedSet(list []string) []string {
	out := slices.Clone(list)
	slices.Sort(out)
	out = slices.Compact(out)
	if len(out) == 0 {
		return nil
	}
	return out
}
