package main

import (
	"context"
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

func TestGarbageIsBounded(t *testing.T) {
	for live, want := range map[uint64]int{0: 400, 30 << 20: 400, 64 << 20: 400, 128 << 20: 200, 256 << 20: 100, 4 << 30: 100} {
		if got := garbageFor(live); got != want {
			t.Errorf("%d bytes in use: %d %%, want %d %%", live, got, want)
		}
	}
	runtime.GC()
	if inUse() == 0 {
		t.Error("nothing is in use")
	}
}

// percent reads what can only be set.
func percent() int {
	now := debug.SetGCPercent(100)
	debug.SetGCPercent(now)
	return now
}

func TestGarbageIsPacedUntilTheEnd(t *testing.T) {
	t.Setenv("GOGC", "")
	before := percent()
	ctx, cancel := context.WithCancel(t.Context())
	paceGarbage(ctx)
	if got := percent(); got != garbagePercent {
		t.Errorf("while it serves: %d %%", got)
	}
	cancel()
	for end := time.Now().Add(10 * time.Second); percent() != before; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("after the end: %d %%, before %d %%", percent(), before)
		}
	}
}

func TestWhoSetsGOGCDecides(t *testing.T) {
	t.Setenv("GOGC", "50")
	before := percent()
	paceGarbage(t.Context())
	if got := percent(); got != before {
		t.Errorf("%d %%, before %d %%", got, before)
	}
}
