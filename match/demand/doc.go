// Package demand reads what somebody needs, in their own words (需求描述), as
// technology fields: it compares runs of two to four characters with the names of the
// fields, with common words for what they are about (terms.csv), with the disciplines
// that serve them, and with the projects, platforms and clusters in them. A run counts
// by what it is a part of, by its length, and by how few fields share it.
package demand
