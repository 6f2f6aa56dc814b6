package ecosystem

import (
	"slices"
	"strings"
)

// pageMark begins the page at the end of a locator.
const pageMark = " p."

// NormalizeLocator gives a locator its one spelling: brackets full-width, no
// blanks but the one before a page. A locator names a place by the numbering of
// its document: the chapter numeral, then each level as numbered (一（一）, 四.1,
// 专栏3（1）, 专栏5.2（3）), §12 for the twelfth paragraph below it. Where the
// document has pages, the page comes behind a blank: 四.1§12 p.37; where it has
// nothing else, it stands alone: p.37. A row of a sheet is 平台!5.
func NormalizeLocator(s string) string {
	s = strings.TrimSpace(s)
	if !strings.ContainsAny(s, "() \u3000．") {
		return s // nearly always; making a replacer takes its time
	}
	s = strings.NewReplacer("(", "（", ")", "）", "\u3000", " ", "．", ".").Replace(s)
	place, page := SplitPage(s)
	return JoinPage(strings.ReplaceAll(place, " ", ""), strings.ReplaceAll(page, " ", ""))
}

// SplitPage takes a locator apart: 四.1§12 p.37 gives 四.1§12 and p.37. Either
// may be empty.
func SplitPage(locator string) (place, page string) {
	if strings.HasPrefix(locator, pageMark[1:]) {
		return "", locator
	}
	if i := strings.LastIndex(locator, pageMark); i >= 0 {
		return locator[:i], locator[i+1:]
	}
	return locator, ""
}

// JoinPage is the opposite of SplitPage.
func JoinPage(place, page string) string {
	return strings.TrimSpace(place + " " + page)
}

// LocatorLevels lists the places that hold a locator, the widest first and the
// locator itself last: 专栏5.2（3） gives 专栏5, 专栏5.2, 专栏5.2（3）. A page holds
// what stands on it.
func LocatorLevels(locator string) []string {
	locator = NormalizeLocator(locator)
	if locator == "" {
		return nil
	}
	place, page := SplitPage(locator)
	if place == "" {
		return []string{page}
	}
	var levels []string
	for i, r := range place {
		if i > 0 && (r == '（' || r == '.' || r == '§' || r == '!') {
			levels = append(levels, place[:i])
		}
	}
	levels = append(levels, place)
	if page != "" {
		levels = append(levels, page, locator)
	}
	return levels
}

// InSection reports whether a locator lies in a section, at a level's edge:
// 专栏5 holds 专栏5.2（3） but not 专栏50.
func InSection(locator, section string) bool {
	return slices.Contains(LocatorLevels(locator), NormalizeLocator(section))
}
