package list

import (
	"strings"
	"unicode"
)

// terminal are signs that end an item without belonging to its name.
const terminal = "。.；;，,、：: \t\u3000"

// Clean gives the name that a printed item means: without the signs around it,
// without blanks between Chinese characters, and without quotes when they
// enclose the whole.
func Clean(printed string) string {
	name := strings.TrimLeft(strings.Trim(printed, terminal), "—-·•")
	name = strings.TrimSpace(foldBlanks(name))
	if inner, ok := strings.CutPrefix(name, "“"); ok && strings.Count(name, "“") == 1 {
		if inner, ok = strings.CutSuffix(inner, "”"); ok {
			name = inner
		}
	}
	return name
}

// foldBlanks drops blanks, except one between two Latin words or numbers.
func foldBlanks(s string) string {
	runes := []rune(s)
	var b strings.Builder
	for i := 0; i < len(runes); i++ {
		if !unicode.IsSpace(runes[i]) {
			b.WriteRune(runes[i])
			continue
		}
		end := i
		for end < len(runes) && unicode.IsSpace(runes[end]) {
			end++
		}
		if i > 0 && end < len(runes) && latin(runes[i-1]) && latin(runes[end]) {
			b.WriteByte(' ')
		}
		i = end - 1
	}
	return b.String()
}

func latin(r rune) bool {
	return r < unicode.MaxLatin1 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
