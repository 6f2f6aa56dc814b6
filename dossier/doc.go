// Package dossier makes the 对接单 of a match: one page that an officer prints, with
// the demand, the partner, its score, reasons for and against, what would change its
// rank, who can make the contact, and where all of it stands. It is pure: values in,
// a Page out, which is written as HTML (with print styles, nothing fetched from
// elsewhere) or as DOCX. Texts are Chinese with English headings beside.
package dossier
