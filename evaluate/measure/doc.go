// Package measure holds the figures of a ranking: Hits@k, the mean reciprocal rank and
// nDCG@10, exact in expectation where scores are equal (as if the equal ones were
// shuffled; McSherry and Najork, ECIR 2008), so that no order of ids helps anybody; and
// seeded bootstrap intervals over cases that come in clusters.
package measure
