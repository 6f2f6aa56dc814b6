package list

import (
	"strings"
	"unicode/utf8"
)

// mateOf gives the sign that closes a bracket or quote; 0 for any other sign.
func mateOf(open rune) rune {
	const opens, closes = "（(【[［《“‘「〔", "）)】]］》”’」〕"
	at := strings.IndexRune(opens, open)
	if at < 0 {
		return 0
	}
	return []rune(closes)[utf8.RuneCountInString(opens[:at])]
}

// Depths gives for each rune how many closed pairs of brackets or quotes it
// stands in; the brackets themselves count as inside. A bracket that is never
// closed, or was never opened, is an ordinary sign: one missing bracket must not
// swallow the rest of a list.
func Depths(text []rune) []int {
	depths := make([]int, len(text)+1) // differences first, summed up below
	type opened struct {
		at    int
		close rune
	}
	var stack []opened
	for i, r := range text {
		if mate := mateOf(r); mate != 0 {
			stack = append(stack, opened{i, mate})
			continue
		}
		for j := len(stack) - 1; j >= 0 && j >= len(stack)-maxNesting; j-- {
			if !sameBracket(stack[j].close, r) {
				continue
			}
			depths[stack[j].at]++
			depths[i+1]--
			stack = stack[:j]
			break
		}
	}
	for i := 1; i < len(depths); i++ {
		depths[i] += depths[i-1]
	}
	return depths[:len(text)]
}

// maxNesting bounds the search for the mate of a bracket.
const maxNesting = 8

// sameBracket lets a full-width bracket be closed by a half-width one, as typed
// texts often have it.
func sameBracket(want, got rune) bool {
	return want == got || (want == '）' && got == ')') || (want == ')' && got == '）')
}

// Split cuts a text at the given separators outside brackets and quotes. The
// pieces are trimmed; empty ones are left out.
func Split(text string, separators string) []string {
	runes := []rune(text)
	depths := Depths(runes)
	var pieces []string
	start := 0
	for i := 0; i <= len(runes); i++ {
		if i < len(runes) && (depths[i] > 0 || !strings.ContainsRune(separators, runes[i])) {
			continue
		}
		if piece := strings.TrimSpace(string(runes[start:i])); piece != "" {
			pieces = append(pieces, piece)
		}
		start = i + 1
	}
	return pieces
}

// Cut splits a text at its first separator outside brackets and quotes.
func Cut(text string, separators string) (before, after string, found bool) {
	runes := []rune(text)
	depths := Depths(runes)
	for i, r := range runes {
		if depths[i] == 0 && strings.ContainsRune(separators, r) {
			return strings.TrimSpace(string(runes[:i])), strings.TrimSpace(string(runes[i+1:])), true
		}
	}
	return strings.TrimSpace(text), "", false
}
