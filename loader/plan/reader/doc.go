// Package reader turns a plain-text plan into lines: UTF-8 checked, marks that
// a word processor left behind removed, and both the line and the document
// bounded, so that a wrong file is refused before it fills the memory.
package reader
