package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWriteCounts(t *testing.T) {
	dir := t.TempDir()
	if err := writeCounts(dir); err != nil {
		t.Errorf("a folder without README.md: %v", err)
	}
	for name, content := range map[string]string{
		"sources.csv": "a,b\n1,2\n", "relations.part_of.csv": "a\n1\n\"2\n2\"\n3\n", "entities.a.csv": "a\n", "other.csv": "a\n1\n",
		"README.md": "before\n" + countsBegin + "old\n" + countsEnd + "\nafter\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want := "before\n" + countsBegin + "| file | rows |\n|---|---|\n" +
		"| `sources.csv` | 1 |\n| `entities.a.csv` | 0 |\n| `relations.part_of.csv` | 3 |\n" + countsEnd + "\nafter\n"
	for range 2 {
		if err := writeCounts(dir); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join(dir, "README.md"))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != want {
			t.Errorf("README.md is\n%s\nwant\n%s", got, want)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "README.md"), []byte("no place\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := writeCounts(dir); err == nil {
		t.Error("a README.md without a place for the counts passed")
	}
}
