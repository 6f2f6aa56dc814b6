package memory

import (
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// keySeparator cannot stand in ids, locators or property names.
const keySeparator = "\x1f"

// sourceKey is the key for "has a source in this section of this document"; an
// empty document or section stands for any.
func sourceKey(document, section string) string { return document + keySeparator + section }

// propertyKey is the key for "has this value of a property"; up to the value it
// is the beginning of all keys of the property.
func propertyKey(name, value string) string { return name + keySeparator + value }

// levels gives the sections that hold a locator; a plan has far fewer locators
// than statements, so they are kept.
type levels map[string][]string

func (l levels) of(locator string) []string {
	found, known := l[locator]
	if !known {
		found = ecosystem.LocatorLevels(locator)
		l[locator] = found
	}
	return found
}

func (l levels) addSources(c *collector, e *ecosystem.Entity, place int32) {
	for _, source := range e.Sources {
		c.add(sourceKey(source.Document, ""), place)
		for _, section := range l.of(source.Locator) {
			c.add(sourceKey(source.Document, section), place)
			c.add(sourceKey("", section), place)
		}
	}
}

func addProperties(c *collector, e *ecosystem.Entity, place int32, list map[string]bool) {
	for name, value := range e.Properties {
		if !list[name] {
			c.add(propertyKey(name, value), place)
			continue
		}
		for element := range strings.SplitSeq(value, ecosystem.ListSeparator) {
			c.add(propertyKey(name, element), place)
		}
	}
}

// listProperties are the names of properties that hold several values.
func listProperties() map[string]bool {
	names := map[string]bool{}
	for _, p := range ecosystem.Properties() {
		if p.Type == ecosystem.List {
			names[p.Name] = true
		}
	}
	return names
}
