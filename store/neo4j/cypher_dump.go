package neo4j

// Dump goes through documents and entities by their index. Relations have an
// index per type, so the server sorts them: it keeps the ids of all of them for
// that, and nothing else.

func cypherDumpDocuments() string {
	return "MATCH (n:" + labelDocument + ") WHERE n.id IS NOT NULL WITH n ORDER BY n.id RETURN n.record"
}

func cypherDumpEntities() string {
	return "MATCH (n:" + labelEntity + ") WHERE n.id IS NOT NULL WITH n ORDER BY n.id RETURN n.record"
}

func cypherDumpRelations() string {
	return "MATCH ()-[r]->() WHERE r.id IS NOT NULL WITH r ORDER BY r.id RETURN r.record"
}
