package neo4j

// cypherSearch gives the candidates of a search that the filter holds: those
// with the exact token, and of the others the $candidates with the smallest ids
// and one more, which tells that there are more. The server's own score plays no
// part; the caller ranks.
func cypherSearch(holds string) string {
	candidates := func(lucene string) string {
		return cypherFullText(lucene) + " WITH n" + where(holds)
	}
	return "CALL () { " +
		candidates("$exact") + " RETURN n, true AS exact" +
		" UNION ALL " +
		candidates("$terms") + " WITH n ORDER BY n.id LIMIT $candidates RETURN n, false AS exact" +
		" } RETURN exact, n.record"
}
