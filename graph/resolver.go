package graph

// Resolver answers the fields of Query. What is per operation comes with the
// context, see package load.
type Resolver struct{}
