package encoding

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/innograph/innograph/ecosystem"
)

const sample = "溪川市科技创新规划\r\n一、总体要求（2026—2030年）\r\n建设R&D平台，投入达到3.2%以上。\r\n"

func encode(t *testing.T, name string) string {
	t.Helper()
	var out string
	var err error
	switch name {
	case "GB18030":
		out, err = simplifiedchinese.GB18030.NewEncoder().String(sample)
	case "Big5":
		out, err = traditionalchinese.Big5.NewEncoder().String("科技創新規劃，一、總體要求，建設創新平臺，加強組織領導")
	case "UTF-16LE":
		out, err = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String(sample)
	case "UTF-16BE":
		out, err = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String(sample)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestDecode(t *testing.T) {
	tests := map[string]string{
		"UTF-8":                sample,
		"UTF-8 with a mark":    "\xef\xbb\xbf" + sample,
		"GB18030":              encode(t, "GB18030"),
		"UTF-16LE with a mark": "\xff\xfe" + encode(t, "UTF-16LE"),
		"UTF-16BE with a mark": "\xfe\xff" + encode(t, "UTF-16BE"),
		"UTF-16LE":             encode(t, "UTF-16LE"),
		"UTF-16BE":             encode(t, "UTF-16BE"),
	}
	for name, content := range tests {
		if got, err := Decode([]byte(content)); got != sample || err != nil {
			t.Errorf("%s: %q, %v; want the sample", name, got, err)
		}
	}
}

func TestDoubtfulTextIsRefused(t *testing.T) {
	tests := map[string]struct{ content, words string }{
		"Windows-1252":             {"R\xe9sum\xe9 of the plan, caf\xe9", "byte 1 (0xE9, line 1)"},
		"Latin letters in pairs":   {"\xc4\xd6\xdc\xe4\xf6\xfc\xdf\xe0\xe9\xe8", "byte 0 (0xC4, line 1)"},
		"Big5":                     {encode(t, "Big5"), "GB18030"},
		"damaged UTF-8":            {strings.Replace(sample, "规", "\xe8\xa7", 1), "begins no character"},
		"damaged GB18030":          {encode(t, "GB18030") + "\xc1", "byte 2 (0xB4, line 1)"},
		"binary":                   {"\x00\x01\x02\x03\x04\x05\x06\x07", "byte 0 (line 1) of the plan is zero"},
		"half of UTF-16":           {"\xff\xfe" + encode(t, "UTF-16LE")[1:], "half of a character"},
		"UTF-16 with a zero":       {"\xff\xfeA\x00\x00\x00", "half of a character"},
		"UTF-16 with half a pair":  {"\xff\xfeA\x00\x00\xd8", "half of a character"},
		"UTF-32 without a mark":    {"A\x00\x00\x00B\x00\x00\x00", "is zero"},
		"one rare character alone": {"\xfe\x50", "0xFE"},
	}
	for name, tt := range tests {
		got, err := Decode([]byte(tt.content))
		if ecosystem.CodeOf(err) != ecosystem.CodeBadInput || err == nil || !strings.Contains(err.Error(), tt.words) {
			t.Errorf("%s: %q, error %v; want %s with %q", name, got, err, ecosystem.CodeBadInput, tt.words)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, seed := range []string{sample, "\xff\xfe\x2d\x4e\x0a\x00", "\xc1\xd9\xd2\xca\n", "\x4e\x2d\x00\x0a", "\xef\xbb\xbf\xff\xfe", "\x81\x30\x81\x30", "A\xe4\xb8"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		text, err := Decode(content)
		switch {
		case err != nil && ecosystem.CodeOf(err) != ecosystem.CodeBadInput:
			t.Errorf("the error %v has no code for users", err)
		case err == nil && (!utf8.ValidString(text) || strings.Contains(text, "\x00")):
			t.Errorf("%q is no text", text)
		}
	})
}
