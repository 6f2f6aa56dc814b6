package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"syscall"
	"time"
)

// setup is what servers are started with.
type setup struct {
	program, tools      string // innograph, and the folder of the peer
	data                string // tables of the embedded store; empty: the shipped ones
	uri, user, password string
	startTime           time.Duration // that a server may take to be ready
}

// process is a server that was started, and its address.
type process struct {
	url     string
	command *exec.Cmd
	input   io.Closer // the peer ends when this is closed
}

// startOurs starts innograph with a store.
func (s setup) startOurs(ctx context.Context, store string) (*process, error) {
	arguments := []string{"serve", "--production", "--listen", "127.0.0.1:0", "--neo4j-uri", s.uri, "--neo4j-user", s.user}
	if store == oursUnkept {
		arguments = append(arguments, "--kept-rows", "0")
		store = oursNeo4j
	}
	arguments = append(arguments, "--store", store)
	if store == "embedded" && s.data != "" {
		arguments = append(arguments, "--data", s.data)
	}
	command := exec.CommandContext(ctx, s.program, arguments...) //nolint:gosec // the program is named by the one who runs this
	command.Env = append(os.Environ(), "INNOGRAPH_NEO4J_PASSWORD="+s.password)
	said, err := command.StderrPipe()
	if err != nil {
		return nil, fmt.Errorf("start innograph: %w", err)
	}
	return s.start(command, said)
}

// startPeer starts @neo4j/graphql on graphql-yoga.
func (s setup) startPeer(ctx context.Context) (*process, error) {
	command := exec.CommandContext(ctx, "node", filepath.Join(s.tools, "server.js")) //nolint:gosec // the folder is named by the one who runs this
	command.Env = append(os.Environ(), "NODE_ENV=production", "PEER_NEO4J_URI="+s.uri, "PEER_NEO4J_USER="+s.user,
		"PEER_NEO4J_PASSWORD="+s.password, "PEER_PATHS="+read("paths.cypher"))
	command.Stderr = os.Stderr
	said, err := command.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("start the peer: %w", err)
	}
	return s.start(command, said)
}

// start waits until the server has said its address, and then reads on, so that it
// never waits for a reader of its log.
func (s setup) start(command *exec.Cmd, said io.Reader) (*process, error) {
	command.Cancel = func() error { return command.Process.Signal(syscall.SIGTERM) }
	command.WaitDelay = 10 * time.Second
	input, err := command.StdinPipe()
	if err == nil {
		err = command.Start()
	}
	if err != nil {
		return nil, fmt.Errorf("start %s: %w", command.Path, err)
	}
	address := make(chan string, 1)
	go listen(said, address)
	p := &process{command: command, input: input}
	select {
	case url, ok := <-address:
		if ok {
			p.url = url
			return p, nil
		}
		err = errors.New("it ended")
	case <-time.After(s.startTime):
		err = fmt.Errorf("it did not say its address in %s", s.startTime)
	}
	p.stop()
	return nil, fmt.Errorf("start %s: %w", command.Path, err)
}

// listen finds the address in what a server says; what it says before is shown.
func listen(said io.Reader, address chan<- string) {
	defer close(address)
	url := regexp.MustCompile(`http://127\.0\.0\.1:\d+/graphql`)
	lines := bufio.NewScanner(said)
	for lines.Scan() {
		if found := url.FindString(lines.Text()); found != "" {
			address <- found
			break
		}
		fmt.Fprintln(os.Stderr, lines.Text())
	}
	_, _ = io.Copy(io.Discard, said)
}

// stop ends the server; how it ends is of no interest.
func (p *process) stop() {
	_ = p.input.Close()
	_ = p.command.Cancel()
	_ = p.command.Wait()
}
