package main

import (
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/innograph/innograph/store/memory"
)

// TestHTTPAudit runs the public audit of GraphQL over HTTP against the server.
func TestHTTPAudit(t *testing.T) {
	const noNode = 3
	endpoint := serveShipped(t, memory.New())
	out, err := exec.CommandContext(t.Context(), "bash", "../../scripts/http-audit.sh", endpoint).CombinedOutput()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == noNode && os.Getenv("CI") != "true" {
		t.Skipf("the audit of GraphQL over HTTP is left out: %s", out)
	}
	if err != nil || !strings.Contains(string(out), "61 of 61 audits pass") {
		t.Errorf("%v\n%s", err, out)
	}
}
