package plan

import (
	"regexp"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/phrase"
)

// aspiration ends what a place wants to be: 打造长三角科创先行区.
var aspiration = regexp.MustCompile(`(?:先行区|引领区|示范区|集聚区|聚集区|共同体|副中心|高地|策源地|承载区|(?:转化|制造|制造业|配套|承接)基地|(?:科技|产业)创新中心)$`)

// always is what no body is called.
var always = regexp.MustCompile(`(?:先行区|引领区|对接区|副中心|高质量发展示范区|(?:区域性?|全球|国际)(?:科技|产业|协同|产业科技)*创新中心|(?:全球|国际)科创中心)$`)

// aspires: what is to be made of a place is no body; what has its own name, is.
func (t *telling) aspires(name phrase.Name) bool {
	if always.MatchString(name.Text) {
		return true
	}
	if !aspiration.MatchString(name.Text) {
		return false
	}
	return t.wide(name.Text)
}

// regionOf is the region that a name begins with.
func (t *telling) regionOf(name phrase.Name) *phrase.Name {
	for _, p := range t.lex.Places() {
		rest, begins := strings.CutPrefix(name.Text, p.Name)
		if p.Region && begins && !slices.ContainsFunc(t.lex.RegionTails(), func(tail string) bool { return strings.HasPrefix(rest, tail) }) {
			return &phrase.Name{Text: p.Name, Evidence: phrase.Known, Kind: ecosystem.Region}
		}
	}
	return nil
}

// wide reports whether a name begins with a region wider than a city.
func (t *telling) wide(name string) bool {
	ofCities := slices.ContainsFunc(t.lex.RegionTails(), func(tail string) bool { return strings.Index(name, tail) > 0 })
	return ofCities || slices.ContainsFunc(t.lex.Places(), func(p lexicon.Place) bool {
		return p.Region && strings.HasPrefix(name, p.Name) && strings.ContainsAny(p.Name, "角圈区带群域岛海")
	})
}
