package neo4j

import (
	"cmp"
	"context"
	"time"
)

// Config says where the server is and how to use it.
type Config struct {
	URI      string // bolt://host:7687, or neo4j://host:7687 to route in a cluster; +s for TLS
	User     string // neo4j when empty
	Password string
	Database string // the user's home database when empty

	// ReadTimeout bounds each read on the server, unless the context ends earlier.
	ReadTimeout time.Duration // 15 s when zero
	// LoadTimeout bounds a whole load, and a Dump.
	LoadTimeout time.Duration // 2 h when zero

	// OnStatement is told the name of each statement before it is sent, Trace its
	// text and parameters, so that it can be explained or timed by hand. Both must
	// be safe for concurrent use.
	OnStatement func(name string)
	Trace       func(text string, params map[string]any)
	// OnWritten is told how many of the rows that a load changes are written, after
	// each batch, by one caller at a time.
	OnWritten func(done, total int)

	// Observe is told of each statement of the running store before it is sent: its
	// name and its text, never what is asked with it. The statement runs in the
	// context that it returns; done is called once, with the rows that came back. It
	// must be safe for concurrent use; nil: nobody looks.
	Observe func(ctx context.Context, name, text string) (within context.Context, done func(rows int, err error))
}

// withDefaults fills what was left empty.
func (c Config) withDefaults() Config {
	c.User = cmp.Or(c.User, "neo4j")
	c.ReadTimeout = cmp.Or(c.ReadTimeout, 15*time.Second)
	c.LoadTimeout = cmp.Or(c.LoadTimeout, 2*time.Hour)
	if c.OnStatement == nil {
		c.OnStatement = func(string) {}
	}
	if c.Trace == nil {
		c.Trace = func(string, map[string]any) {}
	}
	if c.OnWritten == nil {
		c.OnWritten = func(int, int) {}
	}
	return c
}
