// Package watch tells subscribers of new generations. One poller asks the store
// for all of them, and only while there are any.
package watch
