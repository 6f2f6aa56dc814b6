package neo4j

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// The one text sorts, by bytes and by UTF-16 units alike, as key and id do.
func TestSortNameKeepsTheOrder(t *testing.T) {
	letters := []string{"a", "b", "zhe", " ", "\t", "~", "\x7f", "é", "一", "浙", "\ue000", "﨎", "￥", "𠮷", "😀"}
	random := rand.New(rand.NewPCG(1, 1))
	type row struct{ key, id, joined string }
	rows := make([]row, 500)
	for i := range rows {
		var key strings.Builder
		for range random.IntN(4) {
			key.WriteString(letters[random.IntN(len(letters))])
		}
		id := []string{"org:a", "org:b", "field:a"}[random.IntN(3)]
		rows[i] = row{key.String(), id, sortName(key.String(), id)}
		if key, id := splitSortName(rows[i].joined); key != rows[i].key || id != rows[i].id {
			t.Fatalf("%q comes back as %q, %q; was %q, %q", rows[i].joined, key, id, rows[i].key, rows[i].id)
		}
		if strings.ContainsFunc(rows[i].joined, func(r rune) bool { return r > 0x7f }) {
			t.Fatalf("%q is not ASCII", rows[i].joined)
		}
	}
	slices.SortFunc(rows, func(a, b row) int { return strings.Compare(a.joined, b.joined) })
	if !slices.IsSortedFunc(rows, func(a, b row) int {
		if c := strings.Compare(a.key, b.key); c != 0 {
			return c
		}
		return strings.Compare(a.id, b.id)
	}) {
		t.Error("rows sorted by the one text are not sorted by key and id")
	}
}
