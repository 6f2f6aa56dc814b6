package sheet

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store/text"
)

// regionWords stand in English names of regions beside the name in pinyin.
var regionWords = regexp.MustCompile(`(?i)\b(?:city|province|district|county|municipality|shi|sheng|new area|p\.? ?r\.? ?china|china)\b`)

// spelled reads a place in pinyin, as English tables have it: Ningbo, or Suzhou,
// Jiangsu. A name that several regions share needs the wider one behind it.
func (im *importer) spelled(cell string) (named, bool) {
	var at []*entry
	parts := strings.FieldsFunc(regionWords.ReplaceAllString(cell, ""), func(r rune) bool { return strings.ContainsRune(",，/;", r) })
	slices.Reverse(parts)
	for _, part := range parts {
		slug := pinyin(part)
		if slug == "" || !inLetters(part) {
			continue
		}
		found := im.dir.spelled(slug)
		if len(at) > 0 {
			found = slices.DeleteFunc(found, func(e *entry) bool {
				return !slices.ContainsFunc(at, func(wide *entry) bool { return im.dir.within(e.ID, wide.ID) })
			})
		}
		if len(found) == 0 {
			return named{}, false
		}
		at = found
	}
	switch len(at) {
	case 0:
		return named{}, false
	case 1:
		return named{entry: at[0], name: cell, outcome: Corrected, score: 0.95, reason: fmt.Sprintf("%s → %s", cell, at[0].label())}, true
	}
	var labels []string
	for _, e := range at[:min(len(at), maxCandidates)] {
		labels = append(labels, e.label())
	}
	return rejectedName("有歧义，可能是 may mean %s；请写中文、编号或上级地区 write it in Chinese, as an id, or with the wider region (Suzhou, Jiangsu)", strings.Join(labels, "、")), true
}

// spelled are the regions whose name without 省, 市, 区 or 县 has these letters.
func (d *directory) spelled(letters string) []*entry {
	var out []*entry
	for i := range d.graph.Entities {
		e := &d.graph.Entities[i]
		if e.Kind != ecosystem.Region {
			continue
		}
		name := strings.TrimRight(e.Name, "省市区县")
		if pinyin(name) == letters || pinyin(e.Name) == letters || e.NameEn != "" && pinyin(e.NameEn) == letters {
			out = append(out, d.byID[e.ID])
		}
	}
	return out
}

func inLetters(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxLatin1 })
}

// pinyin is a name in letters, without blanks and strokes.
func pinyin(name string) string {
	return strings.ReplaceAll(text.Slug(strings.TrimSpace(name)), "-", "")
}
