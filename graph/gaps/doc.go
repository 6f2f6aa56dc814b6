// Package gaps reads from a store what package gap judges: the needs of a region,
// their fields, who reaches these along the named paths, and where all of them lie.
//
// The store is asked level by level, for all entities of a level at once, so that
// the number of calls depends on how deep the trees of fields and regions are and
// not on how many rows there are. Each level is bounded; what would exceed a bound
// is refused, and edges that a page left out are told (World.Truncated).
package gaps
