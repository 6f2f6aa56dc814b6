// Package entity is the Go side of the SDL's entities: one type per kind, all
// standing on Base, which answers what every entity has. The shortcuts of a kind
// are one line each; they name the relation that they follow.
//
// Methods that take a context may read the store, through the loaders of the
// operation (see package load).
package entity
