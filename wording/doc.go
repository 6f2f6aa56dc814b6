// Package wording puts values into words, in Chinese and English, for sentences
// that an officer may show to a manager. It knows entities and relations and
// nothing else.
package wording
