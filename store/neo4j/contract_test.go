package neo4j_test

import (
	"context"
	"testing"
	"time"

	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/neo4j"
	"github.com/innograph/innograph/store/neo4j/neo4jtest"
	"github.com/innograph/innograph/store/storetest"
)

// planning is longer than a server takes to plan any question of the suite, all
// of which are new to it, on a machine that does other things too.
const planning = 2 * time.Minute

// The whole contract over a plain connection, and what is known beforehand as a cluster
// is spoken to: the statements are the same, who runs them is found out for each.
func TestContract(t *testing.T) {
	server := neo4jtest.Open(t)
	at := func(uri string) func(*testing.T) store.Store {
		return func(t *testing.T) store.Store {
			return openEmpty(t, server, neo4j.Config{URI: uri, ReadTimeout: planning})
		}
	}
	t.Run("bolt", func(t *testing.T) { storetest.Run(t, at(server.URI)) })
	t.Run("neo4j", func(t *testing.T) { storetest.RunKnown(t, at(server.RoutingURI)) })
}

// openEmpty opens a store on an emptied server; config may leave the login out.
func openEmpty(t testing.TB, server neo4jtest.Server, config neo4j.Config) *neo4j.Store {
	t.Helper()
	server.Wipe(t)
	return open(t, server, config)
}

func open(t testing.TB, server neo4jtest.Server, config neo4j.Config) *neo4j.Store {
	t.Helper()
	if config.URI == "" {
		config.URI = server.URI
	}
	config.User, config.Password = server.User, server.Password
	s, err := neo4j.Open(t.Context(), config)
	if err != nil {
		t.Fatalf("open %s: %v", config.URI, err)
	}
	t.Cleanup(func() {
		if err := s.Close(context.Background()); err != nil {
			t.Errorf("close %s: %v", config.URI, err)
		}
	})
	return s
}
