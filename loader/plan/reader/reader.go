package reader

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
)

// Limits bound what is read. A zero field stands for its default.
type Limits struct {
	LineBytes     int // longest line
	DocumentBytes int // whole document
	Lines         int // number of lines
}

// The default limits: a plan of 500 pages has about 2 MB, and a paragraph of
// more than 256 KB is no paragraph.
const (
	DefaultLineBytes     = 256 << 10
	DefaultDocumentBytes = 16 << 20
	DefaultLines         = 400_000
)

// Line is one line of a plan.
type Line struct {
	Number int    // from 1
	Raw    string // as printed, inner and leading tabs kept
	Text   string // without blanks at the ends; empty for a blank line
	Cell   bool   // begins with a tab: what a word processor writes for a table cell or a box
}

// Read reads all lines. Text that is not UTF-8 is refused with the place of the
// first wrong byte.
func Read(ctx context.Context, r io.Reader, limits Limits) ([]Line, error) {
	limits = limits.withDefaults()
	in := bufio.NewReader(r)
	var lines []Line
	for offset := 0; ; {
		if len(lines)%1024 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, ecosystem.Wrap(err, ecosystem.CodeTimeout, "reading the plan was interrupted")
			}
		}
		raw, err := readLine(in, limits.LineBytes)
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, describe(err, len(lines)+1, limits)
		}
		if errors.Is(err, io.EOF) && len(raw) == 0 {
			return checkNotEmpty(lines)
		}
		if bad := invalidByte(raw); bad >= 0 {
			return nil, notText(raw[bad], offset+bad, len(lines)+1)
		}
		if offset += len(raw); offset > limits.DocumentBytes {
			return nil, ecosystem.Errorf(ecosystem.CodeLimitExceeded,
				"the plan is longer than %d bytes: is this the right file?", limits.DocumentBytes)
		}
		if len(lines) == limits.Lines {
			return nil, ecosystem.Errorf(ecosystem.CodeLimitExceeded,
				"the plan has more than %d lines: is this the right file?", limits.Lines)
		}
		lines = append(lines, newLine(len(lines)+1, string(raw)))
	}
}

func (l Limits) withDefaults() Limits {
	if l.LineBytes <= 0 {
		l.LineBytes = DefaultLineBytes
	}
	if l.DocumentBytes <= 0 {
		l.DocumentBytes = DefaultDocumentBytes
	}
	if l.Lines <= 0 {
		l.Lines = DefaultLines
	}
	return l
}

var errLongLine = errors.New("line too long")

// readLine returns one line with its line break. It never holds more than the
// limit and one buffer.
func readLine(in *bufio.Reader, limit int) ([]byte, error) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		line = append(line, part...)
		if len(line) > limit {
			return nil, errLongLine
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, err
		}
	}
}

func describe(err error, line int, limits Limits) error {
	if errors.Is(err, errLongLine) {
		return ecosystem.Errorf(ecosystem.CodeLimitExceeded,
			"line %d of the plan is longer than %d bytes: is this a text file?", line, limits.LineBytes)
	}
	return ecosystem.Wrap(err, ecosystem.CodeBadInput, "the plan cannot be read")
}

// invalidByte is the index of the first byte that no text holds; -1 for none.
func invalidByte(raw []byte) int {
	if zero := bytes.IndexByte(raw, 0); zero >= 0 && utf8.Valid(raw[:zero]) {
		return zero
	}
	if utf8.Valid(raw) {
		return -1
	}
	at := 0
	for at < len(raw) {
		r, size := utf8.DecodeRune(raw[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return at
}

func notText(b byte, offset, line int) error {
	if b == 0 {
		return ecosystem.Errorf(ecosystem.CodeBadInput,
			"byte %d (line %d) of the plan is zero: this is no plain text; save the document as UTF-8 text first", offset, line)
	}
	return ecosystem.Errorf(ecosystem.CodeBadInput,
		"the plan is not UTF-8: byte %d (0x%02X, line %d) begins no character; convert GB18030 or Windows text to UTF-8 first, for example with iconv -f GB18030 -t UTF-8",
		offset, b, line)
}

func checkNotEmpty(lines []Line) ([]Line, error) {
	for _, l := range lines {
		if l.Text != "" {
			return lines, nil
		}
	}
	return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "the plan holds no text")
}

// residue is what conversions from a word processor leave in the text: anchors
// of bookmarks.
var residue = regexp.MustCompile(`\[bookmark: [^\[\]]{0,80}\]`)

func newLine(number int, raw string) Line {
	raw = strings.Map(plain, strings.TrimRight(raw, "\r\n"))
	raw = residue.ReplaceAllString(raw, "")
	return Line{Number: number, Raw: raw, Text: strings.TrimSpace(raw), Cell: strings.HasPrefix(raw, "\t")}
}

// plain turns page breaks, wide and unbreakable blanks into plain ones, and drops
// byte order marks and other signs of no width. A tab stays, because it
// separates cells.
func plain(r rune) rune {
	switch {
	case r == '\t':
		return r
	case unicode.IsSpace(r) || unicode.IsControl(r):
		return ' '
	case unicode.Is(unicode.Cf, r) || r&0xFFFE == 0xFFFE:
		return -1
	}
	return r
}
