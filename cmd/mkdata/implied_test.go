package main

import (
	"os"
	"testing"

	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/loader/table"
)

func TestOwnerByName(t *testing.T) {
	owners := map[string]string{"中国林科院": "org:caf", "中国林科院木材所": "org:wood", "浙江大学": "org:zju"}
	for name, want := range map[string]string{
		"中国林科院林化所":     "org:caf",
		"中国林科院木材所胶合板室": "org:wood", // the nearest
		"浙江大学":         "",         // itself
		"山东浙江大学研究院":    "",         // not at its beginning
	} {
		if got := ownerByName(owners, name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestImplied: a hospital without fields, an institute without a host, and a zone.
func TestImplied(t *testing.T) {
	g, err := loader.Read(table.Source{Name: "shipped", FS: os.DirFS(shippedDir)})
	if err != nil {
		t.Fatal(err)
	}
	rules := map[string]string{}
	for _, r := range g.Relations {
		rules[string(r.Type)+" "+r.From+" "+r.To] = r.Sources[0].Note
	}
	for relation, rule := range map[string]string{
		"HOSTED_BY org:criwi-caf org:caf":         "rule:name",
		"HOSTED_BY cluster:k-ly-etdz org:ly-etdz": "rule:name",
		"IN_FIELD org:ly-tcmh field:health-tcm":   "rule:hospital",
		"IN_FIELD org:ly-ch field:health-disease": "rule:hospital",
	} {
		if got, ok := rules[relation]; !ok || got != rule {
			t.Errorf("%s: note %q, want %q (%t)", relation, got, rule, ok)
		}
	}
}
