package text

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

const (
	maxSlug  = 80
	hashSize = 4 // bytes of the digest behind a slug that lost something
)

// Slug makes the readable part of an id from a name: pinyin syllables and words
// in a-z0-9, joined by "-", at most 80 bytes. A short hash of the name is added
// when something was cut or could not be written, so that C++ and C# differ;
// brackets, blanks and punctuation are no loss. Names that read alike without
// tones have the same slug; whoever makes ids of slugs must tell them apart.
func Slug(name string) string {
	normalized := Normalize(name)
	slug, whole := spell(normalized)
	if whole && len(slug) <= maxSlug {
		return slug
	}
	sum := sha256.Sum256([]byte(normalized))
	hash := hex.EncodeToString(sum[:hashSize])
	if room := maxSlug - len(hash) - 1; len(slug) > room {
		slug = slug[:room]
		if i := strings.LastIndexByte(slug, '-'); i > 0 {
			slug = slug[:i]
		}
	}
	return strings.Trim(slug+"-"+hash, "-")
}

// spell writes a normalized name in a-z0-9; whole is false when a letter or sign
// had no such spelling.
func spell(normalized string) (slug string, whole bool) {
	whole = !strings.ContainsFunc(normalized, func(r rune) bool { return !isWord(r) && !separates(r) })
	var parts []string
	for _, u := range split(normalized, true) {
		part := strings.Map(func(r rune) rune {
			if ('a' <= r && r <= 'z') || ('0' <= r && r <= '9') {
				return r
			}
			whole = false
			return -1
		}, u.reading)
		if part == "" {
			whole = false
			continue
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "-"), whole
}

// separates reports whether a sign of a normalized name only separates.
func separates(r rune) bool {
	return strings.ContainsRune(" ()-_\"'·,.:;!?/、。…~", r)
}
