package main

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// Extraction knows names, not what the tables say about places of the plan. The
// readings below use that.

// confidenceInPlan is for what a plan sets out without saying where: it lies in
// the place whose plan it is.
const confidenceInPlan = 0.7

// replaced writes another id for one that stands at certain places of a graph.
func replaced(g ecosystem.Graph, id, with string, at func(locator string) bool) ecosystem.Graph {
	here := func(s ecosystem.Source) bool { return at(s.Locator) }
	end := func(end string, r ecosystem.Relation) string {
		if end == id && slices.ContainsFunc(r.Sources, here) {
			return with
		}
		return end
	}
	out := ecosystem.Graph{Documents: g.Documents}
	for _, e := range g.Entities {
		if e.ID != id {
			out.Entities = append(out.Entities, e)
			continue
		}
		moved := ecosystem.Entity{ID: with, Kind: e.Kind}
		for _, s := range e.Sources {
			if here(s) {
				if s.PrintedName == "" {
					s.PrintedName = e.Name
				}
				moved.Sources = append(moved.Sources, s)
			}
		}
		e.Sources = slices.DeleteFunc(slices.Clone(e.Sources), here)
		for _, part := range []ecosystem.Entity{e, moved} {
			if len(part.Sources) > 0 {
				out.Entities = append(out.Entities, part)
			}
		}
	}
	for _, r := range g.Relations {
		r.From, r.To = end(r.From, r), end(r.To, r)
		if r.From != r.To {
			out.Relations = append(out.Relations, r)
		}
	}
	return out
}

// byAnchor lets the heading of a group mean the field that the tables anchor
// there: 新能源技术 is a group of the box 新能源, and its field is the one of
// photovoltaics and hydrogen, not the box's own.
func byAnchor(facts, tables ecosystem.Graph) ecosystem.Graph {
	parent := map[string]string{}
	for _, r := range tables.Relations {
		if r.Type == ecosystem.PartOf {
			parent[r.From] = r.To
		}
	}
	anchored := map[string][]string{}
	for _, e := range tables.Entities {
		for _, s := range e.Sources {
			if e.Kind == ecosystem.TechnologyField && groupLocator.MatchString(s.Locator) {
				anchored[s.Locator] = append(anchored[s.Locator], e.ID)
			}
		}
	}
	for _, group := range slices.Sorted(maps.Keys(anchored)) {
		if fields := anchored[group]; len(fields) == 1 {
			facts = replaced(facts, parent[fields[0]], fields[0], func(locator string) bool {
				return ecosystem.InSection(locator, group)
			})
		}
	}
	return facts
}

// byBranch lets a name mean the branch that the tables cite at the same place of
// the plan, rather than the parent of the same name elsewhere.
func byBranch(facts, tables ecosystem.Graph) ecosystem.Graph {
	cited := map[string][]string{} // locators in the plan, by entity
	for _, e := range tables.Entities {
		for _, s := range e.Sources {
			if s.Document == docPlan {
				cited[e.ID] = append(cited[e.ID], s.Locator)
			}
		}
	}
	for _, r := range tables.Relations {
		if r.Strength != "分支机构" {
			continue
		}
		branch, whole := r.From, r.To // the tie is symmetric: the branch is the end that the plan tells of
		if len(cited[branch]) == 0 {
			branch, whole = whole, branch
		}
		if len(cited[whole]) == 0 {
			facts = replaced(facts, whole, branch, func(locator string) bool { return slices.Contains(cited[branch], locator) })
		}
	}
	return facts
}

// inPlace puts what the plan's boxes set out, and nobody places, where its name
// says or else where the plan is for. What only the text mentions may lie
// elsewhere.
func inPlace(facts, tables ecosystem.Graph) []ecosystem.Relation {
	placed, city := map[string]bool{}, ""
	for _, r := range slices.Concat(tables.Relations, facts.Relations) {
		if r.Type == ecosystem.LocatedIn {
			placed[r.From] = true
		}
		if r.Type == ecosystem.LocatedIn && r.From == planPolicy {
			city = r.To
		}
	}
	var out []ecosystem.Relation
	for _, e := range facts.Entities {
		boxed := slices.ContainsFunc(e.Sources, func(s ecosystem.Source) bool { return strings.HasPrefix(s.Locator, "专栏") })
		if !boxed || placed[e.ID] || city == "" || beyondCity.MatchString(e.Name) || !slices.Contains([]ecosystem.Kind{ecosystem.Platform, ecosystem.IndustryCluster, ecosystem.KeyProject}, e.Kind) {
			continue
		}
		region, note := city, "rule:place-of-plan"
		if named := regionInName(e.Name, city, tables); named != "" {
			region, note = named, "rule:place-in-name"
		}
		out = append(out, ecosystem.Relation{
			Type: ecosystem.LocatedIn, From: e.ID, To: region,
			Sources: changed(read(e.Sources, ecosystem.Implied, confidenceInPlan), func(s *ecosystem.Source) { s.PrintedName, s.Note = "", note }),
		})
	}
	return out
}

// beyondCity ends the name of what runs through several cities.
var beyondCity = regexp.MustCompile(`(?:走廊|经济带|经济圈)$`)

// regionInName finds the part of the city with whose full name a name begins.
func regionInName(name, city string, tables ecosystem.Graph) string {
	names := map[string]string{}
	for _, e := range tables.Entities {
		names[e.ID] = e.Name
	}
	for _, r := range tables.Relations {
		if r.Type == ecosystem.PartOf && r.To == city && strings.HasPrefix(name, names[r.From]) {
			return r.From
		}
	}
	return ""
}
