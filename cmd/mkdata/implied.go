package main

import (
	"errors"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// confidenceName is for what is read off a name.
const confidenceName = 0.7

// implied adds what the name of a body says and its row leaves out: to whom it belongs,
// and that a hospital treats diseases.
func (c *converter) implied(organizations []row) error {
	owners := map[string]string{} // by name
	c.administrations = map[string]string{}
	for _, o := range organizations {
		switch name, id := o.cell("name"), "org:"+o.cell("id"); o.cell("kind") {
		case "university", "research_institute":
			owners[name] = id
		case "government":
			if zone, ok := strings.CutSuffix(name, "管理委员会"); ok {
				c.administrations[zone] = id
			}
		default: // a firm's or a hospital's name begins no other
		}
	}
	var errs []error
	for _, o := range organizations {
		id := "org:" + o.cell("id")
		if o.cell("kind") == "hospital" && o.cell("field_ids") == "" {
			errs = append(errs, c.treats(id, o))
		}
		if owner := ownerByName(owners, o.cell("name")); owner != "" && o.cell("host_org_ids") == "" {
			sources, err := c.sources(o)
			errs = append(errs, err, c.hosted(id, owner, implied(sources, "rule:name")))
		}
	}
	return errors.Join(errs...)
}

// ownerByName is the body whose whole name a longer one begins with, the longest of
// several: 中国林业科学研究院木材工业研究所 belongs to 中国林业科学研究院.
func ownerByName(owners map[string]string, name string) string {
	longest := ""
	for owner := range owners {
		if len(owner) > len(longest) && owner != name && strings.HasPrefix(name, owner) {
			longest = owner
		}
	}
	return owners[longest]
}

// administered relates a zone to the agency that is called its administration.
func (c *converter) administered(zone, name string, sources []ecosystem.Source) error {
	agency := c.administrations[name]
	if agency == "" {
		return nil
	}
	return c.hosted(zone, agency, implied(sources, "rule:name"))
}

// treats puts a hospital into the field of diseases, one of Chinese medicine into that
// too.
func (c *converter) treats(id string, o row) error {
	sources, err := c.sources(o)
	fields := []string{"health-disease"}
	if strings.Contains(o.cell("name"), "中医") {
		fields = append(fields, "health-tcm")
	}
	errs := []error{err}
	for _, field := range fields {
		if _, known := c.build.Has("field:" + field); known {
			errs = append(errs, c.relate(ecosystem.Relation{Type: ecosystem.InField, From: id, To: "field:" + field, Sources: implied(sources, "rule:hospital")}))
		}
	}
	return errors.Join(errs...)
}

func implied(sources []ecosystem.Source, rule string) []ecosystem.Source {
	return changed(sources, func(s *ecosystem.Source) {
		s.Known, s.Confidence, s.Note = ecosystem.Implied, min(s.Confidence, confidenceName), rule
	})
}
