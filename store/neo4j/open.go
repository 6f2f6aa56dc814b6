package neo4j

import (
	"context"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	driverconfig "github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"

	"github.com/innograph/innograph/store"
)

const (
	// retryTime bounds how long the driver tries again what a moment may mend: a
	// lost connection, a new leader, a deadlock.
	retryTime = 5 * time.Second
	// connectTime bounds how long a server may take to accept a connection.
	connectTime = 5 * time.Second
)

// Store is the graph in a Neo4j server. It is safe for concurrent use.
type Store struct {
	config Config
	driver driver.DriverWithContext
	limits store.Limits
	// transactionRows is how many rows a load may change in one transaction.
	transactionRows int
}

var _ store.Store = (*Store)(nil)

// Open connects, checks the login, and creates the constraints and indexes that
// are missing. UNAVAILABLE: no server there; UNAUTHENTICATED: wrong password.
func Open(ctx context.Context, config Config) (*Store, error) {
	config = config.withDefaults()
	d, err := driver.NewDriverWithContext(config.URI, driver.BasicAuth(config.User, config.Password, ""), tune)
	if err != nil {
		return nil, badAddress(config.URI, err)
	}
	s := &Store{config: config, driver: d, limits: store.DefaultLimits(), transactionRows: transactionRows}
	if err := s.prepare(ctx); err != nil {
		_ = d.Close(ctx) // the reason why it is closed says more
		return nil, err
	}
	return s, nil
}

// prepare fails at once where a managed transaction would try again for a while.
func (s *Store) prepare(ctx context.Context) error {
	if err := s.driver.VerifyConnectivity(ctx); err != nil {
		return s.coded(ctx, err)
	}
	return s.ensureSchema(ctx)
}

func tune(c *driverconfig.Config) {
	c.MaxTransactionRetryTime = retryTime
	c.SocketConnectTimeout = connectTime
	c.UserAgent = "innograph"
	c.TelemetryDisabled = true
	// Nobody reads notifications (hints on how a statement is written).
	c.NotificationsMinSeverity = notifications.DisabledLevel
}

// Close releases the connections.
func (s *Store) Close(ctx context.Context) error {
	if err := s.driver.Close(ctx); err != nil {
		return s.coded(ctx, err)
	}
	return nil
}
