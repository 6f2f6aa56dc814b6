package lexicon

import (
	"slices"
	"strings"
)

// FieldOfTitle takes the field out of the title of a list: 新材料技术重点项目
// gives 新材料技术. It is empty when the title names none (科技创新重点项目).
func (l *Lexicon) FieldOfTitle(title string) string {
	field := l.withoutPeriod(strings.TrimSpace(title))
	for _, tail := range l.titleTails {
		if head, ok := strings.CutSuffix(field, tail); ok {
			field = head
			break
		}
	}
	field = strings.TrimRight(field, "的")
	if l.Generic(field) {
		return ""
	}
	if field = l.FieldOfHeading(field); l.severalSectors(field) {
		return "" // a single one is as near to a field as the list comes
	}
	return field
}

// Sector reports whether a heading names a part of the economy, or several,
// under which fields of technology are filed, and no field: 农业与社会发展.
func (l *Lexicon) Sector(heading string) bool {
	return l.severalSectors(heading) || slices.Contains(l.prose.sectors, strings.TrimSuffix(heading, "科技"))
}

func (l *Lexicon) severalSectors(heading string) bool {
	for _, and := range []string{"、", "和", "与", "及"} {
		if a, b, ok := strings.Cut(heading, and); ok && l.Sector(a) && l.Sector(b) {
			return true
		}
	}
	return false
}

// withoutPeriod drops the period that a title begins with: “十四五”新材料项目.
func (l *Lexicon) withoutPeriod(title string) string {
	for _, p := range l.periods {
		at := strings.Index(title, p.Name)
		if at >= 0 && strings.Trim(title[:at], `"“`) == "" {
			title = strings.TrimLeft(title[at+len(p.Name):], `"”`)
			return strings.TrimPrefix(strings.TrimPrefix(title, "时期"), "期间")
		}
	}
	return title
}

// FieldOfHeading gives the name of the field that a heading states: 新材料领域
// gives 新材料.
func (l *Lexicon) FieldOfHeading(heading string) string {
	heading = strings.TrimSpace(heading)
	for _, tail := range l.fieldTails {
		if head, ok := strings.CutSuffix(heading, tail); ok && head != "" {
			return head
		}
	}
	return heading
}

// FieldNames lists the ways in which a field of this name may be written
// elsewhere, the name itself first: people write 新材料 and 新材料技术 alike.
func (l *Lexicon) FieldNames(name string) []string {
	const technology = "技术"
	names := []string{name}
	if short, ok := strings.CutSuffix(name, technology); ok && short != "" {
		return append(names, short)
	}
	names = append(names, name+technology)
	if short, ok := strings.CutSuffix(name, "产业"); ok && short != "" {
		names = append(names, short, short+technology)
	}
	return names
}
