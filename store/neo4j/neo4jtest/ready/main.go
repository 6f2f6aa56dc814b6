// Command ready waits until the Neo4j server of INNOGRAPH_TEST_NEO4J_URI takes a
// login and answers a query: scripts/neo4j.sh asks it before it says "started".
// A listening port is not enough, since the database may still be starting.
//
// It exits 0 when the server is ready, and 1 with the reason when it is not in
// time or when it refuses the login.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

func main() {
	timeout := flag.Duration("timeout", 90*time.Second, "how long to wait")
	flag.Parse()

	uri, user := os.Getenv("INNOGRAPH_TEST_NEO4J_URI"), os.Getenv("INNOGRAPH_TEST_NEO4J_USER")
	if user == "" {
		user = "neo4j"
	}
	ctx, cancel := context.WithTimeout(context.Background(), *timeout)
	defer cancel()
	if err := wait(ctx, uri, neo4j.BasicAuth(user, os.Getenv("INNOGRAPH_TEST_NEO4J_PASSWORD"), "")); err != nil {
		fmt.Fprintf(os.Stderr, "%s as %s: %v\n", uri, user, err)
		os.Exit(1)
	}
}

// wait tries again every 100 ms until the server answers or ctx is over.
func wait(ctx context.Context, uri string, login neo4j.AuthToken) error {
	for {
		err := try(ctx, uri, login)
		var refused *neo4j.Neo4jError
		var misused *neo4j.UsageError
		switch {
		case err == nil:
			return nil
		case errors.As(err, &refused) && refused.IsAuthenticationFailed():
			// Waiting does not help, and too many wrong logins lock the user out.
			return fmt.Errorf("login refused: %w", err)
		case errors.As(err, &misused):
			return err
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("no answer in time: %w", err)
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// try logs in on a new connection and runs a query in the default database.
func try(ctx context.Context, uri string, login neo4j.AuthToken) error {
	// A server that accepts the connection and then says nothing must not use up
	// the whole time, so each attempt has a bound of its own.
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	driver, err := neo4j.NewDriverWithContext(uri, login)
	if err != nil {
		return err
	}
	defer func() { _ = driver.Close(ctx) }()
	_, err = neo4j.ExecuteQuery(ctx, driver, "RETURN 1", nil, neo4j.EagerResultTransformer)
	return err
}
