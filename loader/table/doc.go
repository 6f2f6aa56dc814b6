// Package table reads and writes the one table format of the project: three
// tables (sources, entities, relations) as a folder of UTF-8 CSV files, as JSON
// Lines, or as the sheets of an XLSX workbook. A table may stand in several
// files: entities.csv, entities.universities.csv, …
//
// Every row keeps its file and row number, so that whatever is found wrong with
// it, here or later, is told with file, row and column. All problems of a set of
// tables are collected in one Problems and reported together.
//
// The package knows cells and rows. What a name in a cell means, and which rows
// speak of the same thing, is decided in package loader.
package table
