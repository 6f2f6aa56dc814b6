package store

import "time"

// Pinner is a Reader that can hold on to a graph while loads go on.
type Pinner interface {
	// Pin returns a reader of the current graph. It answers from that graph for
	// as long as it is used, whatever is loaded meanwhile, and keeps its memory.
	Pin() Reader
}

// Pin returns a reader of the current graph as it is now, where r can hold on to
// it, and r itself where it cannot. Either way answers and Generation of the
// reader fit together while no load comes in between.
func Pin(r Reader) Reader {
	if p, ok := r.(Pinner); ok {
		return p.Pin()
	}
	return r
}

// Copy is a Reader that may answer from a copy of the graph of record.
type Copy interface {
	// Freshness tells how old the answers may be; copied is false when they come
	// from the graph of record itself.
	Freshness() (f Freshness, copied bool)
}

// Freshness tells how old a copy may be.
type Freshness struct {
	// Checked is the last moment at which the graph of record is known to have
	// been what the copy is. It is zero when there was none.
	Checked time.Time
	// Stale: that was so long ago that the copy may well be out of date.
	Stale bool
}

// FreshnessOf tells how old the answers of r may be; copied is false when they come
// from the graph of record itself.
func FreshnessOf(r Reader) (f Freshness, copied bool) {
	if c, ok := r.(Copy); ok {
		return c.Freshness()
	}
	return Freshness{}, false
}
