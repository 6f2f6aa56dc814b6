// Command benchpeer asks the same six questions of several servers over the same
// Neo4j and data, checks that they answer alike, and prints how fast each is:
// innograph with each of its stores, @neo4j/graphql on graphql-yoga, and Cypher sent
// bare through the Go driver. scripts/bench-peer.sh (make bench-peer) starts Neo4j,
// fills it and runs this; docs/performance.md says how to read what it prints.
package main
