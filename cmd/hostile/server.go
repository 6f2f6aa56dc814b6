package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// server is the program that is attacked.
type server struct {
	base    string // http://host:port
	process *exec.Cmd
	over    chan struct{} // closed when the process has ended
}

// startServer starts it and waits until it answers. Its access log is thrown away.
func startServer(ctx context.Context, program, memory string, arguments []string) (*server, error) {
	process := exec.CommandContext(ctx, program, append([]string{"serve", "--listen", "127.0.0.1:0"}, arguments...)...) //nolint:gosec // the user names the program to attack
	process.Env = append(os.Environ(), "GOMEMLIMIT="+memory)
	process.Cancel = func() error { return process.Process.Signal(os.Interrupt) }
	process.WaitDelay = 20 * time.Second
	log, err := process.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := process.Start(); err != nil {
		return nil, err
	}
	s := &server{process: process, over: make(chan struct{})}
	address := regexp.MustCompile(`at (http://\S+)/graphql`)
	lines := bufio.NewReader(log)
	for s.base == "" {
		line, err := lines.ReadString('\n')
		if found := address.FindStringSubmatch(line); found != nil {
			s.base = found[1]
		} else if err != nil {
			return nil, errors.Join(fmt.Errorf("the server does not begin: %s", line), process.Wait())
		}
	}
	go func() {
		_, _ = io.Copy(io.Discard, lines)
		_ = process.Wait() // how it ended does not matter, that it ended does
		close(s.over)
	}()
	return s, nil
}

func (s *server) ended() bool {
	select {
	case <-s.over:
		return true
	default:
		return false
	}
}

func (s *server) stop() {
	_ = s.process.Process.Signal(os.Interrupt) // it may have ended
	select {
	case <-s.over:
	case <-time.After(20 * time.Second):
		_ = s.process.Process.Kill()
	}
}

func (s *server) proc(file string) string {
	return fmt.Sprintf("/proc/%d/%s", s.process.Process.Pid, file)
}

// forgetPeak makes Linux measure the peak of the resident memory anew.
func (s *server) forgetPeak() {
	_ = os.WriteFile(s.proc("clear_refs"), []byte("5"), 0) // elsewhere the peak is of all attacks so far, or unknown
}

// peak is the most resident memory since forgetPeak, in MiB.
func (s *server) peak() string {
	text, err := os.ReadFile(s.proc("status"))
	found := regexp.MustCompile(`VmHWM:\s+(\d+) kB`).FindSubmatch(text)
	if err != nil || found == nil {
		return "?"
	}
	kb, err := strconv.Atoi(string(found[1]))
	if err != nil {
		return "?"
	}
	return strconv.Itoa(kb / 1024)
}

// goMemory is what GOMEMLIMIT is about, in MiB, as /metrics tells it now.
func (s *server) goMemory(ctx context.Context) string {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, s.base+"/metrics", nil)
	if err != nil {
		return "?"
	}
	resp, err := politeTransport().RoundTrip(req)
	if err != nil {
		return "?"
	}
	defer func() { _ = resp.Body.Close() }()
	values := map[string]float64{}
	for lines := bufio.NewScanner(resp.Body); lines.Scan(); {
		name, text, _ := strings.Cut(lines.Text(), " ")
		if n, err := strconv.ParseFloat(text, 64); err == nil {
			values[name] = n
		}
	}
	return strconv.Itoa(int(values["go_memstats_sys_bytes"]-values["go_memstats_heap_released_bytes"]) >> 20)
}
