// Package pdf reads a plan from a PDF that holds text. PDFium, compiled to
// WebAssembly and run in process, gives pieces of text and drawn lines with their
// places; this package puts them together: lines from pieces, tables and frames
// from the lines that are drawn around them, paragraphs from lines. A table without
// drawn lines is told by its columns, if it has three at least, a header that names
// each of them, and stands on one page; rows whose cells are broken over lines must
// be set apart, or begin with the only cell that is never broken, as numbers are. What repeats
// at the head and foot of pages, and page numbers, are left out. A document of
// scanned pages is refused; single ones are marked in the lines.
//
// Blanks between Chinese and Latin characters are dropped, because a PDF does not
// tell a blank from the gap that word processors leave there.
package pdf
