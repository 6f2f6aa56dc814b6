package sheet

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

func ownTables(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../docs/own-tables.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestDocumentedMapping: the mapping in the documentation is one.
func TestDocumentedMapping(t *testing.T) {
	_, example, ok := strings.Cut(ownTables(t), "```yaml\n")
	example, _, closed := strings.Cut(example, "```")
	if !ok || !closed {
		t.Fatal("docs/own-tables.md holds no example of a mapping")
	}
	m, err := ReadMapping("docs/own-tables.md", []byte(example))
	if err != nil {
		t.Fatal(err)
	}
	if len(m.sheets) != 2 || len(m.sheets[0].columns) != 7 {
		t.Errorf("the example reads as %+v", m)
	}
}

// TestDocumentedHeaders: what the documentation says of headers is so.
func TestDocumentedHeaders(t *testing.T) {
	l, err := loadLexicon()
	if err != nil {
		t.Fatal(err)
	}
	row := regexp.MustCompile("(?m)^\\| ((?:`[a-z_]+`(?:, )?)+) \\| ([^|`]+) \\|")
	keys, headers := 0, 0
	for _, m := range row.FindAllStringSubmatch(ownTables(t), -1) {
		keys++
		for _, header := range regexp.MustCompile(`[,;+…]| in | where `).Split(m[2], -1) {
			meaning, ok := l.header(strings.TrimSpace(header))
			if !ok {
				continue // words between the headers
			}
			headers++
			said := map[role]string{roleProperty: "`properties`", roleCategory: "`kind` or `properties`", roleOrganization: "`name`"}[meaning.role]
			if said == "" {
				said = "`" + string(meaning.role) + "`"
			}
			if !strings.Contains(said, m[1]) && !strings.Contains(m[1], said) {
				t.Errorf("%s is said to be %s, but is %s", strings.TrimSpace(header), m[1], said)
			}
		}
	}
	if keys < 14 || headers < 40 {
		t.Errorf("only %d rows with %d headers were found in the documentation", keys, headers)
	}
}
