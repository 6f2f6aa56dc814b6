package storetest

import (
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

func relatedCases() []filterCase {
	all := func(related ...store.Related) store.Filter { return store.Filter{Related: related} }
	zju, lyu := []string{"org:zju"}, []string{"org:lyu"}
	cooperates := func(d store.Direction) store.Filter {
		return all(store.Related{Type: ecosystem.CooperatesWith, Direction: d, To: lyu})
	}
	// Disciplines that apply to a field.
	appliesTo := &store.Filter{Related: []store.Related{{Type: ecosystem.AppliesTo, Direction: store.Out, To: []string{"field:it-ai"}}}}
	return []filterCase{
		{"from the entity", all(store.Related{Type: ecosystem.HostedBy, Direction: store.Out}), "org:sdaari platform:fluid-lab platform:iic-a platform:iic-b platform:transfer"},
		{"to the entity", all(store.Related{Type: ecosystem.HostedBy, Direction: store.In}), "org:fudan org:lingong org:ly-gov org:zju"},
		{"either", all(store.Related{Type: ecosystem.HostedBy}), "org:fudan org:lingong org:ly-gov org:sdaari org:zju platform:fluid-lab platform:iic-a platform:iic-b platform:transfer"},
		{"far end", all(store.Related{Type: ecosystem.HostedBy, Direction: store.Out, To: zju}), "org:sdaari platform:fluid-lab"},
		{"far end against the sense", all(store.Related{Type: ecosystem.HostedBy, Direction: store.In, To: zju}), ""},
		{"any far end", all(store.Related{Type: ecosystem.StrongIn, To: []string{"discipline:0802", "discipline:none"}}), "org:lyu org:zju"},
		{"no far end", all(store.Related{Type: ecosystem.HostedBy, To: []string{}}), ""},
		{"unknown far end", all(store.Related{Type: ecosystem.HostedBy, To: []string{"org:none"}}), ""},
		{"symmetric, either", cooperates(store.Both), "field:mach org:fudan org:zju"},
		{"symmetric, out", cooperates(store.Out), "field:mach org:fudan org:zju"},
		{"symmetric, in", cooperates(store.In), "field:mach org:fudan org:zju"},
		{"symmetric with anybody, out", all(store.Related{Type: ecosystem.CooperatesWith, Direction: store.Out}), "field:mach org:fudan org:lingong org:lyu org:zju platform:fluid-lab"},
		{"symmetric with anybody, in", all(store.Related{Type: ecosystem.CooperatesWith, Direction: store.In}), "field:mach org:fudan org:lingong org:lyu org:zju platform:fluid-lab"},
		{"parallel relations", all(store.Related{Type: ecosystem.Targets, Direction: store.Out}), "policy:145"},
		{"all must hold", all(
			store.Related{Type: ecosystem.HostedBy, Direction: store.Out},
			store.Related{Type: ecosystem.InField, Direction: store.Out},
		), "platform:fluid-lab"},
		{"the same type twice", all(
			store.Related{Type: ecosystem.InField, To: []string{"field:it-ai"}},
			store.Related{Type: ecosystem.InField, To: []string{"field:it-software"}},
		), "project:quality-ai"},
		{"where", all(store.Related{Type: ecosystem.HostedBy, Direction: store.Out, Where: &store.Filter{Region: ecosystem.YangtzeRiverDelta}}), "org:sdaari platform:fluid-lab platform:iic-a"},
		{"where nothing is asked", all(store.Related{Type: ecosystem.BuiltBy, Direction: store.In, Where: &store.Filter{}}), "org:lingong org:lyu org:zju"},
		{"where an empty list", all(store.Related{Type: ecosystem.BuiltBy, Where: &store.Filter{Kinds: []ecosystem.Kind{}}}), ""},
		{"where and far end", all(store.Related{Type: ecosystem.HostedBy, To: zju, Where: &store.Filter{Kinds: []ecosystem.Kind{ecosystem.Agency}}}), ""},
		{"where not", all(store.Related{
			Type:  ecosystem.CooperatesWith,
			Where: &store.Filter{Not: &store.Filter{Kinds: []ecosystem.Kind{ecosystem.University}}},
		}), "org:lingong org:lyu platform:fluid-lab"},
		{"nested", all(store.Related{Type: ecosystem.StrongIn, Direction: store.Out, Where: appliesTo}), "org:fudan org:zju"},
		// Who cooperates with somebody strong in a discipline that applies to AI.
		{"nested twice", all(store.Related{
			Type:  ecosystem.CooperatesWith,
			Where: &store.Filter{Related: []store.Related{{Type: ecosystem.StrongIn, Direction: store.Out, Where: appliesTo}}},
		}), "org:lyu"},
		{"in the region, and related", store.Filter{
			Region: ecosystem.YangtzeRiverDelta, Kinds: []ecosystem.Kind{ecosystem.University},
			Related: []store.Related{{Type: ecosystem.StrongIn, Direction: store.Out, Where: appliesTo}},
		}, "org:fudan org:zju"},
	}
}

func notCases() []filterCase {
	universities := store.Filter{Kinds: []ecosystem.Kind{ecosystem.University}}
	without := func(not store.Filter) store.Filter { return store.Filter{Kinds: universities.Kinds, Not: &not} }
	return []filterCase{
		{"ids", without(store.Filter{IDs: []string{"org:lyu", "org:none"}}), "org:fudan org:zju"},
		{"region", without(store.Filter{Region: ecosystem.YangtzeRiverDelta}), "org:lyu"},
		{"field", store.Filter{Kinds: []ecosystem.Kind{ecosystem.KeyProject}, Not: &store.Filter{Fields: []string{"field:it"}}}, "project:excavator"},
		{"section", store.Filter{Document: docPlan, Section: "专栏5", Not: &store.Filter{Section: "专栏5.2"}}, "cluster:ly-hitech cluster:ly-robot platform:iic-b project:quality-ai"},
		{"property", without(store.Filter{Properties: []store.PropertyFilter{{Name: "tags", Values: []string{"211"}}}}), "org:lyu"},
		// None of these has a status, a grade: what is missing is not held either.
		{"status", without(store.Filter{Statuses: []ecosystem.Status{ecosystem.Built}}), "org:fudan org:lyu org:zju"},
		{"missing property", without(store.Filter{Properties: []store.PropertyFilter{{Name: "grade", Values: []string{"三级甲等"}}}}), "org:fudan org:lyu org:zju"},
		{"text", without(store.Filter{Text: "浙江"}), "org:fudan org:lyu"},
		{"unreadable text", without(store.Filter{Text: "*"}), "org:fudan org:lyu org:zju"},
		{"related", without(store.Filter{Related: []store.Related{{Type: ecosystem.CooperatesWith, To: []string{"org:zju"}}}}), "org:fudan org:zju"},
		{"what holds everything", without(store.Filter{}), ""},
		{"what holds nothing", without(store.Filter{Kinds: []ecosystem.Kind{}}), "org:fudan org:lyu org:zju"},
		{"what is not left out", without(store.Filter{Not: &store.Filter{IDs: []string{"org:lyu"}}}), "org:lyu"},
		{"both parts of what is left out must hold", without(store.Filter{IDs: []string{"org:lyu", "org:zju"}, Region: ecosystem.YangtzeRiverDelta}), "org:fudan org:lyu"},
	}
}
