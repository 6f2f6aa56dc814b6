package memory

import (
	"math"
	"sort"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// texts is a list of texts in one piece of memory, so that ten million of them
// are not ten million objects for the garbage collector to visit.
type texts struct {
	all string
	at  []uint32 // text i is all[at[i]:at[i+1]]
}

// newTexts copies n texts.
func newTexts(n int, text func(i int) string) (texts, error) {
	size := 0
	for i := range n {
		size += len(text(i))
	}
	if size > math.MaxUint32 {
		return texts{}, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "the graph has more text than the embedded store holds; use Neo4j")
	}
	var b strings.Builder
	b.Grow(size)
	at := make([]uint32, n+1)
	for i := range n {
		b.WriteString(text(i))
		at[i+1] = uint32(b.Len())
	}
	return texts{b.String(), at}, nil
}

func (t texts) len() int { return max(0, len(t.at)-1) }

func (t texts) get(i int) string { return t.all[t.at[i]:t.at[i+1]] }

// search finds a text in a sorted list; when it is not there, i is where it
// would stand.
func (t texts) search(text string) (i int, found bool) {
	i = sort.Search(t.len(), func(i int) bool { return t.get(i) >= text })
	return i, i < t.len() && t.get(i) == text
}

// dictionary numbers texts while a graph is put together.
type dictionary struct {
	numbers map[string]uint32
	list    []string
}

func newDictionary() *dictionary { return &dictionary{numbers: map[string]uint32{}} }

func (d *dictionary) number(text string) uint32 {
	n, known := d.numbers[text]
	if !known {
		n = uint32(len(d.list))
		d.numbers[text] = n
		d.list = append(d.list, text)
	}
	return n
}

func (d *dictionary) texts() (texts, error) {
	return newTexts(len(d.list), func(i int) string { return d.list[i] })
}
