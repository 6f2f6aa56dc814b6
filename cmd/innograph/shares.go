package main

import (
	"runtime"
	"time"

	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/graph/transport"
	"github.com/innograph/innograph/server"
)

// shares is what the requests together may take of this machine. With the embedded
// store an operation is work for the processor, so that more of it at once than there
// are processors only makes all of it late; some operations of the dearest kind fit
// on any machine.
func shares(l limits.Limits) transport.Shares {
	processors := max(2, runtime.GOMAXPROCS(0))
	return transport.Shares{
		Client: server.Client, Reading: 2 * processors, Work: l.Complexity * processors,
		Bytes: 64 << 20, Patience: 2 * time.Second,
	}
}
