package limits

import (
	"time"

	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/loader/resolve"
	"github.com/innograph/innograph/partners"
	"github.com/innograph/innograph/store"
)

// Limits are all limits of the GraphQL endpoint. serviceConfig shows each.
type Limits struct {
	Store store.Limits // what the store takes on

	Depth      int // nesting of a document; edges, node and nodes do not count
	Aliases    int // aliases of a document, each use of a fragment counted
	Tokens     int // tokens of a document
	Repeats    int // times that a field stands in one place of a document, fragments put in
	Complexity int // cost of a document, see cost

	Page page.Sizes // rows of a list
	IDs  int        // ids in nodes

	NeighborhoodIDs   int
	NeighborhoodKnown int        // ids that are drawn already; they must fit a filter of the store
	NeighborhoodDepth page.Sizes // steps
	NeighborhoodEdges page.Sizes // a level of nodes must fit one call of the store
	Hops              page.Sizes // of a path
	Paths             page.Sizes // of one answer

	Suggestions   page.Sizes // while somebody types
	Matches       page.Sizes // entities that a name may mean
	Names         int        // in resolveNames
	NamesMatches  int        // of all names in resolveNames; they must fit one call of the store
	NamedEntities int        // of a graph whose names are resolved: 1 GB per million, see docs/quality.md

	CoveredEntities    int        // of a graph whose coverage is counted; the whole of it is read
	GapNeeds           int        // needs that one question for gaps judges
	GapLevel           int        // entities that one of its levels looks at
	MatrixRows         page.Sizes // fields of a matrix
	MatrixColumns      int        // regions of a matrix
	IntroductionBodies int        // bodies within two ties of a target

	DemandFields    int        // fields that a demand names
	DemandText      int        // characters of the text of a demand
	MatchFields     int        // fields of a demand that partners are judged by
	MatchEnds       int        // partners to which one kind of evidence leads
	MatchPaths      int        // paths of one kind of evidence that are kept of a partner
	MatchCandidates int        // partners that are compared
	MatchDemands    int        // demands that a partner is compared with
	MatchTies       int        // relations of that partner
	MatchEvidence   page.Sizes // of a component

	Concurrent int // requests that are executed at once; zero: any number
	// Subscriptions bounds what is open at once: the subscriptions, and the
	// connections that carry them; ClientSubscriptions those of one client. Zero: any number.
	Subscriptions, ClientSubscriptions int

	// MessageBytes and MessageRate bound what comes over one WebSocket: the bytes of a
	// message, and messages a second, of which more wait.
	MessageBytes, MessageRate int

	ResponseBytes int // data of one answer; zero: any size

	PersistedQueries    int // that clients may register by hash; zero: none
	PersistedQueryBytes int // of one of them; longer ones are not kept

	// What the HTTP server allows; told here, enforced there. Zero: not told.
	Connections      int // open at once
	RequestBytes     int64
	RequestTimeout   time.Duration
	ClientRate       float64 // requests a second of one client
	ClientBurst      int     // requests of one client at once after a pause
	ClientConcurrent int     // requests of one client that are being answered
}

// Default are the limits of a server that is not told otherwise.
func Default() Limits {
	s, matching := store.DefaultLimits(), partners.DefaultBounds()
	return Limits{
		Store: s,
		Depth: 12, Aliases: 100, Tokens: 4000, Repeats: 100, Complexity: 50_000,
		Page: page.Sizes{Default: 20, Max: 100}, IDs: 100,
		NeighborhoodIDs:   50,
		NeighborhoodKnown: s.FilterParts / 2, // beside the nodes of a level
		NeighborhoodDepth: page.Sizes{Default: 1, Max: 3},
		NeighborhoodEdges: page.Sizes{Default: 200, Max: s.IDs / 2},
		Hops:              page.Sizes{Default: 4, Max: s.Hops},
		Paths:             page.Sizes{Default: 3, Max: s.Paths},
		Suggestions:       page.Sizes{Default: 10, Max: 20},
		Matches:           page.Sizes{Default: resolve.DefaultLimit, Max: resolve.MaxLimit},
		Names:             100, NamesMatches: s.IDs, NamedEntities: 300_000,
		CoveredEntities: 1_000_000,
		GapNeeds:        s.Page, GapLevel: 10 * s.IDs,
		MatrixRows: page.Sizes{Default: 80, Max: 200}, MatrixColumns: 60,
		IntroductionBodies: 10 * s.IDs,
		DemandFields:       20, DemandText: partners.MaxText,
		MatchFields: matching.Needs, MatchEnds: matching.Ends, MatchPaths: matching.Paths, MatchCandidates: matching.Candidates,
		MatchDemands: matching.Demands, MatchTies: matching.Ties, MatchEvidence: page.Sizes{Default: 3, Max: 100},
		Concurrent: 64, ResponseBytes: 8 << 20,
		PersistedQueries: 500, PersistedQueryBytes: 16 << 10,
		Subscriptions: 1000, ClientSubscriptions: 20, MessageBytes: 64 << 10, MessageRate: 50,
	}
}
