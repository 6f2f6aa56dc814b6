package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestCursorKeyIsASecret looks for the key in the places where a password may
// stand, and not among the flags.
func TestCursorKeyIsASecret(t *testing.T) {
	const key, other = "0123456789012345678901234567890a", "0123456789012345678901234567890b"
	file := writeFile(t, filepath.Join(t.TempDir(), "settings.yaml"), "cursor-key: "+key+"\n")
	if got, err := cursorKey(&settings{}); got != "" || err != nil {
		t.Errorf("without one: %q %v", got, err)
	}
	if got, err := cursorKey(&settings{path: file}); got != key || err != nil {
		t.Errorf("from the file: %q %v", got, err)
	}
	t.Setenv("INNOGRAPH_CURSOR_KEY", other)
	if got, err := cursorKey(&settings{path: file}); got != other || err != nil {
		t.Errorf("from the environment: %q %v", got, err)
	}
	if code, _, stderr := command(t, "serve", "--cursor-key", key); code != exitUsage || !strings.Contains(stderr, "cursor-key") {
		t.Errorf("as a flag: exit %d, %s", code, stderr)
	}
	t.Setenv("INNOGRAPH_CURSOR_KEY", "tooshort")
	code, stdout, stderr := command(t, "serve", "--listen", "127.0.0.1:0")
	if code != exitUsage || !strings.Contains(stderr, "take 32 or more") || strings.Contains(stdout+stderr, "tooshort") {
		t.Errorf("a short one: exit %d, %s%s", code, stdout, stderr)
	}
}
