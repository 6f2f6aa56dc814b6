// Package load stands between the fields of one GraphQL operation and the
// store: what the rows of one level ask for, each on its own, becomes one call of
// the store for the whole level.
//
// A Level is what one call of the store gave. Its rows are resolved side by side
// and ask for the same things, so a level knows how many questions to expect: a
// batch goes to the store as soon as all rows that can ask have asked. Only where
// fewer ask than expected (a row failed, two fragments overlap) does the batch
// wait, for a short time. Waiting always, as loaders usually do, would cost each
// level a millisecond: timers are not finer.
//
// Loaders live as long as one operation and are carried in its context.
package load
