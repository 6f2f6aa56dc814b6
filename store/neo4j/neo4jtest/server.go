package neo4jtest

import (
	"os"
	"strings"
	"testing"
)

// Server is how to reach the Neo4j that the tests own.
type Server struct {
	URI        string // without routing: bolt://host:port
	RoutingURI string // the same server with routing: neo4j://host:port
	User       string
	Password   string
}

// Open returns the server named by the environment. Without one the test fails,
// or is skipped where INNOGRAPH_TEST_NEO4J=off asks for that. It does not
// connect: the scripts have checked that a login works.
func Open(t testing.TB) Server {
	t.Helper()
	server, refusal := find(os.Getenv)
	switch {
	case refusal == nil:
		return server
	case refusal.skip:
		t.Skip(refusal.why)
	default:
		t.Fatal(refusal.why)
	}
	panic("unreachable: Skip and Fatal do not return")
}

// refusal is why a test cannot have a server, and whether it may be left out.
type refusal struct {
	why  string
	skip bool
}

// find is Open without the testing.TB, so that every case can be tested.
func find(getenv func(string) string) (Server, *refusal) {
	ci := getenv("CI") == "true"
	off := getenv("INNOGRAPH_TEST_NEO4J") == "off"
	if off && ci {
		return Server{}, &refusal{why: "INNOGRAPH_TEST_NEO4J=off is not allowed in CI: the tests against Neo4j must run there"}
	}
	if uri := getenv("INNOGRAPH_TEST_NEO4J_URI"); uri != "" {
		return serverAt(uri, getenv("INNOGRAPH_TEST_NEO4J_USER"), getenv("INNOGRAPH_TEST_NEO4J_PASSWORD"))
	}
	if off {
		return Server{}, &refusal{skip: true, why: "left out: needs a Neo4j server, and INNOGRAPH_TEST_NEO4J=off is set"}
	}
	return Server{}, &refusal{why: "needs a Neo4j server, and INNOGRAPH_TEST_NEO4J_URI is not set: " +
		"run `make test`, or `make neo4j-start` and set what it prints; " +
		"INNOGRAPH_TEST_NEO4J=off leaves these tests out"}
}

// serverAt derives both addresses from the one given, whichever of them it is.
// Encryption (+s, +ssc) stays as it was.
func serverAt(uri, user, password string) (Server, *refusal) {
	scheme, address, ok := strings.Cut(uri, "://")
	base, encryption, _ := strings.Cut(scheme, "+")
	if !ok || address == "" || (base != "bolt" && base != "neo4j") {
		return Server{}, &refusal{why: "INNOGRAPH_TEST_NEO4J_URI is not a bolt:// or neo4j:// address: " + uri}
	}
	if encryption != "" {
		encryption = "+" + encryption
	}
	if user == "" {
		user = "neo4j"
	}
	return Server{
		URI:        "bolt" + encryption + "://" + address,
		RoutingURI: "neo4j" + encryption + "://" + address,
		User:       user,
		Password:   password,
	}, nil
}
