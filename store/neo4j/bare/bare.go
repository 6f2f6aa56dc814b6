// Package bare sends hand-written Cypher to Neo4j through the driver and nothing
// else: what benchmarks compare the store with.
package bare

import (
	"context"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
)

// Driver is a pool of connections to a server. It is safe for concurrent use.
type Driver struct{ driver neo4j.DriverWithContext }

// Open makes a pool of at most so many connections and checks the login.
func Open(ctx context.Context, uri, user, password string, connections int) (*Driver, error) {
	d, err := neo4j.NewDriverWithContext(uri, neo4j.BasicAuth(user, password, ""), func(c *config.Config) {
		c.MaxConnectionPoolSize = connections
	})
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", uri, err)
	}
	if err := d.VerifyConnectivity(ctx); err != nil {
		_ = d.Close(ctx) // the reason why it is closed says more
		return nil, fmt.Errorf("connect to %s: %w", uri, err)
	}
	return &Driver{d}, nil
}

// Rows runs a statement that reads, and returns its records by column.
func (d *Driver) Rows(ctx context.Context, cypher string, params map[string]any) ([]any, error) {
	result, err := neo4j.ExecuteQuery(ctx, d.driver, cypher, params, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithReadersRouting())
	if err != nil {
		return nil, fmt.Errorf("run bare Cypher: %w", err)
	}
	rows := make([]any, len(result.Records))
	for i, r := range result.Records {
		rows[i] = r.AsMap()
	}
	return rows, nil
}

// Close releases the connections.
func (d *Driver) Close(ctx context.Context) error {
	if err := d.driver.Close(ctx); err != nil {
		return fmt.Errorf("close the driver: %w", err)
	}
	return nil
}
