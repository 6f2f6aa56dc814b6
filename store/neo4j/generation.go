package neo4j

import (
	"context"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// meta is the :Meta node: the current generation, and the one that a large load
// is writing or has left unfinished (0: none).
type meta struct {
	store.Generation
	pending int64
}

type metaRecord struct {
	Number    int64                          `json:"number"`
	Loaded    string                         `json:"loaded"`
	Documents int                            `json:"documents"`
	Entities  map[ecosystem.Kind]int         `json:"entities"`
	Relations map[ecosystem.RelationType]int `json:"relations"`
}

// noMeta is the generation of a store that was never loaded.
func noMeta() meta {
	return meta{Generation: store.Generation{Entities: map[ecosystem.Kind]int{}, Relations: map[ecosystem.RelationType]int{}}}
}

// Generation returns the number and content of the current graph.
func (s *Store) Generation(ctx context.Context) (store.Generation, error) {
	found, err := query(ctx, s, metaStatement(), decodeMeta)
	if err != nil {
		return store.Generation{}, err
	}
	for _, m := range found {
		return m.Generation, nil
	}
	return noMeta().Generation, nil
}

func metaStatement() statement {
	return statement{"generation", cypherMeta(), map[string]any{"id": metaID}}
}

func decodeMeta(record *driver.Record) (meta, error) {
	r, err := unmarshal[metaRecord](record.Values[0])
	pending, _ := record.Values[1].(int64)
	return meta{store.Generation(r), pending}, err
}

// encodeMeta also tells people who look at the node the number and the time.
func encodeMeta(m meta) properties {
	p := properties{propID: metaID, propRecord: marshal(metaRecord(m.Generation)), propGeneration: m.Number}
	p.text(propLoaded, m.Loaded)
	if m.pending != 0 {
		p[propPending] = m.pending
	}
	return p
}
