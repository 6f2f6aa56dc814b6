package reader

import (
	"bytes"

	"github.com/innograph/innograph/ecosystem"
)

// form is what kind of file a plan is in.
type form string

const (
	formText     form = "text" // HTML too: it is told apart later
	formPDF      form = "PDF"
	formDOCX     form = "DOCX"
	formWorkbook form = "workbook"
	formSlides   form = "slides"
	formOFD      form = "OFD"
	formODT      form = "ODT"
	formZip      form = "ZIP"
	formOldWord  form = "DOC"
	formLocked   form = "encrypted"
	formRTF      form = "RTF"
	formPicture  form = "picture"
	formMHTML    form = "MHTML"
)

// sniffed is how far into a file its form is looked for.
const sniffed = 1024

// formOf tells the form from the content; the file's name may say anything.
func formOf(content []byte) form {
	head := content[:min(len(content), sniffed)]
	begins := func(magic string) bool { return bytes.HasPrefix(head, []byte(magic)) }
	switch {
	case bytes.Contains(head, []byte("%PDF-")):
		return formPDF
	case begins("PK\x03\x04"):
		return zipForm(content)
	case begins("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		if bytes.Contains(content, []byte(lockedPart)) {
			return formLocked
		}
		return formOldWord
	case begins(`{\rtf`):
		return formRTF
	case begins("\x89PNG"), begins("\xff\xd8\xff"), begins("II*\x00"), begins("MM\x00*"), begins("GIF8"):
		return formPicture
	case bytes.Contains(head, []byte("\nMIME-Version:")) && bytes.Contains(head, []byte("Content-Type: multipart/")):
		return formMHTML
	}
	return formText
}

// lockedPart is the name, in UTF-16, of the part that holds a DOCX which is
// protected by a password: the file around it is an old Office document.
const lockedPart = "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"

// zipForm tells what a ZIP file is by the names of the parts in it, which stand
// in plain in its directory.
func zipForm(content []byte) form {
	for _, f := range []struct {
		part string
		form form
	}{
		{"word/", formDOCX},
		{"xl/workbook", formWorkbook},
		{"ppt/", formSlides},
		{"OFD.xml", formOFD},
		{"application/vnd.oasis.opendocument.text", formODT},
	} {
		if bytes.Contains(content, []byte(f.part)) {
			return f.form
		}
	}
	return formZip
}

// refusal says what to do about a form that is not read.
func (f form) refusal() error {
	advice := map[form]string{
		formWorkbook: "the file is an Excel workbook and no plan; load it as a table",
		formSlides:   "the file holds slides; save its text as DOCX or PDF first",
		formOFD:      "the file is an OFD document (版式文件); export it as PDF first",
		formODT:      "the file is an OpenDocument text; save it as DOCX first",
		formZip:      "the file is a ZIP archive; unpack it and give the plan in it",
		formOldWord:  "the file is an old Office document (.doc, .wps, .xls); save it as DOCX first",
		formLocked:   "the Office file is protected by a password; save it without one",
		formRTF:      "the file is in Rich Text Format; save it as DOCX first",
		formMHTML:    "the file is a web page saved with its pictures (*.mht, *.mhtml); open it in a browser and save it as HTML only (网页，仅 HTML) or print it to PDF",
		formPicture:  "the file is a picture; it needs text recognition (OCR) first",
	}
	return ecosystem.Errorf(ecosystem.CodeBadInput, "%s", advice[f])
}
