package reader

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/innograph/innograph/ecosystem"
)

// FuzzRead: whatever the file, Read answers with a coded error or with numbered
// lines within the limits. Files that begin like a PDF are left to the fuzz test
// of that package, which starts its engine once.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"xichuan.txt", "xichuan-gb18030.txt", "xichuan-utf16le.txt", "xichuan-utf16be.txt", "xichuan.html", "xichuan-gbk.html", "xichuan.docx"} {
		content, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	f.Add([]byte("[bookmark: a]\t甲\u00a0\r\n\u200b\f乙"))
	limits := Limits{LineBytes: 4 << 10, DocumentBytes: 32 << 10, FileBytes: 256 << 10, Lines: 2000}
	f.Fuzz(func(t *testing.T, content []byte) {
		if formOf(content) == formPDF {
			t.Skip()
		}
		lines, err := Read(context.Background(), bytes.NewReader(content), limits)
		if err != nil {
			if ecosystem.CodeOf(err) == ecosystem.CodeInternal {
				t.Errorf("the error %v has no code for users", err)
			}
			return
		}
		if len(lines) > limits.Lines {
			t.Errorf("%d lines, more than the limit", len(lines))
		}
		for i, l := range lines {
			if l.Number != i+1 || len(l.Raw) > limits.LineBytes {
				t.Errorf("line %d has the number %d and %d bytes", i+1, l.Number, len(l.Raw))
			}
		}
	})
}
