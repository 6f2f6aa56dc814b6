package plan

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/loader/plan/reader"
)

// wrapping is a way of breaking lines.
type wrapping struct {
	name  string
	lines func(text string) []string
}

// wrappings break at a number of characters, or of columns of a screen as mail
// programs do, which part no Latin word and begin no line with a stop.
func wrappings() []wrapping {
	var out []wrapping
	for _, width := range []int{30, 38, 40} {
		out = append(out,
			wrapping{fmt.Sprintf("%d characters", width), func(text string) []string { return cut(text, width) }},
			wrapping{fmt.Sprintf("%d columns", 2*width), func(text string) []string { return fold(text, 2*width) }})
	}
	return out
}

func cut(text string, width int) []string {
	var out []string
	for part := range slices.Chunk([]rune(text), width) {
		out = append(out, string(part))
	}
	return out
}

func fold(text string, width int) []string {
	const latin = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.%+-&≤"
	const closing = "，。、；：！？）》”"
	var out []string
	line, used := "", 0
	all := []rune(text)
	for i := 0; i < len(all); {
		end := i + 1
		for end < len(all) && (strings.ContainsRune(latin, all[end-1]) && strings.ContainsRune(latin, all[end]) || strings.ContainsRune(closing, all[end])) {
			end++
		}
		word, columns := string(all[i:end]), 0
		for _, r := range all[i:end] {
			if columns++; r > 0x2000 {
				columns++
			}
		}
		if used+columns > width {
			out, line, used = append(out, line), "", 0
		}
		line, used, i = line+word, used+columns, end
	}
	return append(out, line)
}

func wrapped(text string, w wrapping, between string) string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		if strings.ContainsAny(line, "\t|") {
			out = append(out, line) // a row of a table
			continue
		}
		out = append(out, strings.Join(w.lines(line), "\n")+between)
	}
	return strings.Join(out, "\n")
}

func inventedTexts(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("testdata/*.txt")
	more, err2 := filepath.Glob("reader/testdata/*chuan.txt")
	if err != nil || err2 != nil || len(names) < 5 || len(more) != 2 {
		t.Fatalf("%v, %v, %v, %v", names, more, err, err2)
	}
	return append(names, more...)
}

// A plan whose lines somebody broke at a fixed width says the same as before, at
// the same places. Where the last line of a paragraph is full by chance, nothing
// tells that it is the last: then two paragraphs are one, and those below it in
// the section have another number.
func TestBrokenLinesDoNotMatter(t *testing.T) {
	alike, byChance := 0, 0
	for _, name := range inventedTexts(t) {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines, want := readLines(t, string(content)), allFacts(t, string(content))
		for _, w := range wrappings() {
			broken := wrapped(string(content), w, "")
			if strings.Count(broken, "\n")-strings.Count(string(content), "\n") < 5 {
				continue // too few lines are broken to see it
			}
			t.Run(filepath.Base(name)+" "+w.name, func(t *testing.T) {
				got, expected := allFacts(t, broken), want
				switch missing := lines - readLines(t, broken); missing {
				case 0:
					alike++
				case 1:
					byChance++
					got, expected = withoutParagraphs(got), withoutParagraphs(expected)
				default:
					t.Errorf("%d of %d lines are missing", missing, lines)
				}
				if diff := cmp.Diff(expected, got); diff != "" {
					t.Errorf("facts (-as it was +broken):\n%s", diff)
				}
			})
		}
	}
	t.Logf("%d broken texts are read as they were, %d with two paragraphs in one", alike, byChance)
	if alike < 40 || byChance > 6 {
		t.Errorf("%d broken texts are read as they were, %d with two paragraphs in one", alike, byChance)
	}
}

func readLines(t *testing.T, text string) int {
	t.Helper()
	lines, err := reader.Read(context.Background(), strings.NewReader(text), reader.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return len(lines)
}

func withoutParagraphs(facts []string) []string {
	var out []string
	for _, f := range facts {
		out = append(out, regexp.MustCompile(`§\d+`).ReplaceAllString(f, "§"))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func allFacts(t *testing.T, text string) []string {
	t.Helper()
	result, err := Extract(context.Background(), strings.NewReader(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range append(entityFacts(result.Graph), relationFacts(result.Graph)...) {
		out = append(out, fmt.Sprintf("%s %s (%s) @ %s", f.kind, f.name, f.printed, f.locator))
	}
	slices.Sort(out)
	return out
}

// A text with a paragraph on each line is left as it is.
func TestOtherLinesStayAsTheyAre(t *testing.T) {
	names := inventedTexts(t)
	if _, err := os.Stat("../../../shared/plans"); err == nil {
		names = append(names, "../../../shared/plans/linyi-14th-five-year-plan.txt")
	}
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines, want := readLines(t, string(content)), strings.Count(strings.TrimSuffix(string(content), "\n"), "\n")+1
		if lines != want {
			t.Errorf("%s: %d lines became %d", name, want, lines)
		}
	}
}
