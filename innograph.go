// Package innograph is the module root; it holds nothing but the test of the
// import rules. The program is cmd/innograph, the nouns are in ecosystem.
package innograph
