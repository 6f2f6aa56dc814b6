// Package limits says what one request may ask for and refuses more before any
// work is done: tokens, aliases and depth of a document before it is validated,
// page sizes and cost before it runs.
//
// All checks go over a document once, each fragment being looked at once per
// place that changes its meaning, so that a small document made of fragments
// within fragments cannot make the check itself expensive.
package limits
