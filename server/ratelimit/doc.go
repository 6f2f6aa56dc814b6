// Package ratelimit keeps one client from taking what all need: each has a token
// bucket of requests and a share of those that are answered at once.
//
// It remembers a bounded number of clients, those that asked last. Who is forgotten
// starts with a full bucket, so that many addresses of one attacker cost the others
// nothing.
package ratelimit
