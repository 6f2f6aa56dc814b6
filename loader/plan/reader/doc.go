// Package reader turns the file of a plan into lines: plain text in any of the
// usual encodings, HTML, DOCX, and PDF with text. The form is told from the
// content, not from the file's name. Each form has a package of its own below
// this one; all of them write into lines, which bounds what comes out.
//
// The file is held in memory, up to Limits.FileBytes; a part of a packed file
// may be no larger unpacked than the same bound.
package reader
