// Package introduction finds through whom a body is known. It is pure: values in,
// values out. Who reads the values from a store is package graph/introductions.
//
// An introduction is a chain of at most MaxTies real ties (Ties) from who asks to
// the target, through organizations, platforms and projects (Through). Being in
// the same city, park or field is no tie; and several bodies of one mother house are
// not introduced to each other by it: a chain of PART_OF alone counts only where it
// is one tie long. Of a region that asks, each body asks; a chain through a second
// body of the region is left out, as that one has the shorter chain.
//
// Between two bodies the best relation stands: reported before planned, the heavier,
// the smaller id. Of the chains of one body through one introducer the best stays.
// Order: reported chains before those with a planned tie, then fewer ties, then the
// higher product of weights, then the ids along the chain.
package introduction
