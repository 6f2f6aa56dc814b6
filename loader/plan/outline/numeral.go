package outline

import (
	"strconv"
	"strings"
)

const hanDigits = "零一二三四五六七八九"

// ParseNumeral reads a number in figures or in Chinese numerals.
func ParseNumeral(s string) (int, bool) {
	if n, err := strconv.Atoi(s); err == nil {
		return n, true
	}
	return parseHan(strings.ReplaceAll(s, "两", "二"))
}

// parseHan reads a Chinese numeral up to 999: 十, 二十三, 一百零五.
func parseHan(s string) (int, bool) {
	total, digit := 0, 0
	for _, r := range s {
		switch r {
		case '百', '十':
			unit := 10
			if r == '百' {
				unit = 100
			}
			total += max(digit, 1) * unit
			digit = 0
		case '〇':
			digit = 0
		default:
			at := strings.IndexRune(hanDigits, r)
			if at < 0 {
				return 0, false
			}
			digit = at / len("零")
		}
	}
	total += digit
	return total, s != "" && total > 0
}
