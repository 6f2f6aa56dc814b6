package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/innograph/innograph/loader/table"
)

const (
	countsBegin = "<!-- counts: written by mkdata -->\n"
	countsEnd   = "<!-- /counts -->"
)

// writeCounts brings the table of row counts in README.md beside the tables up
// to date; a folder without one is left as it is.
func writeCounts(dir string) error {
	file := filepath.Join(dir, "README.md")
	readme, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	before, rest, okBegin := strings.Cut(string(readme), countsBegin)
	_, after, okEnd := strings.Cut(rest, countsEnd)
	if !okBegin || !okEnd {
		return fmt.Errorf("%s has no place for the counts, between %q and %q", file, countsBegin, countsEnd)
	}
	counts, err := counts(dir)
	if err != nil {
		return err
	}
	return os.WriteFile(file, []byte(before+countsBegin+counts+countsEnd+after), 0o644) //nolint:gosec // a text of the repository, readable by all
}

// counts is a Markdown table of the rows of each file.
func counts(dir string) (string, error) {
	var b strings.Builder
	b.WriteString("| file | rows |\n|---|---|\n")
	for _, t := range table.Tables() {
		files, err := filepath.Glob(filepath.Join(dir, string(t)+"*.csv"))
		if err != nil {
			return "", err
		}
		slices.Sort(files)
		for _, file := range files {
			f, err := os.Open(file)
			if err != nil {
				return "", err
			}
			rows, err := csv.NewReader(f).ReadAll()
			if err = errors.Join(err, f.Close()); err != nil {
				return "", fmt.Errorf("%s: %w", file, err)
			}
			fmt.Fprintf(&b, "| `%s` | %d |\n", filepath.Base(file), len(rows)-1)
		}
	}
	return b.String(), nil
}
