package store

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// Filter restricts entities. All given parts must hold. In every list, nil
// means no restriction and an empty list holds nothing.
type Filter struct {
	IDs   []string
	Kinds []ecosystem.Kind
	// Text holds what the query of Search fits, without the bound on candidates;
	// "" is no restriction, any other unreadable text holds nothing.
	Text     string
	Statuses []ecosystem.Status
	// Region holds what is located in this region (or cluster) or in anything
	// below it: a LOCATED_IN relation, then at most Limits.TreeDepth LOCATED_IN
	// and PART_OF relations from regions and clusters, up to the region.
	Region string
	// Fields holds what has an IN_FIELD relation to any of these fields or to a
	// field at most Limits.TreeDepth PART_OF relations below them.
	Fields []string
	// Document and Section hold what has a source in this document and section
	// (both in the same source). Section is a locator prefix at a level's edge,
	// see ecosystem.InSection.
	Document, Section string
	Properties        []PropertyFilter
	Related           []Related // all must hold
	Not               *Filter   // what this holds is left out
}

// PropertyFilter holds entities whose property has one of the values; of a list
// property one element must fit.
type PropertyFilter struct {
	Name   string
	Values []string // canonical, see ecosystem.Property.Canonical; nil: any, but the property must be there
}

// Related holds entities with at least one relation of this type and direction
// to an entity of To (nil: any) that Where holds (nil: any).
type Related struct {
	Type      ecosystem.RelationType
	Direction Direction
	To        []string
	Where     *Filter
}

// Direction is the sense in which a relation is read from an entity. A symmetric
// relation (ecosystem.RelationInfo.Symmetric) has both senses, however it is
// stored, and passes every direction.
type Direction string

// The directions.
const (
	Both Direction = ""    // either
	Out  Direction = "OUT" // from the entity
	In   Direction = "IN"  // to the entity
)

// RelationFilter restricts relations. Lists as in Filter.
type RelationFilter struct {
	Types     []ecosystem.RelationType
	Direction Direction        // symmetric relations pass each
	Kinds     []ecosystem.Kind // of the far entity; in Paths: of the nodes between the ends
	Region    string           // where the far entity lies, see Filter.Region; in Paths: the nodes between the ends
	MinWeight float64          // relations of at least this weight
	Statuses  []ecosystem.Status
	// ExcludeStatuses leaves out relations with one of these statuses. One without
	// a status stays: what a source reports without a word about it is no plan.
	ExcludeStatuses []ecosystem.Status
	Far             *Filter  // on the far entity; not in Paths
	Without         []string // ids of relations that are left out; not in Paths
}

// HeldStatuses are the statuses that relations may have, "" standing for none;
// nil: any.
func (f RelationFilter) HeldStatuses() []ecosystem.Status {
	if len(f.ExcludeStatuses) == 0 {
		return f.Statuses
	}
	held := slices.Clone(f.Statuses)
	if held == nil {
		held = append(held, "")
		for _, term := range ecosystem.Statuses() {
			held = append(held, ecosystem.Status(term.Name))
		}
	}
	return slices.DeleteFunc(held, func(s ecosystem.Status) bool { return slices.Contains(f.ExcludeStatuses, s) })
}

// Order is a sort order of entities. Ties are broken by id, in the same sense.
type Order struct {
	By         OrderBy
	Descending bool
}

// OrderBy names a sort value.
type OrderBy string

// The sort values.
const (
	ByID   OrderBy = "ID"
	ByName OrderBy = "NAME" // text.SortKey of the name: pinyin order
)

// Dimension is what facets count by.
type Dimension string

// The dimensions. An entity with several values counts under each; one without
// any counts under the empty value.
const (
	FacetKind      Dimension = "KIND"
	FacetStatus    Dimension = "STATUS"
	FacetRegion    Dimension = "REGION"    // id of a region with a LOCATED_IN relation from the entity
	FacetProvince  Dimension = "PROVINCE"  // id of a region of this level that Filter.Region would find the entity in
	FacetCity      Dimension = "CITY"      // likewise
	FacetCounty    Dimension = "COUNTY"    // likewise
	FacetField     Dimension = "FIELD"     // id of a field with an IN_FIELD relation from the entity
	FacetTopField  Dimension = "TOP_FIELD" // id of a field of this level that Filter.Fields would find the entity in
	FacetSubField  Dimension = "SUB_FIELD" // likewise
	FacetRelation  Dimension = "RELATION"  // type of a relation from or to the entity
	FacetStrength  Dimension = "STRENGTH"  // strength word of a STRONG_IN relation from the entity
	FacetDocument  Dimension = "DOCUMENT"  // id of a source document
	FacetCertainty Dimension = "CERTAINTY" // certainty of the surest source
)

// Dimensions lists all dimensions.
func Dimensions() []Dimension {
	return []Dimension{
		FacetKind, FacetStatus, FacetRegion, FacetProvince, FacetCity, FacetCounty, FacetField, FacetTopField, FacetSubField,
		FacetRelation, FacetStrength, FacetDocument, FacetCertainty,
	}
}

// Level is the kind of the values of a dimension that counts by one level of a
// tree, and what their property level says; ok is false for other dimensions.
func (d Dimension) Level() (kind ecosystem.Kind, level string, ok bool) {
	switch d {
	case FacetProvince:
		return ecosystem.Region, "province", true
	case FacetCity:
		return ecosystem.Region, "city", true
	case FacetCounty:
		return ecosystem.Region, "county", true
	case FacetTopField:
		return ecosystem.TechnologyField, "top", true
	case FacetSubField:
		return ecosystem.TechnologyField, "sub", true
	default:
		return "", "", false
	}
}

// Facet is the count by one dimension: most first, then by value.
type Facet struct {
	Dimension Dimension
	Buckets   []Bucket // at most Limits.Buckets
	More      int      // number of further values that were left out
}

// Bucket is one value of a dimension; the empty value means unknown.
type Bucket struct {
	Value string
	Count int
}
