package main

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRowsOf(t *testing.T) {
	const text = `{"node": {"id": "f", "edges": [
		{"weight": 0.5, "node": {"id": "a", "far": [{"id": "x"}, {"id": "y", "tags": ["p", "q"]}]}},
		{"weight": 1, "node": {"id": "b", "far": []}}]}}`
	var data any
	if err := json.Unmarshal([]byte(text), &data); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		part part
		want []string
	}{
		{part{"node", "id"}, []string{"f"}},
		{part{"node/edges", "^id node.id weight"}, []string{"f | a | 0.5", "f | b | 1"}},
		{part{"node/edges/node.far", "^^id ^node.id id"}, []string{"f | a | x", "f | a | y"}},
		{part{"node.edges", "node.far.1.tags.*"}, []string{"p | q", "-"}},
		{part{"nowhere", "id"}, nil},
		{part{"node", "missing.deeper"}, []string{"-"}},
	} {
		if diff := cmp.Diff(c.want, rowsOf(data, c.part)); diff != "" {
			t.Errorf("%v (- want, + got):\n%s", c.part, diff)
		}
	}
}

func TestNumbersOfAllServersLookAlike(t *testing.T) {
	if a, b, c := written(1.0), written(int64(1)), written(0.1+0.2); a != "1" || b != "1" || c != "0.3" {
		t.Errorf("got %s, %s and %s", a, b, c)
	}
}

func TestPartners(t *testing.T) {
	rows := []string{
		"org:b | 乙 | 0.5 | 0.5 | a1 | s1 | d:1 | A",
		"org:a | 甲 | 0.5 | 0.5 | a1 | s2 | d:1 | A",
		"org:c | 丙 | 1 | 0.2 | a2 | s3 | d:2 | B",
		"org:c | 丙 | 0.5 | 0.4 | a1 | s4 | d:1 | B",
	}
	want := []string{"org:c | 0.4", rows[3], rows[2], "org:a | 0.25", rows[1], "org:b | 0.25", rows[0]}
	if diff := cmp.Diff(want, partners(nil, rows)); diff != "" {
		t.Errorf("- want, + got:\n%s", diff)
	}
}

func TestNamed(t *testing.T) {
	got := named(map[string]any{"text": "临沂大学"}, []string{"临沂大学 | 2", "临沂大学附属医院 | 3", "临沂大学 | 1"})
	if diff := cmp.Diff([]string{"临沂大学 | 1", "临沂大学 | 2"}, got); diff != "" {
		t.Errorf("- want, + got:\n%s", diff)
	}
}

func TestOperations(t *testing.T) {
	for _, q := range questions() {
		for _, server := range []string{"ours", "peer"} {
			if operation(document(server), q.name) == "" {
				t.Errorf("%s of %s is empty", q.name, server)
			}
		}
		if len(q.ours) != len(q.peer) || len(q.ours) != len(q.bare) {
			t.Errorf("%s compares %d, %d and %d parts", q.name, len(q.ours), len(q.peer), len(q.bare))
		}
	}
}
