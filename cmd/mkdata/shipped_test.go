package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

const (
	sharedDir  = "../../../shared" // beside the checkout
	shippedDir = "../../data"
)

// needShared skips where the fact tables are not at hand; in CI they must be.
func needShared(t *testing.T) {
	t.Helper()
	if _, err := os.Stat(filepath.Join(sharedDir, "data")); err == nil {
		return
	}
	const lost = "the fact tables are not beside the checkout: not tested that data/ is what mkdata makes of them, and that nothing of them is lost"
	if os.Getenv("CI") == "true" {
		t.Fatal(lost)
	}
	t.Skip(lost)
}

// The shipped tables are what the program makes, byte for byte, each time.
func TestShippedTablesAreCurrent(t *testing.T) {
	needShared(t)
	shipped := tablesIn(t, shippedDir)
	for _, attempt := range []string{"first run", "second run"} {
		out := t.TempDir()
		if err := run(t.Context(), sharedDir, out, io.Discard); err != nil {
			t.Fatal(err)
		}
		made := tablesIn(t, out)
		for name, content := range made {
			if !bytes.Equal(shipped[name], content) {
				t.Errorf("%s: data/%s is not what mkdata makes; run: go run ./cmd/mkdata\n%s", attempt, name, firstDifference(shipped[name], content))
			}
			delete(shipped, name)
		}
		for name := range shipped {
			t.Errorf("%s: mkdata makes no %s", attempt, name)
		}
		shipped = made
	}
}

func tablesIn(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no tables in %s (%v)", dir, err)
	}
	out := map[string][]byte{}
	for _, f := range files {
		content, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(f)] = content
	}
	return out
}

func firstDifference(have, want []byte) string {
	a, b := strings.Split(string(have), "\n"), strings.Split(string(want), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "shipped: " + a[i] + "\nmade:    " + b[i]
		}
	}
	return "one is the beginning of the other"
}

// Every row of every fact table is in the graph, with its source; what is left
// out is in the report. This looks at the tables on its own, so that a mistake in
// reading them would show.
func TestNothingIsLost(t *testing.T) {
	needShared(t)
	r := newReport()
	g, err := makeGraph(t.Context(), sharedDir, r)
	if err != nil {
		t.Fatal(err)
	}
	entities := map[string]ecosystem.Entity{}
	for _, e := range g.Entities {
		entities[e.ID] = e
	}
	edges := map[string][]ecosystem.Relation{} // by type, from and to; symmetric ones both ways
	for _, rel := range g.Relations {
		edges[string(rel.Type)+" "+rel.From+" "+rel.To] = append(edges[string(rel.Type)+" "+rel.From+" "+rel.To], rel)
		if rel.Type == ecosystem.CooperatesWith {
			edges[string(rel.Type)+" "+rel.To+" "+rel.From] = append(edges[string(rel.Type)+" "+rel.To+" "+rel.From], rel)
		}
	}
	links := map[string]string{}
	for _, d := range g.Documents {
		links[d.ID] = d.URL
	}
	for file, check := range map[string]func(row) []string{
		"organizations.csv": func(r row) []string { return checkEntity(r, "org:", entities, edges, links) },
		"clusters.csv":      func(r row) []string { return checkEntity(r, "cluster:", entities, edges, links) },
		"platforms.csv": func(r row) []string {
			if r.cell("id") == "ly-p-cidian" { // one body with the institute of that alias
				r.cells["id"] = "sd-cidian"
				return checkEntity(r, "org:", entities, edges, links)
			}
			return checkEntity(r, "platform:", entities, edges, links)
		},
		"org_disciplines.csv": func(row row) []string {
			key := "STRONG_IN org:" + row.cell("org_id") + " discipline:" + strings.TrimPrefix(row.cell("discipline_id"), "d-")
			found := slices.ContainsFunc(edges[key], func(rel ecosystem.Relation) bool { return rel.Strength == row.cell("strength") })
			reported := slices.ContainsFunc(r.dropped, func(s string) bool { return strings.Contains(s, "org:"+row.cell("org_id")+" ") })
			if found == reported {
				return []string{key + " " + row.cell("strength") + " must be in the graph or reported as dropped"}
			}
			return nil
		},
		"discipline_fields.csv": func(r row) []string {
			key := "APPLIES_TO discipline:" + strings.TrimPrefix(r.cell("discipline_id"), "d-") + " field:" + r.cell("field_id")
			return missing(len(edges[key]) == 1, key)
		},
		"disciplines.csv": func(r row) []string {
			return missing(entities["discipline:"+r.cell("code")].Name == r.cell("name"), r.cell("name"))
		},
		"fields.csv": func(r row) []string {
			return missing(entities["field:"+r.cell("id")].Name == r.cell("name"), r.cell("name"))
		},
		"regions.csv": func(r row) []string {
			return missing(entities["region:"+r.cell("code")].Name == r.cell("name"), r.cell("name"))
		},
		"cooperation.csv": func(r row) []string {
			ends := []string{r.cell("a_id"), r.cell("b_id")}
			for i, end := range ends {
				if !strings.Contains(end, ":") {
					ends[i] = "org:" + end
				}
			}
			key := "COOPERATES_WITH " + ends[0] + " " + ends[1]
			return missing(slices.ContainsFunc(edges[key], func(rel ecosystem.Relation) bool { return rel.Label == r.cell("kind") }), key)
		},
	} {
		for _, r := range rawRows(t, file) {
			for _, problem := range check(r) {
				t.Errorf("%s:%d: %s", file, r.line, problem)
			}
		}
	}
}

