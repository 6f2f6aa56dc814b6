package neo4jtest

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// Imported starts a further server, on what neo4j-admin makes of a folder of
// files; arguments are those of neo4j-admin, run in that folder. The server is
// stopped at the end of the test. It needs Java, also where the other tests use a
// server that was there already: without it the test is skipped, or fails in CI.
func Imported(t testing.TB, dir string, arguments ...string) Server {
	t.Helper()
	state := t.TempDir()
	script(t, dir, append([]string{"admin", "--state", state, "--"}, arguments...)...)
	t.Cleanup(func() { script(t, dir, "stop", "--state", state) })
	variables := strings.Fields(script(t, dir, "start", "--state", state, "--timeout", "180"))
	server, refusal := find(func(name string) string {
		for _, v := range variables {
			if value, ok := strings.CutPrefix(v, name+"="); ok {
				return value
			}
		}
		return ""
	})
	if refusal != nil {
		t.Fatalf("the script says %q: %s", variables, refusal.why)
	}
	return server
}

// script runs scripts/neo4j.sh, which is not to know of the server of the other
// tests, and returns what it prints.
func script(t testing.TB, dir string, arguments ...string) string {
	t.Helper()
	_, here, _, _ := runtime.Caller(0)
	path := filepath.Join(filepath.Dir(here), "..", "..", "..", "scripts", "neo4j.sh")
	// Not t.Context(): that one is over when t.Cleanup functions run.
	command := exec.CommandContext(context.Background(), "bash", append([]string{path}, arguments...)...) //nolint:gosec // the project's own script
	command.Dir = dir
	command.Env = slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "INNOGRAPH_TEST_NEO4J") })
	var said strings.Builder
	command.Stderr = &said
	out, err := command.Output()
	const noJava = 3 // see the script
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == noJava && os.Getenv("CI") != "true" {
		t.Skipf("left out, because neo4j-admin cannot run here:\n%s", &said)
	}
	if err != nil {
		t.Fatalf("neo4j.sh %s: %v\n%s%s", strings.Join(arguments, " "), err, out, &said)
	}
	return string(out)
}
