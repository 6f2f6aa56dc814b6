package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"net"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// attack is one way to harm a server: so many workers do the same again and again.
type attack struct {
	name    string
	workers int
	once    func(ctx context.Context, a *attacker)
}

// attacks lists them, the last one being all the others at once.
func attacks() []attack {
	return []attack{
		{"heavy", 200, func(ctx context.Context, a *attacker) { a.post(ctx, heavyDocument()) }},
		{"paths", 200, func(ctx context.Context, a *attacker) { a.post(ctx, pathsDocument()) }},
		{"facets", 200, func(ctx context.Context, a *attacker) { a.post(ctx, facetsDocument()) }},
		{"huge bodies", 200, func(ctx context.Context, a *attacker) { a.send(ctx, hugeBody(1<<20-100)) }},
		{"too huge", 50, func(ctx context.Context, a *attacker) { a.send(ctx, hugeBody(20<<20)) }},
		{"deep", 100, func(ctx context.Context, a *attacker) { a.post(ctx, deepDocument()) }},
		{"distinct", 100, func(ctx context.Context, a *attacker) { a.post(ctx, distinctDocument()) }},
		{"aborted", 200, aborted},
		{"slow headers", 1000, func(ctx context.Context, a *attacker) {
			drip(ctx, a, "POST /graphql HTTP/1.1\r\nHost: x\r\n", "X-A: b\r\n")
		}},
		{"slow bodies", 1000, func(ctx context.Context, a *attacker) { drip(ctx, a, slowHead(1<<20), " ") }},
		{"slow huge", 1000, func(ctx context.Context, a *attacker) {
			drip(ctx, a, slowHead(1<<20)+strings.Repeat(" ", 1<<20-100), " ")
		}},
		{"no reading", 300, unread},
		{"sockets", 200, sockets(true)},
		{"sockets unread", 200, sockets(false)},
	}
}

func attackNames() (names []string) {
	for _, a := range attacks() {
		names = append(names, a.name)
	}
	return append(names, "all")
}

// attacker is the hostile client.
type attacker struct {
	base, host string
	client     *http.Client
	answered   atomic.Int64 // by a 200
	refused    atomic.Int64 // by another status
	cut        atomic.Int64 // no answer
}

// beAttacker attacks for a while and prints what came of it.
func beAttacker(ctx context.Context, o options, out io.Writer) error {
	ctx, cancel := context.WithTimeout(ctx, o.duration)
	defer cancel()
	a := newAttacker(o.target)
	var working sync.WaitGroup
	for _, one := range attacks() {
		workers := one.workers
		if o.attack == "all" {
			workers = max(1, workers/4)
		} else if o.attack != one.name {
			continue
		}
		for range workers {
			working.Go(func() {
				for ctx.Err() == nil {
					one.once(ctx, a)
				}
			})
		}
	}
	working.Wait()
	_, err := fmt.Fprintf(out, "%d answered, %d refused, %d cut", a.answered.Load(), a.refused.Load(), a.cut.Load())
	return err
}

func newAttacker(base string) *attacker {
	return &attacker{base: base, host: strings.TrimPrefix(base, "http://"), client: &http.Client{
		Transport: &http.Transport{DialContext: from(hostileAddress).DialContext, MaxIdleConnsPerHost: 1000}, Timeout: time.Minute,
	}}
}

func (a *attacker) post(ctx context.Context, document string) {
	body, err := json.Marshal(map[string]string{"query": document})
	if err != nil {
		panic(err) // a string
	}
	a.send(ctx, string(body))
}

func (a *attacker) send(ctx context.Context, body string) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, a.base+"/graphql", strings.NewReader(body))
	if err != nil {
		panic(err) // the address was used before
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "application/graphql-response+json") // refusals have a status of their own
	resp, err := a.client.Do(req)
	if err != nil {
		a.cut.Add(1)
		pause(ctx, 10*time.Millisecond)
		return
	}
	_, _ = io.Copy(io.Discard, resp.Body)
	_ = resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		a.refused.Add(1)
		pause(ctx, time.Millisecond) // more would only keep the attacker itself busy
		return
	}
	a.answered.Add(1)
}

