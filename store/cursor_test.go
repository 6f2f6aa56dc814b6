package store_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

type list struct{ Kind, Text string }

func scope(generation int64) store.Scope {
	return store.Scope{Generation: generation, List: list{"PLATFORM", "储能"}, Signer: store.NewSigner([]byte("a secret of the configuration"))}
}

// keys are rows as stores give them, and rows as no store gives them.
func keys() []store.Key {
	all := []store.Key{{"platform:lab"}, {"储能重点实验室", "platform:lab"}, {"", ""}, {"\x00\"<&>\n", "😀"}}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		key := make(store.Key, 1+random.IntN(3))
		for i := range key {
			var b strings.Builder
			for range random.IntN(20) {
				b.WriteRune(rune(0x20 + random.IntN(0x5000)))
			}
			key[i] = b.String()
		}
		all = append(all, key)
	}
	return all
}

func code(t *testing.T, s store.Scope, cursor string) ecosystem.Code {
	t.Helper()
	key, err := store.DecodeCursor(s, cursor)
	if err == nil {
		t.Errorf("cursor %q is taken for %q", cursor, key)
		return ""
	}
	return ecosystem.CodeOf(err)
}

func TestCursorsComeBack(t *testing.T) {
	for _, key := range keys() {
		got, err := store.DecodeCursor(scope(3), store.EncodeCursor(scope(3), key))
		if diff := cmp.Diff(key, got); diff != "" || err != nil {
			t.Errorf("%v (-given +read):\n%s", err, diff)
		}
	}
}

// TestTamperedCursors changes every byte of cursors in every way that a byte can
// be changed, cuts them and makes them longer.
func TestTamperedCursors(t *testing.T) {
	for _, key := range keys()[:6] {
		given := store.EncodeCursor(scope(3), key)
		var tampered []string
		for i := range given {
			for b := range 256 {
				if byte(b) != given[i] {
					tampered = append(tampered, given[:i]+string([]byte{byte(b)})+given[i+1:])
				}
			}
			tampered = append(tampered, given[:i], given[:i]+given[i+1:], given[:i]+"\n"+given[i:], given[:i]+"A"+given[i:])
		}
		tampered = append(tampered, given+"A", given+"=", given+"\r\n", given+given)
		for _, cursor := range tampered {
			if got := code(t, scope(3), cursor); got != ecosystem.CodeInvalidCursor {
				t.Fatalf("%q instead of %q: code %q", cursor, given, got)
			}
		}
	}
}

func TestForeignCursors(t *testing.T) {
	given := store.EncodeCursor(scope(3), store.Key{"platform:lab"})
	other := scope(3)
	other.List = list{"UNIVERSITY", "储能"}
	restarted := scope(3)
	restarted.Signer = store.RandomSigner()
	unsigned := scope(3)
	unsigned.Signer = store.Signer{}
	for name, test := range map[string]struct {
		scope store.Scope
		want  ecosystem.Code
	}{
		"another list":               {other, ecosystem.CodeInvalidCursor},
		"another process":            {restarted, ecosystem.CodeInvalidCursor},
		"no secret":                  {unsigned, ecosystem.CodeInvalidCursor},
		"the next generation":        {scope(4), ecosystem.CodeStaleCursor},
		"the generation before":      {scope(2), ecosystem.CodeStaleCursor},
		"another list, another time": {store.Scope{Generation: 4, List: other.List, Signer: other.Signer}, ecosystem.CodeInvalidCursor},
	} {
		if got := code(t, test.scope, given); got != test.want {
			t.Errorf("%s: code %s, want %s", name, got, test.want)
		}
	}
}

func TestSigners(t *testing.T) {
	one, another := store.RandomSigner(), store.RandomSigner()
	if one == another || one == (store.Signer{}) {
		t.Error("random signers are the same")
	}
	a, b := store.NewSigner([]byte("a")), store.NewSigner([]byte("b"))
	if a == b || a != store.NewSigner([]byte("a")) {
		t.Error("a signer is not that of its secret")
	}
	if a.Fingerprint() == b.Fingerprint() || a.Fingerprint() != store.NewSigner([]byte("a")).Fingerprint() {
		t.Errorf("fingerprints %s and %s", a.Fingerprint(), b.Fingerprint())
	}
}
