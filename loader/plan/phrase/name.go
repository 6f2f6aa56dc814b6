package phrase

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
)

const (
	minName = 4  // of a name that nobody knows, in characters
	maxName = 30 // what is longer is a sentence
)

var (
	// counted matches what counts or points instead of naming.
	counted = regexp.MustCompile(`第?[\d０-９一二三四五六七八九十两百]+[多余]?[个家座所批条项大名]|若干|各[类级地县]|一批|每个|首[个家批]|[省市县区国境]内|多[个家种]|本[市省地]|其[他它]|我[市省]`)
	// unit is a place that ends like one: 梅岭县.
	unit = regexp.MustCompile(`^\p{Han}{2,3}?(?:[市县旗]|自治[州县]|新?区)`)
	// academy is an institute of a national academy: 中科院力学所.
	academy = regexp.MustCompile(`^(?:中科院|中国科学院|中国社科院|中国农科院|中国林科院|中国工程物理研究院)\p{Han}{1,12}[所院]$`)
	// direction is a part of a province by its short name: 苏北.
	direction = regexp.MustCompile(`^[冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵滇陕甘][东南西北中]`)
	// adminEnd is what a full name adds to the short one; 省级 is a level.
	adminEnd = regexp.MustCompile(`^(?:省|市|县|区)([^级]|$)`)
)

// NameLike reports whether a text may be a name by its length and does not count.
func NameLike(text string) bool {
	length := utf8.RuneCountInString(text)
	return length >= minName && length <= maxName && !counted.MatchString(text)
}

// item reads one chunk: the name that it is, or begins or ends with.
func (r *listReader) item(t token) Item {
	item := Item{Text: strings.TrimSpace(t.text)}
	trimmed := strings.Trim(item.Text, "“”\"（()）")
	hits := r.within(t.span)
	for _, h := range hits {
		if text := string(r.text[h.start:h.end]); text == item.Text || text == trimmed {
			kind, _ := r.lex.KindOf(text)
			item.Name = &Name{Text: text, Evidence: Known, Kind: kind, Whole: true}
			return item
		}
	}
	if kind, ok := r.placed(item.Text, hits, t.start); ok {
		item.Name = &Name{Text: item.Text, Evidence: Placed, Kind: kind, Whole: true}
		return item
	}
	if kind, ok := r.lex.KindOf(item.Text); ok && NameLike(item.Text) && r.lex.Specific(item.Text) {
		item.Name = &Name{Text: item.Text, Evidence: Listed, Kind: kind, Whole: true}
		return item
	}
	if academy.MatchString(item.Text) {
		item.Name = &Name{Text: item.Text, Evidence: Placed, Kind: ecosystem.ResearchInstitute, Whole: true}
		return item
	}
	if region(item.Text) {
		item.Name = &Name{Text: item.Text, Evidence: Placed, Kind: ecosystem.Region, Whole: true}
		return item
	}
	for _, h := range hits {
		if h.end-h.start >= minName && (h.start == t.start || h.end == t.end) {
			text := string(r.text[h.start:h.end])
			kind, _ := r.lex.KindOf(text)
			item.Name = &Name{Text: text, Evidence: Known, Kind: kind}
			return item
		}
	}
	return item
}

var (
	cityOrCounty = regexp.MustCompile(`^\p{Han}{1,5}[市县旗]$`)
	noPlace      = regexp.MustCompile(`[城超上门股都省各区全我本兴强立富治]市|[各区省市范点全]县|型|级|试点|示范|[^\p{Han}]`)
)

// region reports whether a text is the full name of a city or county.
func region(text string) bool {
	length := utf8.RuneCountInString(text)
	return length > 2 && cityOrCounty.MatchString(text) && !noPlace.MatchString(text)
}

func (r *listReader) within(s span) []span {
	var out []span
	for _, k := range r.known {
		if k.start >= s.start && k.end <= s.end {
			out = append(out, k)
		}
	}
	return out
}

// placed reports whether a text is a name because it holds a place or a known
// name, and the rest is more than a class of things.
func (r *listReader) placed(text string, hits []span, start int) (ecosystem.Kind, bool) {
	if !NameLike(text) {
		return "", false
	}
	runes := []rune(text)
	for _, h := range hits {
		from, to := h.start-start, h.end-start
		if to > len(runes) {
			continue
		}
		if kind, ok := r.named(string(runes[:from]), string(runes[to:])); ok {
			return kind, true
		}
	}
	folded := fold(runes)
	for i := range runes {
		if length := r.placeAt(folded, i); length > 0 {
			return r.named(string(runes[:i]), adminEnd.ReplaceAllString(string(runes[i+length:]), "$1"))
		}
	}
	return "", false
}

// placeAt is the length of a place at text[i].
func (p *Parser) placeAt(text []rune, i int) int {
	if length := p.Places.at(text, i); length > 0 {
		return length
	}
	rest := string(ahead(text, i))
	if found := direction.FindString(rest); found != "" {
		return utf8.RuneCountInString(found)
	}
	if i == 0 {
		return utf8.RuneCountInString(unit.FindString(rest))
	}
	return 0
}

// named reads what stands before and after the place in a name.
func (p *Parser) named(before, after string) (ecosystem.Kind, bool) {
	for _, tail := range p.lex.RegionTails() {
		if before == "" && after == tail {
			return ecosystem.Region, true
		}
	}
	if kind, ok := p.lex.KindOf(after); ok {
		return kind, true
	}
	if before == "" && p.lex.OnePerPlace(after) {
		return p.lex.KindOfSuffix(after)
	}
	kind, ok := p.lex.KindOf(before + after)
	return kind, ok && before != "" && !p.lex.Generic(before)
}
