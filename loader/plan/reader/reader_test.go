package reader

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

func TestRead(t *testing.T) {
	input := "\ufeff[bookmark: _Toc1][bookmark: _Toc2]第一章\u3000总则\r\n\t1\t\u00a02.6\r\n\r\n末\u200b行"
	got, err := Read(context.Background(), strings.NewReader(input), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := []Line{
		{Number: 1, Raw: "第一章 总则", Text: "第一章 总则"},
		{Number: 2, Raw: "\t1\t 2.6", Text: "1\t 2.6", Cell: true},
		{Number: 3},
		{Number: 4, Raw: "末行", Text: "末行"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}

func TestReadRefuses(t *testing.T) {
	small := Limits{LineBytes: 12, DocumentBytes: 30, Lines: 3}
	tests := []struct {
		name, input string
		code        ecosystem.Code
		words       string
	}{
		{"UTF-8 and GB18030 in one file", "标题\n\xc1\xd9\xd2\xca\xca\xd0", ecosystem.CodeBadInput, "byte 7 (0xC1, line 2)"},
		{"cut in a character", "A\xe4\xb8", ecosystem.CodeBadInput, "byte 1 (0xE4, line 1)"},
		{"half of UTF-16", "\xff\xfe\x12\x34\x56", ecosystem.CodeBadInput, "half of a character"},
		{"binary", "PK\x00\x01", ecosystem.CodeBadInput, "byte 2 (line 1) of the plan is zero"},
		{"long line", "abcdefghijklm\n", ecosystem.CodeLimitExceeded, "line 1 of the plan is longer than 12 bytes"},
		{"long document", strings.Repeat("abcdefghij\n", 3), ecosystem.CodeLimitExceeded, "longer than 30 bytes"},
		{"many lines", "a\nb\nc\nd", ecosystem.CodeLimitExceeded, "more than 3 lines"},
		{"empty", "", ecosystem.CodeBadInput, "no text"},
		{"blank", "\n \t\n", ecosystem.CodeBadInput, "no text"},
	}
	for _, tt := range tests {
		_, err := Read(context.Background(), strings.NewReader(tt.input), small)
		if err == nil || ecosystem.CodeOf(err) != tt.code || !strings.Contains(err.Error(), tt.words) {
			t.Errorf("%s: error %v, want %s with %q", tt.name, err, tt.code, tt.words)
		}
	}
}

func TestReadAtTheLimits(t *testing.T) {
	lines, err := Read(context.Background(), strings.NewReader("abcdefghijk\nlmnopqrstuv\nwxyzab"), Limits{LineBytes: 12, DocumentBytes: 30, Lines: 3})
	if err != nil || len(lines) != 3 {
		t.Errorf("a document of exactly the limits gives %d lines and %v, want 3 lines", len(lines), err)
	}
}

func TestReadPassesErrorsOn(t *testing.T) {
	broken := errors.New("disk on fire")
	_, err := Read(context.Background(), iotest.ErrReader(broken), Limits{})
	if !errors.Is(err, broken) || ecosystem.CodeOf(err) != ecosystem.CodeBadInput {
		t.Errorf("error %v, want one that wraps the reader's", err)
	}
}
