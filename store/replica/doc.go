// Package replica answers from memory what another store, the graph of record,
// holds: the speed of the one, the durability of the other.
//
// A replica looks at the generation of the record at a fixed interval. When it is
// another one, the replica copies the graph (store/memory.Store.Copy) and swaps:
// readers take no notice, and who has pinned the graph (store.Pin) ends on the
// old one. So an answer is out of date by at most the interval plus the time that
// a copy takes. The copy keeps number, time and history of the record's
// generation, so that cursors hold on both.
//
// While the record is away, or a load has not finished it, the replica goes on
// with what it has, and says how old that is (store.FreshnessOf).
//
// It knows the record as a store.Reader, whatever it is.
package replica
