package ecosystem_test

import (
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
)

func TestParseStatus(t *testing.T) {
	order := []ecosystem.Status{
		ecosystem.Planned, ecosystem.Promoted, ecosystem.UnderConstruction, ecosystem.Built, ecosystem.Upgraded,
	}
	terms := ecosystem.Statuses()
	if len(terms) != len(order) {
		t.Fatalf("%d statuses, want %d", len(terms), len(order))
	}
	for i, term := range terms {
		if term.Name != string(order[i]) {
			t.Errorf("status %d is %s, want %s: the order says which is further along", i, term.Name, order[i])
		}
		for _, text := range []string{term.Name, strings.ToLower(term.Name), term.Chinese, " " + term.Chinese + " "} {
			if got, ok := ecosystem.ParseStatus(text); !ok || got != order[i] {
				t.Errorf("ParseStatus(%q) = %q, %v; want %s", text, got, ok, order[i])
			}
		}
	}
	for _, text := range []string{"", "DONE", "建"} {
		if got, ok := ecosystem.ParseStatus(text); ok {
			t.Errorf("ParseStatus(%q) = %q, want nothing", text, got)
		}
	}
}

func TestParseKnown(t *testing.T) {
	for i, want := range []ecosystem.Known{ecosystem.Stated, ecosystem.Implied, ecosystem.Curated} {
		term := ecosystem.KnownWays()[i]
		for _, text := range []string{string(want), strings.ToLower(string(want)), term.Chinese} {
			if got, ok := ecosystem.ParseKnown(text); !ok || got != want {
				t.Errorf("ParseKnown(%q) = %q, %v; want %s", text, got, ok, want)
			}
		}
	}
	if got, ok := ecosystem.ParseKnown("guessed"); ok {
		t.Errorf("ParseKnown(guessed) = %q, want nothing", got)
	}
}
