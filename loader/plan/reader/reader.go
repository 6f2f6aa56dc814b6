package reader

import (
	"bytes"
	"context"
	"io"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/reader/docx"
	"github.com/innograph/innograph/loader/plan/reader/encoding"
	"github.com/innograph/innograph/loader/plan/reader/html"
	"github.com/innograph/innograph/loader/plan/reader/lines"
	"github.com/innograph/innograph/loader/plan/reader/pdf"
)

// Line is one line of a plan.
type Line = lines.Line

// Limits bound what is read. A zero field stands for its default.
type Limits = lines.Limits

// Read reads all lines of a plan, whatever its form: plain text, HTML, DOCX or
// PDF. The form is told from the content. What is none of these is refused with
// what to do about it.
func Read(ctx context.Context, r io.Reader, limits Limits) ([]Line, error) {
	limits = limits.WithDefaults()
	content, err := readAll(ctx, r, max(limits.FileBytes, limits.DocumentBytes))
	if err != nil {
		return nil, err
	}
	w := lines.NewWriter(ctx, limits)
	if err := read(ctx, content, limits, w); err != nil {
		return nil, err
	}
	return w.Lines()
}

func read(ctx context.Context, content []byte, limits Limits, w *lines.Writer) error {
	switch form := formOf(content); form {
	case formPDF, formDOCX:
		if len(content) > limits.FileBytes {
			return tooLarge(limits.FileBytes)
		}
		if form == formPDF {
			return pdf.Read(ctx, content, limits, w)
		}
		return docx.Read(ctx, content, limits, w)
	case formText:
		return readText(content, limits, w)
	default:
		return form.refusal()
	}
}

func readText(content []byte, limits Limits, w *lines.Writer) error {
	if html.Is(content) {
		if len(content) > limits.FileBytes {
			return tooLarge(limits.FileBytes)
		}
		return html.Read(content, w)
	}
	text, err := encoding.Decode(content)
	if err != nil {
		return err
	}
	if html.Is([]byte(text[:min(len(text), sniffed)])) { // in UTF-16
		return html.ReadText(text, w)
	}
	return w.Text(text)
}

func tooLarge(limit int) error {
	return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "the file is larger than %d bytes: is this the right file?", limit)
}

// readAll reads no more than the limit and stops with the context.
func readAll(ctx context.Context, r io.Reader, limit int) ([]byte, error) {
	var buf bytes.Buffer
	_, err := io.Copy(&buf, io.LimitReader(contextReader{ctx, r}, int64(limit)+1))
	switch {
	case err != nil && ctx.Err() != nil:
		return nil, ecosystem.Wrap(ctx.Err(), ecosystem.CodeTimeout, "reading the plan was interrupted")
	case err != nil:
		return nil, ecosystem.Wrap(err, ecosystem.CodeBadInput, "the plan cannot be read")
	case buf.Len() > limit:
		return nil, tooLarge(limit)
	}
	return buf.Bytes(), nil
}

type contextReader struct {
	ctx context.Context
	r   io.Reader
}

func (c contextReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}
