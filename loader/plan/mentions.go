package plan

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/list"
	"github.com/innograph/innograph/loader/plan/phrase"
)

// newParser makes the parser of running text, which knows every body, place and
// programme that is known.
func (x *extraction) newParser() *phrase.Parser {
	p := phrase.NewParser(x.lex)
	if x.names.lookup != nil {
		for _, id := range x.names.lookup.IDs() {
			e := x.names.lookup.ByID(id)
			for _, name := range e.Names() {
				x.learn(p, e.Kind, name)
			}
		}
	}
	for _, name := range x.names.places {
		p.Places.Add(name)
	}
	return p
}

// learnSeen teaches the parser the names that the boxes named.
func (x *extraction) learnSeen() {
	for _, entities := range x.names.seen {
		for _, e := range entities {
			x.learn(x.parser, e.Kind, e.Name)
		}
	}
}

// learnPrinted lets running text call a body as a box does.
func (x *extraction) learnPrinted() {
	for _, p := range x.printed {
		x.names.alias(p.name, p.entity)
		x.learn(x.parser, p.entity.Kind, p.name)
	}
}

// learn teaches the parser a name that is found in running text.
func (x *extraction) learn(p *phrase.Parser, kind ecosystem.Kind, name string) {
	if !strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		return
	}
	length := utf8.RuneCountInString(name)
	switch {
	case kind == ecosystem.Region:
		p.Names.Add(name)
		p.Places.Add(name)
		if short := placeEnding.ReplaceAllString(name, ""); utf8.RuneCountInString(short) > 1 {
			p.Places.Add(short)
			if city := name != short && !strings.HasSuffix(name, "区") && !strings.HasSuffix(name, "县"); city {
				p.Names.Add(short)
			}
		}
	case kind == ecosystem.KeyProject:
		if length > 7 {
			p.Names.Add(name)
		}
	case kind.IsOrganization() || slices.Contains([]ecosystem.Kind{ecosystem.Platform, ecosystem.IndustryCluster, ecosystem.Programme}, kind):
		if length > 3 || (length == 3 && !x.lex.OnePerPlace(name)) {
			p.Names.Add(name)
			p.Names.Add(list.Clean(name))
			if kind == ecosystem.Enterprise {
				p.Firms[name] = true
			}
			if short := x.shortFirm(name); kind == ecosystem.Enterprise && short != "" {
				p.Names.Add(short)
				p.Firms[short] = true
			}
		}
	}
}

// mention is an entity that a sentence names.
type mention struct {
	*entity
	name phrase.Name
	item int // of the list, from 0
}

// sureOf is how sure a name of running text is, by its evidence.
func sureOf(e phrase.Evidence) float64 {
	switch e {
	case phrase.Known:
		return sureSentence
	case phrase.Placed:
		return sureNoun
	case phrase.Coined:
		return sureJoined
	default:
		return sureNearby
	}
}

// mentions records the names of a list. Places are recorded where they are
// named by themselves; the plan's own place is everywhere and is not.
func (t *telling) mentions(l phrase.List) []mention {
	if negated(l) {
		return nil
	}
	t.plain(l)
	var out []mention
	for i, item := range l.Items {
		name := item.Name
		own, ok := t.ownDepartment(item)
		if !ok && name == nil && i > 0 && len(out) > 0 && out[len(out)-1].Kind == ecosystem.Agency && level.MatchString(l.Items[0].Text) && department.MatchString(item.Text) {
			own, ok = t.ownAgency(level.FindString(l.Items[0].Text)+item.Text, item.Text)
		}
		if ok {
			own.item = i
			out = append(out, own)
			continue
		}
		if name == nil && len(l.Items) == 1 && t.ownByClass(item.Text) {
			name = &phrase.Name{Text: item.Text, Evidence: phrase.Known, Whole: true}
		}
		if name == nil && (t.firmByTrade(l, item.Text) || t.besideFirm(l, item.Text)) {
			name = &phrase.Name{Text: item.Text, Evidence: phrase.Coined, Kind: ecosystem.Enterprise, Whole: true}
		}
		if name != nil && t.aspires(*name) && name.Evidence != phrase.Known {
			name = t.regionOf(*name)
		}
		if name == nil {
			t.leftOut(item.Text)
			continue
		}
		if name.Kind == ecosystem.Region && !name.Whole && attracts(l.Verb) {
			continue // who is attracted is a firm: 宁德时代
		}
		if l.Predicate && name.Evidence != phrase.Known {
			continue // 建设成中心 says what something is to become
		}
		if m, ok := t.mention(*name, t.stageOf(l).remark()); ok {
			m.item = i
			out = append(out, m)
		}
	}
	return out
}

// leftOut notes what ends like a name and is more than a class, but was not taken
// for one.
func (t *telling) leftOut(text string) {
	if kind, ok := t.plainKind(text); ok && kind != ecosystem.Programme {
		t.left = append(t.left, text)
	}
}

