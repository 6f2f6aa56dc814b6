package pdf

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/reader/lines"
)

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("..", "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestAFontThatIsOnlyNamed(t *testing.T) {
	w := lines.NewWriter(context.Background(), lines.Limits{})
	if err := Read(context.Background(), fixture(t, "named-font.pdf"), lines.Limits{}, w); err != nil {
		t.Fatal(err)
	}
	got, err := w.Lines()
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, l := range got {
		texts = append(texts, string(rune('0'+l.Page))+" "+l.Text)
	}
	want := []string{
		"1 溪川市科技创新规划", "1 一、发展基础",
		"1 近年来，全市上下深入实施创新驱动发展战略，区域创新能力明显增强。",
		"2 二、重点任务", "2 建设溪川光电材料实验室。",
	}
	if diff := cmp.Diff(want, texts); diff != "" {
		t.Errorf("lines with their pages (-want +got):\n%s", diff)
	}
}

func TestRefused(t *testing.T) {
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	good := fixture(t, "named-font.pdf")
	tests := []struct {
		name    string
		ctx     context.Context
		content []byte
		limits  lines.Limits
		code    ecosystem.Code
		words   string
	}{
		{"cut off", context.Background(), good[:300], lines.Limits{}, ecosystem.CodeBadInput, "damaged"},
		{"scanned", context.Background(), fixture(t, "scanned.pdf"), lines.Limits{}, ecosystem.CodeBadInput, "1 of the 1 pages of the PDF are pictures"},
		{"password", context.Background(), fixture(t, "password.pdf"), lines.Limits{}, ecosystem.CodeBadInput, "password"},
		{"many pages", context.Background(), good, lines.Limits{Pages: 1}, ecosystem.CodeLimitExceeded, "more than 1 pages"},
		{"much text", context.Background(), good, lines.Limits{DocumentBytes: 100}, ecosystem.CodeLimitExceeded, "longer than 100 bytes"},
		{"cancelled", cancelled, good, lines.Limits{}, ecosystem.CodeTimeout, "interrupted"},
	}
	for _, tt := range tests {
		w := lines.NewWriter(context.Background(), tt.limits)
		err := Read(tt.ctx, tt.content, tt.limits, w)
		if err == nil || ecosystem.CodeOf(err) != tt.code || !strings.Contains(err.Error(), tt.words) {
			t.Errorf("%s: error %v, want %s with %q", tt.name, err, tt.code, tt.words)
		}
	}
}

// FuzzRead lets one engine read damaged files one after the other.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"named-font.pdf", "borderless.pdf", "scanned.pdf", "password.pdf"} {
		f.Add(fixture(f, name))
	}
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>endobj 4 0 obj<</Length 42>>stream\n10 10 100 100 re S 20 20 m 90 90 l 9 9 l S\nendstream endobj trailer<</Root 1 0 R>>"))
	e, err := newEngine(context.Background())
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() {
		if err := e.close(); err != nil {
			f.Error(err)
		}
	})
	f.Fuzz(func(t *testing.T, content []byte) {
		limits := lines.Limits{Pages: 20, DocumentBytes: 64 << 10}
		err := readWith(e, content, limits, lines.NewWriter(context.Background(), limits))
		if err != nil && ecosystem.CodeOf(err) == ecosystem.CodeInternal {
			t.Errorf("the error %v has no code for users", err)
		}
	})
}

// Browsers print bold Chinese one character a piece, and neighbours overlap: none is
// read twice.
func TestPiecesThatOverlap(t *testing.T) {
	w := lines.NewWriter(context.Background(), lines.Limits{})
	if err := Read(context.Background(), fixture(t, "overlapping.pdf"), lines.Limits{}, w); err != nil {
		t.Fatal(err)
	}
	got, err := w.Lines()
	if err != nil {
		t.Fatal(err)
	}
	if len(got) == 0 || got[0].Text != "溪川市科技创新规划" {
		t.Errorf("read as %v", got)
	}
}
