package store

import "github.com/innograph/innograph/ecosystem"

// Key is a place in a list: the sort values of one row, ending in its id. Keys
// come from the rows of a page and are given back as they are. A key need not
// be of a row that the list still holds; one that no row can have is INVALID_CURSOR.
type Key []string

// Page is a part of a list: the first Limit rows after After, or with Backward
// the last Limit rows before Before. Both bounds may be given. Rows always come
// in list order.
type Page struct {
	Limit    int // 0 to Limits.Page; 0 gives no rows, e.g. for a bare count
	After    Key
	Before   Key
	Backward bool
	Total    bool // count the whole list too
	// Turns, in Neighbors only, lets relation types take turns: the first edge of
	// each type, then the second of each, and so on, so that a type with very many
	// edges leaves room for the others. Not with After, Before or Backward.
	Turns bool
}

// PageInfo tells what lies around a page: rows that Limit left out on that side,
// rows from Before on (HasNext), rows up to After (HasPrevious).
type PageInfo struct {
	HasNext, HasPrevious bool // rows behind the last and before the first of the page
	Total                int  // of the whole list, -1 when not asked for
}

// EntityPage is a page of entities; Keys[i] is the place of Entities[i].
type EntityPage struct {
	PageInfo
	Entities []*ecosystem.Entity
	Keys     []Key
}

// HitPage is a page of search hits; Keys[i] is the place of Hits[i].
type HitPage struct {
	PageInfo
	Hits []Hit
	Keys []Key
	// Truncated: of the entities that the filter holds, the text fits more than
	// Limits.Candidates besides those with an exact name; only the exact ones and
	// so many of the others, with the smallest ids, were ranked. Total counts these.
	Truncated bool
}

// Hit is an entity that a search found.
type Hit struct {
	Entity    *ecosystem.Entity
	Score     float64 // in (0, 1]
	MatchedOn string  // text.MatchName, …
	Matched   string  // the name that fitted
}

// EdgePage is a page of edges; Keys[i] is the place of Edges[i].
type EdgePage struct {
	PageInfo
	Edges []Edge
	Keys  []Key
}

// Edge is a relation seen from one end.
type Edge struct {
	Relation *ecosystem.Relation
	Out      bool // as stored, the relation leads from the near entity to Node
	Node     *ecosystem.Entity
}

// PathQuery asks for the best simple paths from one entity to another. A path
// may use relations against their sense unless Filter.Direction says otherwise
// (OUT: every relation leads towards To).
//
// Paths are told apart by their nodes: between two neighbours on a path the
// heaviest relation that the filter holds is taken (then the smallest id).
// Order: fewer hops, higher product of weights, then the sequence of node ids.
// The product is taken from From to To, starting with 1.
type PathQuery struct {
	From, To string
	MaxHops  int // 1 to Limits.Hops
	K        int // 1 to Limits.Paths
	Filter   RelationFilter
	// ThroughHierarchy admits regions, technology fields and policies as nodes
	// between the ends. Without it "both are in Shanghai" is no path.
	ThroughHierarchy bool
}

// PathAnswer holds at most K paths. From equal to To gives one path without steps.
type PathAnswer struct {
	Paths     []Path
	Truncated bool // the work bound was hit: better or further paths may exist
}

// Path is a sequence of steps; Start is its first node.
type Path struct {
	Start  *ecosystem.Entity
	Steps  []Edge  // each seen from the node before it
	Weight float64 // product of the weights of the steps
}

// HierarchyKinds are the kinds that PathQuery.ThroughHierarchy is about.
func HierarchyKinds() []ecosystem.Kind {
	return []ecosystem.Kind{ecosystem.Region, ecosystem.TechnologyField, ecosystem.Policy}
}
