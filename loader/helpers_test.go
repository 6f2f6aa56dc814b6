package loader_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func sortStrings() cmp.Option { return cmpopts.SortSlices(func(a, b string) bool { return a < b }) }

// goldenSections reads a file of sections: "# name", then the lines of the
// section.
func goldenSections(t *testing.T, file string) map[string][]string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	sections, name := map[string][]string{}, ""
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(line, "\n")
		if title, ok := strings.CutPrefix(line, "# "); ok {
			name = title
		} else if line != "" {
			sections[name] = append(sections[name], line)
		}
	}
	return sections
}
