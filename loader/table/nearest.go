package table

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Nearest returns the candidate that was probably meant by text, whatever the
// case: the one that differs in the fewest characters (at most a third of them,
// and at least one may differ), else the only one that contains the text; "" when
// there is none.
func Nearest(text string, candidates []string) string {
	text = strings.ToLower(text)
	length := utf8.RuneCountInString(text)
	best, bestDistance := "", max(1, length/3)+1
	for _, c := range candidates {
		n := utf8.RuneCountInString(c)
		if n-length >= bestDistance || length-n >= bestDistance {
			continue
		}
		if d := distance(text, strings.ToLower(c)); d < bestDistance && d < n {
			best, bestDistance = c, d
		}
	}
	if best == "" && length > 1 {
		return onlyOneWith(text, candidates)
	}
	return best
}

// distance counts the characters in which two texts differ; two neighbours that
// changed places (hots for host) are one slip.
func distance(a, b string) int {
	d := levenshtein.ComputeDistance(a, b)
	x, y := []rune(a), []rune(b)
	if d != 2 || len(x) != len(y) {
		return d
	}
	for i := range len(x) - 1 {
		if x[i] != y[i] {
			x[i], x[i+1] = x[i+1], x[i]
			break
		}
	}
	if slices.Equal(x, y) {
		return 1
	}
	return d
}

func onlyOneWith(part string, candidates []string) string {
	found := ""
	for _, c := range candidates {
		if !strings.Contains(strings.ToLower(c), part) {
			continue
		}
		if found != "" {
			return ""
		}
		found = c
	}
	return found
}

// word is a term of a closed vocabulary with other ways of writing it.
type word struct {
	name, chinese, label string
}

func (w word) String() string {
	if w.chinese == "" {
		return w.name
	}
	return w.name + " " + w.chinese
}

// expected ends a message about a word outside the vocabulary: with the word
// that was probably meant, else with all of them.
func expected(text string, words []word) string {
	spellings := map[string]word{}
	var candidates, all []string
	for _, w := range words {
		all = append(all, w.String())
		for _, s := range []string{w.name, w.label, w.chinese} {
			if s != "" {
				spellings[s] = w
				candidates = append(candidates, s)
			}
		}
	}
	if near := Nearest(text, candidates); near != "" {
		return fmt.Sprintf("did you mean %s?", spellings[near])
	}
	return "write one of " + strings.Join(all, ", ")
}
