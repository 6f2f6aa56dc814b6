package neo4j

func cypherEntities() string {
	return "MATCH (n:" + labelEntity + ") WHERE n.id IN $ids RETURN n.record"
}

func cypherDocuments() string {
	return "MATCH (n:" + labelDocument + ") WHERE n.id IN $ids RETURN n.record"
}
