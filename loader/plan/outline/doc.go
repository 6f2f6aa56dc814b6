// Package outline reads the structure of a plan from its lines: chapters,
// sections, numbered items, headings without numbers, paragraphs, boxes (专栏) and
// tables, each with its locator. What is found in a plan is found in this tree,
// and Find leads from a locator back to the passage; Cite adds the page to a
// locator where the document has pages.
//
// A box has the number that its title prints (专栏3, 表1, 附件2). It may be lines, a
// frame, a table with a header, or two columns: a group beside what it lists, a
// name beside its text. A table that stands in the text without a number counts
// as one paragraph there (二（一）§3), its rows as items of it (二（一）§3（2）).
package outline
