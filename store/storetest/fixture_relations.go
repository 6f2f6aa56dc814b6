package storetest

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// fixtureRelations are written as in a table: from, to, and what differs from
// the usual. Parallel relations have different weights, so that no answer
// depends on the digest in a relation's id.
func fixtureRelations() []ecosystem.Relation {
	rows := slices.Concat(treeRelations(), expertiseRelations(), workRelations())
	for i := range rows {
		rows[i].Sources = plan("专栏9")
	}
	return rows
}

// treeRelations say where things are, and what they are part of.
func treeRelations() []ecosystem.Relation {
	return []ecosystem.Relation{
		{Type: ecosystem.LocatedIn, From: "org:zju", To: "region:330100"},
		{Type: ecosystem.LocatedIn, From: "org:fudan", To: "region:310000"},
		{Type: ecosystem.LocatedIn, From: "org:lyu", To: "region:371302"},
		{Type: ecosystem.LocatedIn, From: "org:nimte", To: "region:330000"},
		{Type: ecosystem.LocatedIn, From: "org:sdaari", To: "region:371300"},
		{Type: ecosystem.LocatedIn, From: "org:lingong", To: "cluster:ly-hitech"},
		{Type: ecosystem.LocatedIn, From: "org:hospital", To: "region:371302"},
		{Type: ecosystem.LocatedIn, From: "org:ly-gov", To: "region:371300"},
		{Type: ecosystem.LocatedIn, From: "org:sdsia", To: "region:370000"},
		{Type: ecosystem.LocatedIn, From: "cluster:ly-hitech", To: "region:371300"},
		{Type: ecosystem.LocatedIn, From: "cluster:g60", To: "region:310000"},
		{Type: ecosystem.LocatedIn, From: "cluster:g60", To: "region:330000"},
		{Type: ecosystem.LocatedIn, From: "platform:fluid-lab", To: "region:330100"},
		{Type: ecosystem.LocatedIn, From: "platform:transfer", To: "cluster:ly-robot"},
		{Type: ecosystem.LocatedIn, From: "platform:iic-a", To: "region:310000"},
		{Type: ecosystem.LocatedIn, From: "platform:iic-b", To: "cluster:ly-hitech"},

		{Type: ecosystem.PartOf, From: "region:310000", To: "region:yrd"},
		{Type: ecosystem.PartOf, From: "region:330000", To: "region:yrd"},
		{Type: ecosystem.PartOf, From: "region:330100", To: "region:330000"},
		{Type: ecosystem.PartOf, From: "region:371300", To: "region:370000"},
		{Type: ecosystem.PartOf, From: "region:371302", To: "region:371300"},
		{Type: ecosystem.PartOf, From: "field:it-ai", To: "field:it"},
		{Type: ecosystem.PartOf, From: "field:it-software", To: "field:it"},
		{Type: ecosystem.PartOf, From: "field:mach-construction", To: "field:mach"},
		{Type: ecosystem.PartOf, From: "cluster:ly-robot", To: "cluster:ly-hitech"},
		{Type: ecosystem.PartOf, From: "org:sdaari", To: "org:zju", Weight: 0.9},
	}
}

