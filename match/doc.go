// Package match recommends partners: which of the candidates fit a demand, how
// well, why, what speaks against them, what would change their rank, and who
// together covers what no one covers alone. It is pure: evidence that others have
// gathered (package partners) goes in, scores and reasons come out; the same input
// gives the same output in whatever order it comes.
//
// # The score
//
// A demand (需求) is a set of technology fields with weights that add up to 1. The
// evidence for a candidate are weighted paths, each along a named metapath
// ("ground"), as in PathSim (Sun et al., VLDB 2011) and HeteSim, but summed over
// several metapaths and bounded by 1 - exp(-x/s): the tenth platform adds less than
// the first, so that a large university does not win by size alone. Five components
// in [0, 1] come of it:
//
//   - FIELD_FIT 领域契合: over the fields of the demand, the weighted mean of how far
//     the candidate covers each.
//   - STRENGTH 能力强度: its best single ground of the demand: the grade of a discipline
//     times how much that serves the field, or a platform in the field.
//   - TIES 既有合作: ties with bodies of the home region, those of the asking body
//     itself first; reported above planned, recent above old.
//   - TRACK_RECORD 相关业绩: projects and clusters of the same fields that it builds,
//     hosts or is relied on by.
//   - REACH 地域可达: nearness, and a branch in the home region.
//
// The score is their mean by Weights. All of it only grows with evidence.
package match
