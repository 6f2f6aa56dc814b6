// Package plan reads a government plan (规划) and writes down what it states, in
// its numbered boxes (专栏), in its tables and in its running text: indicators with
// base and target values, platforms, parks and corridors, key projects,
// programmes, fields, disciplines, bodies and regions, other policies, and the
// plan itself; what it wants built or supported, who builds it with whom and
// where, who relies on whom, who has to carry it out. Each record says where it
// stands, by which rule it was made and how sure it is.
//
// The work is done in steps, each a package of its own: reader turns bytes into
// lines, outline turns lines into chapters, boxes and locators, list takes lists
// apart, phrase finds names in clauses, lexicon knows the words. This package
// turns boxes into records first and running text after them, so that what a box
// names is known there; the text of an item of a box is running text whose
// subject is the item.
//
// A sentence is read clause by clause (telling). A name must be known, or begin
// with a place, or hold a word that is none of the common ones of such plans
// (lexicon.Coined), and end like a name; or stand in a list of names; or the
// sentence must say who builds it. What a sentence says of something that comes
// later waits until the sentence ends (deeds). Rules are general; none knows a
// name of one document.
//
// The test TestEval prints precision and recall on labelled texts:
//
//	go test ./loader/plan -run TestEval -v
package plan
