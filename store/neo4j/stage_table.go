package neo4j

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
)

// rowKey stands for an id: two ids with one key are out of the question.
type rowKey [16]byte

func keyOf(id string) rowKey {
	sum := sha256.Sum256([]byte(id))
	return rowKey(sum[:16])
}

// fingerprint is that of a row (ecosystem.Entity.Fingerprint) in half the room.
type fingerprint [12]byte

func fingerprintOf(text string) fingerprint {
	var f fingerprint
	_, _ = hex.Decode(f[:], []byte(text[:min(len(text), 2*len(f))])) // what is no fingerprint equals none
	return f
}

func (f fingerprint) String() string { return hex.EncodeToString(f[:]) }

// fate is what a load does with a row.
type fate uint8

const (
	created   fate = iota // is not there yet
	updated               // says something else
	moved                 // a relation that had another type
	refreshed             // says the same, but what is derived from it is another
	unchanged
	fates // how many there are
)

// stagedRow is what a load keeps in memory of a row; the rest is in the spool.
type stagedRow struct {
	place    int64       // in the spool; missing for an id that only relations name
	print    fingerprint // of what the row says
	from, to uint32
	word     uint8 // of its kind or relation type in the vocabulary
	fate     fate
}

const missing = -1

// table numbers the rows of one sort as they come.
type table struct {
	numbers map[rowKey]uint32
	rows    []stagedRow
}

// newTable makes room for about so many rows.
func newTable(rows int) *table {
	rows = min(max(rows, 0), 1<<20)
	return &table{numbers: make(map[rowKey]uint32, rows), rows: make([]stagedRow, 0, rows)}
}

// number gives an id its number, a new one if it has none yet.
func (t *table) number(id string) (n uint32, isNew bool) {
	key := keyOf(id)
	n, there := t.numbers[key]
	if !there {
		n = uint32(len(t.rows)) // 2^32 rows are more than any memory holds
		t.numbers[key] = n
		t.rows = append(t.rows, stagedRow{place: missing})
	}
	return n, !there
}

// find gives the row with an id that the load holds.
func (t *table) find(id string) (n uint32, there bool) {
	n, there = t.numbers[keyOf(id)]
	return n, there && t.rows[n].place != missing
}

// forget makes all rows new.
func (t *table) forget() {
	for n := range t.rows {
		t.rows[n].fate = created
	}
}

// group is the numbers of rows that have one fate and one word.
type group struct {
	word uint8
	rows []uint32 // by their places in the spool
}

// groups lists the rows with some fates, by word in the order of the vocabulary.
func (t *table) groups(of ...fate) []group {
	byWord := make([][]uint32, 256)
	for n, row := range t.rows {
		if row.place != missing && slices.Contains(of, row.fate) {
			byWord[row.word] = append(byWord[row.word], uint32(n))
		}
	}
	var out []group
	for word, rows := range byWord {
		if len(rows) == 0 {
			continue
		}
		slices.SortFunc(rows, func(a, b uint32) int { return int(t.rows[a].place - t.rows[b].place) })
		out = append(out, group{uint8(word), rows})
	}
	return out
}

// counts tells how many rows have each fate.
func (t *table) counts() (n [fates]int) {
	for _, row := range t.rows {
		if row.place != missing {
			n[row.fate]++
		}
	}
	return n
}
