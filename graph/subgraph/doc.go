// Package subgraph cuts the surroundings of some entities out of the graph,
// breadth first and ready to draw: no edge without both its ends, and no hub that
// takes the place of all other nodes. It only asks a store for neighbours; it
// knows no GraphQL.
package subgraph
