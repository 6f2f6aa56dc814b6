package table

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// keep puts a file aside that is about to be replaced by something else.
func (o Options) keep(dir, name, by string) error {
	if o.Keep == nil {
		return nil
	}
	before, err := os.ReadFile(filepath.Join(dir, name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	now, err := os.ReadFile(by)
	if err != nil || bytes.Equal(before, now) {
		return err
	}
	for n := 1; ; n++ {
		kept := name + ".old"
		if n > 1 {
			kept = fmt.Sprintf("%s.old.%d", name, n)
		}
		if _, err := os.Lstat(filepath.Join(dir, kept)); err == nil {
			continue
		}
		if err := os.Rename(filepath.Join(dir, name), filepath.Join(dir, kept)); err != nil {
			return err
		}
		o.Keep(name, kept)
		return nil
	}
}
