package main

import (
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/innograph/innograph/store/memory"
)

// TestClients runs what others call the server with: the public audit of GraphQL
// over HTTP and the example clients.
func TestClients(t *testing.T) {
	endpoint := serveShipped(t, memory.New())
	server := strings.TrimSuffix(endpoint, "/graphql")
	for name, client := range map[string]struct {
		script, argument string
		want             []string
	}{
		"audit of GraphQL over HTTP": {"scripts/http-audit.sh", endpoint, []string{"61 of 61 audits pass"}},
		"TypeScript":                 {"scripts/ts-example.sh", server, []string{"# fail 0\n", "the TypeScript example is sound"}},
		"curl": {"examples/curl/ask.sh", server, []string{
			`"name":"浙江大学"`, `"title":"临沂市“十四五”科技创新发展规划（征求意见稿）"`, `"hasNextPage":true`, "\n304\n", `"code":"LIMIT_EXCEEDED"`,
		}},
	} {
		t.Run(name, func(t *testing.T) { runClient(t, "../../"+client.script, client.argument, client.want) })
	}
}

// runClient runs a script that needs Node.js or curl, both of which may be missing
// on a laptop.
func runClient(t *testing.T, script, argument string, want []string) {
	const missing = 3 // status
	out, err := exec.CommandContext(t.Context(), "bash", script, argument).CombinedOutput()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == missing && os.Getenv("CI") != "true" {
		t.Skipf("left out: %s", out)
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, text := range want {
		if !strings.Contains(string(out), text) {
			t.Errorf("does not print %q:\n%s", text, out)
		}
	}
}
