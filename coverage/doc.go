// Package coverage counts how complete a graph is and how its statements are known:
// of each kind, how many entities have a region, a field, a tie, a status, an
// external id, an English name; and how many entities and relations stand in a
// source, are read off one, or are a compiler's judgement.
//
// It is pure and takes the graph in parts, as a store dumps it: entities before the
// relations between them. It keeps some bytes for each entity.
package coverage
