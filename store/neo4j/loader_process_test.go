package neo4j_test

import (
	"bufio"
	"encoding/json"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/innograph/innograph/store/neo4j/neo4jtest"
)

// loaderProcess is a load in a process of its own.
type loaderProcess struct {
	command    *exec.Cmd
	statements *bufio.Scanner // the names of statements that are about to be sent
	errors     *strings.Builder
	result     string
}

func startLoader(t testing.TB, server neo4jtest.Server, graph bulk) *loaderProcess {
	t.Helper()
	order, err := json.Marshal(loaderOrder{server.URI, server.User, server.Password, graph})
	if err != nil {
		t.Fatal(err)
	}
	p := &loaderProcess{command: exec.CommandContext(t.Context(), os.Args[0]), errors: &strings.Builder{}}
	p.command.Env = append(os.Environ(), loaderVariable+"="+string(order))
	p.command.Stderr = p.errors
	out, err := p.command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.command.Start(); err != nil {
		t.Fatal(err)
	}
	p.statements = bufio.NewScanner(out)
	return p
}

// reach waits until the process is about to send its n-th statement of a name;
// false when it ended before.
func (p *loaderProcess) reach(name string, n int) bool {
	for p.statements.Scan() {
		result, done := strings.CutPrefix(p.statements.Text(), loaderDone)
		if done {
			p.result = result
		} else if p.statements.Text() == name {
			if n--; n == 0 {
				return true
			}
		}
	}
	return false
}

// kill ends the process at once: no commit, no rollback, no goodbye.
func (p *loaderProcess) kill(t *testing.T) {
	t.Helper()
	if err := p.command.Process.Kill(); err != nil {
		t.Errorf("kill: %v", err)
	}
	for p.statements.Scan() { // what it had said before
	}
	_ = p.command.Wait() // says that it was killed
}

// finish waits for the end of an undisturbed load.
func (p *loaderProcess) finish(t testing.TB) loaderResult {
	t.Helper()
	p.reach("", 1)
	if err := p.command.Wait(); err != nil {
		t.Fatalf("the loader failed: %v\n%s", err, p.errors)
	}
	var result loaderResult
	if err := json.Unmarshal([]byte(p.result), &result); err != nil {
		t.Fatalf("the loader says %q: %v", p.result, err)
	}
	return result
}

// peakMemory is the most memory that this process has had at a time, where the
// system tells (Linux).
func peakMemory() int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	words := strings.Fields(rest)
	if len(words) == 0 {
		return 0
	}
	kilobytes, _ := strconv.Atoi(words[0])
	return kilobytes << 10
}
