package neo4j_test

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/innograph/innograph/store/neo4j"
	"github.com/innograph/innograph/store/neo4j/neo4jtest"
)

// databaseRows digests every row of a database: labels or type, ends and all
// properties but the number of the generation that wrote them.
func databaseRows(t *testing.T, server neo4jtest.Server) map[string][32]byte {
	t.Helper()
	d, err := driver.NewDriverWithContext(server.URI, driver.BasicAuth(server.User, server.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = d.Close(t.Context()) }()
	session := d.NewSession(t.Context(), driver.SessionConfig{})
	defer func() { _ = session.Close(t.Context()) }()
	rows := map[string][32]byte{}
	for _, cypher := range []string{
		"MATCH (n) WHERE NOT n:Meta AND NOT n:LoadLock RETURN 'node', n.id, labels(n), properties(n)",
		"MATCH (a)-[r]->(b) RETURN type(r), r.id, [a.id, b.id], properties(r)",
	} {
		result, err := session.Run(t.Context(), cypher, nil)
		if err != nil {
			t.Fatalf("%s: %v", cypher, err)
		}
		for result.Next(t.Context()) {
			id, digest := digestRow(t, result.Record().Values)
			if _, twice := rows[id]; twice {
				t.Errorf("%s is there twice", id)
			}
			rows[id] = digest
		}
		if err := result.Err(); err != nil {
			t.Fatalf("%s: %v", cypher, err)
		}
	}
	return rows
}

// undisturbedRows are what an undisturbed load of a graph writes.
func undisturbedRows(t *testing.T, graph bulk) map[string][32]byte {
	t.Helper()
	rows := map[string][32]byte{}
	err := neo4j.EncodedRows(graph.parts(5000), func(values []any) {
		id, digest := digestRow(t, values)
		rows[id] = digest
	})
	if err != nil {
		t.Fatalf("encode the graph: %v", err)
	}
	return rows
}

func digestRow(t *testing.T, values []any) (id string, digest [32]byte) {
	t.Helper()
	if values[0] == "node" {
		slices.SortFunc(values[2].([]any), func(a, b any) int { return slices.Compare([]byte(a.(string)), []byte(b.(string))) })
	}
	delete(values[3].(map[string]any), "gen")
	line, err := json.Marshal(values)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(values[1]), sha256.Sum256(line)
}

func equalRows(t *testing.T, want, got map[string][32]byte) {
	t.Helper()
	const shown = 5
	var differ []string
	for id, digest := range want {
		if got[id] != digest {
			differ = append(differ, id)
		}
	}
	for id := range got {
		if _, wanted := want[id]; !wanted {
			differ = append(differ, id)
		}
	}
	if slices.Sort(differ); len(differ) > 0 {
		t.Errorf("%d rows of %d differ, are missing or too many: %v …", len(differ), len(want), differ[:min(shown, len(differ))])
	}
}
