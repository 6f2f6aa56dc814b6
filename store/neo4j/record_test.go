package neo4j

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

func TestRecords(t *testing.T) {
	sources := []ecosystem.Source{
		{Document: "doc:a", Locator: "专栏5.2（3）", Known: ecosystem.Stated, Confidence: 0.1 + 0.2, Date: "2021-06", PrintedName: "浙大", Note: "a \"quoted\"\nline \x00 \x1b\x1bf\x1c\x1d\x1e\x1f"},
		{Document: "doc:b", Known: ecosystem.Curated, Confidence: 1},
	}
	entity := &ecosystem.Entity{
		ID: "org:a", Kind: ecosystem.University, Name: "浙江大学 𠮷", NameEn: "Zhejiang <University> & Co", Aliases: []string{"", "浙大", "ZJU\x1e"},
		FormerNames: []string{"求是书院"}, Status: ecosystem.Built, StatusDate: "2021", Sources: sources,
		Properties:  map[string]string{"lat": "30.26", "tags": "985;211", "category": ""},
		ExternalIDs: []ecosystem.ExternalID{{Scheme: "ror", Value: "00a2xv884"}, {Scheme: "a:b", Value: "c:d"}},
		Claims: []ecosystem.Claim{
			{Field: "tags", Value: "985;211", Sources: sources},
			{Field: "tags", Value: "\x1d", Sources: sources[1:]},
			{Field: "name_en", Value: "none"},
		},
	}
	relation := &ecosystem.Relation{
		ID: "rel:1", Type: ecosystem.Targets, From: "policy:a", To: "indicator:b", Weight: 1.0 / 3, Label: "目标", Strength: "A+",
		Year: 2025, Value: "2.60", Unit: "%", Status: ecosystem.Planned, Sources: sources,
	}
	document := &ecosystem.Document{ID: "doc:a", Title: "规划", Issuer: "市政府", Date: "2021", URL: "https://example.org/?a=b&c"}

	gotEntity, err := decodeEntity(recordOfEntity(entity))
	equal(t, "entity", entity, gotEntity, err)
	gotRelation, err := decodeRelation(recordOfRelation(relation))
	equal(t, "relation", relation, gotRelation, err)
	gotDocument, err := decodeDocument(recordOfDocument(document))
	equal(t, "document", document, gotDocument, err)
	bare := &ecosystem.Entity{ID: "org:b", Kind: ecosystem.University, Name: "乙"}
	gotBare, err := decodeEntity(recordOfEntity(bare))
	equal(t, "entity without more", bare, gotBare, err)
}

func TestGenerationRecords(t *testing.T) {
	changes := store.Changes{
		Documents: store.Delta{Created: 1, Updated: 2, Removed: 3, Unchanged: 4},
		Entities:  store.Delta{Created: 5, Updated: 6, Removed: 7, Unchanged: 8},
		Relations: store.Delta{Created: 9, Updated: 10, Removed: 11, Unchanged: 12},
	}
	want := noMeta()
	want.Number, want.Loaded, want.Documents, want.pending = 7, "2026-01-02T03:04:05Z", 2, 8
	want.Entities[ecosystem.University], want.Relations[ecosystem.PartOf] = 3, 4
	for name, history := range map[string][]store.Step{
		"no history": nil,
		"history":    {{Number: 6, Loaded: "2026-01-01T00:00:00Z", Changes: changes}, {Number: 7, Loaded: want.Loaded}},
	} {
		want.History = history
		got, err := decodeMeta(&driver.Record{Values: []any{recordOfGeneration(want.Generation), want.pending}})
		equal(t, name, want.Generation, got.Generation, err)
		if got.pending != want.pending {
			t.Errorf("pending %d, want %d", got.pending, want.pending)
		}
	}
	// What was written before generations had a history.
	want.History = nil
	old := strings.TrimSuffix(recordOfGeneration(want.Generation), fieldEnd)
	got, err := decodeMeta(&driver.Record{Values: []any{old, nil}})
	equal(t, "record of an earlier version", want.Generation, got.Generation, err)
}

func equal[T any](t *testing.T, what string, want, got T, err error) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%s comes back changed (-written +read), %v:\n%s", what, err, diff)
	}
}

func TestTornRecords(t *testing.T) {
	for name, v := range map[string]any{"missing": nil, "cut off": recordOfEntity(&ecosystem.Entity{ID: "org:a", Name: "甲"})[:12], "with more behind it": recordOfEntity(&ecosystem.Entity{ID: "org:a"}) + "x", "empty": "", "of another type": int64(1)} {
		if _, err := decodeEntity(v); !errors.Is(err, errTorn) {
			t.Errorf("%s record: %v, want a torn row", name, err)
		}
	}
	relation := recordOfRelation(&ecosystem.Relation{ID: "rel:1", Type: ecosystem.PartOf, From: "org:a", To: "org:b"})
	far := recordOfEntity(&ecosystem.Entity{ID: "org:c", Kind: ecosystem.University})
	if _, err := decodeEdge("org:a", []any{relation, far}, map[string]*ecosystem.Entity{}); !errors.Is(err, errTorn) {
		t.Errorf("an edge to an entity that its relation does not lead to: %v, want a torn row", err)
	}
}

func TestNativeValues(t *testing.T) {
	for _, c := range []struct {
		name, value string
		want        any
	}{
		{"lat", "30.26", 30.26},
		{"lat", "30.260", "30.260"}, // not canonical: equals no number
		{"year", "2025", int64(2025)},
		{"year", "02025", "02025"},
		{"tags", "985;211", []string{"985", "211"}},
		{"category", "2025", "2025"},
		{"unknown", "x", "x"},
	} {
		if diff := cmp.Diff(c.want, native(c.name, c.value)); diff != "" {
			t.Errorf("%s %q (-want +got):\n%s", c.name, c.value, diff)
		}
	}
}
