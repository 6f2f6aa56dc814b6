// Package transport carries GraphQL over HTTP as the GraphQL-over-HTTP draft has
// it: queries by GET, anything by POST with a JSON body, answers as
// application/graphql-response+json or application/json, whichever the client
// prefers. gqlgen's own transports for them are not used: their statuses are those of an
// older draft, a refused request gets "data": null, and some of their errors
// carry no code or repeat the request.
//
// Subscriptions go over WebSocket or as server-sent events, and nothing else does.
//
// A page of another site can make a browser send forms and plain text; neither is
// accepted, so that nothing is executed without the browser asking first.
package transport
