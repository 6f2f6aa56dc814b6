// Package introductions reads from a store what package introduction judges: the
// ties around targets, outwards to a distance of two, and which of all these lead
// to who asks. The store is asked five times at most, however many ties and targets
// there are (more often only where a level is longer than one call may be), and as often
// again for the targets that who asks has nobody for.
package introductions
