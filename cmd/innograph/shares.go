package main

import (
	"context"
	"math"
	"runtime"
	"time"

	"github.com/innograph/innograph/fair"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/graph/transport"
	"github.com/innograph/innograph/server"
	"github.com/innograph/innograph/store/observed"
)

// shares is what the requests together may take of this machine. With the embedded
// store an operation is work for the processor, so that more of it at once than there
// are processors only makes all of it late; some operations of the dearest kind fit
// on any machine.
func shares(l limits.Limits) transport.Shares {
	processors := max(2, runtime.GOMAXPROCS(0))
	return transport.Shares{
		Client: server.Client, Again: server.Again, Reading: 2 * processors, Work: l.Complexity * processors,
		Bytes: 64 << 20, Patience: 2 * time.Second,
	}
}

// storeCalls is how many calls of a store run at once. Within this process they are
// work for its processors; a Neo4j server has its own, and the driver 100 connections.
func storeCalls(kind string) int {
	if kind == storeNeo4j {
		return 80
	}
	return 2 * max(2, runtime.GOMAXPROCS(0))
}

// takingTurns lets calls of a store wait for their turn: a single document may make a
// hundred at once, which then stand between another client and the processors.
func takingTurns(pool *fair.Pool) observed.Observer {
	return func(ctx context.Context, _ string) (context.Context, func(int, error)) {
		leave, ok := pool.Take(ctx, server.Client(ctx), 1, math.MaxInt64)
		if !ok { // the request is over, as the call will find at once
			return ctx, func(int, error) {}
		}
		return ctx, func(int, error) { leave() }
	}
}