// reportLeftOut reports what the sentence may name, so that a person can look;
// not what was taken for a name after all.
func (t *telling) reportLeftOut() {
	for _, text := range t.left {
		if _, taken := t.names.find(text, bodyKinds(ecosystem.Platform)); !taken {
			t.diagnose(t.place.line, t.place.locator, text, "this ends like a name, but nothing tells that it is one")
		}
	}
}

// ownByClass: 高新区 alone means the one that the plan's place has, if it is
// known.
func (t *telling) ownByClass(text string) bool {
	if !t.lex.OnePerPlace(text) {
		return false
	}
	_, _, ok := t.names.resolve(t.names.local(text)[1:], []ecosystem.Kind{ecosystem.IndustryCluster}, "")
	return ok
}

// mention records a name; remark is what the note says besides the rule.
func (t *telling) mention(name phrase.Name, remark string) (mention, bool) {
	name = t.ownGovernment(t.withoutBody(name))
	at := t.at(string(name.Evidence), sureOf(name.Evidence))
	at.remark = remark
	printed := strings.TrimSpace(name.Text)
	e, ok := t.resolve(at, t.spellings(list.Clean(printed), name), t.kindsOf(name), t.createdKind(name))
	if !ok {
		return mention{}, false
	}
	if e.Kind == ecosystem.Region && slices.Contains(t.names.places, e.Name) {
		return mention{entity: e, name: name}, true
	}
	_, recorded := t.builder.Has(e.ID)
	t.entity(e, at, facts{printed: cmp.Or(name.Printed, printed)})
	if e.New && !recorded {
		t.learn(t.parser, e.Kind, e.Name)
	}
	if e.Kind == ecosystem.Enterprise && name.Evidence != phrase.Known && printed != e.Name {
		t.learn(t.parser, e.Kind, printed) // the short name of a firm
	}
	if e.New && !recorded && t.item == nil {
		t.bodies = append(t.bodies, newBody{e, at})
		t.inOwnPlace(e, at)
	}
	return mention{entity: e, name: name}, true
}

// spellings are the ways to look a name up: also with the plan's own place, or
// as the short name of a city or province.
func (t *telling) spellings(clean string, name phrase.Name) []string {
	if name.Evidence == phrase.Known && t.lex.City(clean) {
		return []string{clean + "市", clean}
	}
	spellings := t.names.local(clean)
	if name.Evidence == phrase.Known && utf8.RuneCountInString(clean) < 4 {
		spellings = append(spellings, clean+"市", clean+"省")
	}
	return spellings
}

// kindsOf are the kinds among which a name is looked up: the one that its end
// tells first.
func (t *telling) kindsOf(name phrase.Name) []ecosystem.Kind {
	first := name.Kind
	if !slices.Contains(bodyKinds(ecosystem.Platform), first) {
		first = ecosystem.Platform
	}
	kinds := append(bodyKinds(first), ecosystem.Region, ecosystem.Programme, ecosystem.KeyProject)
	if name.Kind == ecosystem.Region {
		return append([]ecosystem.Kind{ecosystem.Region}, kinds...)
	}
	return kinds
}

// createdKind is the kind of an entity that a name makes when nobody has it.
func (t *telling) createdKind(name phrase.Name) ecosystem.Kind {
	if name.Evidence != phrase.Known {
		return name.Kind
	}
	if full, ok := t.names.short[key(name.Text)]; ok {
		kind, _ := t.lex.KindOf(full)
		return kind
	}
	if slices.ContainsFunc(t.lex.Places(), func(p lexicon.Place) bool { return p.Region && p.Name == name.Text }) {
		return ecosystem.Region
	}
	return ""
}

// bodyInBrackets is what brackets at the end of a name hold.
var bodyInBrackets = regexp.MustCompile(`^(.{2,40})[（(]([^（）()]{3,30})[）)]$`)

// withoutBody takes a body in brackets off the end of a name: 油茶研究所（市林业局）
// names two. A place in brackets belongs to the name.
func (t *telling) withoutBody(name phrase.Name) phrase.Name {
	found := bodyInBrackets.FindStringSubmatch(name.Text)
	if found == nil {
		return name
	}
	kind, ok := t.lex.KindOfSuffix(found[2])
	if ok && kind == ecosystem.IndustryCluster && zone.MatchString(found[1]) && zone.MatchString(found[2]) {
		name.Printed, name.Text = cmp.Or(name.Printed, name.Text), found[1] // a zone with its other name
		return name
	}
	if !ok || !kind.IsOrganization() {
		return name
	}
	if _, own := t.ownAgency(found[2], found[2]); !own {
		if _, ok := t.lex.KindOf(found[2]); !ok {
			return name
		}
		t.mention(phrase.Name{Text: found[2], Evidence: phrase.Listed, Kind: kind, Whole: true}, "")
	}
	name.Text = found[1]
	return name
}
