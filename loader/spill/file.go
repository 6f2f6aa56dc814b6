package spill

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/innograph/innograph/ecosystem"
)

// blockSize is what a partition collects before it is written.
const blockSize = 16 << 10

// File is a temporary file of records in partitions. It is made when the first
// block is full, so that few records never touch the disk, and has no name from
// the beginning on where the system allows that: then it is gone with the process,
// however that ends. It is not safe for concurrent use.
type File struct {
	create     func() (storage, error)
	storage    storage // nil while nothing is written
	size       int64   // of what is written
	records    int
	partitions []partition
}

// storage is what a File asks of an *os.File.
type storage interface {
	io.WriterAt
	io.ReaderAt
	Close() error
}

// partition is where the records of one partition lie.
type partition struct {
	blocks []block
	buffer []byte // what is not written yet
}

type block struct {
	at     int64
	length int
}

// New makes an empty file with a number of partitions.
func New(partitions int) *File {
	return &File{create: temporary, partitions: make([]partition, partitions)}
}

// Partitions is the number of partitions.
func (f *File) Partitions() int { return len(f.partitions) }

// Records is the number of all records.
func (f *File) Records() int { return f.records }

// Size is the number of bytes on disk.
func (f *File) Size() int64 { return f.size }

// Add appends a record to a partition. An error has the code INTERNAL and says
// what to do: mostly the disk is full.
func (f *File) Add(to int, record []byte) error {
	p := &f.partitions[to]
	p.buffer = binary.AppendUvarint(p.buffer, uint64(len(record)))
	p.buffer = append(p.buffer, record...)
	f.records++
	if len(p.buffer) < blockSize {
		return nil
	}
	return f.write(p)
}

func (f *File) write(p *partition) error {
	if f.storage == nil {
		made, err := f.create()
		if err != nil {
			return failed(err)
		}
		f.storage = made
	}
	if _, err := f.storage.WriteAt(p.buffer, f.size); err != nil {
		return failed(err)
	}
	p.blocks = append(p.blocks, block{f.size, len(p.buffer)})
	f.size += int64(len(p.buffer))
	p.buffer = p.buffer[:0]
	return nil
}

// All gives the records of a partition in the order in which they were added. It
// ends with the first error. Nothing may be added meanwhile.
func (f *File) All(of int) iter.Seq2[string, error] {
	p := &f.partitions[of]
	return func(yield func(string, error) bool) {
		for _, b := range p.blocks {
			content := make([]byte, b.length)
			if _, err := f.storage.ReadAt(content, b.at); err != nil {
				yield("", failed(err))
				return
			}
			if !each(string(content), yield) {
				return
			}
		}
		each(string(p.buffer), yield)
	}
}

// each gives the records of one block.
func each(content string, yield func(string, error) bool) bool {
	for content != "" {
		length, n := uvarint(content)
		if n <= 0 || length > uint64(len(content)-n) {
			yield("", failed(io.ErrUnexpectedEOF))
			return false
		}
		end := n + int(length)
		if !yield(content[n:end], nil) {
			return false
		}
		content = content[end:]
	}
	return true
}

// uvarint is binary.Uvarint of a text.
func uvarint(s string) (uint64, int) {
	return binary.Uvarint([]byte(s[:min(len(s), binary.MaxVarintLen64)]))
}

// Close deletes the file. It may be called more than once.
func (f *File) Close() error {
	if f.storage == nil {
		return nil
	}
	err := f.storage.Close()
	f.storage = nil
	if err != nil {
		return failed(err)
	}
	return nil
}

// unnamed is a file that is deleted when it is closed, or before.
type unnamed struct{ *os.File }

func temporary() (storage, error) {
	file, err := os.CreateTemp("", "innograph-tables-*")
	if err != nil {
		return nil, err
	}
	_ = os.Remove(file.Name()) // where an open file cannot be removed, Close does it
	return unnamed{file}, nil
}

func (u unnamed) Close() error {
	err := u.File.Close()
	if removed := os.Remove(u.Name()); removed != nil && !errors.Is(removed, os.ErrNotExist) {
		err = errors.Join(err, removed)
	}
	return err
}

func failed(err error) error {
	return ecosystem.Wrap(err, ecosystem.CodeInternal, fmt.Sprintf("the temporary file for the rows of the tables in %s failed; is there room on its disk (TMPDIR)?", os.TempDir()))
}
