package apikey

import (
	"bytes"
	"context"
	"crypto/subtle"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"sync/atomic"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/server/auth"
)

// Book holds the keys of a file. It is an auth.Verifier, safe for any number of
// goroutines.
type Book struct {
	path string
	log  *slog.Logger
	now  func() time.Time
	keys atomic.Pointer[[]Key]
	// seen is what was read last, right or wrong; only Watch touches it after Open.
	seen []byte
}

var _ auth.Verifier = (*Book)(nil)

// Open reads a file. Its problems are told with file, line and field.
func Open(path string, log *slog.Logger) (*Book, error) {
	text, err := readFile(path)
	if err != nil {
		return nil, err
	}
	keys, err := parseFile(path, text)
	if err != nil {
		return nil, err
	}
	b := &Book{path: path, log: log, now: time.Now, seen: text}
	b.keys.Store(&keys)
	return b, nil
}

// readFile reads no more than a file of keys may have, and one byte.
func readFile(path string) ([]byte, error) {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ecosystem.Wrap(err, ecosystem.CodeBadInput, path+": there is no such file; innograph key new --file makes it")
	}
	if err != nil {
		return nil, ecosystem.Wrap(err, ecosystem.CodeBadInput, path+": the file cannot be opened")
	}
	defer func() { _ = file.Close() }() // only read
	text, err := io.ReadAll(io.LimitReader(file, maxBytes+1))
	if err != nil {
		return nil, ecosystem.Wrap(err, ecosystem.CodeBadInput, path+": the file cannot be read")
	}
	return text, nil
}

func parseFile(path string, text []byte) ([]Key, error) {
	keys, err := Parse(text)
	if err != nil {
		return nil, ecosystem.Errorf(ecosystem.CodeOf(err), "the file of API keys %s: %s", path, err)
	}
	return keys, nil
}

// Watch reads the file every so often until ctx ends, and takes over what changed. A
// file that cannot be read or has mistakes changes nothing and is reported once: the
// keys that were good stay so until it is mended.
//
// Contents are compared, not times: two changes may have the same time, and a file
// is small.
func (b *Book) Watch(ctx context.Context, every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			b.refresh(ctx)
		}
	}
}

func (b *Book) refresh(ctx context.Context) {
	text, err := readFile(b.path)
	if err != nil {
		text = []byte(err.Error()) // so that it is reported once
	}
	if bytes.Equal(text, b.seen) {
		return
	}
	b.seen = text
	var keys []Key
	if err == nil {
		keys, err = parseFile(b.path, text)
	}
	if err != nil {
		b.log.ErrorContext(ctx, "the API keys stay as they were: their file is not good", "error", err)
		return
	}
	b.keys.Store(&keys)
	b.log.InfoContext(ctx, "the file of API keys was read again", "file", b.path, "keys", len(keys))
}

// Verify finds the key of a credential. Each comparison takes the same time, and all
// keys are compared, so that time tells nothing of how near a guess was.
func (b *Book) Verify(_ context.Context, credential string) (auth.Principal, error) {
	hash := hashOf(credential)
	var found *Key
	keys := *b.keys.Load()
	for i := range keys {
		if subtle.ConstantTimeCompare(keys[i].Hash[:], hash[:]) == 1 {
			found = &keys[i]
		}
	}
	switch {
	case found == nil:
		return auth.Principal{}, auth.Denied("an unknown API key")
	case !found.Expires.IsZero() && !b.now().Before(found.Expires):
		return auth.Principal{}, auth.Expired("the API key has expired")
	default:
		return auth.Principal{Name: "key:" + found.Name, Role: found.Role, Rate: found.Rate}, nil
	}
}

// Append adds a key to a file, which is made if it is not there. A file with
// mistakes, or with a key of that name, stays as it is.
func Append(path string, k Key) error {
	text, err := readFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	addition := k.Line()
	switch {
	case len(text) == 0:
		addition = Header + addition
	case !bytes.HasSuffix(text, []byte("\n")):
		addition = "\n" + addition
	}
	if _, err := parseFile(path, append(bytes.Clone(text), addition...)); err != nil {
		return fmt.Errorf("the key was not added: %w", err)
	}
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return ecosystem.Wrap(err, ecosystem.CodeBadInput, path+": the file cannot be written")
	}
	_, err = file.WriteString(addition)
	if err := errors.Join(err, file.Close()); err != nil {
		return ecosystem.Wrap(err, ecosystem.CodeInternal, path+": the key could not be written")
	}
	return nil
}
