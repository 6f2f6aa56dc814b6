// Package numeral writes numbers as lists print them: 一, ①, iv.
package numeral

import (
	"strconv"
	"strings"
)

// Format is a way to write a number.
type Format int

// The formats.
const (
	None         Format = iota
	Decimal             // 12
	DecimalZero         // 09
	FullWidth           // １２
	Circled             // ⑫
	Bracketed           // ⑿
	Chinese             // 十二
	ChineseDigit        // 一二
	ChineseLegal        // 壹拾贰
	Stem                // 甲乙丙
	LowerLetter         // a
	UpperLetter         // A
	LowerRoman          // i
	UpperRoman          // I
)

// String writes n; what a format cannot write is written in figures.
func (f Format) String(n int) string {
	figures := strconv.Itoa(n)
	switch {
	case f == None:
		return ""
	case n < 1:
		return figures
	case f == DecimalZero && n < 10:
		return "0" + figures
	case f == FullWidth:
		return strings.Map(func(r rune) rune { return r - '0' + '０' }, figures)
	case f == Circled && n <= 20:
		return string([]rune("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")[n-1])
	case f == Bracketed && n <= 20:
		return string([]rune("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇")[n-1])
	case f == Chinese && n < 10000:
		return chinese(n, []rune("零一二三四五六七八九"), []rune("十百千"))
	case f == ChineseDigit:
		return strings.Map(func(r rune) rune { return []rune("〇一二三四五六七八九")[r-'0'] }, figures)
	case f == ChineseLegal && n < 10000:
		return chinese(n, []rune("零壹贰叁肆伍陆柒捌玖"), []rune("拾佰仟"))
	case f == Stem && n <= 10:
		return string([]rune("甲乙丙丁戊己庚辛壬癸")[n-1])
	case f == LowerLetter && n <= 26*26:
		return letters(n, "abcdefghijklmnopqrstuvwxyz")
	case f == UpperLetter && n <= 26*26:
		return letters(n, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	case f == LowerRoman && n < 4000:
		return strings.ToLower(roman(n))
	case f == UpperRoman && n < 4000:
		return roman(n)
	}
	return figures
}

// chinese writes a number below 10000; 10 to 19 begin with 十 in everyday use.
func chinese(n int, digits, units []rune) string {
	figures := strconv.Itoa(n)
	var out strings.Builder
	zero := false
	for i, figure := range figures {
		digit, power := int(figure-'0'), len(figures)-i-1
		if digit == 0 {
			zero = true
			continue
		}
		if zero {
			out.WriteRune(digits[0])
			zero = false
		}
		if n >= 20 || power != 1 || units[0] != '十' {
			out.WriteRune(digits[digit])
		}
		if power > 0 {
			out.WriteRune(units[power-1])
		}
	}
	return out.String()
}

// letters repeats a letter as word processors do: z, aa, bb.
func letters(n int, alphabet string) string {
	at := (n - 1) % len(alphabet)
	return strings.Repeat(alphabet[at:at+1], (n-1)/len(alphabet)+1)
}

func roman(n int) string {
	var out strings.Builder
	for _, r := range []struct {
		value int
		text  string
	}{
		{1000, "M"},
		{900, "CM"},
		{500, "D"},
		{400, "CD"},
		{100, "C"},
		{90, "XC"},
		{50, "L"},
		{40, "XL"},
		{10, "X"},
		{9, "IX"},
		{5, "V"},
		{4, "IV"},
		{1, "I"},
	} {
		for ; n >= r.value; n -= r.value {
			out.WriteString(r.text)
		}
	}
	return out.String()
}
