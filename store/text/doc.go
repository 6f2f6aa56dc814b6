// Package text holds what both stores must do alike with names: the tokens under
// which an entity is found, the reading of a query, the rank of a match, the
// sort key of a Chinese name, and the pinyin slug of an id.
package text
