package neo4jtest

import (
	"context"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// wipes run in this order. Relationships go first, because deleting a node with
// its million relationships would be one transaction of that size.
func wipes() []string {
	return []string{
		"MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS",
		"MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS",
	}
}

// Wipe deletes every node and relationship on the server; constraints and
// indexes stay. Call it first in a test, which then begins with data of its own
// whatever an earlier test, or a killed one, left behind.
func (s Server) Wipe(t testing.TB) {
	t.Helper()
	// Not t.Context(): that one is over when t.Cleanup functions run.
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()

	driver, err := neo4j.NewDriverWithContext(s.URI, neo4j.BasicAuth(s.User, s.Password, ""))
	if err != nil {
		t.Fatalf("wipe %s: %v", s.URI, err)
	}
	defer func() { _ = driver.Close(ctx) }()
	// An auto-commit session: CALL IN TRANSACTIONS is refused inside a transaction.
	session := driver.NewSession(ctx, neo4j.SessionConfig{})
	defer func() { _ = session.Close(ctx) }()
	for _, cypher := range wipes() {
		result, err := session.Run(ctx, cypher, nil)
		if err == nil {
			_, err = result.Consume(ctx)
		}
		if err != nil {
			t.Fatalf("wipe %s: %v", s.URI, err)
		}
	}
}
