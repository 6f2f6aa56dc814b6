// Package explorer serves a built single-page application: index.html at each address
// that a person opens, and its files, whose names change with their content and which
// browsers therefore keep for good.
package explorer
