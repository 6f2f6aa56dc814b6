package data_test

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/data"
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/loader/table"
)

func load(t *testing.T) ecosystem.Graph {
	t.Helper()
	g, err := loader.Read(table.Source{Name: "data", FS: data.FS()})
	if err != nil {
		t.Fatalf("the shipped tables do not load:\n%v", err)
	}
	return g
}

// Loading and writing gives the same tables back, so what a person reads here is
// exactly what the product holds.
func TestTablesAreInTheirNormalForm(t *testing.T) {
	dir := t.TempDir()
	if err := table.Write(dir, load(t), table.Options{Split: true}); err != nil {
		t.Fatal(err)
	}
	written := files(t, os.DirFS(dir))
	if diff := cmp.Diff(keys(files(t, data.FS())), keys(written)); diff != "" {
		t.Errorf("tables (-shipped +written):\n%s", diff)
	}
	for name, content := range files(t, data.FS()) {
		if written[name] != content {
			t.Errorf("%s changes when it is loaded and written again", name)
		}
	}
}

func TestIDs(t *testing.T) {
	forms := map[ecosystem.Kind]*regexp.Regexp{
		ecosystem.Region:          regexp.MustCompile(`^region:(\d{6}|[a-z]+(-[a-z]+)*)$`),
		ecosystem.Discipline:      regexp.MustCompile(`^discipline:\d{4}$`),
		ecosystem.TechnologyField: regexp.MustCompile(`^field:[a-z0-9]+(-[a-z0-9]+)*$`),
	}
	g := load(t)
	byID := map[string]ecosystem.Entity{}
	for _, e := range g.Entities {
		byID[e.ID] = e
		if err := ecosystem.CheckID(e.ID, e.Kind); err != nil {
			t.Error(err)
		}
		if form := forms[e.Kind]; form != nil && !form.MatchString(e.ID) {
			t.Errorf("%s %s does not have the form %s", e.ID, e.Name, form)
		}
		if code := e.Properties["code"]; code != "" && !strings.HasSuffix(e.ID, ":"+code) {
			t.Errorf("%s has the code %s", e.ID, code)
		}
	}
	for id, name := range map[string]string{
		"org:zju": "浙江大学", "org:lyu": "临沂大学", "field:it-software": "软件与信息技术服务",
		"region:371300": "临沂市", "region:yrd": "长三角", "discipline:0701": "数学",
	} {
		if byID[id].Name != name {
			t.Errorf("%s is %q, want %s", id, byID[id].Name, name)
		}
	}
}

// Shanghai counts as a city; of the other three provinces the prefecture-level
// cities count.
func TestYangtzeRiverDeltaHolds41Cities(t *testing.T) {
	g := load(t)
	parent, level := map[string]string{}, map[string]string{}
	for _, e := range g.Entities {
		level[e.ID] = e.Properties["level"]
	}
	for _, r := range g.Relations {
		if r.Type == ecosystem.PartOf && strings.HasPrefix(r.From, "region:") {
			if other, ok := parent[r.From]; ok {
				t.Errorf("%s is part of %s and of %s", r.From, other, r.To)
			}
			parent[r.From] = r.To
		}
	}
	within := func(id string) bool {
		for range 5 {
			if id = parent[id]; id == ecosystem.YangtzeRiverDelta {
				return true
			}
		}
		return false
	}
	cities, provinces := 0, 0
	for id, l := range level {
		switch {
		case l == "city" && within(id), id == "region:310000" && within(id):
			cities++
		}
		if l == "province" && within(id) {
			provinces++
		}
	}
	if cities != 41 || provinces != 4 {
		t.Errorf("长三角 holds %d cities in %d provinces, want 41 in 4", cities, provinces)
	}
	if within("region:371300") {
		t.Error("Linyi lies in 长三角")
	}
}

// A list that nobody looked at again must look less certain wherever it is cited.
func TestNotRecheckedListsAreOfLowCertainty(t *testing.T) {
	g := load(t)
	marked := map[string]bool{}
	visit(g, func(_ string, s ecosystem.Source) {
		if strings.Contains(s.Note, "未复核") {
			marked[s.Document] = true
		}
	})
	if len(marked) < 40 {
		t.Fatalf("only %d lists are marked as not re-checked", len(marked))
	}
	visit(g, func(id string, s ecosystem.Source) {
		if marked[s.Document] && s.Certainty() != ecosystem.Low {
			t.Errorf("%s cites %s, which was not re-checked, with confidence %g", id, s.Document, s.Confidence)
		}
		if marked[s.Document] && s.Known == ecosystem.Stated {
			t.Errorf("%s calls it stated by %s, which nobody read again", id, s.Document)
		}
	})
}

func TestEverythingHasASource(t *testing.T) {
	g := load(t)
	cited := map[string]bool{}
	visit(g, func(_ string, s ecosystem.Source) { cited[s.Document] = true })
	for _, d := range g.Documents {
		if !cited[d.ID] {
			t.Errorf("nothing cites %s %s", d.ID, d.Title)
		}
	}
	for _, e := range g.Entities {
		if len(e.Sources) == 0 {
			t.Errorf("%s has no source", e.ID)
		}
	}
	for _, r := range g.Relations {
		if len(r.Sources) == 0 {
			t.Errorf("%s %s → %s has no source", r.Type, r.From, r.To)
		}
	}
}

