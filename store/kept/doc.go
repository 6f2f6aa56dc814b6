// Package kept keeps what a store that is asked over a network said of its current
// graph. Every operation looks once, by the smallest read there is, whether the graph
// is still of the generation that the answers are of, and waits for that before it
// gives anything that was kept: an answer is never older than the moment at which the
// operation began. What is not kept is asked for meanwhile, so that a look costs no
// time of its own.
//
// A load that is too large for one transaction shows readers the old graph and what is
// new already; what was kept of the old one stays until the load is committed. Rows that
// were changed by hand, past every load, are not noticed.
package kept
