package neo4j

import (
	"context"
	"fmt"
	"slices"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/innograph/innograph/ecosystem"
)

// The labels beside those of the kinds.
const (
	labelEntity   = "Entity"
	labelDocument = "Document"
	labelMeta     = "Meta"
	labelLock     = "LoadLock"
)

func labelOf(k ecosystem.Kind) string {
	info, _ := k.Info()
	return info.Label
}

// tokenIndex is the full-text index over the tokens of entities.
const tokenIndex = "innograph_entity_tokens"

// SchemaRule is a constraint or an index that the store needs. Name tells
// whether the database has it already: a definition never changes under its name.
type SchemaRule struct{ Name, Cypher string }

// Constraints lists the constraints: one id each for entities, documents and,
// per type, relations; one node each for the generation and the lock.
func Constraints() []SchemaRule {
	rules := []SchemaRule{unique(labelEntity), unique(labelDocument), unique(labelMeta), unique(labelLock)}
	for _, t := range ecosystem.RelationTypes() {
		name := "innograph_" + strings.ToLower(string(t.Type)) + "_id"
		rules = append(rules, SchemaRule{name, fmt.Sprintf("CREATE CONSTRAINT %s IF NOT EXISTS FOR ()-[r:%s]-() REQUIRE r.id IS UNIQUE", name, t.Type)})
	}
	return rules
}

func unique(label string) SchemaRule {
	name := "innograph_" + strings.ToLower(label) + "_id"
	return SchemaRule{name, fmt.Sprintf("CREATE CONSTRAINT %s IF NOT EXISTS FOR (n:%s) REQUIRE n.id IS UNIQUE", name, label)}
}

// Indexes lists the indexes beside those of the constraints: for lists of one
// kind, for lists by name, and for search. A full-text index that is eventually
// consistent would show a load only some time after it.
func Indexes() []SchemaRule {
	return []SchemaRule{
		index("innograph_entity_kind_id", "n.kind, n.id"),
		index("innograph_entity_sort_name", "n.sort_name"),
		index("innograph_entity_kind_sort_name", "n.kind, n.sort_name"),
		{tokenIndex, "CREATE FULLTEXT INDEX " + tokenIndex + " IF NOT EXISTS FOR (n:" + labelEntity + ") ON EACH [n.tokens] " +
			"OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}}"},
	}
}

func index(name, properties string) SchemaRule {
	return SchemaRule{name, fmt.Sprintf("CREATE RANGE INDEX %s IF NOT EXISTS FOR (n:%s) ON (%s)", name, labelEntity, properties)}
}

// ensureSchema creates what the database lacks and waits until it is in use
// (another process may just be creating it). It looks first, so that a user
// who may only read can open a database that was prepared before.
func (s *Store) ensureSchema(ctx context.Context) error {
	have, err := query(ctx, s, statement{name: "schema", text: "SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name"},
		func(r *driver.Record) (string, error) {
			name, _ := r.Values[0].(string)
			return name, nil
		})
	if err != nil {
		return err
	}
	created := false
	for _, rule := range slices.Concat(Constraints(), Indexes()) {
		if slices.Contains(have, rule.Name) {
			continue
		}
		if err := s.write(ctx, statement{name: "create schema", text: rule.Cypher}); err != nil {
			return err
		}
		created = true
	}
	if !created {
		return nil
	}
	// Over a graph of millions that was imported, the index of tokens takes many minutes.
	return s.write(ctx, statement{"await indexes", "CALL db.awaitIndexes($seconds)", map[string]any{"seconds": int64(s.config.LoadTimeout.Seconds())}})
}
