package spill

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

// What is put into a partition comes out of it, in its order, whether it went to
// the disk or not.
func TestPartitionsKeepOrder(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	f := New(3)
	want := make([][]string, 3)
	for i := range 3000 {
		record := strconv.Itoa(i) + strings.Repeat("记", i%70)
		if i%100 == 0 {
			record = strings.Repeat("x", 2*blockSize) // longer than a block
		}
		want[i%3] = append(want[i%3], record)
		if err := f.Add(i%3, []byte(record)); err != nil {
			t.Fatal(err)
		}
	}
	want[1] = append(want[1], "")
	if err := f.Add(1, nil); err != nil {
		t.Fatal(err)
	}
	for range 2 { // it can be read again
		for partition := range 3 {
			if diff := cmp.Diff(want[partition], read(t, f, partition)); diff != "" {
				t.Fatalf("partition %d (-want +got):\n%s", partition, diff)
			}
		}
	}
	if f.Records() != 3001 || f.Size() < 30*2*blockSize {
		t.Errorf("%d records, %d bytes on disk", f.Records(), f.Size())
	}
	if files, err := os.ReadDir(dir); err != nil || runtime.GOOS != "windows" && len(files) != 0 {
		t.Errorf("the file has a name that a killed process leaves behind: %v, %v", files, err)
	}
	if err := errors.Join(f.Close(), f.Close()); err != nil {
		t.Errorf("close: %v", err)
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) != 0 {
		t.Errorf("left behind: %v, %v", files, err)
	}
}

func read(t *testing.T, f *File, partition int) []string {
	t.Helper()
	var out []string
	for record, err := range f.All(partition) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, record)
	}
	return out
}

// full is a disk on which only so many bytes have room.
type full struct{ room int64 }

func (f full) WriteAt(p []byte, at int64) (int, error) {
	if at+int64(len(p)) > f.room {
		return 0, &os.PathError{Op: "write", Path: "/tmp/x", Err: syscall.ENOSPC}
	}
	return len(p), nil
}

func (full) ReadAt([]byte, int64) (int, error) { return 0, io.ErrUnexpectedEOF }
func (full) Close() error                      { return nil }

func TestFullDisk(t *testing.T) {
	f := New(1)
	f.create = func() (storage, error) { return full{3 * blockSize}, nil }
	record := make([]byte, blockSize)
	var err error
	added := 0
	for ; err == nil && added < 10; added++ {
		err = f.Add(0, record)
	}
	if added != 3 || !errors.Is(err, syscall.ENOSPC) || ecosystem.CodeOf(err) != ecosystem.CodeInternal ||
		!strings.Contains(err.Error(), "is there room on its disk (TMPDIR)?") {
		t.Errorf("after %d records: %v", added, err)
	}
	for _, err = range f.All(0) {
		if err != nil {
			break
		}
	}
	if !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("a file that cannot be read gives %v", err)
	}
}

type sample struct {
	name   string
	list   []string
	count  int
	number int
	float  float64
	yes    bool
}

func (s *sample) fields(c *Coder) {
	Text(c, &s.name)
	List(c, &s.list, Text[string])
	c.Count(&s.count)
	c.Number(&s.number)
	c.Float(&s.float)
	c.Flag(&s.yes)
}

func TestCoder(t *testing.T) {
	var c Coder
	for _, want := range []sample{{}, {"浙江大学", []string{"浙大", ""}, 1 << 30, -42, 0.1, true}} {
		record := string(c.Encode(want.fields))
		var got sample
		if err := c.Decode(record, got.fields); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(sample{})); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		for end := range record {
			if err := c.Decode(record[:end], new(sample).fields); err == nil {
				t.Errorf("the first %d bytes of %q pass", end, record)
			}
		}
		if err := c.Decode(record+"x", new(sample).fields); err == nil {
			t.Error("a longer record passes")
		}
	}
}

// A record that is damaged is an error, never a crash.
func FuzzDecode(f *testing.F) {
	var c Coder
	full := sample{"浙江大学", []string{"浙大"}, 7, -7, 0.5, true}
	f.Add(string(c.Encode(full.fields)))
	f.Add("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01")
	f.Fuzz(func(t *testing.T, record string) {
		var got, again sample
		if c.Decode(record, got.fields) != nil {
			return
		}
		if err := c.Decode(string(c.Encode(got.fields)), again.fields); err != nil || fmt.Sprint(got) != fmt.Sprint(again) {
			t.Errorf("%+v comes back as %+v, %v", got, again, err)
		}
	})
}
