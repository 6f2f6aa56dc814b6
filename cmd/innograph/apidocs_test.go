package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/schema"
)

// The pages of the API show the examples and their answers between such marks;
// TestExamples proves the answers.
var exampleMarks = regexp.MustCompile(`(?s)<!-- example: ([a-z0-9-]+) -->\n.*?<!-- end -->`)

// TestAPIPages holds docs/api to the examples; -update writes the pages anew.
func TestAPIPages(t *testing.T) {
	pages, err := filepath.Glob("../../docs/api/*.md")
	if err != nil || len(pages) == 0 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	left := map[string]schema.Example{}
	for _, e := range schema.Examples() {
		left[e.Name] = e
	}
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		want := exampleMarks.ReplaceAllStringFunc(string(text), func(block string) string {
			name := exampleMarks.FindStringSubmatch(block)[1]
			e, ok := left[name]
			if !ok {
				t.Errorf("%s shows %q, which is no example or shown already", filepath.Base(page), name)
				return block
			}
			delete(left, name)
			return exampleBlock(t, e)
		})
		if *update {
			if err := os.WriteFile(page, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if diff := gocmp.Diff(strings.Split(want, "\n"), strings.Split(string(text), "\n")); diff != "" {
			t.Errorf("%s is out of date; write it with: go test ./cmd/innograph -run TestAPIPages -update (- want, + got):\n%s", page, diff)
		}
	}
	for name := range left {
		t.Errorf("no page of docs/api shows the example %q", name)
	}
}

// exampleBlock is an example as a reader of the docs sees it.
func exampleBlock(t *testing.T, e schema.Example) string {
	t.Helper()
	golden := e.Name + ".golden.json"
	answer, err := os.ReadFile(filepath.Join(examples, golden))
	if err != nil {
		t.Fatal(err)
	}
	var document strings.Builder
	for line := range strings.Lines(e.Document) {
		if !strings.HasPrefix(line, "# variables: ") {
			document.WriteString(line)
		}
	}
	return fmt.Sprintf("<!-- example: %s -->\n```graphql\n%s```\n\nVariables: `%s`\n\n```json\n%s```\n%s<!-- end -->",
		e.Name, document.String(), cmp.Or(e.Variables, "{}"), beginning(string(answer)), wholeAnswer(string(answer), golden))
}

const shownLines = 40 // of an answer

// beginning is as much of an answer as a page shows.
func beginning(answer string) string {
	lines := strings.SplitAfter(answer, "\n")
	if len(lines) <= shownLines+1 { // the last is empty
		return answer
	}
	return strings.Join(lines[:shownLines], "") + "…\n"
}

// wholeAnswer leads to the rest where beginning cut it.
func wholeAnswer(answer, golden string) string {
	if beginning(answer) == answer {
		return ""
	}
	return fmt.Sprintf("\nThe first %d of %d lines; all of it: [%s](../../schema/examples/%s).\n", shownLines, strings.Count(answer, "\n"), golden, golden)
}
