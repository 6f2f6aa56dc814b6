package main

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store/text"
)

var (
	boxPlace     = regexp.MustCompile(`^(专栏\d+)(?:\((\d+)\))?$`)    // 专栏9, 专栏4(1)
	sectionPlace = regexp.MustCompile(`^([一二三四五六七八九十]+)\.\((.)\)$`) // 一.(一)
	chapterPlace = regexp.MustCompile(`^[一二三四五六七八九十]+(?:\.\d+)?$`)  // 七, 六.7
	groupLocator = regexp.MustCompile(`^专栏\d+\.\d+$`)
)

// maxBelow bounds how many items or paragraphs of one place are looked at.
const maxBelow = 100

// places turns the place names of the fact tables into locators of the plan. The
// tables write every group of a box in brackets, whatever the plan prints, and
// name no items.
type places struct {
	// passage returns what the plan prints at a locator; ok is false where the
	// plan has no such place.
	passage func(locator string) (text string, ok bool)
}

func (p places) locator(place string) (string, error) {
	var candidates []string
	if place == "标题" {
		candidates = []string{"§1"} // the first paragraph
	} else if m := boxPlace.FindStringSubmatch(place); m != nil && m[2] == "" {
		candidates = []string{m[1]}
	} else if m != nil {
		candidates = []string{m[1] + "." + m[2], m[1] + "（" + m[2] + "）"}
	} else if m := sectionPlace.FindStringSubmatch(place); m != nil {
		candidates = []string{ecosystem.NormalizeLocator(m[1] + "(" + m[2] + ")")}
	} else if chapterPlace.MatchString(place) {
		candidates = []string{place}
	}
	for _, c := range candidates {
		if _, ok := p.passage(c); ok {
			return c, nil
		}
	}
	return "", fmt.Errorf("the plan has no place %q (looked for %v)", place, candidates)
}

// sharpen finds the item or paragraph of a cited place that prints one of the
// names (the canonical one first), and how it prints it. What is nowhere printed
// there was read into it.
func (p places) sharpen(s ecosystem.Source, names []string) ecosystem.Source {
	below, items := s.Locator+"§%d", groupLocator.MatchString(s.Locator)
	if items {
		below = s.Locator + "（%d）"
	}
	for i := range maxBelow {
		locator := fmt.Sprintf(below, i+1)
		passage, ok := p.passage(locator)
		if !ok {
			break
		}
		if name := printed(passage, names); name != "" {
			if items && compared(strings.TrimSuffix(strings.TrimSuffix(passage, "。"), "等")) != compared(name) {
				s.Known = ecosystem.Implied // the item is something else that bears the name
			}
			return as(s, locator, name, names[0])
		}
	}
	passage, _ := p.passage(s.Locator)
	if name := printed(passage, names); name != "" {
		return as(s, s.Locator, name, names[0])
	}
	s.Known = ecosystem.Implied
	return s
}

func as(s ecosystem.Source, locator, name, canonical string) ecosystem.Source {
	s.Locator = locator
	if name != canonical {
		s.PrintedName = name
	}
	return s
}

// printed returns the name that a passage prints: the first one, or else the
// longest of the others.
func printed(passage string, names []string) string {
	others := slices.SortedStableFunc(slices.Values(names[1:]), func(a, b string) int {
		return cmp.Compare(utf8.RuneCountInString(b), utf8.RuneCountInString(a))
	})
	for _, name := range append([]string{names[0]}, others...) {
		if strings.Contains(compared(passage), compared(name)) {
			return name
		}
	}
	return ""
}

func compared(s string) string {
	return strings.NewReplacer("“", "", "”", "", `"`, "").Replace(text.Normalize(s))
}
