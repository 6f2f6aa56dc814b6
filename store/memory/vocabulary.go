package memory

import (
	"cmp"
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// vocabulary numbers the words that entities and relations are marked with, so
// that a list of them in a filter becomes a mask.
type vocabulary struct {
	kinds       map[ecosystem.Kind]uint8
	types       map[ecosystem.RelationType]uint8
	typeNames   []ecosystem.RelationType // in the order of their texts, as edges are ordered
	symmetric   mask                     // of types
	statuses    map[ecosystem.Status]uint8
	statusNames []ecosystem.Status
	certainty   map[ecosystem.Certainty]uint8
}

// mask is a set of numbered words; there are fewer than 32 of each sort.
type mask uint32

const everything = ^mask(0)

func (m mask) has(word uint8) bool { return m&(1<<word) != 0 }

func newVocabulary() *vocabulary {
	v := &vocabulary{
		kinds:     map[ecosystem.Kind]uint8{},
		types:     map[ecosystem.RelationType]uint8{},
		statuses:  map[ecosystem.Status]uint8{"": 0},
		certainty: map[ecosystem.Certainty]uint8{"": 0, ecosystem.High: 1, ecosystem.Medium: 2, ecosystem.Low: 3},
	}
	for i, info := range ecosystem.Kinds() {
		v.kinds[info.Kind] = uint8(i)
	}
	v.statusNames = append(v.statusNames, "")
	for i, term := range ecosystem.Statuses() {
		v.statuses[ecosystem.Status(term.Name)] = uint8(i + 1)
		v.statusNames = append(v.statusNames, ecosystem.Status(term.Name))
	}
	infos := ecosystem.RelationTypes()
	slices.SortFunc(infos, func(a, b ecosystem.RelationInfo) int { return cmp.Compare(a.Type, b.Type) })
	for i, info := range infos {
		v.types[info.Type] = uint8(i)
		v.typeNames = append(v.typeNames, info.Type)
		if info.Symmetric {
			v.symmetric |= 1 << i
		}
	}
	return v
}

// maskOf is the mask of a list of a filter: nil admits everything, an empty list
// nothing. Words outside the vocabulary were refused before.
func maskOf[T comparable](numbers map[T]uint8, list []T) mask {
	if list == nil {
		return everything
	}
	var m mask
	for _, word := range list {
		if i, ok := numbers[word]; ok {
			m |= 1 << i
		}
	}
	return m
}
