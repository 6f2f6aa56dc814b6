// Package graphiql serves GraphiQL, the editor for GraphQL documents in the
// browser, without any file from elsewhere.
//
// The files in dist are built from bundle by "make graphiql" and committed, so that
// building the program needs no Node.js; "make lint" builds them again and compares.
package graphiql
