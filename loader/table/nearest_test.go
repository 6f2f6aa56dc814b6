package table_test

import (
	"testing"

	"github.com/innograph/innograph/loader/table"
)

func TestNearest(t *testing.T) {
	words := []string{"UNIVERSITY", "高校", "PLATFORM", "创新平台", "HOSPITAL", "浙江大学", "浙江工业大学", "A+", "A", "", "aliases", "former_names", "host"}
	for text, want := range map[string]string{
		"UNIVERSITI":           "UNIVERSITY",
		"platforn":             "PLATFORM",
		"高效":                   "高校",
		"平台":                   "创新平台", // the only one that contains it
		"alias":                "aliases",
		"名校":                   "高校",
		"浙江大":                  "浙江大学",
		"浙江":                   "", // two contain it
		"A++":                  "A+",
		"清华":                   "", // nothing in common
		"x":                    "",
		"UNIVERSIYT":           "UNIVERSITY",
		"hots":                 "host", // neighbours that changed places
		"":                     "",
		"former name":          "former_names",
		"completely different": "",
	} {
		if got := table.Nearest(text, words); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", text, got, want)
		}
	}
}
