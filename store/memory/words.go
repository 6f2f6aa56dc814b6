package memory

import (
	"maps"
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// words keeps one copy of each text that stands in many entities (documents,
// locators …).
type words map[string]string

func (w words) one(s *string) {
	kept, known := w[*s]
	if !known {
		kept = *s
		w[kept] = kept
	}
	*s = kept
}

func (w words) entity(given *ecosystem.Entity) *ecosystem.Entity {
	e := *given
	w.one((*string)(&e.Kind))
	w.one((*string)(&e.Status))
	w.one(&e.StatusDate)
	e.Aliases = slices.Clone(e.Aliases)
	e.FormerNames = slices.Clone(e.FormerNames)
	e.Properties = maps.Clone(e.Properties)
	e.ExternalIDs = slices.Clone(e.ExternalIDs)
	e.Sources = w.sources(e.Sources)
	return &e
}

func (w words) sources(given []ecosystem.Source) []ecosystem.Source {
	list := slices.Clone(given)
	for i := range list {
		s := &list[i]
		for _, text := range []*string{&s.Document, &s.Locator, (*string)(&s.Known), &s.Date, &s.Note} {
			w.one(text)
		}
	}
	return list
}
