package neo4j

import (
	"fmt"
	"strconv"
	"strings"
)

// escape stands before the six hexadecimal digits of a character that is not
// ASCII.
const escape = '\x7f'

// sortName is one text that sorts like the name's key and then the id, so that
// one index gives the order and one comparison the place in it. It is all ASCII:
// Neo4j orders other characters by code point in some places and by UTF-16 unit
// in others, which differs beyond the Basic Multilingual Plane (𠮷, 﨎).
func sortName(key, id string) string {
	var b strings.Builder
	for _, r := range key {
		if r < escape {
			b.WriteByte(byte(r))
		} else {
			fmt.Fprintf(&b, "%c%06x", escape, r)
		}
	}
	return b.String() + "\x00" + id
}

// splitSortName is the way back.
func splitSortName(s string) (key, id string) {
	end := max(strings.LastIndexByte(s, 0), 0)
	var b strings.Builder
	for i := 0; i < end; {
		if s[i] == escape && i+7 <= end {
			if r, err := strconv.ParseUint(s[i+1:i+7], 16, 32); err == nil {
				b.WriteRune(rune(r))
				i += 7
				continue
			}
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String(), strings.TrimPrefix(s[end:], "\x00")
}
