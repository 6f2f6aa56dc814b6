package trusted

import (
	"context"
	"encoding/json"
	"regexp"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/apierror"
)

// Finder finds the document that a request means.
type Finder struct {
	set       *Set
	only      bool
	automatic *lru.LRU[string] // by hash; nil: nothing can be registered
	longest   int
}

// Config is what a finder needs.
type Config struct {
	Set       *Set // nil: no trusted documents
	Only      bool // nothing but the documents of the set may run
	Automatic int  // queries that clients may register; zero: none
	Longest   int  // bytes of one of them
}

// NewFinder makes a finder.
func NewFinder(c Config) *Finder {
	f := &Finder{set: c.Set, only: c.Only, longest: c.Longest}
	if c.Automatic > 0 && !c.Only {
		f.automatic = lru.New[string](c.Automatic)
	}
	return f
}

// Request is how a request names its document; nil means left out.
type Request struct {
	ID         *string // documentId
	Query      *string // the text
	Extensions map[string]any
}

// Text is the text of the document that a request means. BAD_INPUT: it names none
// or several. UNKNOWN_DOCUMENT, PERSISTED_QUERY_NOT_FOUND: it names one that is not
// known. DOCUMENTS_ONLY: it names one that is not trusted where only trusted ones
// may run.
func (f *Finder) Text(ctx context.Context, r Request) (string, error) {
	hash, err := automaticHash(r.Extensions)
	switch {
	case err != nil:
		return "", err
	case f.only && r.Query != nil && *r.Query != "":
		return "", documentsOnly()
	case r.ID != nil && (r.Query != nil || hash != ""):
		return "", ecosystem.Errorf(ecosystem.CodeBadInput, "the request names two documents: send documentId without query and extensions.persistedQuery")
	case r.ID != nil:
		return f.byID(*r.ID)
	case hash != "":
		return f.byHash(ctx, hash, r.Query)
	case r.Query != nil:
		return *r.Query, nil
	default:
		return "", ecosystem.Errorf(ecosystem.CodeBadInput, "the request has no query and no documentId")
	}
}

func (f *Finder) byID(id string) (string, error) {
	text, known := f.set.Text(id)
	switch {
	case known:
		return text, nil
	case f.set.Len() == 0:
		return "", ecosystem.Errorf(apierror.CodeUnknownDocument, "this server has no documents by id: send the text as query")
	default:
		return "", ecosystem.Errorf(apierror.CodeUnknownDocument, "no document has this id: was it added to the manifest that the server reads at its start?")
	}
}

// byHash finds a query that was registered, or registers the one that comes along.
func (f *Finder) byHash(ctx context.Context, hash string, query *string) (string, error) {
	if query != nil && *query != "" {
		if Hash(*query) != hashPrefix+hash {
			return "", ecosystem.Errorf(ecosystem.CodeBadInput, "extensions.persistedQuery.sha256Hash is not the SHA-256 of the query")
		}
		if f.automatic != nil && len(*query) <= f.longest {
			f.automatic.Add(ctx, hash, *query)
		}
		return *query, nil
	}
	if text, known := f.set.Text(hashPrefix + hash); known {
		return text, nil
	}
	if f.automatic != nil {
		if text, known := f.automatic.Get(ctx, hash); known {
			return text, nil
		}
	}
	if f.only {
		return "", documentsOnly()
	}
	return "", ecosystem.Errorf(apierror.CodePersistedQueryNotFound, "no query with this hash is registered: send the query along once")
}

func documentsOnly() *ecosystem.Error {
	return ecosystem.Errorf(apierror.CodeDocumentsOnly, "only trusted documents run here: send the documentId of one, without query; new documents are added to the manifest of the server")
}

var hexHash = regexp.MustCompile(`^[0-9a-f]{64}$`)

// automaticHash is the hash by which an automatic persisted query is named; empty
// when the request has none.
func automaticHash(extensions map[string]any) (string, error) {
	given, ok := extensions["persistedQuery"]
	if !ok || given == nil {
		return "", nil
	}
	var read struct {
		Version    int
		SHA256Hash string
	}
	text, err := json.Marshal(given)
	if err == nil {
		err = json.Unmarshal(text, &read)
	}
	hash := strings.ToLower(read.SHA256Hash)
	if err != nil || read.Version != 1 || !hexHash.MatchString(hash) {
		return "", ecosystem.Errorf(ecosystem.CodeBadInput, `extensions.persistedQuery must be {"version": 1, "sha256Hash": "…"} with a hash of 64 hexadecimal digits`)
	}
	return hash, nil
}

// ExtensionName names the guard.
func (f *Finder) ExtensionName() string { return "TrustedDocuments" }

// Validate has nothing to check.
func (f *Finder) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters lets no other text through, whatever way it came.
func (f *Finder) MutateOperationParameters(_ context.Context, request *graphql.RawParams) *gqlerror.Error {
	if _, known := f.set.Parsed(request.Query); f.only && !known {
		return gqlerror.Wrap(documentsOnly())
	}
	return nil
}