func pause(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

// anyOf makes documents differ.
func anyOf(n int) int { return rand.IntN(n) } //nolint:gosec // nothing hangs on it being guessed

// heavyDocument costs nearly all that one may cost, and is another one each time.
func heavyDocument() string {
	return fmt.Sprintf(`query H%d { entities(first: 100) { nodes { id relations(first: 90) { edges { weight node { id name } } } } } }`, anyOf(1000))
}

// facetsDocument counts everything by everything, as often as one may.
func facetsDocument() string {
	const one = `entities(filter: {not: {text: "x%d"}}) { facets(dimensions: [KIND, STATUS, REGION, PROVINCE, CITY, FIELD, TOP_FIELD, SUB_FIELD, RELATION, STRENGTH, DOCUMENT]) { buckets { value count } } } `
	var b strings.Builder
	for i := range 4 {
		fmt.Fprintf(&b, "f%d: "+one, i, anyOf(math.MaxInt))
	}
	return "{ " + b.String() + "}"
}

// pathsDocument asks for the longest and most paths between far ends, many times.
func pathsDocument() string {
	ends := []string{"org:lyu", "org:zju", "org:njfu", "field:it-5g", "cluster:k-ly-5g", "discipline:0710", "region:371300"}
	var b strings.Builder
	for i := range 75 {
		fmt.Fprintf(&b, "p%d: paths(from: %q, to: %q, maxHops: 6, k: 20, throughHierarchy: %t) { paths { weight } } ", i, ends[anyOf(len(ends))], ends[anyOf(len(ends))], i%2 == 0)
	}
	return "{ " + b.String() + "}"
}

// hugeBody is JSON whose document is one long comment.
func hugeBody(size int) string {
	return `{"query": "{ __typename } #` + strings.Repeat("x", size) + `"}`
}

func deepDocument() string {
	const levels = 400
	return "{ entities(first: 1) { nodes { " + strings.Repeat("relations(first: 1) { nodes { ", levels) + fmt.Sprintf("a%d: id", anyOf(math.MaxInt)) + strings.Repeat(" } }", levels) + " } } }"
}

// distinctDocument is of the size that is kept parsed, and no two are alike.
func distinctDocument() string {
	var b strings.Builder
	fmt.Fprintf(&b, "query D%d { ", anyOf(math.MaxInt))
	for i := range 90 {
		fmt.Fprintf(&b, "a%d: node(id: \"x%d\") { id ... on University { name nameEn } } ", i, anyOf(1e9))
	}
	return b.String() + "}"
}

// aborted asks for much and leaves.
func aborted(ctx context.Context, a *attacker) {
	ctx, cancel := context.WithTimeout(ctx, time.Duration(1+anyOf(30))*time.Millisecond)
	defer cancel()
	a.post(ctx, heavyDocument())
}

func slowHead(length int) string {
	return fmt.Sprintf("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n", length)
}

// drip opens a connection, sends a beginning, and then a little each half second,
// until the server has had enough.
func drip(ctx context.Context, a *attacker, beginning, drop string) {
	conn, ok := a.dial(ctx)
	if !ok {
		return
	}
	defer func() { _ = conn.Close() }()
	_ = conn.SetDeadline(time.Now().Add(time.Minute))
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		a.note(conn)
	}()
	_, err := io.WriteString(conn, beginning)
	for err == nil {
		select {
		case <-ctx.Done():
			return
		case <-ended:
			return
		case <-time.After(500 * time.Millisecond):
			_, err = io.WriteString(conn, drop)
		}
	}
}

// note reads the answer to what was sent by hand.
func (a *attacker) note(conn net.Conn) {
	resp, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		a.cut.Add(1)
		return
	}
	_ = resp.Body.Close()
	a.refused.Add(1)
}

// dial opens a connection; where there is none it waits a little.
func (a *attacker) dial(ctx context.Context) (conn net.Conn, ok bool) {
	conn, err := from(hostileAddress).DialContext(ctx, "tcp", a.host)
	if err != nil {
		a.cut.Add(1)
		pause(ctx, 100*time.Millisecond)
		return nil, false
	}
	return conn, true
}

// unread asks for long answers over one connection and reads none.
func unread(ctx context.Context, a *attacker) {
	conn, ok := a.dial(ctx)
	if !ok {
		return
	}
	defer func() { _ = conn.Close() }()
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetReadBuffer(4096)
	}
	_ = conn.SetDeadline(time.Now().Add(30 * time.Second))
	body := `{"query": "` + strings.ReplaceAll(heavyDocument(), `"`, `\"`) + `"}`
	for range 50 {
		if _, err := io.WriteString(conn, slowHead(len(body))+body); err != nil {
			break
		}
		a.cut.Add(1)
	}
	pause(ctx, 30*time.Second)
}
