package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/innograph/innograph/ecosystem"
)

// regions reads the tree of GB/T 2260 codes. Provinces are roots; the four of
// 长三角 are part of the named region.
func (c *converter) regions() error {
	codes := stated(docRegions, confidenceOfficial)
	ours := ecosystem.Source{Document: docOurs, Known: ecosystem.Curated, Confidence: confidenceOfficial}
	if err := c.build.Entity(ecosystem.Entity{
		ID: ecosystem.YangtzeRiverDelta, Kind: ecosystem.Region, Name: "长三角", NameEn: "Yangtze River Delta",
		Aliases: []string{"长江三角洲", "长三角地区"}, Properties: map[string]string{"level": "named"},
		Sources: []ecosystem.Source{ours},
	}); err != nil {
		return err
	}
	return c.each(func(r row) error {
		id := "region:" + r.cell("code")
		props, err := properties(map[ecosystem.Property]string{
			ecosystem.PropCode: r.cell("code"), ecosystem.PropLevel: r.cell("level"),
			ecosystem.PropLat: r.cell("lat"), ecosystem.PropLon: r.cell("lon"),
		})
		if err != nil {
			return err
		}
		if r.cell("level") == "province" {
			c.provinces = append(c.provinces, r.cell("name"))
		}
		seat := noted([]ecosystem.Source{ours}, noteCoordinates)
		if err := c.build.Entity(ecosystem.Entity{
			ID: id, Kind: ecosystem.Region, Name: r.cell("name"), Properties: props,
			Sources: append(seat, codes),
		}); err != nil {
			return err
		}
		switch parent := r.cell("parent_code"); {
		case parent != "":
			return c.relate(ecosystem.Relation{Type: ecosystem.PartOf, From: id, To: "region:" + parent, Sources: []ecosystem.Source{codes}})
		case r.cell("yrd") == "true":
			return c.relate(ecosystem.Relation{Type: ecosystem.PartOf, From: id, To: ecosystem.YangtzeRiverDelta, Sources: []ecosystem.Source{ours}})
		}
		return nil
	}, "regions.csv", "code", "name", "level", "parent_code", "yrd", "lat", "lon")
}

// fields reads the two levels of technology fields. They are read off the
// layout of the plan: chapters for the first level, groups of boxes for most of
// the second.
func (c *converter) fields() error {
	return c.each(func(r row) error {
		var sources []ecosystem.Source
		for _, place := range r.list("seed_anchor") {
			s, err := c.cite.plan(place)
			if err != nil {
				return err
			}
			sources = append(sources, s)
		}
		sources = read(sources, ecosystem.Implied, confidencePlan)
		aliases, place := topics()[r.cell("id")], sources
		if len(aliases) > 0 {
			sources = append(sources, judged(noteTopic))
		}
		id, parent, level := "field:"+r.cell("id"), r.cell("parent_id"), "top"
		if parent != "" {
			level = "sub"
		}
		if err := c.build.Entity(ecosystem.Entity{
			ID: id, Kind: ecosystem.TechnologyField, Name: r.cell("name"), Aliases: aliases,
			Properties: map[string]string{"level": level}, Sources: sources,
		}); err != nil || parent == "" {
			return err
		}
		return c.relate(ecosystem.Relation{Type: ecosystem.PartOf, From: id, To: "field:" + parent, Sources: place})
	}, "fields.csv", "id", "name", "parent_id", "seed_anchor")
}

// disciplines reads the national first-level disciplines.
func (c *converter) disciplines() error {
	return c.each(func(r row) error {
		if r.cell("kind") != "first_level_discipline" || r.cell("id") != "d-"+r.cell("code") {
			return errors.New("a discipline is of the first level, and its id is d- and its code")
		}
		return c.build.Entity(ecosystem.Entity{
			ID: disciplineID(r.cell("id")), Kind: ecosystem.Discipline, Name: r.cell("name"),
			Properties: map[string]string{"code": r.cell("code"), "level": "一级学科"},
			Sources:    []ecosystem.Source{stated(docDisciplines, confidenceOfficial)},
		})
	}, "disciplines.csv", "id", "name", "kind", "code")
}

// disciplineFields reads which discipline serves which field: a judgement of the
// compiler, whose sentence about it is not copied.
func (c *converter) disciplineFields() error {
	return c.each(func(r row) error {
		weight, err := strconv.ParseFloat(r.cell("weight"), 64)
		if err != nil {
			return fmt.Errorf("weight: %w", err)
		}
		return c.relate(ecosystem.Relation{
			Type: ecosystem.AppliesTo, From: disciplineID(r.cell("discipline_id")), To: "field:" + r.cell("field_id"), Weight: weight,
			Sources: []ecosystem.Source{{Document: docOurs, Known: ecosystem.Curated, Confidence: confidenceReading}},
		})
	}, "discipline_fields.csv", "discipline_id", "field_id", "weight", "rationale")
}

// disciplineID gives a discipline its national code: d-0701 is discipline:0701.
func disciplineID(id string) string { return "discipline:" + id[min(len("d-"), len(id)):] }
