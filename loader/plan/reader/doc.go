// Package reader turns the file of a plan into lines: plain text in any of the
// usual encodings, HTML, DOCX, and PDF with text. The form is told from the
// content, not from the file's name. Each form has a package of its own below
// this one; all of them write into lines, which bounds what comes out.
//
// A PDF gives each line the page on which it begins, counted from the first of
// the file, and so does a text that a program made of a PDF with a form feed at
// the end of each page. Web pages and Word files have no pages: where Word breaks
// them depends on its fonts and printer, and what a file notes of an earlier
// print (lastRenderedPageBreak) or sets by hand is only some of them.
//
// The file is held in memory, up to Limits.FileBytes; a part of a packed file
// may be no larger unpacked than the same bound. A file beyond a limit is refused
// with LIMIT_EXCEEDED, one that is damaged, scanned, protected by a password or in
// another form with BAD_INPUT and what to do about it. A plan of 500 pages needs
// some 30 MB, as a PDF some 130 MB, most of it for PDFium, which may never take
// more than 512 MB.
package reader
