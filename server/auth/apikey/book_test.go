package apikey

import (
	"bytes"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/innograph/innograph/server/auth"
)

// made is a key with the credential that opens it.
type made struct {
	Key
	credential string
}

func makeKey(t *testing.T, name string, role auth.Role, rate float64, expires time.Time) made {
	t.Helper()
	k, credential, err := New(name, role, rate, expires)
	if err != nil {
		t.Fatal(err)
	}
	return made{k, credential}
}

func write(t *testing.T, path string, keys ...made) {
	t.Helper()
	var text strings.Builder
	text.WriteString(Header)
	for _, k := range keys {
		text.WriteString(k.Line())
	}
	writeText(t, path, text.String())
}

func TestVerify(t *testing.T) {
	now := time.Date(2027, 6, 30, 12, 0, 0, 0, time.UTC)
	reader := makeKey(t, "explorer", auth.Reader, 2.5, time.Time{})
	operator := makeKey(t, "ops", auth.Operator, 0, now.Add(time.Second))
	old := makeKey(t, "old", auth.Reader, 0, now)
	path := filepath.Join(t.TempDir(), "keys.csv")
	write(t, path, reader, operator, old)
	book, err := Open(path, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	book.now = func() time.Time { return now }
	for name, c := range map[string]struct {
		credential string
		want       auth.Principal
		denied     string
	}{
		"a reader":            {reader.credential, auth.Principal{Name: "key:explorer", Role: auth.Reader, Rate: 2.5}, ""},
		"an operator":         {operator.credential, auth.Principal{Name: "key:ops", Role: auth.Operator}, ""},
		"at its end":          {old.credential, auth.Principal{}, "the API key has expired"},
		"nothing":             {"", auth.Principal{}, "unknown"},
		"cut short":           {reader.credential[:len(reader.credential)-1], auth.Principal{}, "unknown"},
		"longer":              {reader.credential + "A", auth.Principal{}, "unknown"},
		"in another case":     {strings.ToLower(reader.credential), auth.Principal{}, "unknown"},
		"the hash of the key": {strings.Split(reader.Line(), ",")[1], auth.Principal{}, "unknown"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := book.Verify(t.Context(), c.credential)
			if got != c.want || (err == nil) != (c.denied == "") || err != nil && !strings.Contains(err.Error(), c.denied) {
				t.Errorf("got %+v, %v", got, err)
			}
		})
	}
}

func TestKeysAreRandomAndNowhereInTheFile(t *testing.T) {
	a, b := makeKey(t, "a", auth.Reader, 0, time.Time{}), makeKey(t, "a", auth.Reader, 0, time.Time{})
	if a.credential == b.credential || a.Hash == b.Hash || len(a.credential) < len(auth.KeyPrefix)+26 || !strings.HasPrefix(a.credential, auth.KeyPrefix) {
		t.Errorf("the keys %s and %s", a.credential, b.credential)
	}
	if strings.Contains(a.Line(), strings.TrimPrefix(a.credential, auth.KeyPrefix)) {
		t.Error("the line has the key")
	}
	for _, name := range []string{"", "a b", "-a", "a\n", strings.Repeat("a", 65), "a,b", "a\xff"} {
		if _, _, err := New(name, auth.Reader, 0, time.Time{}); err == nil {
			t.Errorf("%q is a name", name)
		}
	}
	if _, _, err := New("a", auth.Reader, -1, time.Time{}); err == nil {
		t.Error("a negative rate is one")
	}
}

// TestAChangedFileIsTakenOver goes through what happens to a file while a server runs.
func TestAChangedFileIsTakenOver(t *testing.T) {
	a, b := makeKey(t, "a", auth.Reader, 0, time.Time{}), makeKey(t, "b", auth.Reader, 0, time.Time{})
	path := filepath.Join(t.TempDir(), "keys.csv")
	write(t, path, a)
	var log bytes.Buffer
	book, err := Open(path, slog.New(slog.NewTextHandler(&log, nil)))
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		does    string
		change  func()
		a, b    bool
		logs    string
		logsNew int
	}{
		{"nothing", func() {}, true, false, "", 0},
		{"adds b", func() { write(t, path, a, b) }, true, true, "read again", 1},
		{"revokes a", func() { write(t, path, b) }, false, true, "keys=1", 1},
		{"makes a mistake", func() { writeText(t, path, Header+"a,ink_SECRET,reader,,\n") }, false, true, "line 2, field hash", 1},
		{"leaves it", func() {}, false, true, "", 0},
		{"takes the file away", func() { remove(t, path) }, false, true, "no such file", 1},
		{"leaves it so", func() {}, false, true, "", 0},
		{"empties it while it writes", func() { writeText(t, path, "") }, false, true, "line 1", 1},
		{"brings a back", func() { write(t, path, a) }, true, false, "read again", 1},
		{"revokes all", func() { writeText(t, path, Header) }, false, false, "keys=0", 1},
	} {
		log.Reset()
		step.change()
		book.refresh(t.Context())
		_, errA := book.Verify(t.Context(), a.credential)
		_, errB := book.Verify(t.Context(), b.credential)
		if (errA == nil) != step.a || (errB == nil) != step.b {
			t.Errorf("%s: a %v, b %v", step.does, errA, errB)
		}
		if lines := strings.Count(log.String(), "\n"); lines != step.logsNew || !strings.Contains(log.String(), step.logs) || strings.Contains(log.String(), "SECRET") {
			t.Errorf("%s: the log has %s", step.does, log.String())
		}
	}
}

func writeText(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
}

func TestAppend(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keys.csv")
	a, b := makeKey(t, "a", auth.Reader, 0, time.Time{}), makeKey(t, "b", auth.Operator, 1, time.Time{})
	if err := Append(path, a.Key); err != nil {
		t.Fatal(err)
	}
	text, _ := os.ReadFile(path)
	writeText(t, path, strings.TrimSuffix(string(text), "\n")) // as an editor may leave it
	if err := Append(path, b.Key); err != nil {
		t.Fatal(err)
	}
	text, _ = os.ReadFile(path)
	if string(text) != Header+a.Line()+b.Line() {
		t.Errorf("the file is\n%s", text)
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o600 {
		t.Errorf("others may read or write it: %v", info.Mode())
	}
	if err := Append(path, a.Key); err == nil || !strings.Contains(err.Error(), "stands in line 2 already") {
		t.Errorf("the same name again: %v", err)
	}
	if again, _ := os.ReadFile(path); !bytes.Equal(again, text) {
		t.Error("a refusal changed the file")
	}
	if err := Append(t.TempDir(), a.Key); err == nil {
		t.Error("a folder is taken for a file")
	}
	if _, err := Open(filepath.Join(t.TempDir(), "none.csv"), slog.New(slog.DiscardHandler)); err == nil || !strings.Contains(err.Error(), "there is no such file") {
		t.Errorf("no file: %v", err)
	}
}
