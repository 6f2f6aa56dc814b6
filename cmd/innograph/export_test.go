package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The files themselves are tested with neo4j-admin, in store/neo4j.
func TestExportForNeo4jAdmin(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	code, stdout, stderr := command(t, "export", "--format", "neo4j-admin", "-o", dir)
	if code != exitDone || !strings.Contains(stdout, "neo4j-admin database import full neo4j @import.args") {
		t.Fatalf("exit %d\nstdout: %s\nstderr: %s", code, stdout, stderr)
	}
	arguments, err := os.ReadFile(filepath.Join(dir, "import.args"))
	if err != nil {
		t.Fatal(err)
	}
	kinds := 0
	for line := range strings.Lines(string(arguments)) {
		_, files, isInput := strings.Cut(strings.TrimSpace(line), "=nodes-")
		if !isInput {
			continue
		}
		kinds++
		for name := range strings.SplitSeq("nodes-"+files, ",") {
			if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Size() == 0 {
				t.Errorf("%s, which import.args names: %v", name, err)
			}
		}
	}
	if kinds < 10 {
		t.Errorf("import.args names files of %d kinds only:\n%s", kinds, arguments)
	}
	code, _, stderr = command(t, "export", "--format", "neo4j-admin", "--bom", "-o", dir)
	if code != exitUsage || !strings.Contains(stderr, "--bom is for tables") {
		t.Errorf("with --bom: exit %d, %s", code, stderr)
	}
}
