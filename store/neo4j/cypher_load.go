package neo4j

import (
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// The statements of a load. Each takes its rows as $rows and returns how many of
// them it wrote, because a MATCH that finds nothing drops its row silently.

// metaID is the id of the one :Meta node, lockID that of the :LoadLock node that
// a load holds on to; each of its writers has one more.
const (
	metaID = "graph"
	lockID = "load"
)

func writerID(number int) string { return "writer " + strconv.Itoa(number) }

func cypherLock() string {
	return "MERGE (l:" + labelLock + " {id: $id}) SET l.since = $since"
}

// cypherTakeWriters gives the places of the writers to a new load, when the last
// transaction of an earlier one is over.
func cypherTakeWriters() string {
	return "UNWIND $ids AS id MERGE (l:" + labelLock + " {id: id}) SET l.holder = $holder"
}

// cypherFence writes first: only with the lock on the node is its holder certain.
func cypherFence() string {
	return "MATCH (l:" + labelLock + " {id: $id}) SET l.since = $since RETURN l.holder = $holder"
}

func cypherMeta() string {
	return "MATCH (m:" + labelMeta + " {id: $id}) RETURN m.record, m.pending"
}

func cypherSetMeta() string { return "MERGE (m:" + labelMeta + " {id: $id}) SET m = $meta" }

// The rows that are there, to compare with.
func cypherStoredNodes(label string) string {
	return "MATCH (n:" + label + ") RETURN n.id, n.hash"
}

// What stands in the third column of relations is their type.
func cypherStoredRelations() string {
	return "MATCH ()-[r]->() RETURN r.id, r.hash, type(r)"
}

func cypherPutDocuments() string {
	return "UNWIND $rows AS row MERGE (n:" + labelDocument + " {id: row.id}) SET n = row RETURN count(*)"
}

func cypherCreateEntities(k ecosystem.Kind) string {
	return "UNWIND $rows AS row CREATE (n:" + labelEntity + ":" + labelOf(k) + ") SET n = row RETURN count(*)"
}

// cypherPutEntities takes the labels of other kinds away: an id may come back
// with another kind of the same family.
func cypherPutEntities(k ecosystem.Kind) string {
	var others []string
	for _, info := range ecosystem.Kinds() {
		if info.Kind != k {
			others = append(others, info.Label)
		}
	}
	return "UNWIND $rows AS row MERGE (n:" + labelEntity + " {id: row.id}) " +
		"REMOVE n:" + strings.Join(others, ":") + " SET n:" + labelOf(k) + " SET n = row RETURN count(*)"
}

func cypherCreateRelations(t ecosystem.RelationType) string {
	return "UNWIND $rows AS row " +
		"MATCH (a:" + labelEntity + " {id: row.from}) MATCH (b:" + labelEntity + " {id: row.to}) " +
		"CREATE (a)-[r:" + string(t) + "]->(b) SET r = row.properties RETURN count(*)"
}

// cypherUpdateRelations passes over rows whose ends have changed.
func cypherUpdateRelations(t ecosystem.RelationType) string {
	return "UNWIND $rows AS row MATCH (a)-[r:" + string(t) + " {id: row.id}]->(b) " +
		"WHERE a.id = row.from AND b.id = row.to SET r = row.properties RETURN count(*)"
}

// cypherMissingEnds names entities that relations need and that are not there.
func cypherMissingEnds() string {
	return "UNWIND $rows AS row UNWIND [row.from, row.to] AS id WITH DISTINCT id " +
		"WHERE NOT EXISTS { MATCH (:" + labelEntity + " {id: id}) } RETURN id ORDER BY id LIMIT 10"
}

func cypherDeleteRelations(t ecosystem.RelationType) string {
	return "UNWIND $rows AS row MATCH ()-[r:" + string(t) + " {id: row.id}]->() DELETE r RETURN count(*)"
}

func cypherDeleteNodes(label string) string {
	return "UNWIND $rows AS row MATCH (n:" + label + " {id: row.id}) DETACH DELETE n RETURN count(*)"
}
