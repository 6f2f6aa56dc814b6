package encoding

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/innograph/innograph/ecosystem"
)

// The byte order marks.
const (
	markUTF8 = "\xef\xbb\xbf"
	markLE   = "\xff\xfe"
	markBE   = "\xfe\xff"
)

// plausible is the share of common characters that a guess must have.
const plausible = 0.8

// Decode turns a text into UTF-8 without a byte order mark.
func Decode(content []byte) (string, error) {
	if rest, ok := bytes.CutPrefix(content, []byte(markUTF8)); ok {
		content = rest
	}
	if rest, ok := bytes.CutPrefix(content, []byte(markLE)); ok {
		return marked(rest, unicode.LittleEndian)
	}
	if rest, ok := bytes.CutPrefix(content, []byte(markBE)); ok {
		return marked(rest, unicode.BigEndian)
	}
	zero := bytes.IndexByte(content, 0) >= 0
	if !zero && utf8.Valid(content) {
		return string(content), nil
	}
	if zero {
		if text, ok := unmarkedUTF16(content); ok {
			return text, nil
		}
	} else if text, ok := gb18030(content); ok {
		return text, nil
	}
	return "", refusal(content)
}

func marked(content []byte, order unicode.Endianness) (string, error) {
	text, ok := decodeUTF16(content, order)
	if !ok {
		return "", ecosystem.Errorf(ecosystem.CodeBadInput,
			"the plan begins like UTF-16 text but is not: half of a character is missing, or it was damaged; save it as UTF-8 text")
	}
	return text, nil
}

// decodeUTF16 refuses half characters, and zeros, which no text holds.
func decodeUTF16(content []byte, order unicode.Endianness) (string, bool) {
	if len(content)%2 != 0 {
		return "", false
	}
	text, err := unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(content)
	if err != nil || bytes.IndexByte(text, 0) >= 0 || replaced(text) {
		return "", false
	}
	return string(text), true
}

// unmarkedUTF16 reads UTF-16 without a mark: the order in which it is plausible.
func unmarkedUTF16(content []byte) (string, bool) {
	for _, order := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
		if text, ok := decodeUTF16(content, order); ok && plausibleText(text) {
			return text, true
		}
	}
	return "", false
}

// plausibleText: most characters are those that a Chinese document holds.
func plausibleText(text string) bool {
	all, common := 0, 0
	for _, r := range text {
		all++
		switch {
		case r >= ' ' && r < 0x7f, r == '\n', r == '\r', r == '\t',
			r >= 0x4e00 && r <= 0x9fff,                                                         // Han
			r >= 0x3000 && r <= 0x303f, r >= 0xff00 && r <= 0xffef, r >= 0x2010 && r <= 0x2030: // punctuation
			common++
		}
	}
	return all > 0 && float64(common) >= plausible*float64(all)
}

// gb18030 reads a text as GB18030 if it is valid and most of its characters are
// among the 3755 common ones (GB 2312 level 1) or are punctuation. UTF-8 or
// Windows text read as GB18030 is either invalid or made of rare characters.
func gb18030(content []byte) (string, bool) {
	all, common := 0, 0
	for i := 0; i < len(content); i++ {
		lead := content[i]
		if lead < 0x80 {
			continue
		}
		if i+1 == len(content) {
			return "", false
		}
		all++
		i++
		trail := content[i]
		switch {
		case trail >= '0' && trail <= '9':
			i += 2 // one of four bytes
		case trail >= 0xa1 && (lead >= 0xa1 && lead <= 0xa3 || lead >= 0xb0 && lead <= 0xd7):
			common++
		}
	}
	if all == 0 || float64(common) < plausible*float64(all) {
		return "", false
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(content)
	if err != nil || replaced(text) {
		return "", false
	}
	return string(text), true
}

// replaced reports whether the decoder met something that is no character.
func replaced(text []byte) bool { return bytes.ContainsRune(text, utf8.RuneError) }

func refusal(content []byte) error {
	at := invalidByte(content)
	line := 1 + bytes.Count(content[:at], []byte("\n"))
	if content[at] == 0 {
		return ecosystem.Errorf(ecosystem.CodeBadInput,
			"byte %d (line %d) of the plan is zero: this is no plain text; save the document as UTF-8 text first", at, line)
	}
	return ecosystem.Errorf(ecosystem.CodeBadInput,
		"the plan is not UTF-8: byte %d (0x%02X, line %d) begins no character, and it does not read as Chinese in GB18030 either; save it as UTF-8 text",
		at, content[at], line)
}

// invalidByte is the index of the first byte that no UTF-8 text holds.
func invalidByte(content []byte) int {
	at := 0
	for at < len(content) {
		r, size := utf8.DecodeRune(content[at:])
		if content[at] == 0 || r == utf8.RuneError && size <= 1 {
			break
		}
		at += size
	}
	return at
}
