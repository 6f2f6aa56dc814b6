package list

import "strings"

// stutter is a passage that is printed twice on end, without a separator between
// the two: A、BA、BC. It comes from pasting; the passage is meant once, and the
// separators inside it belong to one item, since it was pasted as one.
type stutter struct{ at, length int }

const (
	minStutter = 8   // shorter repetitions are ordinary language
	maxStutter = 120 // bounds the search
)

// findStutter finds the first and longest such passage that begins an item;
// length 0 when there is none.
func findStutter(text []rune) stutter {
	for at := range text {
		if at > 0 && !separator(text[at-1]) {
			continue
		}
		for length := min(maxStutter, (len(text)-at)/2); length >= minStutter; length-- {
			second := at + length
			if separator(text[at]) || separator(text[second-1]) || !equal(text[at:second], text[second:second+length]) {
				continue
			}
			return stutter{at, length}
		}
	}
	return stutter{}
}

func separator(r rune) bool { return strings.ContainsRune("、，；。,; \t", r) }

func equal(a, b []rune) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
