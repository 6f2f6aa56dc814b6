package table_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/table"
)

func fewRows() table.Rows {
	source := []ecosystem.Source{{Document: "doc:d", Known: ecosystem.Stated, Confidence: 0.9}}
	return table.Rows{
		Documents: slices.Values([]ecosystem.Document{{ID: "doc:d", Title: "规划"}}),
		Entities: slices.Values([]ecosystem.Entity{
			{ID: "org:z", Kind: ecosystem.University, Name: "浙江大学", Properties: map[string]string{"tags": "985;211"}, Sources: source},
			{ID: "org:a", Kind: ecosystem.University, Name: "安徽大学", Sources: append(source, source...)},
		}),
		Relations: slices.Values([]ecosystem.Relation{{Type: ecosystem.LocatedIn, From: "org:z", To: "region:330100", Weight: 1, Sources: source}}),
	}
}

// Rows stand in the tables as they come, one for each source.
func TestWriteRows(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	if err := table.WriteRows(t.Context(), dir, fewRows()); err != nil {
		t.Fatal(err)
	}
	in, err := table.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	var problems table.Problems
	records := table.Read(&problems, in)
	var ids []string
	for _, e := range records.Entities {
		ids = append(ids, e.ID)
	}
	if diff := cmp.Diff([]string{"org:z", "org:a", "org:a"}, ids); diff != "" {
		t.Errorf("entities (-want +got):\n%s", diff)
	}
	if len(records.Documents) != 1 || len(records.Relations) != 1 || records.Relations[0].To != "region:330100" {
		t.Errorf("%+v, %+v", records.Documents, records.Relations)
	}
}

// A writer that is stopped leaves what was there before.
func TestWriteRowsStopped(t *testing.T) {
	dir := t.TempDir()
	old := filepath.Join(dir, "entities.csv")
	if err := os.WriteFile(old, []byte("id,kind,name,document\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	rows := fewRows()
	entities := rows.Entities
	rows.Entities = func(yield func(ecosystem.Entity) bool) {
		cancel()
		entities(yield)
	}
	if err := table.WriteRows(ctx, dir, rows); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want %v", err, context.Canceled)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 1 {
		t.Errorf("%v, %v: want the old file alone", left, err)
	}
	if text, _ := os.ReadFile(old); string(text) != "id,kind,name,document\n" {
		t.Errorf("the old file is now %q", text)
	}
}
