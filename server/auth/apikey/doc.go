// Package apikey keeps the API keys of a server in a file of comma-separated values
// that holds their hashes only. A key is revoked by removing its line; the file is
// read again when it changes.
//
// The hash is one SHA-256. Slow hashes such as bcrypt make guessing of what people
// think of expensive; a key is 130 random bits, which nobody guesses, while a slow
// hash would make each request expensive for the server, a hostile one too.
package apikey
