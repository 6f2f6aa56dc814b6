// Package spill keeps records on disk while more of them are read than memory
// should hold. A file of it is cut into partitions: records that belong together
// are put into one partition each, in the order in which they come, and a
// partition is small enough to be held at once (a hash join in the manner of
// GRACE: Kitsuregawa, Tanaka, Moto-oka, Application of hash to data base machine
// and its architecture, 1983).
package spill
