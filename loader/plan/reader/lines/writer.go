package lines

import (
	"context"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// Writer collects lines within the limits.
type Writer struct {
	ctx    context.Context
	limits Limits
	lines  []Line
	bytes  int
	page   int
}

// NewWriter makes a Writer; it stops with the context.
func NewWriter(ctx context.Context, limits Limits) *Writer {
	return &Writer{ctx: ctx, limits: limits.WithDefaults()}
}

// Page sets the page of the lines that follow.
func (w *Writer) Page(n int) { w.page = n }

// Blank adds blank lines until n stand at the end. None are needed at the start.
func (w *Writer) Blank(n int) error {
	have := 0
	for i := len(w.lines) - 1; i >= 0 && w.lines[i].Text == ""; i-- {
		have++
	}
	if have == len(w.lines) {
		return nil
	}
	for ; have < n; have++ {
		if err := w.Line(""); err != nil {
			return err
		}
	}
	return nil
}

// Paragraph adds a paragraph of running text. Line breaks in it make lines of
// their own; tabs before it only indent it.
func (w *Writer) Paragraph(text string) error { return w.Heading(text, 0) }

// Heading adds a paragraph that the form marks as a heading of a level.
func (w *Writer) Heading(text string, level int) error {
	for raw := range strings.SplitSeq(text, "\n") {
		if err := w.Line(strings.TrimLeft(raw, " \t\r\u3000\u00a0")); err != nil {
			return err
		}
		w.lines[len(w.lines)-1].Heading = level
	}
	return nil
}

// Boxed adds a paragraph that stands inside a frame.
func (w *Writer) Boxed(text string) error {
	for raw := range strings.SplitSeq(text, "\n") {
		if raw = strings.TrimSpace(raw); raw == "" {
			continue
		}
		if err := w.Line("\t" + raw); err != nil {
			return err
		}
	}
	return nil
}

// Line adds a line as it is printed, without its line break.
func (w *Writer) Line(raw string) error {
	return w.add(strings.Map(plain, strings.TrimRight(raw, "\r\n")))
}

// add adds a line whose blanks are plain already.
func (w *Writer) add(raw string) error {
	number := len(w.lines) + 1
	if number%1024 == 1 {
		if err := w.ctx.Err(); err != nil {
			return ecosystem.Wrap(err, ecosystem.CodeTimeout, "reading the plan was interrupted")
		}
	}
	if len(raw) > w.limits.LineBytes {
		return ecosystem.Errorf(ecosystem.CodeLimitExceeded,
			"line %d of the plan is longer than %d bytes: is this a text file?", number, w.limits.LineBytes)
	}
	if w.bytes += len(raw) + 1; w.bytes-1 > w.limits.DocumentBytes {
		return w.tooLong()
	}
	if number > w.limits.Lines {
		return ecosystem.Errorf(ecosystem.CodeLimitExceeded,
			"the plan has more than %d lines: is this the right file?", w.limits.Lines)
	}
	line := newLine(number, raw)
	line.Page = w.page
	w.lines = append(w.lines, line)
	return nil
}

// Picture adds a blank line for a page that is a picture without text, so that
// its absence can be told.
func (w *Writer) Picture() error {
	if err := w.Line(""); err != nil {
		return err
	}
	w.lines[len(w.lines)-1].Picture = true
	return nil
}

// Text adds all lines of a plain text. Where it ends with a form feed, each of
// them ends a page, as programs write that make text of a PDF; other form feeds
// are page breaks that somebody put in, and number no pages.
func (w *Writer) Text(text string) error {
	if len(text) > w.limits.DocumentBytes {
		return w.tooLong()
	}
	if strings.HasSuffix(strings.TrimRight(text, " \r\n"), pageEnd) {
		w.Page(1)
	}
	for raw := range strings.Lines(text) {
		rest := strings.TrimLeft(raw, pageEnd)
		w.turn(len(raw) - len(rest))
		if err := w.Line(raw); err != nil {
			return err
		}
		w.turn(strings.Count(rest, pageEnd))
	}
	return nil
}

// pageEnd is the form feed, which is one byte long.
const pageEnd = "\f"

// turn goes on by so many pages, where there are pages.
func (w *Writer) turn(pages int) {
	if w.page > 0 {
		w.page += pages
	}
}

func (w *Writer) tooLong() error {
	return ecosystem.Errorf(ecosystem.CodeLimitExceeded,
		"the plan is longer than %d bytes: is this the right file?", w.limits.DocumentBytes)
}

// Lines returns what was collected, with the lines of a text joined that was
// broken at a fixed width; a document without any text is refused.
func (w *Writer) Lines() ([]Line, error) {
	for _, l := range w.lines {
		if l.Text != "" {
			return Unwrap(w.lines), nil
		}
	}
	return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "the plan holds no text")
}
