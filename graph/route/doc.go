// Package route finds how two entities are connected and, when they are not,
// why: an id that nothing has, no route that is short enough, or a filter that
// bars the way. It only asks a store for paths; it knows no GraphQL.
package route
