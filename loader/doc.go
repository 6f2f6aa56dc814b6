// Package loader takes tables to a store: it reads them, finds out which entity
// a name in a cell means, joins the rows that speak of the same thing, validates
// the whole, and writes it. What is wrong anywhere on this way is told with file,
// row and column, all of it at once, and then nothing is written.
//
// Open does that with the rows on disk: those about one thing go into one partition
// of a temporary file (package spill), and a partition is joined and validated at a
// time. Memory holds the ids of the entities and, only where relations name their
// ends instead of writing ids, the names of all of them. Read is Open with all parts
// taken together.
//
// It also goes the other way: Dump takes a graph out of a store, and Diff tells
// what a load would change.
package loader
