package neo4jtest

import (
	"context"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

func TestWipe(t *testing.T) {
	server := Open(t)
	server.Wipe(t)
	// More than one batch of nodes, all in one hub's relationships.
	const fill = `CREATE (hub:WipeTest {id: 'hub'})
WITH hub UNWIND range(1, 12000) AS i
CREATE (hub)-[:WIPE_TEST]->(:WipeTest {id: toString(i)})`
	query(t, server.URI, server, "CREATE CONSTRAINT wipe_test IF NOT EXISTS FOR (n:WipeTest) REQUIRE n.id IS UNIQUE")
	t.Cleanup(func() {
		query(t, server.URI, server, "DROP CONSTRAINT wipe_test IF EXISTS")
		server.Wipe(t) // also proves that it works in a cleanup
	})
	query(t, server.URI, server, fill)
	if n := query(t, server.URI, server, "MATCH (n) RETURN count(n)"); n != 12001 {
		t.Fatalf("%d nodes after the fill, want 12001", n)
	}

	server.Wipe(t)

	if n := query(t, server.URI, server, "MATCH (n) RETURN count(n)"); n != 0 {
		t.Errorf("%d nodes are left", n)
	}
	if n := query(t, server.URI, server, "SHOW CONSTRAINTS YIELD name WHERE name = 'wipe_test' RETURN count(*)"); n != 1 {
		t.Errorf("%d constraints are left, want 1", n)
	}
}

// A client that asks for routing is sent to addresses that the server names: they
// must be addresses that can be reached from here.
func TestRoutingURI(t *testing.T) {
	server := Open(t)
	if n := query(t, server.RoutingURI, server, "RETURN 1"); n != 1 {
		t.Errorf("got %d, want 1", n)
	}
}

// query gives the single number that a statement returns, or -1 if it returns none.
func query(t *testing.T, uri string, server Server, cypher string) int64 {
	t.Helper()
	ctx := context.Background()
	driver, err := neo4j.NewDriverWithContext(uri, neo4j.BasicAuth(server.User, server.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = driver.Close(ctx) }()
	result, err := neo4j.ExecuteQuery(ctx, driver, cypher, nil, neo4j.EagerResultTransformer)
	if err != nil {
		t.Fatalf("%s: %v", cypher, err)
	}
	if len(result.Records) != 1 {
		return -1
	}
	n, ok := result.Records[0].Values[0].(int64)
	if !ok {
		t.Fatalf("%s: got %v, want a number", cypher, result.Records[0].Values[0])
	}
	return n
}
