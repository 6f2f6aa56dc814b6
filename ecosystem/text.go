package ecosystem

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// CheckText says what keeps a text from standing in a table cell and coming back
// the same: broken UTF-8, blanks around it, line breaks and other invisible
// characters.
func CheckText(s string) error {
	switch i := strings.IndexFunc(s, invisible); {
	case !utf8.ValidString(s):
		return fmt.Errorf("%q is not UTF-8", s)
	case strings.TrimSpace(s) != s:
		return fmt.Errorf("%q begins or ends with a blank", s)
	case i >= 0 && (s[i] == '\n' || s[i] == '\r'):
		return fmt.Errorf("%q holds a line break; write it in one line", s)
	case i >= 0:
		r, _ := utf8.DecodeRuneInString(s[i:])
		return fmt.Errorf("%q holds the invisible character %U; remove it", s, r)
	}
	return nil
}

// checkItem is CheckText for one value of a cell that may hold several.
func checkItem(s string) error {
	switch {
	case s == "":
		return errors.New("one of the values is empty")
	case strings.ContainsAny(s, ListSeparator+"；"):
		return fmt.Errorf("%q holds a semicolon, which stands between several values", s)
	}
	return CheckText(s)
}

func invisible(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || r&0xfffe == 0xfffe
}
