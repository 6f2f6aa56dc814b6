package main

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// fake is a server whose answers are made here.
type fake struct {
	title string
	asked *atomic.Int64
	err   error
	rows  []string
}

func newFake(title string, rows ...string) fake { return fake{title, new(atomic.Int64), nil, rows} }

func (f fake) name() string { return f.title }

func (f fake) prepare(context.Context, question, []map[string]any, int) (asker, error) { return f, nil }

func (f fake) ask(context.Context, int) error { f.asked.Add(1); return f.err }

func (f fake) answer(context.Context, int) ([]string, error) { return f.rows, f.err }

func (f fake) close(context.Context) {}

func TestMeasureCountsWhatIsAsked(t *testing.T) {
	f := newFake("a")
	s, err := measure(t.Context(), f, 8, time.Millisecond)
	if err != nil || int64(s.requests) != f.asked.Load() || s.requests < 8 || s.perSecond <= 0 || s.p99 < s.p50 {
		t.Errorf("got %+v and %v after %d questions", s, err, f.asked.Load())
	}
	f.err = errors.New("down")
	if _, err := measure(t.Context(), f, 2, time.Hour); !errors.Is(err, f.err) {
		t.Errorf("got %v, want that the server is down", err)
	}
}

func TestAgree(t *testing.T) {
	arguments := []map[string]any{{"id": "x"}}
	for name, c := range map[string]struct {
		other fake
		why   string
	}{
		"same":      {newFake("b", "1", "2"), ""},
		"order":     {newFake("b", "2", "1"), "a and b answer differently"},
		"less":      {newFake("b", "1"), "a and b answer differently"},
		"b is down": {fake{title: "b", asked: new(atomic.Int64), err: errors.New("down")}, "down"},
	} {
		_, err := agree(t.Context(), question{name: "q"}, []target{newFake("a", "1", "2"), c.other}, arguments)
		if (err == nil) != (c.why == "") || err != nil && !strings.Contains(err.Error(), c.why) {
			t.Errorf("%s: got %v, want %q", name, err, c.why)
		}
	}
	if _, err := agree(t.Context(), question{name: "q"}, []target{newFake("a"), newFake("b")}, arguments); err == nil {
		t.Error("answers of nothing pass")
	}
}

func TestTable(t *testing.T) {
	at := func(perSecond float64, p50 time.Duration) sample { return sample{perSecond, p50, 2 * p50, 10} }
	targets := []target{newFake(oursEmbedded), newFake(oursNeo4j), newFake(peerName), newFake("bare Cypher")}
	r := result{question{name: "node"}, 8, [][]sample{
		{at(900, time.Millisecond), at(1000, time.Millisecond), at(1200, time.Millisecond)},
		{at(200, 4*time.Millisecond), at(200, 4*time.Millisecond), at(300, 4*time.Millisecond)},
		{at(90, 0), at(100, 0), at(100, 0)},
		{at(1, 2*time.Millisecond), at(1, 2*time.Millisecond), at(1, 2*time.Millisecond)},
	}}
	var out bytes.Buffer
	if err := errors.Join(show(&out, targets, 2, 3, []result{r}), judge(&out, targets, 2, 3, []result{r}, false)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"| node | 8 | embedded | 1000 | 1.00 | 2.00 | 10.00 | 0.50 |\n",
		"| node | 8 | neo4j | 200 | 4.00 | 8.00 | 2.22 | 2.00 |\n",
		"missed: node, 8 connections, neo4j: 2.22 times the peer (aim 3), p50 2.00 times bare (aim 2)\n",
		"aims reached: 1 of 2\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("does not print %q:\n%s", want, &out)
		}
	}
}
