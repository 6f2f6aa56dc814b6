// Package rows resolves the rows of a list: side by side where they must meet in the
// loaders (package load), one after the other where they have nothing to wait for.
//
// gqlgen starts a goroutine for each row of each list. For rows that ask the store for
// more that is what lets their questions become one. Rows of which nothing is selected
// that could ask only pay for it: in answers of a thousand rows half of the time went
// into starting goroutines and growing their stacks. The generator (graph/generate) knows
// which fields can ask, writes them down as Waiting, and puts Marshal where gqlgen has
// its own loop. In the same way it puts Leaf where gqlgen makes a context for a value that
// is at hand, and Deferred where it looks for the path of fields that are to come later.
package rows
