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
	counted = regexp.MustCompile(`第?[\d０-９一二三四五六七八九十两百]+[多余]?[个家座所批条项大名]|若干|各[类级地县]|一批|每[个家所座]|首[个家批]|[省市县区国境]内|多[个家种]|[一二三四五六七八九][核轴带廊翼极梁柱]|本[市省地]|其[他它]|我[市省]`)
	// unit is a place that ends like one: 梅岭县.
	unit = regexp.MustCompile(`^\p{Han}{2,3}?(?:[市县旗]|自治[州县]|新?区)`)
	// ofNation is a laboratory of the nation with its subject: 机械传动国家重点实验室.
	ofNation = regexp.MustCompile(`^(\p{Han}{2,14})(?:(?:国家|全国)重点实验室|国家(?:技术创新|制造业创新|产业创新|工程研究|工程技术研究|临床医学研究)中心)$`)
	// academy is an institute of a national academy: 中科院力学所.
	academy = regexp.MustCompile(`^(?:中科院|中国科学院|中国社科院|中国农科院|中国林科院|中国工程物理研究院)\p{Han}{1,24}(?:[所院]|植物园|天文台)$`)
	// direction is a part of a province by its short name: 苏北.
	direction = regexp.MustCompile(`^[冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵滇陕甘][东南西北中]`)
	// adminEnd is what a full name adds to the short one; 省级 is a level.
	adminEnd = regexp.MustCompile(`^(?:省|市|县|区)([^级]|$)`)
)

// NameLike reports whether a text may be a name by its length and does not count.
func NameLike(text string) bool {
	length := utf8.RuneCountInString(text)
	return length >= minName && length <= maxName && !counted.MatchString(text) && !strings.HasPrefix(text, "各")
}

// item reads one chunk: the name that it is, or begins or ends with.
func (r *listReader) item(t token) Item {
	item := Item{Text: strings.TrimSpace(t.text)}
	for _, building := range []string{"项目", "工程"} {
		body := strings.TrimSuffix(item.Text, building)
		if kind, ok := r.lex.KindOf(body); ok && body != item.Text && kind != ecosystem.Programme && NameLike(body) {
			item.Text = body // 龙湾加速器二期项目 is the building of the thing
		}
	}
	if rest := levelBefore.ReplaceAllString(item.Text, ""); NameLike(rest) && rest != item.Text && !onlyArea.MatchString(rest) && r.placeAt(fold([]rune(rest)), 0) > 0 {
		t.start += utf8.RuneCountInString(item.Text) - utf8.RuneCountInString(rest)
		item.Text = rest // 国家级东江高新区 is 东江高新区
	}
	hits := r.within(t.span)
	if item.Name = r.knownWhole(item.Text, hits); item.Name != nil {
		return item
	}
	if item.Name = r.whole(item.Text, hits, t.start); item.Name != nil {
		return item
	}
	item.Name = r.part(item.Text, hits, t)
	return item
}

// knownWhole is the known name that a text is.
func (r *listReader) knownWhole(text string, hits []span) *Name {
	trimmed := strings.Trim(text, "“”\"（()）")
	for _, h := range hits {
		if known := string(r.text[h.start:h.end]); known == text || known == trimmed {
			kind, _ := r.lex.KindOf(known)
			return &Name{Text: known, Evidence: Known, Kind: kind, Whole: true}
		}
	}
	return nil
}

// whole is the name that a text is by its form; the first reason that holds is
// the evidence.
func (r *listReader) whole(text string, hits []span, start int) *Name {
	name := func(evidence Evidence, kind ecosystem.Kind) *Name {
		return &Name{Text: text, Evidence: evidence, Kind: kind, Whole: true}
	}
	if kind, ok := r.placed(text, hits, start); ok {
		return name(Placed, kind)
	}
	kind, ok := r.lex.KindOf(text)
	switch {
	case ok && NameLike(text) && r.lex.Specific(text):
		return name(Listed, kind)
	case ok && kind != ecosystem.Programme && r.coined(text):
		return name(Coined, kind)
	case r.ofNation(text), r.nationalCentre(text):
		return name(Listed, ecosystem.Platform)
	case academy.MatchString(text):
		return name(Placed, ecosystem.ResearchInstitute)
	}
	if part := partOfCity(text); part != nil {
		return part
	}
	if region(text) || r.lex.City(strings.TrimSuffix(text, "市")) || (!ok && r.district(text)) {
		return name(Placed, ecosystem.Region)
	}
	return nil
}

