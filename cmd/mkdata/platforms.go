package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

const (
	nationalKeyLab    = "国家重点实验室"
	nationalKeyLabNew = "全国重点实验室"
)

func (c *converter) platform(r row) error {
	id := "platform:" + r.cell("id")
	if body := c.bodies.id(id); body != id {
		return c.joined(r, body)
	}
	category, name := r.cell("kind"), r.cell("name")
	if !knownCategory(category) {
		return fmt.Errorf("platform kind %q is not known", category)
	}
	e := ecosystem.Entity{ID: id, Kind: ecosystem.Platform}
	if category == nationalKeyLab && strings.Contains(name, nationalKeyLabNew) {
		category = nationalKeyLabNew
	}
	e.Properties = map[string]string{"category": category}
	if level := c.platformLevel(category, name); level != "" {
		e.Properties["level"] = level
	}
	if category != nationalKeyLab {
		return c.entity(r, e)
	}
	// The laboratory has another name by now, which is not known: the old one
	// has to do, and is shown as what it is.
	e.FormerNames = []string{name}
	if err := c.entity(r, e); err != nil {
		return err
	}
	have, _ := c.build.Has(id)
	have.Sources = noted(have.Sources, noteOldLabName)
	return nil
}

// joined adds to an organization what a row of platforms says of it.
func (c *converter) joined(r row, id string) error {
	have, ok := c.build.Has(id)
	if !ok {
		return fmt.Errorf("%s is not there", id)
	}
	sources, err := c.sources(r)
	if err != nil {
		return err
	}
	e := ecosystem.Entity{
		ID: id, Kind: have.Kind, NameEn: r.cell("english_name"), Sources: sources,
		Aliases: otherNames(have.Name, append(r.list("aliases"), r.cell("name"))),
	}
	if link := r.cell("ror"); link != "" {
		e.ExternalIDs = []ecosystem.ExternalID{{Scheme: "ror", Value: link}}
	}
	c.report.merged = append(c.report.merged, fmt.Sprintf("platform:%s %s → %s %s", r.cell("id"), r.cell("name"), id, have.Name))
	return c.build.Entity(e)
}

func knownCategory(word string) bool {
	switch word {
	case nationalKeyLab, "国家工程研究中心", "国家技术创新中心", "大科学装置", "重点实验室", "工程技术研究中心",
		"制造业创新中心", "新型研发机构", "技术转移机构", "共享平台", "孵化器":
		return true
	}
	return false
}

// platformLevel tells the level where the list's word or, for the kinds that
// exist at several levels, the beginning of the name says it.
func (c *converter) platformLevel(category, name string) string {
	switch {
	case strings.HasPrefix(category, "国家"), category == nationalKeyLabNew:
		return "国家级"
	case category != "制造业创新中心" && category != "新型研发机构":
		return ""
	case strings.HasPrefix(name, "国家"):
		return "国家级"
	case slices.ContainsFunc(c.provinces, func(p string) bool { return strings.HasPrefix(name, p) }):
		return "省级"
	}
	return ""
}
