package neo4j

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/innograph/innograph/ecosystem"
)

const (
	// spoolBuffer is what a spool collects before it writes.
	spoolBuffer = 1 << 18
	// spoolWindow is what a reader takes in at once.
	spoolWindow = 1 << 18
)

// spool is a temporary file of rows that are taken in one by one and read again
// later, so that a load of any size need not be held in memory. The file has no
// name from the beginning on where the system allows that: then it is gone with
// the process, however that ends.
type spool struct {
	file   *os.File
	buffer *bufio.Writer
	size   int64
}

func newSpool() (*spool, error) {
	file, err := os.CreateTemp("", "innograph-load-*")
	if err != nil {
		return nil, spoolFailed(err)
	}
	_ = os.Remove(file.Name()) // where an open file cannot be removed, close does it
	return &spool{file: file, buffer: bufio.NewWriterSize(file, spoolBuffer)}, nil
}

// add appends a row of some texts and tells its place.
func (s *spool) add(texts ...string) (place int64, err error) {
	place = s.size
	var head [binary.MaxVarintLen64]byte
	put := func(length int) {
		n, _ := s.buffer.Write(binary.AppendUvarint(head[:0], uint64(length))) // an error stays in the buffer
		s.size += int64(n)
	}
	put(len(texts))
	for _, t := range texts {
		put(len(t))
	}
	for _, t := range texts {
		n, err := s.buffer.WriteString(t)
		s.size += int64(n)
		if err != nil {
			return 0, spoolFailed(err)
		}
	}
	return place, nil
}

// reader reads what was added so far. Several readers may read at the same time.
func (s *spool) reader() (*spoolReader, error) {
	if err := s.buffer.Flush(); err != nil {
		return nil, spoolFailed(err)
	}
	return &spoolReader{file: s.file, buffer: bufio.NewReaderSize(nil, spoolWindow)}, nil
}

// close deletes the file.
func (s *spool) close() error {
	err := s.file.Close()
	if removed := os.Remove(s.file.Name()); removed != nil && !errors.Is(removed, os.ErrNotExist) {
		err = errors.Join(err, removed)
	}
	if err != nil {
		return spoolFailed(err)
	}
	return nil
}

func spoolFailed(err error) error {
	return ecosystem.Wrap(err, ecosystem.CodeInternal, fmt.Sprintf("the temporary file of the load in %s failed; is there room on its disk (TMPDIR)?", os.TempDir()))
}

// spoolReader reads rows; those at rising places with few calls of the system.
type spoolReader struct {
	file   *os.File
	buffer *bufio.Reader
	at     int64 // of the next byte
}

// row reads the texts of the row at a place.
func (r *spoolReader) row(place int64) ([]string, error) {
	if err := r.seek(place); err != nil {
		return nil, spoolFailed(err)
	}
	texts, err := r.texts()
	if err != nil {
		return nil, spoolFailed(err)
	}
	return texts, nil
}

// seek goes on in the buffer where it can; an unread one (at 0) has no file yet.
func (r *spoolReader) seek(place int64) error {
	if ahead := place - r.at; r.at > 0 && ahead >= 0 && ahead <= int64(r.buffer.Buffered()) {
		_, err := r.buffer.Discard(int(ahead))
		r.at = place
		return err
	}
	r.buffer.Reset(io.NewSectionReader(r.file, place, 1<<62-place))
	r.at = place
	return nil
}

func (r *spoolReader) texts() ([]string, error) {
	count, err := binary.ReadUvarint(r)
	if err != nil {
		return nil, err
	}
	lengths, total := make([]int, count), 0
	for i := range lengths {
		n, err := binary.ReadUvarint(r)
		if err != nil {
			return nil, err
		}
		lengths[i] = int(n)
		total += lengths[i]
	}
	all := make([]byte, total)
	n, err := io.ReadFull(r.buffer, all)
	r.at += int64(n)
	if err != nil {
		return nil, err
	}
	texts, rest := make([]string, count), string(all)
	for i, length := range lengths {
		texts[i], rest = rest[:length], rest[length:]
	}
	return texts, nil
}

// ReadByte makes a spoolReader readable for binary.ReadUvarint.
func (r *spoolReader) ReadByte() (byte, error) {
	b, err := r.buffer.ReadByte()
	if err == nil {
		r.at++
	}
	return b, err
}
