// Package synthetic makes up graphs of any size, to try and to measure with: the
// real vocabulary, about ten relations for each entity, and few entities that
// very many others are related to, as in real data. Nothing in them is true.
//
// Every row is worked out from the seed and its number alone. So the same options
// give the same graph, wherever one begins to read it, and a graph of millions of
// rows is never held.
package synthetic
