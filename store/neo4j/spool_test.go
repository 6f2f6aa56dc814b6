package neo4j

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Rows come back as they were added, in any order, also those longer than what
// is read at once.
func TestSpool(t *testing.T) {
	s, err := newSpool()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.close() }()
	random := rand.New(rand.NewPCG(1, 2))
	var rows [][]string
	var places []int64
	for i := range 400 {
		row := make([]string, 1+random.IntN(3))
		for j := range row {
			length := random.IntN(300)
			if i%100 == 7 {
				length = spoolWindow + random.IntN(1000)
			}
			row[j] = strings.Repeat(string(rune('a'+random.IntN(26))), length)
		}
		place, err := s.add(row...)
		if err != nil {
			t.Fatal(err)
		}
		rows, places = append(rows, row), append(places, place)
	}
	for name, order := range map[string]func(i int) int{
		"in order":  func(i int) int { return i },
		"backwards": func(i int) int { return len(rows) - 1 - i },
		"every 3rd": func(i int) int { return i * 3 % len(rows) },
		"at random": func(int) int { return random.IntN(len(rows)) },
	} {
		r, err := s.reader()
		if err != nil {
			t.Fatal(err)
		}
		for i := range rows {
			n := order(i)
			if got, err := r.row(places[n]); err != nil || !cmp.Equal(got, rows[n]) {
				t.Fatalf("%s: row %d comes back as %.80q, %v", name, n, got, err)
			}
		}
	}
}

func TestInTheWay(t *testing.T) {
	dead := &driver.Neo4jError{Code: "Neo.TransientError.Transaction.DeadlockDetected"}
	for _, c := range []struct {
		err  error
		want bool
	}{
		{nil, false},
		{errors.New("else"), false},
		{&driver.Neo4jError{Code: "Neo.TransientError.General.OutOfMemoryError"}, false},
		{dead, true},
		{&driver.TransactionExecutionLimit{Errors: []error{errors.New("else"), dead}}, true},
		{&driver.Neo4jError{Code: "Neo.TransientError.Transaction.BookmarkTimeout"}, true},
	} {
		if got := inTheWay(c.err); got != c.want {
			t.Errorf("%v: %t, want %t", c.err, got, c.want)
		}
	}
}
