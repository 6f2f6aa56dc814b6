package text

import "strings"

// maxSortKey bounds a sort key in bytes: it is stored with each entity and
// travels in cursors. Names that are alike for longer are ordered by id.
const maxSortKey = 240

// SortKey is what names are ordered by, byte by byte: the toneless pinyin of
// each character and the words in lower case, separated by blanks, and behind a
// tab the name itself to order names that read alike.
func SortKey(name string) string {
	normalized := Normalize(name)
	var b strings.Builder
	for i, u := range split(normalized, true) {
		if i > 0 {
			b.WriteByte(' ')
		}
		if u.reading == "" {
			b.WriteString(u.text)
		}
		b.WriteString(u.reading)
	}
	b.WriteByte('\t')
	b.WriteString(normalized)
	return cut(b.String(), maxSortKey)
}