// expertiseRelations say what things are about.
func expertiseRelations() []ecosystem.Relation {
	return []ecosystem.Relation{
		{Type: ecosystem.InField, From: "platform:fluid-lab", To: "field:mach-construction"},
		{Type: ecosystem.InField, From: "project:excavator", To: "field:mach-construction"},
		{Type: ecosystem.InField, From: "project:quality-ai", To: "field:it-ai"},
		{Type: ecosystem.InField, From: "project:quality-ai", To: "field:it-software"},
		{Type: ecosystem.InField, From: "project:cpp", To: "field:it"},
		{Type: ecosystem.InField, From: "org:lingong", To: "field:mach-construction"},
		{Type: ecosystem.InField, From: "org:nimte", To: "field:mach"},
		{Type: ecosystem.InField, From: "org:sdsia", To: "field:it-software"},

		{Type: ecosystem.StrongIn, From: "org:zju", To: "discipline:0812", Strength: "A+"},
		{Type: ecosystem.StrongIn, From: "org:zju", To: "discipline:0802", Strength: "双一流"},
		{Type: ecosystem.StrongIn, From: "org:fudan", To: "discipline:0812", Strength: "A-"},
		{Type: ecosystem.StrongIn, From: "org:lyu", To: "discipline:0802", Strength: "field_core"},
		{Type: ecosystem.AppliesTo, From: "discipline:0802", To: "field:mach-construction", Weight: 0.9},
		{Type: ecosystem.AppliesTo, From: "discipline:0812", To: "field:it-ai", Weight: 0.8},
		{Type: ecosystem.AppliesTo, From: "discipline:0812", To: "field:it-software", Weight: 0.8},
	}
}

// workRelations say who does something with whom, and what a plan does about it.
func workRelations() []ecosystem.Relation {
	return []ecosystem.Relation{
		{Type: ecosystem.HostedBy, From: "platform:fluid-lab", To: "org:zju", Label: "依托单位"},
		{Type: ecosystem.HostedBy, From: "org:sdaari", To: "org:zju"},
		{Type: ecosystem.HostedBy, From: "platform:transfer", To: "org:ly-gov", Status: ecosystem.Planned},
		{Type: ecosystem.HostedBy, From: "platform:iic-a", To: "org:fudan"},
		{Type: ecosystem.HostedBy, From: "platform:iic-b", To: "org:lingong", Status: ecosystem.Planned},
		{Type: ecosystem.BuiltBy, From: "platform:fluid-lab", To: "org:zju", Label: "共建", Weight: 0.8},
		{Type: ecosystem.BuiltBy, From: "project:excavator", To: "org:lingong"},
		{Type: ecosystem.BuiltBy, From: "project:excavator", To: "org:lyu", Status: ecosystem.Promoted},
		{Type: ecosystem.ReliesOn, From: "project:quality-ai", To: "org:lyu", Status: ecosystem.Planned},
		{Type: ecosystem.ReliesOn, From: "field:mach-construction", To: "org:lingong", Weight: 0.7},
		{Type: ecosystem.Links, From: "cluster:g60", To: "cluster:ly-hitech", Status: ecosystem.Planned},

		// Between the same two, twice; and symmetric relations stored either way.
		{Type: ecosystem.CooperatesWith, From: "org:zju", To: "org:lyu", Strength: "共建机构", Year: 2019},
		{Type: ecosystem.CooperatesWith, From: "org:lyu", To: "org:zju", Strength: "技术合作", Year: 2021},
		{Type: ecosystem.CooperatesWith, From: "org:lyu", To: "org:fudan", Strength: "考察交流", Year: 2023},
		{Type: ecosystem.CooperatesWith, From: "platform:fluid-lab", To: "org:lingong", Strength: "技术合作"},
		{Type: ecosystem.CooperatesWith, From: "field:mach", To: "org:lyu", Strength: "技术合作"},

		{Type: ecosystem.Supports, From: "policy:145", To: "project:excavator"},
		{Type: ecosystem.Supports, From: "programme:hundred", To: "org:lingong"},
		{Type: ecosystem.Promotes, From: "policy:145", To: "platform:transfer", Status: ecosystem.Planned},
		{Type: ecosystem.Targets, From: "policy:145", To: "indicator:rd", Value: "2.6", Unit: "%", Year: 2025},
		{Type: ecosystem.Targets, From: "policy:145", To: "indicator:rd", Value: "2.8", Unit: "%", Year: 2025, Weight: 0.5},
		{Type: ecosystem.IssuedBy, From: "policy:145", To: "org:ly-gov"},
		{Type: ecosystem.Implements, From: "org:lyu", To: "policy:145"},
	}
}
