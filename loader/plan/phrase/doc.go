// Package phrase takes a clause of running text apart into lists of names and
// the words between them. A name is certain when it is known, or when it begins
// with a place and ends like a name; a word for a class of things (重点实验室) is
// no name, however it ends.
package phrase
