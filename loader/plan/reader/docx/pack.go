package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// maxParts bounds the parts of a file; one with a thousand pictures has 1100.
const maxParts = 20_000

// pack is the ZIP file with its parts by name.
type pack struct {
	parts map[string]*zip.File
	limit int // bytes of an unpacked part
}

func openPack(content []byte, limit int) (*pack, error) {
	if bytes.Count(content, []byte("PK\x01\x02")) > maxParts { // before the directory is read into memory
		return nil, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "the Word file has more than %d parts: is this the right file?", maxParts)
	}
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, ecosystem.Wrap(err, ecosystem.CodeBadInput, "the Word file is damaged")
	}
	p := &pack{parts: map[string]*zip.File{}, limit: limit}
	for _, f := range z.File {
		p.parts[strings.TrimPrefix(f.Name, "/")] = f
	}
	return p, nil
}

// part is an unpacked part; left counts the bytes that may still come.
type part struct {
	io.ReadCloser
	left, limit int
}

func (p *part) Read(b []byte) (int, error) {
	if p.left <= 0 {
		return 0, errTooLarge(p.limit)
	}
	n, err := p.ReadCloser.Read(b[:min(len(b), p.left)])
	p.left -= n
	return n, err
}

func errTooLarge(limit int) error {
	return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "a part of the Word file is larger than %d bytes unpacked: is this the right file?", limit)
}

func (p *pack) open(name string) (*part, error) {
	f := p.parts[name]
	if f == nil {
		return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "the Word file is damaged: it has no part %s", name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, ecosystem.Wrap(err, ecosystem.CodeBadInput, "the Word file is damaged")
	}
	return &part{ReadCloser: r, left: p.limit, limit: p.limit}, nil
}

// decode reads a whole part; one that does not exist is left as it is.
func (p *pack) decode(name string, into any) error {
	if p.parts[name] == nil {
		return nil
	}
	r, err := p.open(name)
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }() // only read from
	return described(xml.NewDecoder(r).Decode(into), r)
}

type relationsXML struct {
	Relations []struct {
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
		Mode   string `xml:"TargetMode,attr"`
	} `xml:"Relationship"`
}

// related gives the parts that a part refers to, by the last word of the type of
// the reference: styles, numbering, officeDocument.
func (p *pack) related(name string) (map[string]string, error) {
	dir, file := path.Split(name)
	var x relationsXML
	if err := p.decode(path.Join(dir, "_rels", file+".rels"), &x); err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, r := range x.Relations {
		if r.Mode == "External" {
			continue
		}
		target := r.Target
		if !strings.HasPrefix(target, "/") {
			target = path.Join(dir, target)
		}
		out[path.Base(r.Type)] = strings.TrimPrefix(target, "/")
	}
	return out, nil
}

// main is the name of the part with the text.
func (p *pack) main() (string, error) {
	related, err := p.related("")
	if err != nil {
		return "", err
	}
	if name := related["officeDocument"]; name != "" {
		return name, nil
	}
	return "word/document.xml", nil
}
