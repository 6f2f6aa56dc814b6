package docx

import (
	"context"
	"encoding/xml"
	"errors"
	"io"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/reader/lines"
)

// Read reads the main part of a Word file.
func Read(ctx context.Context, content []byte, limits lines.Limits, w *lines.Writer) error {
	pack, err := openPack(content, limits.WithDefaults().FileBytes)
	if err != nil {
		return err
	}
	main, err := pack.main()
	if err != nil {
		return err
	}
	d := &document{ctx: ctx, w: w}
	if err := d.readStyles(pack, main); err != nil {
		return err
	}
	part, err := pack.open(main)
	if err != nil {
		return err
	}
	defer func() { _ = part.Close() }() // only read from
	d.tokens = &tokens{dec: xml.NewDecoder(part), ctx: ctx}
	return described(d.read(), part)
}

// document is the state of reading the main part.
type document struct {
	ctx       context.Context
	w         *lines.Writer
	tokens    *tokens
	styles    styles
	numbering *numbering
	carried   string  // text of a paragraph whose end was deleted
	boxes     []block // text boxes anchored in the paragraph that is being read
}

func (d *document) readStyles(pack *pack, main string) error {
	related, err := pack.related(main)
	if err != nil {
		return err
	}
	var s stylesXML
	if err := pack.decode(related["styles"], &s); err != nil {
		return err
	}
	var n numberingXML
	if err := pack.decode(related["numbering"], &n); err != nil {
		return err
	}
	d.styles = newStyles(s)
	d.numbering = newNumbering(n, d.styles)
	return nil
}

// read finds the body; what stands beside it (the background) is left out.
func (d *document) read() error {
	for {
		start, err := d.tokens.start()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if start.Name.Local == "body" {
			if err := d.blocks(d.write); err != nil {
				return err
			}
			return d.endCarried(d.write)
		}
	}
}

// write gives a block of the body to the writer.
func (d *document) write(b block) error {
	if b.rows != nil {
		return d.w.Table(b.rows)
	}
	if b.text == "" {
		return d.w.Line("")
	}
	return d.w.Heading(b.text, b.level)
}

// described gives errors of the file's making a code.
func described(err error, part *part) error {
	var coded *ecosystem.Error
	switch {
	case err == nil:
		return nil
	case part.left <= 0:
		return errTooLarge(part.limit)
	case errors.As(err, &coded):
		return err
	}
	return ecosystem.Wrap(err, ecosystem.CodeBadInput, "the Word file is damaged")
}
