package reader_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan"
	"github.com/innograph/innograph/loader/plan/reader"
)

// facts are the records of a plan, a line each: what it is, and where it stands.
func facts(t *testing.T, name string) []string {
	t.Helper()
	result, err := plan.Extract(context.Background(), bytes.NewReader(fixture(t, name)), plan.Options{})
	if err != nil {
		t.Fatalf("Extract(%s): %v", name, err)
	}
	var out []string
	where := func(sources []ecosystem.Source) string {
		var at []string
		for _, s := range sources {
			at = append(at, strings.TrimSpace(s.Locator+" "+s.PrintedName))
		}
		return strings.Join(at, ";")
	}
	for _, e := range result.Graph.Entities {
		out = append(out, fmt.Sprintf("%s %s %s %v @ %s", e.Kind, e.Name, e.Status, e.Properties, where(e.Sources)))
	}
	for _, r := range result.Graph.Relations {
		out = append(out, fmt.Sprintf("%s %s → %s %s %s%s %d @ %s", r.Type, r.From, r.To, r.Label, r.Value, r.Unit, r.Year, where(r.Sources)))
	}
	slices.Sort(out)
	return out
}

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// One plan says the same in every form.
func TestTheFormDoesNotMatter(t *testing.T) {
	want := facts(t, "xichuan.txt")
	if len(want) < 60 {
		t.Fatalf("the text form gives only %d facts", len(want))
	}
	for _, name := range []string{
		"xichuan-gb18030.txt", "xichuan-utf16le.txt", "xichuan-utf16be.txt",
		"xichuan.html", "xichuan-gbk.html", "xichuan.docx", "xichuan.pdf",
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(want, facts(t, name)); diff != "" {
				t.Errorf("facts (-txt +%s):\n%s", filepath.Ext(name), diff)
			}
		})
	}
}

// Every line of running text is the same too, so that §1, §2 … mean the same.
func TestTheTextIsTheSame(t *testing.T) {
	want := texts(t, "xichuan.txt")
	for _, name := range []string{"xichuan-gb18030.txt", "xichuan-utf16be.txt", "xichuan.html", "xichuan-gbk.html", "xichuan.docx", "xichuan.pdf"} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(want, texts(t, name)); diff != "" {
				t.Errorf("text (-txt +%s):\n%s", filepath.Ext(name), diff)
			}
		})
	}
}

// texts are the texts of the lines; rows of tables are a cell each, and blanks
// do not count, since a PDF does not tell them.
func texts(t *testing.T, name string) []string {
	t.Helper()
	all, err := reader.Read(context.Background(), bytes.NewReader(fixture(t, name)), reader.Limits{})
	if err != nil {
		t.Fatalf("Read(%s): %v", name, err)
	}
	var out []string
	for _, l := range all {
		for cell := range strings.SplitSeq(l.Text, "\t") {
			if cell = strings.ReplaceAll(cell, " ", ""); cell != "" {
				out = append(out, cell)
			}
		}
	}
	return out
}

func TestPagesAndHeadings(t *testing.T) {
	all, err := reader.Read(context.Background(), bytes.NewReader(fixture(t, "xichuan.pdf")), reader.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	before := 1
	for _, l := range all {
		if l.Text != "" && l.Page < before {
			t.Errorf("line %d (%s) is on page %d, after one on page %d", l.Number, l.Text, l.Page, before)
		}
		before = max(before, l.Page)
	}
	if before < 3 {
		t.Errorf("the last page is %d, want at least 3", before)
	}
	for _, name := range []string{"xichuan.docx", "xichuan.html"} {
		all, err := reader.Read(context.Background(), bytes.NewReader(fixture(t, name)), reader.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		levels := map[string]int{}
		for _, l := range all {
			if l.Heading > 0 {
				levels[l.Text] = l.Heading
			}
		}
		chapter, section := levels["第一章 发展基础与目标"], levels["第一节 发展基础"]
		if chapter == 0 || section != chapter+1 {
			t.Errorf("%s: chapter and section are headings of levels %d and %d", name, chapter, section)
		}
	}
}

func TestAScanIsRefused(t *testing.T) {
	_, err := reader.Read(context.Background(), bytes.NewReader(fixture(t, "scanned.pdf")), reader.Limits{})
	if ecosystem.CodeOf(err) != ecosystem.CodeBadInput || !strings.Contains(err.Error(), "OCR") {
		t.Errorf("error %v, want %s that speaks of OCR", err, ecosystem.CodeBadInput)
	}
}
