package docx

import (
	"encoding/xml"
	"strings"

	"github.com/innograph/innograph/loader/plan/reader/lines"
)

// block is a paragraph, or a table or text box if rows is not nil.
type block struct {
	text  string
	level int // of a heading
	rows  []lines.Row
}

// blocks reads what stands in the body or a text box.
func (d *document) blocks(emit func(block) error) error {
	return d.tokens.each(func(e xml.StartElement) error { return d.block(e, emit) })
}

// block reads an element that may stand beside paragraphs.
func (d *document) block(e xml.StartElement, emit func(block) error) error {
	switch e.Name.Local {
	case "p":
		return d.paragraph(emit)
	case "tbl":
		if err := d.endCarried(emit); err != nil {
			return err
		}
		rows, err := d.table()
		if err != nil || len(rows) == 0 {
			return err
		}
		return emit(block{rows: rows})
	case "sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo":
		return d.blocks(emit)
	case "AlternateContent":
		return d.alternative(func(xml.StartElement) error { return d.blocks(emit) })
	}
	return d.tokens.skip()
}

// alternative reads one of the versions in which a file holds the same content
// for newer and older programs: the first, which is for newer ones.
func (d *document) alternative(read func(xml.StartElement) error) error {
	chosen := false
	return d.tokens.each(func(e xml.StartElement) error {
		if chosen || e.Name.Local != "Choice" && e.Name.Local != "Fallback" {
			return d.tokens.skip()
		}
		chosen = true
		return read(e)
	})
}

// box reads a text box as a frame around its content.
func (d *document) box() error {
	outer, carried := d.boxes, d.carried
	d.boxes, d.carried = nil, ""
	rows, err := d.framed()
	d.boxes, d.carried = outer, carried
	if len(rows) > 0 {
		d.boxes = append(d.boxes, block{rows: rows})
	}
	return err
}

// framed reads the content of a frame as rows.
func (d *document) framed() (rows []lines.Row, err error) {
	if err := d.blocks(into(&rows)); err != nil {
		return nil, err
	}
	return rows, d.endCarried(into(&rows))
}

// endCarried ends a paragraph whose own end was deleted where no paragraph
// follows that it could go on in: before a table, at the end of a cell.
func (d *document) endCarried(emit func(block) error) error {
	text := strings.TrimSpace(d.carried)
	if d.carried = ""; text == "" {
		return nil
	}
	return emit(block{text: text})
}

// into collects the content of a frame: a paragraph is a row as wide as the
// frame, and the rows of a table in it are rows of the frame.
func into(rows *[]lines.Row) func(block) error {
	return func(b block) error {
		switch {
		case b.rows != nil:
			*rows = append(*rows, b.rows...)
		case b.text != "":
			*rows = append(*rows, lines.Row{{Paragraphs: []string{b.text}}})
		}
		return nil
	}
}
