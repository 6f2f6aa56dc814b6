package dossier

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// DOCX writes the pages as one document for word processors (Office Open XML, ECMA-376
// part 1), each on a new sheet. It needs little of the format: paragraphs, tables and
// links; see docs/dependencies.md on why no library writes it.
func DOCX(w io.Writer, pages []Page) error {
	d := &docx{}
	for i, p := range pages {
		d.page(p, i > 0)
	}
	archive := zip.NewWriter(w)
	for _, part := range []struct{ name, content string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageRelations},
		{"word/_rels/document.xml.rels", d.relations()},
		{"word/styles.xml", styles},
		{"word/document.xml", d.document()},
	} {
		f, err := archive.Create(part.name)
		if err == nil {
			_, err = io.WriteString(f, part.content)
		}
		if err != nil {
			return fmt.Errorf("write %s of the document: %w", part.name, err)
		}
	}
	if err := archive.Close(); err != nil {
		return fmt.Errorf("write the document: %w", err)
	}
	return nil
}

// docx is the body of a document as it grows.
type docx struct {
	body  strings.Builder
	links []string // their places tell their ids
}

func (d *docx) page(p Page, newSheet bool) {
	breaks := ""
	if newSheet {
		breaks = "<w:pageBreakBefore/>"
	}
	d.paragraph("Title", breaks, run(p.Title))
	d.paragraph("Subtitle", "", run(p.Subtitle))
	for _, s := range p.Sections {
		d.paragraph("Heading1", "", run(s.Heading)+styledRun("Small", "  "+s.English))
		d.table(s.Table)
		for i, l := range s.Lines {
			label := ""
			switch {
			case s.Numbered():
				label = fmt.Sprintf("[%d] ", i+1)
			case l.Label == "":
				label = "· "
			}
			d.paragraph("Normal", "", run(label)+d.line(l))
		}
	}
	d.paragraph("Foot", "", run(p.Foot))
}

func (d *docx) paragraph(style, properties, runs string) {
	fmt.Fprintf(&d.body, `<w:p><w:pPr><w:pStyle w:val="%s"/>%s</w:pPr>%s</w:p>`, style, properties, runs)
}

func (d *docx) line(l Line) string {
	var b strings.Builder
	if l.Label != "" {
		b.WriteString(styledRun("Label", l.Label+"　"))
	}
	if l.Text != l.Link {
		b.WriteString(run(l.Text))
	}
	if l.Link != "" {
		d.links = append(d.links, l.Link)
		fmt.Fprintf(&b, `<w:hyperlink r:id="link%d">%s</w:hyperlink>`, len(d.links), styledRun("Link", " "+l.Link))
	}
	for _, n := range l.Cites {
		b.WriteString(styledRun("Cite", fmt.Sprintf("[%d]", n)))
	}
	return b.String()
}

func (d *docx) table(rows [][]string) {
	if len(rows) == 0 {
		return
	}
	d.body.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>` + borders() + `</w:tblBorders></w:tblPr><w:tblGrid>` +
		strings.Repeat(`<w:gridCol/>`, len(rows[0])) + `</w:tblGrid>`)
	for i, row := range rows {
		d.body.WriteString(`<w:tr>`)
		for _, cell := range row {
			style := ""
			if i == 0 {
				style = "Label"
			}
			d.body.WriteString(`<w:tc><w:tcPr/><w:p>` + styledRun(style, cell) + `</w:p></w:tc>`)
		}
		d.body.WriteString(`</w:tr>`)
	}
	d.body.WriteString(`</w:tbl>`)
}

func borders() string {
	var b strings.Builder
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		fmt.Fprintf(&b, `<w:%s w:val="single" w:sz="4" w:color="B6BEC8"/>`, side)
	}
	return b.String()
}

func (d *docx) document() string {
	return xml.Header + `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>` +
		d.body.String() +
		`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="850" w:right="907" w:bottom="850" w:left="907" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr></w:body></w:document>`
}

func (d *docx) relations() string {
	var b strings.Builder
	b.WriteString(xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="styles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>`)
	for i, link := range d.links {
		fmt.Fprintf(&b, `<Relationship Id="link%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="%s" TargetMode="External"/>`, i+1, escaped(link))
	}
	return b.String() + `</Relationships>`
}

func run(text string) string { return styledRun("", text) }

func styledRun(style, text string) string {
	properties := ""
	if style != "" {
		properties = `<w:rPr><w:rStyle w:val="` + style + `"/></w:rPr>`
	}
	return `<w:r>` + properties + `<w:t xml:space="preserve">` + escaped(text) + `</w:t></w:r>`
}

// escaped also replaces what XML cannot hold.
func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder takes everything
	return b.String()
}
