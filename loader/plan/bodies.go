package plan

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/outline"
)

// bodyKinds are the kinds of what a name in a list of platforms or carriers may
// mean; the kind that the list is about goes first.
func bodyKinds(first ecosystem.Kind) []ecosystem.Kind {
	kinds := []ecosystem.Kind{first}
	for _, k := range append([]ecosystem.Kind{ecosystem.Platform, ecosystem.IndustryCluster}, ecosystem.OrganizationKinds()...) {
		if k != first {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// platform records an item of a list of platforms. A park or building in such a
// list hosts an incubator and is a platform; a body of its own that does
// research is an institute, also when a list calls it a platform.
func (x *extraction) platform(e entry, box *outline.Box) {
	kind := ecosystem.Platform
	if suffix, ok := x.lex.KindOf(e.name); ok && suffix.IsOrganization() {
		kind = suffix
	}
	x.body(e, box, ecosystem.Platform, kind)
}

// carrier records a park, corridor or the like (载体), with what its text says of
// others.
func (x *extraction) carrier(e entry, box *outline.Box) {
	kind := ecosystem.IndustryCluster
	if suffix, ok := x.lex.KindOf(e.name); ok && slices.Contains(bodyKinds(kind), suffix) {
		kind = suffix
	}
	x.body(e, box, ecosystem.IndustryCluster, kind)
}

func (x *extraction) body(e entry, box *outline.Box, list, create ecosystem.Kind) {
	x.withParties(&e)
	name, verb := x.withoutVerb(e.name)
	e.name = name
	body, ok := x.resolve(e.place, x.names.local(e.name), bodyKinds(list), create)
	if !ok {
		x.diagnose(e.place.line, e.place.locator, e.printed, "there is no name here")
		return
	}
	f := facts{printed: e.printed, status: x.statusIn(e, box)}
	if e.group != nil {
		f.properties = map[string]string{ecosystem.PropGroup.Name: e.group.title}
		if !body.Kind.Has(ecosystem.PropGroup.Name) {
			e.place.remark = joined(e.place.remark, "group:"+e.group.title)
		}
	}
	x.entity(body, e.place, f)
	x.promotes(body, e.place, verb)
	x.tellParties(body, e, f.status)
	x.printed = append(x.printed, printedName{body, e.name})
	x.later(body, e)
}

// programme records a programme, plan or action (工程、计划、行动).
func (x *extraction) programme(e entry, box *outline.Box) {
	kind, ok := x.lex.KindOf(e.name)
	if ok && kind != ecosystem.Programme {
		x.body(e, box, kind, kind) // 平台建设工程 lists platforms
		return
	}
	if !ok {
		x.diagnose(e.place.line, e.place.locator, e.printed, "this does not read like the name of a programme")
		x.later(nil, e) // its text may say more than its heading
		return
	}
	name, verb := x.withoutVerb(e.name)
	e.name = name
	programme, ok := x.resolve(e.place, []string{e.name}, []ecosystem.Kind{ecosystem.Programme}, ecosystem.Programme)
	if !ok {
		return
	}
	x.entity(programme, e.place, facts{printed: e.printed, status: ecosystem.Planned})
	x.promotes(programme, e.place, verb)
	x.later(programme, e)
}

// anyKind records an item of a list that does not say what it lists, if the name
// itself tells.
func (x *extraction) anyKind(e entry, box *outline.Box) {
	kind, ok := x.lex.KindOf(e.name)
	switch {
	case ok && kind == ecosystem.Programme:
		x.programme(e, box)
	case ok:
		x.body(e, box, kind, kind)
	default:
		x.diagnose(e.place.line, e.place.locator, e.printed, "neither the list nor the name tells what this is")
		x.later(nil, e)
	}
}
