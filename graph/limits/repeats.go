package limits

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/innograph/innograph/graph/apierror"
)

// fieldsPerToken bounds the fields of a document with its fragments put in.
const fieldsPerToken = 4

// checkRepeats refuses documents that are small but laborious to validate: the
// validator compares all fields that stand in one place with each other, and what
// is below them too. Thousands of repetitions, which fit in a short document,
// would keep it busy for seconds.
func (l Limits) checkRepeats(doc *ast.QueryDocument) *gqlerror.Error {
	r := repeater{fragments: doc.Fragments, allowed: l.Repeats, left: l.Tokens * fieldsPerToken}
	for _, op := range doc.Operations {
		switch name := r.merge([]ast.SelectionSet{op.SelectionSet}); {
		case r.left < 0:
			return refuse(op.Position, apierror.CodeComplexityLimit, "the document has too many fields once its fragments are put in; does one hold itself?")
		case name != "":
			return refuse(op.Position, apierror.CodeComplexityLimit, "%s stands more than %d times in one place", name, l.Repeats)
		}
	}
	return nil
}

type repeater struct {
	fragments ast.FragmentDefinitionList
	allowed   int // times that a field may stand in one place
	left      int // fields that may still be looked at
}

// merge goes through selections that stand in one place, as execution does: fields
// of one name are one, with all their selections. It returns the name of a field
// that is repeated too often.
func (r *repeater) merge(sets []ast.SelectionSet) string {
	below := map[string][]ast.SelectionSet{}
	seen := map[string]bool{}
	for _, set := range sets {
		r.collect(set, below, seen)
	}
	for name, sets := range below {
		if r.left < 0 {
			return ""
		}
		if len(sets) > r.allowed {
			return name
		}
		if repeated := r.merge(sets); repeated != "" {
			return repeated
		}
	}
	return ""
}

func (r *repeater) collect(set ast.SelectionSet, below map[string][]ast.SelectionSet, seen map[string]bool) {
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.Field:
			r.left--
			below[selection.Alias] = append(below[selection.Alias], selection.SelectionSet)
		case *ast.InlineFragment:
			r.collect(selection.SelectionSet, below, seen)
		case *ast.FragmentSpread:
			f := r.fragments.ForName(selection.Name)
			if f != nil && !seen[selection.Name] {
				seen[selection.Name] = true
				r.collect(f.SelectionSet, below, seen)
			}
		}
	}
}
