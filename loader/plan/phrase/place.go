package phrase

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
)

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

// maxOfCities bounds what stands before 城市群 and the like, in characters.
const maxOfCities = 6

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
