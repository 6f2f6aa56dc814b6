// Package hint says in a few Chinese words what tells an entity from others of the
// same name: where it lies, what it belongs to, what it is.
package hint
