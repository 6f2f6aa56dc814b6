package loader_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/loader"
)

// Two documents that say different things of one entity are both kept, and the
// person who loads them is told.
func TestContradictingSources(t *testing.T) {
	const head = "id,kind,name,level,category,document,locator,confidence\n"
	g, err := loader.Read(usual(map[string]string{
		"sources.csv": sourcesCSV + "doc:other,另一名单,,2023,\n",
		"entities.more.csv": head +
			"platform:lab,PLATFORM,工业控制技术实验室,省级,重点实验室,doc:list,§3,0.6\n" +
			"platform:lab,PLATFORM,工业控制技术实验室,国家级,国家重点实验室,doc:other,§4,0.9\n",
	}))
	if err != nil {
		t.Fatal(err)
	}
	var printed strings.Builder
	claims := loader.DisagreementsOf(g)
	if err := claims.Print(&printed, 1); err != nil {
		t.Fatal(err)
	}
	const want = `values on which sources disagree: 2; all are kept, and the surest is shown first:
  platform:lab 工业控制技术实验室, category: 国家重点实验室 (doc:other §4); 重点实验室 (doc:list §3)
  … and 1 more
`
	if diff := cmp.Diff(want, printed.String()); diff != "" {
		t.Errorf("printed (-want +got):\n%s", diff)
	}
	printed.Reset()
	claims = loader.DisagreementsOf(usualGraph(t))
	if err := claims.Print(&printed, 1); err != nil || printed.String() != "" {
		t.Errorf("of a graph without contradictions: %q, %v", printed.String(), err)
	}
}
