package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"
)

// The addresses from which the two come. Whoever shares a server fairly among
// addresses must be able to tell them apart.
const (
	politeAddress  = "127.0.0.2"
	hostileAddress = "127.0.0.1"
)

func from(address string) *net.Dialer {
	return &net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(address)}, Timeout: 5 * time.Second}
}

func politeTransport() *http.Transport {
	return &http.Transport{DialContext: from(politeAddress).DialContext, MaxIdleConnsPerHost: 100}
}

// politeDocuments are what a page asks for.
func politeDocuments() []string {
	return []string{
		`query Page { entities(first: 20) { nodes { id name region { name } sources { document { title } } } } }`,
		`query Type { suggest(prefix: "zjdx", first: 10) { matchedName hint } }`,
		`query Detail { node(id: "org:zju") { id ... on University { name disciplines(first: 10) { nodes { name } } } } }`,
		`query Way { paths(from: "org:lyu", to: "org:zju", k: 3) { paths { steps { node { name } } } } }`,
	}
}

// patience is how long a polite client waits for an answer.
const patience = 10 * time.Second

// sight is what a client saw.
type sight struct {
	mu    sync.Mutex
	times []time.Duration // of answers, right ones and others; sorted by quantile
	wrong map[string]int  // how often, by what it was
}

func (s *sight) add(took time.Duration, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.times = append(s.times, took)
	if err != nil {
		s.wrong[err.Error()]++
	}
}

func (s *sight) asked() int { return len(s.times) }

func (s *sight) errorShare() float64 {
	n := 0
	for _, times := range s.wrong {
		n += times
	}
	return float64(n) / float64(max(1, len(s.times)))
}

// quantile is the time within which this share of the requests was over.
func (s *sight) quantile(q float64) time.Duration {
	if len(s.times) == 0 {
		return 0
	}
	slices.Sort(s.times)
	return s.times[min(len(s.times)-1, int(q*float64(len(s.times))))]
}

func (s *sight) examples() (lines []string) {
	for text, n := range s.wrong {
		lines = append(lines, fmt.Sprintf("%d × %s", n, text))
	}
	slices.Sort(lines)
	return lines
}

// bePolite asks at a fixed rate, whether or not the answers come, so that a server
// that stands still is not asked less. Half of the requests use a new connection.
func bePolite(ctx context.Context, base string, rate int, duration time.Duration) *sight {
	seen := &sight{wrong: map[string]int{}}
	kept, fresh := politeTransport(), politeTransport()
	fresh.DisableKeepAlives = true
	defer kept.CloseIdleConnections()
	documents := politeDocuments()
	var asking sync.WaitGroup
	tick := time.NewTicker(time.Second / time.Duration(rate))
	defer tick.Stop()
	for i := range int(duration.Seconds() * float64(rate)) {
		select {
		case <-tick.C:
		case <-ctx.Done():
		}
		asking.Go(func() {
			client := &http.Client{Transport: kept, Timeout: patience}
			if i/len(documents)%2 == 1 {
				client.Transport = fresh
			}
			start := time.Now()
			err := ask(ctx, client, base, documents[i%len(documents)])
			seen.add(time.Since(start), err)
		})
	}
	asking.Wait()
	return seen
}

// ask fails unless the answer is whole and without errors.
func ask(ctx context.Context, client *http.Client, base, document string) error {
	body, err := json.Marshal(map[string]string{"query": document})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, base+"/graphql", strings.NewReader(string(body)))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := client.Do(req)
	if err != nil {
		return fmt.Errorf("no answer (%T)", err) // the text holds ports
	}
	defer func() { _ = resp.Body.Close() }()
	text, err := io.ReadAll(resp.Body)
	var answer struct{ Errors []struct{ Message string } }
	switch {
	case err != nil:
		return errors.New("half an answer")
	case json.Unmarshal(text, &answer) != nil:
		return fmt.Errorf("status %d, no JSON", resp.StatusCode)
	case len(answer.Errors) > 0:
		return fmt.Errorf("status %d, %s", resp.StatusCode, answer.Errors[0].Message)
	}
	return nil
}
