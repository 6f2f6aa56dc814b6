package main

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/innograph/innograph/store/neo4j/neo4jtest"
)

// TestKeptAnswersFollowLoads asks a server again, which keeps what Neo4j said, and again
// after another process has loaded: no answer is of the graph before.
func TestKeptAnswersFollowLoads(t *testing.T) {
	n := neo4jtest.Open(t)
	n.Wipe(t)
	loader := openTestNeo4j(t, n)
	loadUniversities(t, loader, 2)
	t.Setenv("INNOGRAPH_NEO4J_PASSWORD", n.Password)
	for _, c := range []struct {
		rows string
		kept int // calls: two lists, and the entities where both are there
	}{{"1000", 3}, {"0", 0}} {
		t.Run(c.rows+" rows", func(t *testing.T) {
			base, _, _ := serving(t, "--store", "neo4j", "--neo4j-uri", n.URI, "--neo4j-user", n.User, "--kept-rows", c.rows)
			for i, universities := range []int{2, 2, 3, 3, 2} {
				loadUniversities(t, loader, universities) // the same again changes nothing
				const document = `{ entities(first: 9) { totalCount nodes { id } } last: node(id: "org:002") { id } first: node(id: "org:000") { id } }`
				_, answer := post(t, base+"/graphql", document, nil)
				text := string(answer.Data)
				if len(answer.Errors) > 0 || !strings.Contains(text, fmt.Sprintf(`"totalCount":%d`, universities)) {
					t.Errorf("question %d: %s %v, want %d universities", i, text, answer.Errors, universities)
				}
				if there := !strings.Contains(text, `"last":null`); there != (universities == 3) || strings.Contains(text, `"first":null`) {
					t.Errorf("question %d: %s with %d universities", i, text, universities)
				}
			}
			_, told := request(t, http.DefaultClient, http.MethodGet, base+"/metrics", "")
			kept := 0
			for line := range strings.Lines(told) {
				var calls int
				if series, value, _ := strings.Cut(line, " "); strings.HasPrefix(series, "innograph_store_kept_total") && strings.Contains(series, `kept="true"`) {
					if _, err := fmt.Sscan(value, &calls); err != nil {
						t.Fatal(err)
					}
					kept += calls
				}
			}
			if kept != c.kept {
				t.Errorf("%d calls were answered from what was kept, want %d", kept, c.kept)
			}
		})
	}
}
