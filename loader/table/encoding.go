package table

import (
	"bytes"
	"strings"
)

const saveAsUTF8 = `in Excel, choose File > Save As > "CSV UTF-8 (Comma delimited) (*.csv)" (文件 > 另存为 > CSV UTF-8（逗号分隔）), or save an Excel workbook (*.xlsx)`

// notText recognizes files that are no UTF-8 text at all by how they begin, and
// says so.
func notText(start []byte) string {
	switch {
	case bytes.HasPrefix(start, []byte("PK\x03\x04")):
		return "the file is an Excel workbook or a ZIP file, not CSV; name it *.xlsx, or " + saveAsUTF8
	case bytes.HasPrefix(start, []byte("\xd0\xcf\x11\xe0")):
		return "the file is an old Excel workbook (*.xls), not CSV; " + saveAsUTF8
	case bytes.HasPrefix(start, []byte("\xff\xfe")), bytes.HasPrefix(start, []byte("\xfe\xff")):
		return "the file is UTF-16, which Excel calls Unicode text; " + saveAsUTF8
	default:
		return ""
	}
}

// wrongEncoding says what a row seems to be written in that is not UTF-8.
func wrongEncoding(cells []string) string {
	return "the row is not UTF-8; it looks like " + guessEncoding(strings.Join(cells, ",")) + "; " + saveAsUTF8
}

// guessEncoding tells GB18030 from Windows-1252. Chinese text in GB18030 is made
// of pairs of high bytes, nearly all in the range of GB 2312; in Western text high
// bytes stand alone between letters.
func guessEncoding(text string) string {
	high, paired := 0, 0
	for i := 0; i < len(text); i++ {
		if text[i] < 0x80 {
			continue
		}
		high++
		if isGB2312(text[i]) && i+1 < len(text) && isGB2312(text[i+1]) {
			high, paired, i = high+1, paired+2, i+1
		}
	}
	if paired*2 > high {
		return "GB18030 (GBK, the Chinese “ANSI”)"
	}
	return "Windows-1252 (Western “ANSI”)"
}

func isGB2312(b byte) bool { return b >= 0xa1 && b <= 0xfe }
