package spill

import (
	"encoding/binary"
	"io"
	"math"
)

// Coder writes values into a record, or reads them out of one again: one function
// that names the fields of a row in turn serves both ways.
type Coder struct {
	writing bool
	out     []byte
	in      string
	err     error
}

// Encode gives the record that the function makes. It is valid until the next
// call.
func (c *Coder) Encode(fields func(*Coder)) []byte {
	*c = Coder{writing: true, out: c.out[:0]}
	fields(c)
	return c.out
}

// Decode fills the fields from a record. What is read shares the memory of the
// record.
func (c *Coder) Decode(record string, fields func(*Coder)) error {
	*c = Coder{in: record, out: c.out}
	fields(c)
	if c.err != nil || c.in != "" {
		return failed(io.ErrUnexpectedEOF)
	}
	return nil
}

// Writing reports whether values are written into a record.
func (c *Coder) Writing() bool { return c.writing }

// Count codes a number that is not negative.
func (c *Coder) Count(n *int) {
	if c.writing {
		c.out = binary.AppendUvarint(c.out, uint64(*n))
		return
	}
	value, length := uvarint(c.in)
	if length <= 0 || value > math.MaxInt32 {
		c.fail()
		value, length = 0, 0
	}
	*n, c.in = int(value), c.in[length:]
}

// Number codes any whole number.
func (c *Coder) Number(n *int) {
	if c.writing {
		c.out = binary.AppendVarint(c.out, int64(*n))
		return
	}
	value, length := binary.Varint([]byte(c.in[:min(len(c.in), binary.MaxVarintLen64)]))
	if length <= 0 {
		c.fail()
		value, length = 0, 0
	}
	*n, c.in = int(value), c.in[length:]
}

// Flag codes a bool.
func (c *Coder) Flag(b *bool) {
	n := 0
	if *b {
		n = 1
	}
	c.Count(&n)
	*b = n != 0
}

// Float codes a number.
func (c *Coder) Float(f *float64) {
	if c.writing {
		c.out = binary.LittleEndian.AppendUint64(c.out, math.Float64bits(*f))
		return
	}
	const size = 8
	if len(c.in) < size {
		c.fail()
		return
	}
	*f = math.Float64frombits(binary.LittleEndian.Uint64([]byte(c.in[:size])))
	c.in = c.in[size:]
}

// Text codes a text of any type.
func Text[T ~string](c *Coder, s *T) {
	n := len(*s)
	c.Count(&n)
	if c.writing {
		c.out = append(c.out, *s...)
		return
	}
	if n > len(c.in) {
		c.fail()
		return
	}
	*s, c.in = T(c.in[:n]), c.in[n:]
}

// List codes the items of a list with a function for one of them. An empty list
// comes back as nil.
func List[T any](c *Coder, list *[]T, item func(*Coder, *T)) {
	n := len(*list)
	c.Count(&n)
	if !c.writing {
		if *list = nil; n > len(c.in) { // each item takes a byte at least
			c.fail()
			return
		}
		if n > 0 {
			*list = make([]T, n)
		}
	}
	for i := range *list {
		item(c, &(*list)[i])
	}
}

func (c *Coder) fail() {
	c.err = io.ErrUnexpectedEOF
	c.in = ""
}
