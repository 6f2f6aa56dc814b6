package text

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

const (
	// maxToken bounds readings in the index, in bytes; queries are cut alike.
	maxToken = 24
	// maxExact bounds tokens of whole names: Lucene's whitespace tokenizer
	// breaks what is longer than 255 characters.
	maxExact = 200
)

// Tokens lists what an entity is found by, sorted, each once, without blanks:
//
//   - each Chinese character of its names;
//   - from each character or word on, the reading of the rest of the name in
//     full (浙江大学: zhejiangdaxue, jiangdaxue, daxue, xue) and by initials
//     (zjdx, jdx, dx), up to 24 bytes; Latin words and numbers read as they are;
//   - "=" and the whole name, for exact names.
//
// Names are the canonical one, the English one, aliases, former names, and what
// sources print. There are no tokens of character pairs: a query of characters
// asks for each of them alone, so that 浙大 finds 浙江大学; pairs count in Rank.
func Tokens(e *ecosystem.Entity) []string {
	var tokens []string
	for _, n := range namesOf(e) {
		tokens = append(tokens, exactToken(n.normalized))
		units := split(n.normalized, true)
		for i, u := range units {
			if u.han {
				tokens = append(tokens, u.text)
			}
			full := readFrom(units[i:], fullReading)
			if full != "" {
				tokens = append(tokens, full)
			}
			// A token that begins another one of the same name adds nothing: all
			// readings are looked up by their beginning.
			if initials := readFrom(units[i:], unit.initial); !strings.HasPrefix(full, initials) {
				tokens = append(tokens, initials)
			}
		}
	}
	slices.Sort(tokens)
	return slices.Compact(tokens)
}

// exactToken stands for a whole name; blanks do not count.
func exactToken(normalized string) string {
	name := strings.ReplaceAll(normalized, " ", "")
	if len(name) > maxExact {
		sum := sha256.Sum256([]byte(name))
		name = cut(name, maxExact) + hex.EncodeToString(sum[:8])
	}
	return "=" + name
}

// name is one name of an entity.
type name struct {
	text, normalized string
	class            nameClass
}

// namesOf lists the names of an entity by class, each spelling once.
func namesOf(e *ecosystem.Entity) []name {
	names := make([]name, 0, 2+len(e.Aliases)+len(e.FormerNames))
	add := func(text string, class nameClass) {
		normalized := Normalize(text)
		same := func(n name) bool { return n.normalized == normalized }
		if normalized != "" && !slices.ContainsFunc(names, same) {
			names = append(names, name{text, normalized, class})
		}
	}
	add(e.Name, canonical)
	add(e.NameEn, english)
	for _, n := range e.Aliases {
		add(n, alias)
	}
	for _, s := range e.Sources {
		add(s.PrintedName, printed)
	}
	for _, n := range e.FormerNames {
		add(n, former)
	}
	return names
}
