// Package page reads the paging arguments of lists (first, after, last, before)
// as Relay defines them, checks them before any work, and turns them into pages
// of the store.
package page
