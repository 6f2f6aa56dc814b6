package phrase

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
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
	ofNation = regexp.MustCompile(`^(\p{Han}{2,14})(?:国家|全国)重点实验室$`)
	// academy is an institute of a national academy: 中科院力学所.
	academy = regexp.MustCompile(`^(?:中科院|中国科学院|中国社科院|中国农科院|中国林科院|中国工程物理研究院)\p{Han}{1,12}(?:[所院]|植物园|天文台)$`)
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
	for _, building := range []string{"项目", "工程"} {
		body := strings.TrimSuffix(item.Text, building)
		if kind, ok := r.lex.KindOf(body); ok && body != item.Text && kind != ecosystem.Programme && NameLike(body) {
			item.Text = body // 龙湾加速器二期项目 is the building of the thing
		}
	}
	if rest := levelBefore.ReplaceAllString(item.Text, ""); NameLike(rest) && rest != item.Text && r.placeAt(fold([]rune(rest)), 0) > 0 {
		t.start += utf8.RuneCountInString(item.Text) - utf8.RuneCountInString(rest)
		item.Text = rest // 国家级东江高新区 is 东江高新区
	}
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
	if kind, ok := r.lex.KindOf(item.Text); ok && kind != ecosystem.Programme && r.coined(item.Text) {
		item.Name = &Name{Text: item.Text, Evidence: Coined, Kind: kind, Whole: true}
		return item
	}
	if r.ofNation(item.Text) {
		item.Name = &Name{Text: item.Text, Evidence: Listed, Kind: ecosystem.Platform, Whole: true}
		return item
	}
	if academy.MatchString(item.Text) {
		item.Name = &Name{Text: item.Text, Evidence: Placed, Kind: ecosystem.ResearchInstitute, Whole: true}
		return item
	}
	if item.Name = partOfCity(item.Text); item.Name != nil {
		return item
	}
	if _, other := r.lex.KindOf(item.Text); region(item.Text) || r.lex.City(strings.TrimSuffix(item.Text, "市")) || (!other && r.district(item.Text)) {
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
	if item.Name = r.ofCities(item.Text); item.Name == nil {
		item.Name = r.beginning(item.Text, hits, t.start)
	}
	if item.Name != nil {
		return item
	}
	for _, h := range hits {
		if rest := string(r.text[h.end:t.end]); h.start == t.start && r.isPlace(h) && rest != "" && !r.lex.Coined(rest) && !r.ends(item.Text) && !shortBody.MatchString(rest) {
			item.Name = &Name{Text: string(r.text[h.start:h.end]), Evidence: Known, Kind: ecosystem.Region}
			return item
		}
	}
	return item
}

// levelBefore is a level before a name: 国家级, 省级.
var levelBefore = regexp.MustCompile(`^(?:国家级|省级|市级)`)

// ofNation reports whether a text is a laboratory of the nation with its subject.
func (r *listReader) ofNation(text string) bool {
	head := ofNation.FindStringSubmatch(text)
	return head != nil && !r.lex.Generic(head[1]) && !r.lex.Quality(head[1]) && NameLike(text)
}

// partOfCity reads a county or district with its city before it, or a city with
// its province; a county or city is known without.
func partOfCity(text string) *Name {
	if county := countyOfCity.FindStringSubmatch(text); county != nil && region(county[1]) {
		return &Name{Text: county[1], Printed: text, Evidence: Placed, Kind: ecosystem.Region, Whole: true}
	}
	if city := cityOfProvince.FindStringSubmatch(text); city != nil && region(city[1]) {
		return &Name{Text: city[1], Printed: text, Evidence: Placed, Kind: ecosystem.Region, Whole: true}
	}
	if districtOfCity.MatchString(text) && !noPlace.MatchString(text) {
		return &Name{Text: text, Evidence: Placed, Kind: ecosystem.Region, Whole: true}
	}
	return nil
}

// ofCities reads a region of several cities with which a text begins:
// 关中平原城市群一体化.
func (r *listReader) ofCities(text string) *Name {
	for _, tail := range r.lex.RegionTails() {
		if tail == "流域" {
			continue // of a river, which text names in passing
		}
		head, rest, ok := strings.Cut(text, tail)
		length := utf8.RuneCountInString(head)
		if !ok || length < 2 || length > maxOfCities || (!r.lex.Coined(head) && r.placeAt(fold([]rune(head)), 0) == 0) {
			continue
		}
		if _, body := r.lex.KindOf(text); body && rest != "" {
			return nil
		}
		return &Name{Text: head + tail, Evidence: Placed, Kind: ecosystem.Region, Whole: rest == ""}
	}
	return nil
}

