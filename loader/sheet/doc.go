// Package sheet reads tables as people keep them: an officer's list of platforms
// with a title above it, merged cells, a header of two rows, notes below and
// names written in ten ways. It finds the header, knows the usual headers in
// Chinese and English (lexicon), follows a Mapping where they are unusual,
// resolves the names, and gives rows of the product's table format
// (table.Records), each with its sheet and row as source.
//
// Nothing is guessed silently and nothing is lost silently: every row gets an
// outcome (accepted 已采纳, corrected 已更正, rejected 未采纳, skipped 已跳过), every cell
// that was corrected or rejected its reason. WriteReport gives the sheets back as
// they stand with all that beside the cells, so that a person mends them in Excel
// and loads the report again.
package sheet
