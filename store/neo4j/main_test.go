package neo4j_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/neo4j"
)

// loaderVariable makes the test binary a loader, so that a test can kill it.
const loaderVariable = "INNOGRAPH_TEST_LOADER"

func TestMain(m *testing.M) {
	order := os.Getenv(loaderVariable)
	if order == "" {
		os.Exit(m.Run())
	}
	if err := runLoader(order); err != nil {
		fmt.Fprintln(os.Stderr, "loader:", err)
		os.Exit(1)
	}
}

// loaderOrder is what a loader process has to do.
type loaderOrder struct {
	URI, User, Password string
	Graph               bulk
}

// runLoader loads a graph and prints the name of each statement before it is
// sent, then the peak of its memory.
func runLoader(text string) error {
	var order loaderOrder
	if err := json.Unmarshal([]byte(text), &order); err != nil {
		return err
	}
	ctx := context.Background()
	s, err := neo4j.Open(ctx, neo4j.Config{
		URI: order.URI, User: order.User, Password: order.Password,
		OnStatement: func(name string) { fmt.Println(name) },
	})
	if err != nil {
		return err
	}
	defer func() { _ = s.Close(ctx) }()
	size := store.Size{Entities: order.Graph.Entities, Relations: order.Graph.Entities * order.Graph.PerEntity}
	_, changes, err := loadParts(ctx, s, size, order.Graph.parts(5000))
	if err != nil {
		return err
	}
	result, err := json.Marshal(loaderResult{changes, peakMemory()})
	if err != nil {
		return err
	}
	fmt.Println(loaderDone + string(result))
	return nil
}

// loaderDone begins the last line of a loader, before its result.
const loaderDone = "done "

type loaderResult struct {
	Changes store.Changes
	Peak    int // bytes of memory; 0 where the system does not tell
}
