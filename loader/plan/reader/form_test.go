package reader

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
)

func TestFormsThatAreNotRead(t *testing.T) {
	tests := []struct{ name, content, words string }{
		{"workbook", "PK\x03\x04....xl/workbook.xml", "Excel workbook"},
		{"slides", "PK\x03\x04....ppt/presentation.xml", "slides"},
		{"OFD", "PK\x03\x04....OFD.xml", "版式文件"},
		{"OpenDocument", "PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument"},
		{"archive", "PK\x03\x04....plan.txt", "ZIP archive"},
		{"old Word", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as DOCX"},
		{"protected Word file", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00" + lockedPart, "password"},
		{"RTF", `{\rtf1\ansi`, "Rich Text"},
		{"saved web page", "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "HTML only"},
		{"scan", "\xff\xd8\xff\xe0", "OCR"},
		{"damaged Word file", "PK\x03\x04....word/document.xml", "damaged"},
		{"damaged PDF", "%PDF-1.7\nnothing", "damaged"},
	}
	for _, tt := range tests {
		_, err := Read(context.Background(), strings.NewReader(tt.content), Limits{})
		if ecosystem.CodeOf(err) != ecosystem.CodeBadInput || !strings.Contains(err.Error(), tt.words) {
			t.Errorf("%s: error %v, want %s with %q", tt.name, err, ecosystem.CodeBadInput, tt.words)
		}
	}
}

func TestLargeFilesAreRefusedBeforeTheyAreRead(t *testing.T) {
	endless := &counter{}
	_, err := Read(context.Background(), endless, Limits{FileBytes: 10_000, DocumentBytes: 5_000})
	if ecosystem.CodeOf(err) != ecosystem.CodeLimitExceeded || endless.n > 100_000 {
		t.Errorf("after %d bytes the error is %v, want %s", endless.n, err, ecosystem.CodeLimitExceeded)
	}
	for _, name := range []string{"xichuan.docx", "xichuan.pdf", "xichuan.html"} {
		content, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		_, err = Read(context.Background(), bytes.NewReader(content), Limits{FileBytes: len(content) - 1, DocumentBytes: 1 << 20})
		if ecosystem.CodeOf(err) != ecosystem.CodeLimitExceeded {
			t.Errorf("%s: error %v, want %s", name, err, ecosystem.CodeLimitExceeded)
		}
	}
}

// counter is a file without an end.
type counter struct{ n int }

func (c *counter) Read(p []byte) (int, error) {
	c.n += len(p)
	return len(p), nil
}

func TestReadStopsWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Read(ctx, strings.NewReader("甲"), Limits{})
	if ecosystem.CodeOf(err) != ecosystem.CodeTimeout {
		t.Errorf("error %v, want %s", err, ecosystem.CodeTimeout)
	}
}
