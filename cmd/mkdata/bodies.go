package main

import (
	"errors"
	"strings"

	"github.com/innograph/innograph/store/text"
)

// bodies knows which rows of platforms speak of an organization. A body with its
// own legal person is one node, also when another list calls it a platform.
type bodies struct {
	organization map[string]string // platform id → organization id
	joined       map[string][]row  // organization id → rows of platforms
}

// sameBodies finds them by a name or alias that both tables give at the same place.
func sameBodies(organizations, platforms []row) (bodies, error) {
	type key struct{ name, region string }
	byName := map[key]string{}
	var errs []error
	for _, o := range organizations {
		id := "org:" + o.cell("id")
		for _, name := range append(o.list("aliases"), o.cell("name")) {
			k := key{text.Normalize(name), o.cell("region_code")}
			if other, ok := byName[k]; ok && other != id {
				errs = append(errs, o.fail("%s and %s are both called %s at the same place", other, id, name))
			}
			byName[k] = id
		}
	}
	b := bodies{organization: map[string]string{}, joined: map[string][]row{}}
	for _, p := range platforms {
		for _, name := range append(p.list("aliases"), p.cell("name")) {
			id, ok := byName[key{text.Normalize(name), p.cell("region_code")}]
			if !ok {
				continue
			}
			b.organization["platform:"+p.cell("id")] = id
			b.joined[id] = append(b.joined[id], p)
			break
		}
	}
	return b, errors.Join(errs...)
}

// id gives the id under which an entity stands in the graph.
func (b bodies) id(id string) string {
	if organization, ok := b.organization[id]; ok {
		return organization
	}
	return id
}

// end reads an end as the tables write it: an organization unless it says more.
func (b bodies) end(id string) string {
	if !strings.Contains(id, ":") {
		id = "org:" + id
	}
	return b.id(id)
}
