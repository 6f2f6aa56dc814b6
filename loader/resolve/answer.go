package resolve

import "github.com/innograph/innograph/ecosystem"

// How says in which way a name matched an entity.
type How string

// The ways of matching.
const (
	ByName        How = "NAME"         // the canonical name
	ByEnglishName How = "ENGLISH_NAME" // the English name
	ByAlias       How = "ALIAS"        // a name on record beside the canonical one
	ByFormerName  How = "FORMER_NAME"  // a name that the entity had
	ByPrintedName How = "PRINTED_NAME" // what a source prints
	ByShortForm   How = "SHORT_FORM"   // a short form by rule: 浙工大
	ByAcronym     How = "ACRONYM"      // initials of the English name: ECUST
	ByTypo        How = "TYPO"         // one character differs: 淅江大学
	ByDepartment  How = "DEPARTMENT"   // a department of the entity: 浙江大学化工学院
	ByBranch      How = "BRANCH"       // a branch or other body of the entity, which is not on record
	ByHost        How = "HOST"         // what is hosted by the entity: 依托浙江大学建设的…
)

// Reason says why no candidate was chosen.
type Reason string

// The reasons.
const (
	NoReason     Reason = ""
	NotFound     Reason = "NOT_FOUND" // nothing is like it
	Ambiguous    Reason = "AMBIGUOUS" // several candidates fit alike
	Doubtful     Reason = "DOUBTFUL"  // the best candidate is not sure enough; its Note says why
	OnlyPart     Reason = "ONLY_PART" // it belongs to the candidate, but is something of its own
	KnownOutside Reason = "OUTSIDE"   // it is, or may as well be, a body outside the data set
	SeveralNames Reason = "SEVERAL"   // the text holds more than one name
	TooLong      Reason = "TOO_LONG"  // longer than any name
	Empty        Reason = "EMPTY"     // there is no name in it
)

// Options narrow a search down.
type Options struct {
	Kinds  []ecosystem.Kind // of the entity that is meant; none: any
	Region string           // id of a region that the entity is likely to lie in
	Limit  int              // of candidates; 0 means DefaultLimit
}

// The bounds on candidates that are returned.
const (
	DefaultLimit = 5
	MaxLimit     = 50
)

// Candidate is an entity that the name may mean.
type Candidate struct {
	Entity *ecosystem.Entity
	Score  float64 // in (0, 1]; see Resolve
	How    How
	Name   string // the name on record that was matched
	Part   bool   // the name means something of the entity, not the entity itself
	Note   string // for people: what differs, or why it is doubtful
}

// Answer is what a name means.
type Answer struct {
	Candidates []Candidate // the best first, then by id
	Chosen     *Candidate  // one of Candidates, or nil
	Reason     Reason      // why none is chosen
	Note       string      // for people: more about the reason, if there is more
	Part       bool        // with KnownOutside: the name is that of a part of the body that Note names
}
