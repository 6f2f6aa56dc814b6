package main

import (
	"errors"
	"fmt"

	"github.com/innograph/innograph/ecosystem"
)

// clusters reads the industry clusters, bases and parks.
func (c *converter) clusters() error {
	return c.each(func(r row) error {
		sources, err := c.sources(r)
		if err != nil {
			return err
		}
		word, level, err := clusterWord(r.cell("kind"))
		if err != nil {
			return err
		}
		props, err := properties(map[ecosystem.Property]string{
			ecosystem.PropCategory: word, ecosystem.PropLevel: level, ecosystem.PropYear: r.cell("year"),
		})
		if err != nil {
			return err
		}
		id := "cluster:" + r.cell("id")
		return errors.Join(
			c.build.Entity(ecosystem.Entity{
				ID: id, Kind: ecosystem.IndustryCluster, Name: r.cell("name"),
				Aliases: otherNames(r.cell("name"), r.list("aliases")), Properties: props, Sources: sources,
			}),
			c.located(id, r.cell("region_code"), sources),
			c.inFields(id, r.list("field_ids"), sources),
			c.administered(id, r.cell("name"), sources),
		)
	}, "clusters.csv", "id", "name", "aliases", "region_code", "kind", "field_ids", "year", "source")
}

// clusterWord gives the Chinese word and the level of a kind of cluster.
func clusterWord(kind string) (word, level string, err error) {
	words := []struct{ kind, word, level string }{
		{"national_advanced_manufacturing_cluster", "国家先进制造业集群", "国家级"},
		{"provincial_advanced_manufacturing_cluster", "省级先进制造业集群", "省级"},
		{"innovation_cluster", "创新型产业集群", ""},
		{"torch_base", "国家火炬计划产业基地", "国家级"},
		{"strategic_emerging_industry_pilot", "战略性新兴产业区域集聚发展试点", ""},
		{"park", "园区", ""},
	}
	for _, w := range words {
		if w.kind == kind {
			return w.word, w.level, nil
		}
	}
	return "", "", fmt.Errorf("cluster kind %q is not known", kind)
}