// checkEntity looks at what the tables of organizations, platforms and clusters
// have in common.
func checkEntity(r row, prefix string, entities map[string]ecosystem.Entity, edges map[string][]ecosystem.Relation, links map[string]string) []string {
	e, ok := entities[prefix+r.cell("id")]
	if !ok {
		return []string{"no entity " + prefix + r.cell("id")}
	}
	var problems []string
	for _, name := range append(strings.Split(r.cell("aliases"), ";"), r.cell("name"), r.cell("english_name")) {
		if e.Kind == ecosystem.Agency && name+"人民政府" == e.Name {
			continue // the name of its region
		}
		if name != "" && !slices.Contains(e.Names(), name) {
			problems = append(problems, e.ID+" lost the name "+name)
		}
	}
	for _, field := range strings.Split(r.cell("field_ids"), ";") {
		if field != "" && edges["IN_FIELD "+e.ID+" field:"+field] == nil {
			problems = append(problems, e.ID+" lost the field "+field)
		}
	}
	if edges["LOCATED_IN "+e.ID+" region:"+r.cell("region_code")] == nil {
		problems = append(problems, e.ID+" lost its region")
	}
	for _, part := range strings.Split(r.cell("source"), " ; ") {
		cited := slices.ContainsFunc(e.Sources, func(s ecosystem.Source) bool {
			link := links[s.Document]
			return (link != "" && strings.HasPrefix(part, link)) ||
				(strings.Contains(part, "not re-checked") && s.Confidence <= ecosystem.ConfidenceNotRechecked && strings.Contains(s.Note, "未复核"))
		})
		if (strings.HasPrefix(part, "http") || strings.Contains(part, "not re-checked")) && !cited {
			problems = append(problems, e.ID+" lost the source "+part)
		}
	}
	return problems
}

func missing(found bool, what string) []string {
	if found {
		return nil
	}
	return []string{what + " is not in the graph"}
}

func rawRows(t *testing.T, file string) []row {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(sharedDir, "data", file))
	if err != nil {
		t.Fatal(err)
	}
	header, _, _ := strings.Cut(string(content), "\n")
	rows, err := readTable(filepath.Join(sharedDir, "data"), file, strings.Split(strings.TrimSpace(header), ",")...)
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.Count(strings.TrimSpace(string(content)), "\n"); len(rows) != want {
		t.Fatalf("%s: read %d rows, the file has %d lines below the header", file, len(rows), want)
	}
	return rows
}

// The sentences of the fact tables are not ours to copy.
func TestSentencesAreNotCopied(t *testing.T) {
	needShared(t)
	var all strings.Builder
	for _, content := range tablesIn(t, shippedDir) {
		all.Write(content)
	}
	var copied []string
	for file, column := range map[string]string{"cooperation.csv": "note", "discipline_fields.csv": "rationale"} {
		for _, r := range rawRows(t, file) {
			if text := r.cell(column); len([]rune(text)) > 12 && strings.Contains(all.String(), text) {
				copied = append(copied, text)
			}
		}
	}
	if diff := cmp.Diff([]string(nil), copied); diff != "" {
		t.Errorf("copied sentences (-want +got):\n%s", diff)
	}
}

// README.md tells users how confidences come about.
func TestReadmeListsTheConfidences(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join(shippedDir, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^\| .+ \| [A-Z, ]+ \| (\d\.\d+) \|$`).FindAllStringSubmatch(string(readme), -1) {
		got[m[1]] = true
	}
	want := map[string]bool{}
	for _, c := range []float64{
		confidenceOfficial, confidenceSecondary, confidencePlan, confidenceStoredText, confidenceFirstRound,
		confidenceReading, confidenceCountsOnly, ecosystem.ConfidenceNotRechecked,
	} {
		want[strconv.FormatFloat(c, 'f', -1, 64)] = true
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("confidences (-program +README):\n%s", diff)
	}
}