// part is the name that a text begins or ends with.
func (r *listReader) part(text string, hits []span, t token) *Name {
	for _, h := range hits {
		if h.end-h.start >= minName && (h.start == t.start || h.end == t.end) {
			known := string(r.text[h.start:h.end])
			kind, _ := r.lex.KindOf(known)
			return &Name{Text: known, Evidence: Known, Kind: kind}
		}
	}
	if name := r.ofCities(text); name != nil {
		return name
	}
	if name := r.beginning(text, hits, t.start); name != nil {
		return name
	}
	for _, h := range hits {
		if rest := string(r.text[h.end:t.end]); h.start == t.start && r.isPlace(h) && rest != "" && !r.lex.Coined(rest) && !r.ends(text) && !shortBody.MatchString(rest) {
			return &Name{Text: string(r.text[h.start:h.end]), Evidence: Known, Kind: ecosystem.Region}
		}
	}
	return nil
}

// onlyArea is an area by what it is for, whose end looks like that of a place:
// 国家级|化工园区.
var onlyArea = regexp.MustCompile(`^\p{Han}{2}[园片景]区$`)

// levelBefore is a level before a name: 国家级, 省级.
var levelBefore = regexp.MustCompile(`^(?:国家级|省级|市级)`)

// ofNation reports whether a text is a laboratory of the nation with its subject.
func (r *listReader) ofNation(text string) bool {
	head := ofNation.FindStringSubmatch(text)
	return head != nil && !r.lex.Generic(head[1]) && !r.lex.Quality(head[1]) && NameLike(text)
}

// national is a centre of the nation with its subject behind 国家.
var national = regexp.MustCompile(`^国家([^级地]\p{Han}{1,13}?)(?:质量(?:监督)?检验(?:检测)?中心|检验检测中心|技术创新中心|制造业创新中心|产业创新中心|工程研究中心|工程技术研究中心|临床医学研究中心|质量标准中心|种质资源库)$`)

// nationalCentre reports whether a text is a centre of the nation with its subject:
// 国家茶叶质量检验中心.
func (r *listReader) nationalCentre(text string) bool {
	subject := national.FindStringSubmatch(text)
	return subject != nil && !r.lex.Generic(subject[1]) && !r.lex.Quality(subject[1]) && NameLike(text)
}

// bodyEnd ends a name also where more follows without a word between: 研究院 in
// 东江研究院实体化运作. wordGoesOn begins what makes another word of it.
var (
	bodyEnd    = regexp.MustCompile(`大学|学院|研究院|研究所|研究中心|实验室|医院|有限公司|集团|高新区|经开区|开发区|产业园|科技园|工业园|化工园|软件园|创业园|物流园|科学城|科技城|创新中心|走廊|协会|学会|商会|联谊会`)
	wordGoesOn = regexp.MustCompile(`^(?:[生城园区院所部室章们级群圈带的内外]|中心|学院|大学|分)|[省市县区]$`)
)

// beginning is the name of a body with which a text begins that goes on with
// something else, as far as a place or a known name shows that it is one.
func (r *listReader) beginning(text string, hits []span, start int) *Name {
	if _, named := r.lex.KindOfSuffix(text); named {
		return nil
	}
	ends := bodyEnd.FindAllStringIndex(text, -1)
	for i := len(ends) - 1; i >= 0; i-- {
		name, rest := text[:ends[i][1]], text[ends[i][1]:]
		if utf8.RuneCountInString(rest) < 2 || wordGoesOn.MatchString(rest) {
			continue
		}
		if kind, ok := r.placed(name, hits, start); ok {
			return &Name{Text: name, Evidence: Placed, Kind: kind}
		}
		if kind, ok := r.lex.KindOf(name); ok && r.coined(name) {
			return &Name{Text: name, Evidence: Coined, Kind: kind}
		}
	}
	return nil
}

// shortBody ends the short name of a body: 自动化所.
var shortBody = regexp.MustCompile(`[所院局厂社]$`)

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
		if to > len(runes) || (from == 0 && r.ranked(string(runes[:to]), string(runes[to:]))) {
			continue
		}
		if kind, ok := r.named(string(runes[:from]), string(runes[to:])); ok {
			return kind, true
		}
	}
	folded := fold(runes)
	for i := range runes {
		if length := r.placeAt(folded, i); length > 0 {
			rest := string(runes[i+length:])
			if i == 0 && r.ranked(string(runes[:length]), rest) {
				return "", false
			}
			return r.named(string(runes[:i]), adminEnd.ReplaceAllString(rest, "$1"))
		}
	}
	return "", false
}

// named reads what stands before and after the place in a name.
func (p *Parser) named(before, after string) (ecosystem.Kind, bool) {
	if before == "" && branchOnly.MatchString(after) {
		return "", false // 东江分院 of whom?
	}
	for _, tail := range p.lex.RegionTails() {
		if before == "" && after == tail {
			return ecosystem.Region, true
		}
	}
	if kind, ok := p.lex.KindOf(after); ok {
		return kind, true
	}
	if before == "" && (p.lex.OnePerPlace(after) || !p.lex.Rank(after)) {
		return p.lex.KindOfSuffix(after)
	}
	kind, ok := p.lex.KindOf(before + after)
	return kind, ok && before != "" && !p.lex.Generic(before)
}
