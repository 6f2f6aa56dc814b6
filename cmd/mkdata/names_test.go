package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/data"
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/loader/table"
)

// A name that the compiler added is the name of nobody else, and stands in the data
// with a source of the compiler's.
func TestAddedNames(t *testing.T) {
	g, err := loader.Read(table.Source{Name: "data", FS: data.FS()})
	if err != nil {
		t.Fatal(err)
	}
	owners, noted := map[string][]string{}, map[string]bool{}
	for _, e := range g.Entities {
		for _, name := range e.Names() {
			owners[name] = append(owners[name], e.ID)
		}
		for _, s := range e.Sources {
			noted[e.ID] = noted[e.ID] || s.Note == noteNames && s.Document == docOurs
		}
	}
	for id, added := range namesAdded() {
		for _, name := range append(added.aliases, added.former...) {
			if diff := cmp.Diff([]string{id}, owners[name]); diff != "" {
				t.Errorf("whose name %s is (-want +got):\n%s", name, diff)
			}
		}
		if !noted[id] {
			t.Errorf("%s has no source that says who added its names", id)
		}
	}
}

func TestAGovernmentIsNotItsRegion(t *testing.T) {
	e := ecosystem.Entity{Kind: ecosystem.Agency, Name: "兰山区人民政府", Aliases: []string{"兰山区", "兰山区政府"}}
	withoutItsRegion(&e)
	if diff := cmp.Diff([]string{"兰山区政府"}, e.Aliases); diff != "" {
		t.Errorf("aliases (-want +got):\n%s", diff)
	}
}
