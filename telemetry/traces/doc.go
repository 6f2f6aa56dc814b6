// Package traces tells where the time of a request goes, as OpenTelemetry spans: the
// HTTP request, the GraphQL operation in it, the calls of the store that it makes,
// and the Cypher statements that these send. They are exported by OTLP over HTTP,
// and only if somebody says where to.
//
// Spans hold texts that are written in the program or are the shape of a question:
// names, the hash of a document, Cypher. What was asked for (variables, parameters,
// the document's own values) is never in them.
package traces
