// Package docx reads a plan from a Word file (Office Open XML): headings,
// paragraphs with the numbers that Word prints rebuilt from the numbering part,
// tables as rows of cells, frames and text boxes. Tracked changes are taken as
// accepted; hidden text, comments, notes, headers and footers are left out. Page
// breaks are no pages: lines of a Word file have none (see package reader).
//
// The parts are read as a stream, each no longer unpacked than the file limit,
// so that a small file that unpacks to a huge one is refused.
package docx
