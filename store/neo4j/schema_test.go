package neo4j_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store/neo4j"
	"github.com/innograph/innograph/store/neo4j/neo4jtest"
)

// Every relation type of the vocabulary has its constraint, and no other has one.
func TestConstraintsAreTheVocabulary(t *testing.T) {
	var want, got []string
	for _, info := range ecosystem.RelationTypes() {
		want = append(want, string(info.Type))
	}
	for _, rule := range neo4j.Constraints() {
		if _, rest, ok := strings.Cut(rule.Cypher, "FOR ()-[r:"); ok {
			got = append(got, rest[:strings.Index(rest, "]")])
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("relation types with a constraint (-vocabulary +store):\n%s", diff)
	}
}

// Opening creates what Constraints and Indexes list, once.
func TestSchemaIsCreatedOnce(t *testing.T) {
	server := neo4jtest.Open(t)
	for _, rule := range append(neo4j.Constraints(), neo4j.Indexes()...) {
		kind := "CONSTRAINT"
		if strings.Contains(rule.Cypher, " INDEX ") {
			kind = "INDEX"
		}
		ask(t, server, "DROP "+kind+" "+rule.Name+" IF EXISTS")
	}
	created := 0
	config := neo4j.Config{OnStatement: func(name string) {
		if name == "create schema" {
			created++
		}
	}}
	all := len(neo4j.Constraints()) + len(neo4j.Indexes())
	open(t, server, config)
	if created != all {
		t.Errorf("the first start created %d of %d constraints and indexes", created, all)
	}
	want := schemaNames(t, server)
	open(t, server, config)
	if created != all {
		t.Errorf("the second start created %d more", created-all)
	}
	if diff := cmp.Diff(want, schemaNames(t, server)); diff != "" {
		t.Errorf("the second start changed the schema (-first +second):\n%s", diff)
	}
	for _, rule := range append(neo4j.Constraints(), neo4j.Indexes()...) {
		if !slices.Contains(want, rule.Name+" ONLINE") {
			t.Errorf("%s is not there: %v", rule.Name, want)
		}
	}
}

func schemaNames(t *testing.T, server neo4jtest.Server) []string {
	t.Helper()
	var names []string
	for _, r := range ask(t, server, "SHOW INDEXES YIELD name, state RETURN name + ' ' + state ORDER BY name") {
		names = append(names, r.Values[0].(string))
	}
	return names
}

// ask runs a statement beside the store.
func ask(t testing.TB, server neo4jtest.Server, cypher string) []*driver.Record {
	t.Helper()
	d, err := driver.NewDriverWithContext(server.URI, driver.BasicAuth(server.User, server.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = d.Close(t.Context()) }()
	result, err := driver.ExecuteQuery(t.Context(), d, cypher, nil, driver.EagerResultTransformer)
	if err != nil {
		t.Fatalf("%s: %v", cypher, err)
	}
	return result.Records
}
