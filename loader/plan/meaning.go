package plan

import "github.com/innograph/innograph/ecosystem"

// Meaner is a Lookup that also knows what a name means that nobody has just so: a
// short form or a slip. It is asked for names that a rule has delimited, never
// to find names in running text.
type Meaner interface {
	Lookup
	// Meaning returns the entity among the kinds that is surely meant, or nil.
	Meaning(name string, kinds ...ecosystem.Kind) *ecosystem.Entity
}

// meant finds the known body that a name means which would otherwise become a new
// entity of the kind create. A list may call an institute a platform, but no
// place is taken for a body.
func (n *names) meant(name string, kinds []ecosystem.Kind, create ecosystem.Kind) *entity {
	m, ok := n.lookup.(Meaner)
	if !ok {
		return nil
	}
	e := m.Meaning(name, kinds...)
	if e == nil || (e.Kind == ecosystem.IndustryCluster) != (create == ecosystem.IndustryCluster) {
		return nil
	}
	return &entity{ID: e.ID, Kind: e.Kind, Name: e.Name}
}
