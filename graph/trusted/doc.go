// Package trusted finds the document that a request means when it does not bring
// the text along: trusted documents, which a build wrote into a manifest, by the
// documentId of the persisted-documents appendix of GraphQL over HTTP; and
// automatic persisted queries, which clients register by hash, as Apollo has them.
//
// A manifest is read and checked against the schema and the limits when the server
// starts, so that a document that could never run is found before clients do.
// Where only trusted documents may run, nothing can be registered.
package trusted
