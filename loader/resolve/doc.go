// Package resolve tells which entity a name means. It is pure: entities, their
// relations and a name in, candidates out; no store, no network.
//
// Index finds entities by their exact names. Resolver also reads what people
// write instead of them. It works in steps, the surest first, and a later one is
// only taken where the earlier ones find nothing:
//
//  1. the name is one of those on record, apart from script, width, brackets,
//     punctuation and the writing of numbers (fold);
//  2. the name is a short form of one on record. A name on record is taken
//     apart into words of known classes (parse), each with the ways in which it
//     may be shortened or left out and what that costs (readings), and the name
//     asked for is read along them (align). So 浙工大, 中科院宁波材料所 and
//     哈工大（威海） need no table of short forms;
//  3. one character is wrong, where that does not make it another name (typo);
//  4. the name says what the entity has to do with something (依托…建设的…) or
//     where it is (phrase);
//  5. the name is that of a part: a department means its organization, while a
//     branch that is not on record only points at it (part).
//
// At most one candidate is chosen. What is doubtful, what several entities share
// and what fits a well-known body outside the data set as well is reported, not
// chosen.
package resolve
