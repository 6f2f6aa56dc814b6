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

// Plans of two cities set figures of their own for one indicator: that is told, but
// not as a contradiction. Two figures in one plan are one.
func TestFiguresOfTwoPlans(t *testing.T) {
	const head = "id,kind,name,value,base_value,document,locator,confidence\n"
	g, err := loader.Read(usual(map[string]string{
		"sources.csv": sourcesCSV + "doc:other,另一规划,,2023,\n",
		"entities.more.csv": head +
			"indicator:firms,INDICATOR,高新技术企业,1200,600,doc:list,§3,0.8\n" +
			"indicator:firms,INDICATOR,高新技术企业,900,,doc:other,§4,0.9\n" +
			"indicator:firms,INDICATOR,高新技术企业,,610,doc:list,§5,0.8\n",
	}))
	if err != nil {
		t.Fatal(err)
	}
	var printed strings.Builder
	claims := loader.DisagreementsOf(g)
	if err := claims.Print(&printed, 5); err != nil {
		t.Fatal(err)
	}
	const want = `values on which sources disagree: 1; all are kept, and the surest is shown first:
  indicator:firms 高新技术企业, base_value: 600 (doc:list §3); 610 (doc:list §5)
figures of one indicator in several documents: 1; each is kept with its own, and between plans of two places it is no contradiction:
  indicator:firms 高新技术企业, value: 900 (doc:other §4); 1200 (doc:list §3)
`
	if diff := cmp.Diff(want, printed.String()); diff != "" {
		t.Errorf("printed (-want +got):\n%s", diff)
	}
}
