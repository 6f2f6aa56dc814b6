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

// The whole contract, over a plain connection and as a cluster is spoken to.
func TestContract(t *testing.T) {
	server := neo4jtest.Open(t)
	for name, uri := range map[string]string{"bolt": server.URI, "neo4j": server.RoutingURI} {
		t.Run(name, func(t *testing.T) {
			storetest.Run(t, func(t *testing.T) store.Store {
				return openEmpty(t, server, neo4j.Config{URI: uri, ReadTimeout: planning})
			})
		})
	}
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
