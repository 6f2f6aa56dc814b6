// Package gap finds what a place's plan wants and no or few partners supply. It
// is pure: values in, values out. Who reads the values from a store is package
// graph/gaps.
//
// # Need
//
// A need is a technology field, or a key project or industry cluster that lies
// in the home region. The demand of a project or cluster is 1; that of a field is
// the number of projects and clusters of the home region in the field or below it.
//
// # Supply
//
// A supplier is an organization or platform of the asked kinds that a named path
// leads to. The path begins at the need, goes to its fields and down to the fields
// below them, and from a field f on one of these ways (Route):
//
//	Field       f ← IN_FIELD ← organization
//	Discipline  f ← APPLIES_TO ← discipline ← STRONG_IN ← organization
//	Platform    f ← IN_FIELD ← platform, and on → HOSTED_BY or BUILT_BY → organization
//	Project     f ← IN_FIELD ← another project → HOSTED_BY or BUILT_BY → organization
//	Named       f or the need itself → RELIES_ON, COOPERATES_WITH or (need) BUILT_BY →
//	            organization or platform
//
// Who hosts the need itself is who asks, not who supplies. Common cities, policies
// and parks are no way: only the field joins need and supply.
//
// The strength of a supplier is the product of the weights along its best path, on
// the routes Field, Platform and Project times Membership;
// what is below Question.MinStrength does not count, nor does a body that is only
// planned, promoted or being built, nor a platform that serves and does not research,
// such as an incubator. A supplier counts in each asked region that it
// lies in. Where a platform and a host of it both lie in a region, they count there
// as one, the host: a university with five laboratories is one partner.
//
// # Severity
//
// How bad a gap is follows from two counts only, see SeverityOf, so that an officer
// can check it by hand. What the graph says nothing about is Unknown, not a gap:
// that nobody wrote down which disciplines serve a field is no shortage.
//
// Order: severity, then more demand, then less supply near by, then less at home,
// then the id.
package gap
