package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/neo4j/neo4jtest"
)

// realPlan is the real document, which lies beside the checkout and is not part
// of it.
func realPlan(t *testing.T) string {
	t.Helper()
	path := "../../../shared/plans/linyi-14th-five-year-plan.txt"
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("CI needs the real plan: %v", err)
		}
		t.Skipf("left out: the path from the real plan to a store, because the plan is not there (%v)", err)
	}
	return path
}

// TestFromPlanToNeo4jAndBack goes the whole way with the commands that a user
// types: plan → tables → Neo4j → tables → Neo4j.
func TestFromPlanToNeo4jAndBack(t *testing.T) {
	plan, db := realPlan(t), neo4jtest.Open(t)
	db.Wipe(t)
	t.Setenv("INNOGRAPH_NEO4J_URI", db.URI)
	t.Setenv("INNOGRAPH_NEO4J_PASSWORD", db.Password)
	tables, exported := filepath.Join(t.TempDir(), "tables"), filepath.Join(t.TempDir(), "exported")

	must(t, "wrote 1 sources", "extract", plan, "-o", tables)
	must(t, "dry run: nothing was written", "load", "--store", "neo4j", "--shipped", "--dry-run", tables)
	must(t, "generation 1 is current", "load", "--store", "neo4j", "--shipped", tables)
	must(t, "nothing changed; generation 1 stays current", "load", "--store", "neo4j", "--shipped", tables)
	must(t, "wrote", "export", "--store", "neo4j", "-o", exported)
	must(t, "nothing changed; generation 1 stays current", "load", "--store", "neo4j", exported)

	var again struct {
		DryRun  bool
		Changes store.Changes
	}
	stdout := must(t, "{", "load", "--store", "neo4j", "--dry-run", "--json")
	if err := json.Unmarshal([]byte(stdout), &again); err != nil {
		t.Fatalf("%v in %s", err, stdout)
	}
	if !again.DryRun || again.Changes.Entities.Unchanged == 0 {
		t.Errorf("--json tells %+v", again)
	}
}

func TestWrongPasswordIsSaidAndNotShown(t *testing.T) {
	db := neo4jtest.Open(t)
	t.Setenv("INNOGRAPH_NEO4J_URI", db.URI)
	t.Setenv("INNOGRAPH_NEO4J_PASSWORD", "not-the-password")
	code, _, stderr := command(t, "load", "--store", "neo4j")
	if code != exitFailed || !strings.Contains(stderr, "check the user name and INNOGRAPH_NEO4J_PASSWORD") || strings.Contains(stderr, "not-the-password") {
		t.Errorf("exit %d: %s", code, stderr)
	}
}

// TestExtractedPlanMeetsTheShippedData: the plan that somebody extracts anew is
// the plan that the shipped data cite, not a second one beside it.
func TestExtractedPlanMeetsTheShippedData(t *testing.T) {
	tables := filepath.Join(t.TempDir(), "tables")
	must(t, "doc:linyi-145-sti-plan", "extract", realPlan(t), "-o", tables)
	must(t, "the tables are sound", "load", "--shipped", tables)
}

// must runs a command that has to succeed and to say something, on either output.
func must(t *testing.T, want string, args ...string) (stdout string) {
	t.Helper()
	code, stdout, stderr := command(t, args...)
	if code != exitDone || !strings.Contains(stdout+stderr, want) {
		t.Fatalf("innograph %s: exit %d, want %q in\n%s%s", strings.Join(args, " "), code, want, stdout, stderr)
	}
	return stdout
}

// Extracting anew into the folder of corrected tables does not lose the corrections.
func TestExtractKeepsCorrectedTables(t *testing.T) {
	plan, tables := extracted(t)
	name := filepath.Join(tables, "entities.csv")
	before, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	must(t, "wrote 1 sources", "extract", plan, "-o", tables)
	if _, err := os.Stat(name + ".old"); err == nil {
		t.Error("tables that say the same are kept twice")
	}
	corrected := strings.Replace(string(before), "海州市精准医学研究中心", "海州市精准医学中心", 1)
	for _, kept := range []string{".old", ".old.2"} {
		writeFile(t, name, corrected)
		code, _, stderr := command(t, "extract", plan, "-o", tables)
		if code != exitDone || !strings.Contains(stderr, "entities.csv in "+tables+" said something else; it is kept as entities.csv"+kept+"\n") {
			t.Errorf("exit %d, stderr: %s", code, stderr)
		}
		if got, err := os.ReadFile(name + kept); err != nil || string(got) != corrected {
			t.Errorf("%s: %v, %s", kept, err, got)
		}
	}
	must(t, "the tables are sound", "load", "--shipped", tables)
}

// Without a store, a dry run compares tables with the shipped data below them.
func TestDryRunOnTheShippedData(t *testing.T) {
	_, tables := extracted(t)
	stdout := must(t, "dry run: nothing was written", "load", "--shipped", "--dry-run", tables)
	for _, want := range []string{"sources: 1 created, 0 updated, 0 removed, ", "  ~ org:zafu UNIVERSITY 浙江农林大学\n      sources: + doc:"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("%q is missing in\n%s", want, stdout)
		}
	}
}
