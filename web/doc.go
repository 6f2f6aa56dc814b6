// Package web holds the explorer, the web application that is served at /: its source
// (TypeScript, see README.md here), what Vite built of it in dist/, and the GraphQL
// documents that it sends, by their ids. The explorer knows the public API only.
//
// Without Node.js nothing is built; the program then compiles all the same and says at /
// how to get the explorer.
package web
