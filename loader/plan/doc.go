// Package plan reads a government plan (规划) and writes down what its numbered
// boxes (专栏) state: indicators with base and target values, platforms and their
// groups, parks and corridors, key projects with their fields, and the plan
// itself, each with the place where it stands.
//
// The work is done in steps, each a package of its own: reader turns bytes into
// lines, outline turns lines into chapters, boxes and locators, list takes lists
// apart, lexicon knows the words. This package turns the boxes of an outline
// into records. Rules are general; none knows a name of one document.
package plan
