// Package answer is the Go side of what the query fields answer besides entities
// and their connections: paths, subgraphs, statistics, the state of the graph and
// the configuration of the service.
package answer
