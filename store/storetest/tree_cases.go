package storetest

import (
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

func treeCases() []filterCase {
	region := func(id string) store.Filter { return store.Filter{Region: id} }
	fields := func(ids ...string) store.Filter { return store.Filter{Fields: ids} }
	return []filterCase{
		{"county", region("region:371302"), "org:hospital org:lyu"},
		// Through a cluster (lingong), through a cluster within a cluster
		// (transfer), through the county (lyu). What is only PART_OF something
		// (ly-robot, region:371302) has no location of its own.
		{"city", region("region:371300"), "cluster:ly-hitech org:hospital org:lingong org:ly-gov org:lyu org:sdaari platform:iic-b platform:transfer"},
		{"province", region("region:370000"), "cluster:ly-hitech org:hospital org:lingong org:ly-gov org:lyu org:sdaari org:sdsia platform:iic-b platform:transfer"},
		{"in two provinces", region("region:310000"), "cluster:g60 org:fudan platform:iic-a"},
		{"in the other one too", region("region:330000"), "cluster:g60 org:nimte org:zju platform:fluid-lab"},
		{"named region", region(ecosystem.YangtzeRiverDelta), "cluster:g60 org:fudan org:nimte org:zju platform:fluid-lab platform:iic-a"},
		{"cluster", region("cluster:ly-hitech"), "org:lingong platform:iic-b platform:transfer"},
		{"cluster within a cluster", region("cluster:ly-robot"), "platform:transfer"},
		{"nothing is located in an organization", region("org:zju"), ""},
		{"unknown region", region("region:999999"), ""},
		{"region and kind", store.Filter{Region: "region:370000", Kinds: []ecosystem.Kind{ecosystem.Platform}}, "platform:iic-b platform:transfer"},

		{"field without its parent", fields("field:it-software"), "org:sdsia project:quality-ai"},
		{"field and below", fields("field:it"), "org:sdsia project:cpp project:quality-ai"},
		{"field of the other branch", fields("field:mach"), "org:lingong org:nimte platform:fluid-lab project:excavator"},
		{"any of two fields", fields("field:it-ai", "field:mach-construction"), "org:lingong platform:fluid-lab project:excavator project:quality-ai"},
		{"field and its own parent", fields("field:it", "field:it-ai"), "org:sdsia project:cpp project:quality-ai"},
		{"unknown field", fields("field:none"), ""},
		{"one of them unknown", fields("field:none", "field:it-ai"), "project:quality-ai"},
		{"no field", store.Filter{Fields: []string{}}, ""},
		{"a discipline is no field", fields("discipline:0802"), ""},
		{"field and region", store.Filter{Fields: []string{"field:mach"}, Region: ecosystem.YangtzeRiverDelta}, "org:nimte platform:fluid-lab"},
	}
}

func sourceCases() []filterCase {
	section := func(document, section string) store.Filter {
		return store.Filter{Document: document, Section: section}
	}
	return []filterCase{
		{"document", section(docList, ""), "discipline:0802 discipline:0812 org:fudan org:zju"},
		{"unknown document", section("doc:none", ""), ""},
		{"box with its groups and items", section(docPlan, "专栏5"), "cluster:ly-hitech cluster:ly-robot org:lingong platform:iic-b platform:transfer project:quality-ai"},
		{"box whose number begins alike", section(docPlan, "专栏50"), "project:excavator"},
		{"group of a box", section(docPlan, "专栏5.2"), "org:lingong platform:transfer"},
		{"item", section(docPlan, "专栏5.2（3）"), "platform:transfer"},
		{"other spelling of an item", section(docPlan, " 专栏5.2 (3)"), "platform:transfer"},
		{"half a level", section(docPlan, "专栏"), ""},
		{"chapter", section(docPlan, "二"), "org:lyu org:zju"},
		{"section", section(docPlan, "二（二）"), "org:zju"},
		{"paragraph", section(docPlan, "二（二）§3"), "org:zju"},
		{"of several places", section(docPlan, "三"), "org:lyu"},
		{"section without its document", section("", "一"), "org:ly-gov policy:145"},
		// zju stands in the list, and in the second chapter of the plan.
		{"document and section of different sources", section(docList, "二"), ""},
		{"section of nothing", section(docPlan, "九"), ""},
		{"section and kind", store.Filter{Document: docPlan, Section: "专栏5", Kinds: []ecosystem.Kind{ecosystem.Enterprise}}, "org:lingong"},
	}
}
