package answer

import (
	"context"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/gap"
	"github.com/innograph/innograph/graph/gaps"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/graph/load"
)

// GapFilter is the argument filter of gaps and gapMatrix; nil means left out.
type GapFilter struct {
	Kinds         []ecosystem.Kind
	IDs           []string
	Fields        []string
	Home          *string
	Partner       *string
	Region        *string
	Document      *string
	Section       *string
	Severity      []gap.Severity
	MaxHome       *int
	MaxPartner    *int
	MinStrength   *float64
	FewHome       *int
	FewPartner    *int
	SupplierKinds []ecosystem.Kind
}

func or[T any](given *T, otherwise T) T {
	if given == nil {
		return otherwise
	}
	return *given
}

// asked reads a filter that may be left out.
func (f *GapFilter) asked(l limits.Limits) (q gaps.Query, of gap.Question, err error) {
	if f == nil {
		f = &GapFilter{}
	}
	of = gap.Question{
		Home: or(f.Home, ecosystem.Linyi), Partner: or(f.Partner, ecosystem.YangtzeRiverDelta),
		MinStrength: or(f.MinStrength, gap.DefaultMinStrength),
		FewHome:     or(f.FewHome, gap.DefaultFewHome), FewPartner: or(f.FewPartner, gap.DefaultFewPartner),
		Suppliers: f.SupplierKinds,
	}
	if of.Suppliers == nil {
		of.Suppliers = gap.DefaultSuppliers()
	}
	q = gaps.Query{
		Home: of.Home, Partner: of.Partner, Kinds: f.Kinds, IDs: f.IDs, Fields: f.Fields,
		Region: or(f.Region, ""), Document: or(f.Document, ""), Section: or(f.Section, ""),
	}
	if q.Kinds == nil {
		q.Kinds = gap.NeedKinds()
	}
	return q, of, f.check(q, of, l)
}

func (f *GapFilter) check(q gaps.Query, of gap.Question, l limits.Limits) error {
	bad := func(format string, args ...any) error {
		return ecosystem.Errorf(ecosystem.CodeBadInput, format, args...)
	}
	for _, k := range q.Kinds {
		if !slices.Contains(gap.NeedKinds(), k) {
			return bad("a %s is no need; filter.kinds takes %s", k, kindNames(gap.NeedKinds()))
		}
	}
	for _, k := range of.Suppliers {
		if !slices.Contains(gap.SupplierKinds(), k) {
			return bad("a %s supplies nothing; filter.supplierKinds takes %s", k, kindNames(gap.SupplierKinds()))
		}
	}
	if least := min(of.FewHome, of.FewPartner, or(f.MaxHome, 0), or(f.MaxPartner, 0)); least < 0 {
		return bad("a number of suppliers is %d, it cannot be less than 0", least)
	}
	if !(of.MinStrength > 0 && of.MinStrength <= 1) { // NaN too
		return bad("filter.minStrength lies above 0 and is at most 1")
	}
	if q.Home == q.Partner {
		return bad("filter.home and filter.partner are the same region")
	}
	if n := max(len(q.IDs), len(q.Fields)); n > l.IDs {
		return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "%d ids were given in the filter, at most %d are allowed", n, l.IDs)
	}
	return nil
}

func kindNames(kinds []ecosystem.Kind) string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = string(k)
	}
	return strings.Join(names, ", ")
}

// passes reports whether a gap is listed.
func (f *GapFilter) passes(g gap.Gap) bool {
	listed := g.Severity != gap.Covered
	if f == nil {
		return listed
	}
	if f.Severity != nil {
		listed = slices.Contains(f.Severity, g.Severity)
	}
	return listed && len(g.Home) <= or(f.MaxHome, len(g.Home)) && len(g.Partner) <= or(f.MaxPartner, len(g.Partner))
}

func bounds(l limits.Limits) gaps.Bounds {
	return gaps.Bounds{Needs: l.GapNeeds, Level: l.GapLevel, Edges: l.Store.Page, Depth: l.Store.TreeDepth, IDs: l.Store.IDs}
}

// survey reads what gaps are found in.
func survey(ctx context.Context, q gaps.Query) (gaps.Survey, error) {
	l := load.From(ctx)
	return gaps.Read(ctx, l.Reader, q, bounds(l.Limits))
}
