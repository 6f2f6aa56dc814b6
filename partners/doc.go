// Package partners asks the store for all that match needs to know of a demand and
// of those who might serve it, by a fixed number of walks and reads, and gives back
// what match makes of it.
//
// A demand (需求) becomes at most Bounds.Needs technology fields with weights. Each
// field is widened to those just above and below it, and walks along the metapaths of
// match.Ground begin there; ties are walks from the asking body and from all bodies of
// the home region. Who is found by any of them and lies where Where says is a
// candidate. All reads of one question should be of one generation of the graph: give
// a reader that keeps to one.
package partners
