package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestQualityReport: docs/quality.md holds what the command gives for the shipped data.
func TestQualityReport(t *testing.T) {
	text, err := os.ReadFile("../../docs/quality.md")
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), "quality.md")
	if err := os.WriteFile(copied, text, 0o600); err != nil {
		t.Fatal(err)
	}
	must(t, "", "evaluate", "--year", "2026", "--into", copied)
	now, err := os.ReadFile(copied)
	if err != nil {
		t.Fatal(err)
	}
	if string(now) != string(text) {
		t.Error("the report in docs/quality.md is not what is measured now: make eval-match")
	}
}

func TestEvaluateRefusals(t *testing.T) {
	plain := filepath.Join(t.TempDir(), "plain.md")
	if err := os.WriteFile(plain, []byte("# A page\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		args []string
		code int
		says string
	}{
		"an argument":     {[]string{"木业"}, exitUsage, "no arguments"},
		"no such region":  {[]string{"--home", "region:none"}, exitFailed, "region:none"},
		"no such file":    {[]string{"--into", "none/none.md"}, exitFailed, "none/none.md"},
		"without markers": {[]string{"--into", plain}, exitFailed, reportBegins},
	} {
		t.Run(name, func(t *testing.T) {
			if code, _, stderr := command(t, append([]string{"evaluate"}, c.args...)...); code != c.code || !strings.Contains(stderr, c.says) {
				t.Errorf("exit %d, want %d; %q is not in %s", code, c.code, c.says, stderr)
			}
		})
	}
}
