// Package introductions reads from a store what package introduction judges: the
// ties around a target, outwards to a distance of two, and which of all these lead
// to who asks. The store is asked five times at most, however many ties there are.
package introductions
