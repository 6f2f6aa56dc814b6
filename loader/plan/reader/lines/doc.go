// Package lines is what all forms of a plan are turned into: a list of bounded
// lines, cleaned of the marks that a word processor leaves behind. Tables take
// one form here, whatever they were made with, so that the same plan reads the
// same from a text, a web page, a Word file and a PDF.
package lines
