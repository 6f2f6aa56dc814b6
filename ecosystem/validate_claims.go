package ecosystem

import (
	"maps"
	"slices"
)

// claims checks that the contradicting values of an entity are what they say:
// several for a field, each from sources of the entity, the surest one taken.
func (v *validator) claims(e Entity) {
	byField := map[string][]Claim{}
	for _, c := range e.Claims {
		byField[c.Field] = append(byField[c.Field], c)
	}
	for _, field := range slices.Sorted(maps.Keys(byField)) {
		claims := byField[field]
		p, declared := PropertyNamed(field)
		switch {
		case field != fieldNameEn && (!declared || !e.Kind.Has(field) || p.Type == List):
			v.add(e.ID, field, "there can be no contradicting values of %q", field)
		case len(claims) == 1:
			v.add(e.ID, field, "a single value contradicts nothing")
		case claims[0].Value != e.claimed(field):
			v.add(e.ID, field, "the surest source says %q, not %q", claims[0].Value, e.claimed(field))
		}
		for i, c := range claims {
			if slices.ContainsFunc(claims[:i], func(o Claim) bool { return o.Value == c.Value }) {
				v.add(e.ID, field, "the value %q is claimed twice", c.Value)
			}
			v.claim(e, c, p)
		}
	}
}

func (v *validator) claim(e Entity, c Claim, p Property) {
	canonical, err := p.Canonical(c.Value) // the English name is like a property of type Text
	if err != nil || canonical != c.Value || c.Value == "" {
		v.add(e.ID, c.Field, "%q is not how %s is written", c.Value, c.Field)
	}
	v.texts(e.ID, column{c.Field, c.Value})
	if len(c.Sources) == 0 {
		v.add(e.ID, c.Field, "the value %q has no source", c.Value)
	}
	for _, s := range c.Sources {
		if !slices.Contains(e.Sources, s) {
			v.add(e.ID, c.Field, "the value %q has a source that the entity does not have", c.Value)
		}
	}
}
