package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/innograph/innograph/store/neo4j/bare"
)

// The servers, as they are named in tables.
const (
	oursEmbedded = "embedded"
	oursReplica  = "replica"
	oursNeo4j    = "neo4j"
	oursUnkept   = "neo4j-unkept" // each question as if it were asked for the first time
	peerName     = "@neo4j/graphql"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:], os.Stdout)
	stop()
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "benchpeer:", err)
		os.Exit(1)
	}
}

// options are what one may choose.
type options struct {
	setup
	plan
	stores    string
	only      string
	large     bool
	checkOnly bool
}

func parse(arguments []string) (options, error) {
	o := options{}
	f := flag.NewFlagSet("benchpeer", flag.ContinueOnError)
	f.StringVar(&o.program, "program", "bin/innograph", "the innograph `FILE`")
	f.StringVar(&o.tools, "peer", "tools/bench-peer", "`DIR` of the peer, its packages installed")
	f.StringVar(&o.data, "data", "", "`DIR` of the tables that Neo4j was filled with; empty: the shipped ones")
	f.StringVar(&o.uri, "neo4j-uri", "", "`ADDRESS` of a filled Neo4j server, bolt://…; the password comes from INNOGRAPH_NEO4J_PASSWORD")
	f.StringVar(&o.user, "neo4j-user", "neo4j", "`NAME` to log in with")
	f.StringVar(&o.stores, "stores", strings.Join([]string{oursEmbedded, oursReplica, oursNeo4j, oursUnkept}, ","), "comma-separated `STORES` of innograph that are measured")
	f.StringVar(&o.only, "only", "", "comma-separated `QUESTIONS`; empty: all")
	f.BoolVar(&o.large, "large", false, "the aims of a large graph hold")
	f.BoolVar(&o.checkOnly, "check", false, "only compare the answers")
	f.IntVar(&o.rounds, "rounds", 5, "`NUMBER` of rounds; figures are their medians")
	f.DurationVar(&o.round, "round", 500*time.Millisecond, "`TIME` of a round of one server")
	f.DurationVar(&o.warm, "warm", time.Second, "`TIME` that each is asked before")
	f.IntVar(&o.arguments, "arguments", 16, "`NUMBER` of different arguments of a question")
	f.DurationVar(&o.startTime, "start", 5*time.Minute, "`TIME` that a server may take to start")
	if err := f.Parse(arguments); err != nil {
		return o, err //nolint:wrapcheck // told by flag already
	}
	o.password = os.Getenv("INNOGRAPH_NEO4J_PASSWORD")
	switch {
	case f.NArg() > 0:
		return o, fmt.Errorf("takes no argument %q", f.Arg(0))
	case o.uri == "":
		return o, errors.New("--neo4j-uri is missing; scripts/bench-peer.sh starts a server and names it")
	case o.rounds < 1 || o.arguments < 1:
		return o, errors.New("--rounds and --arguments are at least 1")
	}
	return o, nil
}

func run(ctx context.Context, arguments []string, w io.Writer) error {
	o, err := parse(arguments)
	if err != nil {
		return err
	}
	targets, stop, err := o.start(ctx)
	defer stop()
	if err != nil {
		return err
	}
	driver, err := bare.Open(ctx, o.uri, o.user, o.password, 1)
	if err != nil {
		return err
	}
	defer func() { _ = driver.Close(context.WithoutCancel(ctx)) }()
	var results []result
	var failed error // of one question; the others are asked all the same
	for _, q := range questions() {
		if o.only != "" && !strings.Contains(","+o.only+",", ","+q.name+",") {
			continue
		}
		measured, err := o.ask(ctx, driver, targets, q)
		failed = errors.Join(failed, err)
		results = append(results, measured...)
	}
	if o.checkOnly {
		return failed
	}
	peer, bare := len(targets)-2, len(targets)-1
	return errors.Join(show(w, targets, peer, bare, results), judge(w, targets, peer, bare, results, o.large), failed)
}

// ask compares the answers to a question and, unless only that is asked for, measures.
func (o options) ask(ctx context.Context, driver *bare.Driver, targets []target, q question) ([]result, error) {
	drawn, err := draw(ctx, driver, q, o.arguments)
	if err != nil {
		return nil, err
	}
	rows, err := agree(ctx, q, targets, drawn)
	if err != nil || o.checkOnly {
		return nil, err
	}
	fmt.Fprintf(os.Stderr, "%s (%s): all servers give the same %d rows\n", q.name, q.title, rows/(len(targets)-1))
	var results []result
	for _, connections := range []int{1, 8} {
		r, err := contest(ctx, o.plan, q, targets, drawn, connections)
		if err != nil {
			return results, err
		}
		results = append(results, r)
	}
	return results, nil
}

// start starts all servers; the peer and bare Cypher come last. stop is to be called
// also after an error.
func (o options) start(ctx context.Context) (targets []target, stop func(), err error) {
	var started []*process
	stop = func() {
		for _, p := range started {
			p.stop()
		}
	}
	for _, store := range strings.Split(o.stores, ",") {
		p, err := o.startOurs(ctx, store)
		if err != nil {
			return nil, stop, err
		}
		started = append(started, p)
		targets = append(targets, endpoint{store, p.url, document("ours"), func(q question) []part { return q.ours }})
	}
	p, err := o.startPeer(ctx)
	if err != nil {
		return nil, stop, err
	}
	started = append(started, p)
	return append(targets,
		endpoint{peerName, p.url, document("peer"), func(q question) []part { return q.peer }},
		cypher{o.uri, o.user, o.password}), stop, nil
}
