// Package list takes a printed list apart: A、B、C等。 Separators inside brackets
// and quotes do not count, and a piece that does not stand alone goes back to
// the piece that completes it.
package list
