package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// organizationsAndPlatforms reads both tables before it relates them: a host may
// stand in either, and a row of platforms may speak of an organization.
func (c *converter) organizationsAndPlatforms() error {
	organizations, err := readTable(c.dir, "organizations.csv",
		"id", "name", "english_name", "aliases", "kind", "region_code", "website", "ror", "tags", "field_ids", "host_org_ids", "source")
	if err != nil {
		return err
	}
	platforms, err := readTable(c.dir, "platforms.csv",
		"id", "name", "english_name", "aliases", "kind", "host_org_ids", "region_code", "field_ids", "ror", "source")
	if err != nil {
		return err
	}
	c.report.read["organizations.csv"], c.report.read["platforms.csv"] = len(organizations), len(platforms)
	if c.bodies, err = sameBodies(organizations, platforms); err != nil {
		return err
	}
	for _, step := range []struct {
		rows []row
		do   func(row) error
	}{
		{organizations, c.organization},
		{platforms, c.platform},
		{organizations, func(r row) error { return c.related("org:"+r.cell("id"), r) }},
		{platforms, func(r row) error { return c.related(c.bodies.id("platform:"+r.cell("id")), r) }},
	} {
		for _, r := range step.rows {
			if err := step.do(r); err != nil {
				c.note(r.fail("%w", err))
			}
		}
	}
	return c.implied(organizations)
}

func (c *converter) organization(r row) error {
	kind, err := organizationKind(r.cell("kind"))
	if err != nil {
		return err
	}
	id := "org:" + r.cell("id")
	tags := r.list("tags")
	for _, p := range c.bodies.joined[id] {
		tags = append(tags, p.cell("kind")) // what the other list calls it
	}
	props, err := properties(map[ecosystem.Property]string{
		ecosystem.PropWebsite: r.cell("website"), ecosystem.PropTags: strings.Join(tags, ecosystem.ListSeparator),
	})
	if err != nil {
		return err
	}
	return c.entity(r, ecosystem.Entity{ID: id, Kind: kind, Properties: props})
}

// entity adds what organizations and platforms have in common.
func (c *converter) entity(r row, e ecosystem.Entity) error {
	sources, err := c.sources(r)
	if err != nil {
		return err
	}
	e.Name, e.NameEn = r.cell("name"), r.cell("english_name")
	e.Aliases = append(e.Aliases, otherNames(e.Name, r.list("aliases"))...)
	if link := r.cell("ror"); link != "" {
		e.ExternalIDs = []ecosystem.ExternalID{{Scheme: "ror", Value: link}}
	}
	e.Sources = append(e.Sources, sources...)
	addNames(&e)
	withoutItsRegion(&e)
	return c.build.Entity(e)
}

// related adds what a row says of other entities: its place, fields and hosts.
func (c *converter) related(id string, r row) error {
	sources, err := c.sources(r)
	if err != nil {
		return err
	}
	errs := []error{
		c.located(id, r.cell("region_code"), sources),
		c.inFields(id, r.list("field_ids"), sources),
	}
	for _, host := range r.list("host_org_ids") {
		if host = c.bodies.end(host); host != id {
			errs = append(errs, c.hosted(id, host, sources))
		}
	}
	return errors.Join(errs...)
}

// hosted relates a body to the one that it belongs to or was founded by. What
// may not be hosted (a hospital of a university) is part of it; a platform
// relies on another platform, which is nobody who could host it.
func (c *converter) hosted(id, host string, sources []ecosystem.Source) error {
	r := ecosystem.Relation{Type: ecosystem.HostedBy, From: id, To: host, Sources: sources}
	if e, ok := c.build.Has(id); ok && !c.allows(r.Type, id, host) {
		r.Type = ecosystem.ReliesOn
		if e.Kind.IsOrganization() {
			r.Type = ecosystem.PartOf
		}
	}
	return c.relate(r)
}

func (c *converter) allows(t ecosystem.RelationType, from, to string) bool {
	info, _ := t.Info()
	a, okA := c.build.Has(from)
	b, okB := c.build.Has(to)
	return okA && okB && info.Allows(a.Kind, b.Kind)
}

func organizationKind(word string) (ecosystem.Kind, error) {
	if word == "government" {
		return ecosystem.Agency, nil
	}
	kind, ok := ecosystem.ParseKind(word)
	if !ok || !kind.IsOrganization() {
		return "", fmt.Errorf("organization kind %q is not known", word)
	}
	return kind, nil
}
