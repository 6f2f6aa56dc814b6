// Package baseline holds what a partner recommendation must beat: methods of the
// literature that score who might be linked with a body by the shape of the graph alone.
// They read all relations of a graph as undirected ones. Each gives a score for each
// candidate; higher is better, equal is equal.
package baseline
