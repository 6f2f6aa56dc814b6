// Package html reads a plan from a web page: headings, paragraphs, lists with
// the numbers that a browser prints, and tables. Scripts, hidden parts and what
// surrounds the article on a site (menus, paths, footers) are left out.
package html
