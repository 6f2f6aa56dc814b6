package ecosystem_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/innograph/innograph/ecosystem"
)

func TestErrorKeepsCodeAndCause(t *testing.T) {
	cause := errors.New("dial tcp: refused")
	err := fmt.Errorf("load: %w", ecosystem.Wrap(cause, ecosystem.CodeUnavailable, "the store does not answer"))
	if got := ecosystem.CodeOf(err); got != ecosystem.CodeUnavailable {
		t.Errorf("CodeOf = %s, want %s", got, ecosystem.CodeUnavailable)
	}
	if !errors.Is(err, cause) {
		t.Errorf("%v hides its cause", err)
	}
	var domain *ecosystem.Error
	if !errors.As(err, &domain) || domain.Message != "the store does not answer" {
		t.Errorf("the message for users is %+v", domain)
	}
	if got, want := domain.Error(), "the store does not answer: dial tcp: refused"; got != want {
		t.Errorf("Error() = %q, want %q", got, want)
	}
	if got, want := ecosystem.Errorf(ecosystem.CodeBadInput, "first is %d", 0).Error(), "first is 0"; got != want {
		t.Errorf("Errorf = %q, want %q", got, want)
	}
}

func TestCodeOfAnythingElseIsInternal(t *testing.T) {
	if got := ecosystem.CodeOf(errors.New("x")); got != ecosystem.CodeInternal {
		t.Errorf("CodeOf(a plain error) = %s", got)
	}
}

func TestCodesAreUnique(t *testing.T) {
	seen := map[ecosystem.Code]bool{}
	for _, code := range ecosystem.Codes() {
		if seen[code] || code == "" {
			t.Errorf("code %q stands twice or is empty", code)
		}
		seen[code] = true
	}
}
