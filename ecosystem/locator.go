package ecosystem

import (
	"slices"
	"strings"
)

// NormalizeLocator gives a locator its one spelling: brackets full-width, no
// blanks. A locator names a place by the numbering of its document: the chapter
// numeral, then each level as numbered (一（一）, 四.1, 专栏3（1）, 专栏5.2（3）),
// §12 for the twelfth paragraph below it, p.37 for a page.
func NormalizeLocator(s string) string {
	s = strings.TrimSpace(s)
	if !strings.ContainsAny(s, "() \u3000．") {
		return s // nearly always; making a replacer takes its time
	}
	return strings.NewReplacer("(", "（", ")", "）", " ", "", "\u3000", "", "．", ".").Replace(s)
}

// LocatorLevels lists the places that hold a locator, the widest first and the
// locator itself last: 专栏5.2（3） gives 专栏5, 专栏5.2, 专栏5.2（3）.
func LocatorLevels(locator string) []string {
	locator = NormalizeLocator(locator)
	if locator == "" {
		return nil
	}
	var levels []string
	for i, r := range locator {
		if i == 0 || (r != '（' && r != '.' && r != '§') || strings.HasSuffix(locator[:i], "p") {
			continue
		}
		levels = append(levels, locator[:i])
	}
	return append(levels, locator)
}

// InSection reports whether a locator lies in a section, at a level's edge:
// 专栏5 holds 专栏5.2（3） but not 专栏50.
func InSection(locator, section string) bool {
	return slices.Contains(LocatorLevels(locator), NormalizeLocator(section))
}
