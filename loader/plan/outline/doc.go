// Package outline reads the structure of a plan from its lines: chapters,
// sections, numbered items, paragraphs, boxes (专栏) and tables, each with its
// locator. What is found in a plan is found in this tree, and Find leads from a
// locator back to the passage.
package outline