// bodyEnd ends a name also where more follows without a word between: 研究院 in
// 东江研究院实体化运作. wordGoesOn begins what makes another word of it.
var (
	bodyEnd    = regexp.MustCompile(`大学|学院|研究院|研究所|研究中心|实验室|医院|有限公司|集团|高新区|经开区|开发区|产业园|科技园|科学城|科技城|创新中心|走廊|协会|学会|商会|联谊会`)
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

// maxOfCities bounds what stands before 城市群 and the like, in characters.
const maxOfCities = 6

// shortBody ends the short name of a body: 自动化所.
var shortBody = regexp.MustCompile(`[所院局厂社]$`)

// isPlace reports whether a known name is that of a region or great city.
func (r *listReader) isPlace(s span) bool {
	name := string(r.text[s.start:s.end])
	return slices.ContainsFunc(r.lex.Places(), func(p lexicon.Place) bool { return p.Region && p.Name == name })
}

var (
	countyOfCity   = regexp.MustCompile(`^(?:\p{Han}{2,3}省)?\p{Han}{2,4}?[市州](\p{Han}{1,4}[县旗市])$`)
	cityOfProvince = regexp.MustCompile(`^\p{Han}{2,7}?(?:省|自治区)(\p{Han}{2,5}市)$`)
	districtOfCity = regexp.MustCompile(`^\p{Han}{2,3}市\p{Han}{1,3}[^城地片园郊厂校社库商市发新范验聚务]区$`)
	cityOrCounty   = regexp.MustCompile(`^\p{Han}{1,5}[市县旗]$`)
	noPlace        = regexp.MustCompile(`[城超上门股都省各区全我本兴强立富治]市|[各区省市范点全]县|型|级|试点|示范|服务|[^\p{Han}]`)
	quarter        = regexp.MustCompile(`^\p{Han}{0,3}[^城地片园郊厂校社库商市](?:区|镇|街道)$`)
)

// region reports whether a text is the full name of a city or county.
func region(text string) bool {
	length := utf8.RuneCountInString(text)
	return length > 2 && cityOrCounty.MatchString(text) && !noPlace.MatchString(text)
}

// district reports whether a text is the name of a district or town, with a word
// of its own in it: 示范区 and 小镇 are none.
func (p *Parser) district(text string) bool {
	return quarter.MatchString(text) && p.lex.Coined(text)
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

// ranked reports whether what follows a place is only the word for a rank, so
// that both together name a class: 山东|省重点实验室. A place has one of some.
func (p *Parser) ranked(place, rest string) bool {
	if strings.HasSuffix(place, "县") || strings.HasSuffix(place, "区") {
		return false
	}
	if rest == "省实验室" || (rest == "实验室" && strings.HasSuffix(place, "省")) {
		return true
	}
	rest = adminEnd.ReplaceAllString(rest, "$1")
	return (p.lex.Rank(rest) && !p.lex.OnePerPlace(rest)) || leveled.MatchString(rest)
}

// leveled is a class by its level: 市级平台.
var leveled = regexp.MustCompile(`^(?:国家|省|市|县|区)级`)

// coined reports whether a text holds a word that somebody made for it, early
// enough to be its name.
func (p *Parser) coined(text string) bool {
	if !NameLike(text) || p.lex.Quality(text) {
		return false
	}
	if actsFirst.MatchString(text) {
		return false
	}
	start, end := p.lex.CoinedPart(text)
	rest := string([]rune(text)[end:])
	class := adminEnd.ReplaceAllString(rest, "$1")
	return end > start && !branchOfPlace.MatchString(text) && !levelClass.MatchString(rest) && rest != "省实验室" && (!p.lex.Rank(class) || !granted.MatchString(class))
}

// actsFirst begins what is done, not what is named: 研制甲平台.
var actsFirst = regexp.MustCompile(`^(?:研制|制定|研究制定|开发(?:[^区中]|$)|推广|攻关|采用|使用|运用|具备|属于)`)

// granted are ranks that bodies are granted; with no more than a place before it,
// such a word names a class.
var granted = regexp.MustCompile(`^.{2,}(?:实验室|中心|工作站|孵化器)$`)

// levelClass is what several of a level are: 市级平台, 省级以上重点实验室.
var levelClass = regexp.MustCompile(`^(?:国家|省|市|县|区)级(?:以上|及以上)?(?:科技|创新|重点|各类|新型)*(?:平台|中心|实验室|机构|载体)$`)

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

// branchOnly is a branch without the body that it is one of.
var branchOnly = regexp.MustCompile(`^分(?:院|所|校|园|部|中心|公司)$`)

// branchOfPlace is one in a place, by the place alone.
var branchOfPlace = regexp.MustCompile(`^\p{Han}{2,3}分(?:院|所|校|园|部|中心|公司)$`)

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
