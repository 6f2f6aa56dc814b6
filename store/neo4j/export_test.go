package neo4j

import (
	"context"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// SetTransactionRows makes loads that change more rows go in batches.
func (s *Store) SetTransactionRows(rows int) { s.transactionRows = rows }

// RunForever runs a statement that does not end by itself.
func (s *Store) RunForever(ctx context.Context) error {
	_, err := query(ctx, s, statement{name: "forever", text: "UNWIND range(1, 10000000) AS x UNWIND range(1, 1000000) AS y RETURN count(*)"},
		func(*driver.Record) (int, error) { return 0, nil })
	return err
}
