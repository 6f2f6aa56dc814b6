package partners_test

import (
	"testing"

	"github.com/innograph/innograph/partners"
)

// TestBasisSentence: whatever the graph does not state is told in both languages.
func TestBasisSentence(t *testing.T) {
	for _, told := range []partners.Basis{partners.Holdings, partners.Disciplines, partners.Name, partners.Home} {
		if s := told.Sentence(); s.Zh == "" || s.En == "" {
			t.Errorf("%s has no words: %+v", told, s)
		}
	}
	for _, silent := range []partners.Basis{partners.Stated, ""} {
		if s := silent.Sentence(); s.Zh != "" || s.En != "" {
			t.Errorf("%q says %+v", silent, s)
		}
	}
}
