package resolve

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/innograph/innograph/store/text"
)

// folded is a name as names are compared: simplified characters, letters and
// digits only, numbers in one writing.
type folded struct {
	runes []rune
	inner []bool // the rune stands in brackets
}

func (f folded) String() string { return string(f.runes) }

// fold writes a name in the form in which names are compared. Brackets go, but
// it is kept what stood in them.
func fold(name string) folded {
	s := []rune(simplify(text.Normalize(name)))
	s = ordinals(affiliated(s))
	f := folded{make([]rune, 0, len(s)), make([]bool, 0, len(s))}
	depth := 0
	for _, r := range s {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth = max(0, depth-1)
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			f.runes = append(f.runes, r)
			f.inner = append(f.inner, depth > 0)
		}
	}
	return f
}

// foldText is fold for what needs no brackets.
func foldText(s string) string { return fold(s).String() }

// simplify writes traditional characters in their simplified form.
func simplify(s string) string {
	table := lexicons().simplified
	if !strings.ContainsFunc(s, func(r rune) bool { return table[r] != 0 }) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if to := table[r]; to != 0 {
			return to
		}
		return r
	}, s)
}

const numerals = "零一二三四五六七八九"

// digit gives the value of a Chinese numeral from 0 to 9, or of a digit.
func digit(r rune) (int, bool) {
	switch {
	case r == '〇' || r == '○':
		return 0, true
	case r >= '0' && r <= '9':
		return int(r - '0'), true
	}
	n := 0
	for _, numeral := range numerals {
		if r == numeral {
			return n, true
		}
		n++
	}
	return 0, false
}

func isNumeral(r rune) bool {
	_, ok := digit(r)
	return ok || r == '十' || r == '百'
}

// ordinals writes numbers with digits where they count bodies: 第十四研究所 and
// 十四所 become 第14研究所 and 14所, 第七〇二 becomes 第702. Other Chinese
// numerals are parts of names: 三一重工.
func ordinals(s []rune) []rune {
	var out []rune
	for i := 0; i < len(s); {
		end := i
		for end < len(s) && isNumeral(s[end]) {
			end++
		}
		if end == i {
			out = append(out, s[i])
			i++
			continue
		}
		counts := i > 0 && s[i-1] == '第' ||
			end-i > 1 && end < len(s) && (s[end] == '所' || hasPrefix(s[end:], "研究"))
		if counts {
			out = append(out, []rune(number(s[i:end]))...)
		} else {
			out = append(out, s[i:end]...)
		}
		i = end
	}
	return out
}

// number reads a run of numerals, either by place (五十四) or digit by digit
// (七〇二).
func number(run []rune) string {
	byPlace := strings.ContainsAny(string(run), "十百")
	var digits strings.Builder
	total, current := 0, 0
	for _, r := range run {
		d, ok := digit(r)
		switch {
		case ok:
			current = d
			digits.WriteByte(byte('0' + d))
		case r == '十':
			total, current = total+10*max(1, current), 0
		default:
			total, current = total+100*max(1, current), 0
		}
	}
	if !byPlace {
		return digits.String()
	}
	return strconv.Itoa(total + current)
}

// affiliated writes the ways of naming the hospitals of a university alike:
// 附属第一医院, 附一院 and 一附院 all become 第一附属医院.
func affiliated(s []rune) []rune {
	str := string(s)
	i := strings.Index(str, "附")
	if i < 0 {
		return s
	}
	before, rest := str[:i], strings.TrimPrefix(str[i+len("附"):], "属")
	rest = strings.TrimPrefix(rest, "第")
	if n, size := leadingNumeral(rest); n != "" {
		if tail := rest[size:]; before != "" && (tail == "医院" || tail == "院" || tail == "") {
			return []rune(before + "第" + n + "附属医院")
		}
	}
	if rest != "医院" && rest != "院" {
		return s
	}
	runes := []rune(before)
	if last := len(runes) - 1; last > 0 && isNumeral(runes[last]) {
		n := string(runes[last])
		before = strings.TrimSuffix(string(runes[:last]), "第")
		return []rune(before + "第" + n + "附属医院")
	}
	return s
}

func leadingNumeral(s string) (n string, size int) {
	if r, size := utf8.DecodeRuneInString(s); isNumeral(r) {
		return s[:size], size
	}
	return "", 0
}

func hasPrefix(s []rune, prefix string) bool {
	i := 0
	for _, r := range prefix {
		if i >= len(s) || s[i] != r {
			return false
		}
		i++
	}
	return true
}
