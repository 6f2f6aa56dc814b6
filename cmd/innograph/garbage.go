package main

import (
	"context"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

const (
	// garbageBytes is how much may wait to be collected, as long as that is no more
	// than garbagePercent of what is in use. Go's default is 100 %, which for a small
	// graph means a collection after every few dozen answers.
	garbageBytes   = 256 << 20
	garbagePercent = 400
	// paceInterval is how soon the collector learns of a graph that has grown.
	paceInterval = 2 * time.Second
)

// paceGarbage lets a server with a small graph collect its garbage less often, until
// the context ends. Whoever sets GOGC decides for himself; GOMEMLIMIT holds as always.
func paceGarbage(ctx context.Context) {
	if os.Getenv("GOGC") != "" {
		return
	}
	before := debug.SetGCPercent(garbagePercent)
	go func() {
		defer debug.SetGCPercent(before)
		tick := time.NewTicker(paceInterval)
		defer tick.Stop()
		for set := garbagePercent; ; {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
			// Setting it stops the world for a moment, so not for small differences.
			if percent := garbageFor(inUse()); percent < set*9/10 || percent > set*11/10 {
				debug.SetGCPercent(percent)
				set = percent
			}
		}
	}()
}

// garbageFor is the percentage of live bytes that may wait to be collected.
func garbageFor(live uint64) int {
	return int(min(garbagePercent, max(100, 100*garbageBytes/max(live, 1))))
}

// inUse is what the last collection found in use, in bytes.
func inUse() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