// Counted by hand in the plan. One project stands twice in 专栏8.2.
func TestPlanFacts(t *testing.T) {
	g := load(t)
	projects, groups, indicators := map[string]int{}, map[string][]string{}, map[string]string{}
	for _, e := range g.Entities {
		switch {
		case e.Kind == ecosystem.KeyProject:
			boxed := slices.IndexFunc(e.Sources, func(s ecosystem.Source) bool { return strings.HasPrefix(s.Locator, "专栏") })
			projects[ecosystem.LocatorLevels(e.Sources[max(boxed, 0)].Locator)[1]]++
		case e.Properties["group"] != "":
			groups[e.Properties["group"]] = append(groups[e.Properties["group"]], e.Name)
		}
	}
	inText := map[string]bool{}
	for _, r := range g.Relations {
		for _, s := range r.Sources {
			switch {
			case r.Type != ecosystem.Targets:
			case strings.HasPrefix(s.Locator, "专栏"):
				indicators[s.Locator] = r.Value + r.Unit
			default:
				inText[s.Locator+" "+r.Value+r.Unit] = true
			}
		}
	}
	// The text gives two numbers for one indicator; both are there.
	if !inText["二（三）§5 200家"] || !inText["三.2 150家"] {
		t.Errorf("targets of the text are %v; want 200家 at 二（三）§5 and 150家 at 三.2", inText)
	}
	wantProjects := map[string]int{
		"专栏4.1": 5, "专栏4.2": 5, "专栏4.3": 5, "专栏5.1": 9, "专栏5.2": 3, "专栏5.3": 8, "专栏5.4": 14,
		"专栏6.1": 2, "专栏6.2": 1, "专栏6.3": 8, "专栏7.1": 5, "专栏7.2": 8, "专栏7.3": 13, "专栏7.4": 2,
		"专栏8.1": 8, "专栏8.2": 6, "专栏8.3": 3, "专栏8.4": 4,
	}
	for box, n := range map[string]int{"专栏9": 6, "专栏10": 11, "专栏11": 8} { // lists without groups
		for i := range n {
			wantProjects[fmt.Sprintf("%s（%d）", box, i+1)] = 1
		}
	}
	if diff := cmp.Diff(wantProjects, projects); diff != "" {
		t.Errorf("key projects by group (-want +got):\n%s", diff)
	}
	wantGroup := []string{"临沂科技金融服务中心", "临沂创新创业服务超市", "中国(临沂)知识产权保护中心"}
	if diff := cmp.Diff(wantGroup, groups["科技公共服务平台"]); diff != "" {
		t.Errorf("科技公共服务平台 (-want +got):\n%s", diff)
	}
	wantIndicators := map[string]string{
		"专栏1.1": "2.6%", "专栏1.2": "2%", "专栏1.3": "60人年", "专栏1.4": "10件",
		"专栏1.5": "170亿元", "专栏1.6": "46%", "专栏1.7": "80家", "专栏1.8": "15%",
	}
	if diff := cmp.Diff(wantIndicators, indicators); diff != "" {
		t.Errorf("targets (-want +got):\n%s", diff)
	}
}

// README.md lists every table with its rows; a stale number misleads a reader.
func TestReadmeCountsRows(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]string{}
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z_.]+\\.csv)` \\| (\\d+) \\|").FindAllStringSubmatch(string(readme), -1) {
		listed[m[1]] = m[2]
	}
	counted := map[string]string{}
	for name, content := range files(t, data.FS()) {
		rows, err := csv.NewReader(strings.NewReader(content)).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		counted[name] = strconv.Itoa(len(rows) - 1)
	}
	if diff := cmp.Diff(counted, listed); diff != "" {
		t.Errorf("rows in the tables and in README.md (-tables +README):\n%s", diff)
	}
}

func visit(g ecosystem.Graph, f func(id string, s ecosystem.Source)) {
	for _, e := range g.Entities {
		for _, s := range e.Sources {
			f(e.ID, s)
		}
	}
	for _, r := range g.Relations {
		for _, s := range r.Sources {
			f(fmt.Sprintf("%s %s → %s", r.Type, r.From, r.To), s)
		}
	}
}

func files(t *testing.T, fsys fs.FS) map[string]string {
	t.Helper()
	names, err := fs.Glob(fsys, "*.csv")
	if err != nil || len(names) == 0 {
		t.Fatalf("no tables (%v)", err)
	}
	out := map[string]string{}
	for _, name := range names {
		content, err := fs.ReadFile(fsys, name)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(name)] = string(content)
	}
	return out
}

func keys(m map[string]string) map[string]bool {
	out := map[string]bool{}
	for k := range m {
		out[k] = true
	}
	return out
}

// TestFieldsHoldSomething: a field in which nothing is and that no discipline serves
// would be another name of one beside it, for which nobody is found.
func TestFieldsHoldSomething(t *testing.T) {
	g := load(t)
	reached := map[string]bool{}
	parts := map[string]int{}
	for _, r := range g.Relations {
		switch r.Type {
		case ecosystem.InField, ecosystem.AppliesTo:
			reached[r.To] = true
		case ecosystem.PartOf:
			reached[r.To] = true // of a field above
			parts[r.From]++
		default:
		}
	}
	for _, e := range g.Entities {
		if e.Kind != ecosystem.TechnologyField {
			continue
		}
		if !reached[e.ID] {
			t.Errorf("nothing is in %s %s, and no discipline serves it", e.ID, e.Name)
		}
		if e.Properties[ecosystem.PropLevel.Name] == "sub" && parts[e.ID] != 1 {
			t.Errorf("%s %s is part of %d fields, want one", e.ID, e.Name, parts[e.ID])
		}
	}
}
