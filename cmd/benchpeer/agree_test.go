package main

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/innograph/innograph/store/neo4j/neo4jtest"
)

// TestServersAgree compares the answers of all servers on the shipped graph, which
// is what makes their times comparable.
func TestServersAgree(t *testing.T) {
	server := neo4jtest.Open(t)
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	install(t, root)
	program := filepath.Join(t.TempDir(), "innograph")
	command(t, root, "go", "build", "-o", program, "./cmd/innograph")
	server.Wipe(t)
	t.Setenv("INNOGRAPH_NEO4J_PASSWORD", server.Password)
	command(t, root, program, "load", "--store", "neo4j", "--neo4j-uri", server.URI, "--neo4j-user", server.User)
	if err := run(t.Context(), []string{
		"--check", "--program", program, "--peer", filepath.Join(root, "tools", "bench-peer"),
		"--neo4j-uri", server.URI, "--neo4j-user", server.User, "--arguments", "8", "--start", (2 * time.Minute).String(),
	}, io.Discard); err != nil {
		t.Error(err)
	}
}

// install gets the packages of the peer; without Node.js the test is left out, but
// not in CI.
func install(t *testing.T, root string) {
	t.Helper()
	const missing = 3 // status of the script
	out, err := exec.CommandContext(t.Context(), "bash", filepath.Join(root, "scripts", "npm-ci.sh"), "tools/bench-peer").CombinedOutput()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == missing && os.Getenv("CI") != "true" {
		t.Skipf("left out: %s", out)
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

func command(t *testing.T, dir, name string, arguments ...string) {
	t.Helper()
	c := exec.CommandContext(t.Context(), name, arguments...)
	c.Dir = dir
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%s %v: %v\n%s", name, arguments, err, out)
	}
}
