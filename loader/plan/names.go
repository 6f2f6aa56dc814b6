package plan

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/store/text"
)

// names turns names into entities: known ones by lookup, then those that the
// plan named before, then new ones with an id made of the name.
type names struct {
	lookup Lookup
	lex    *lexicon.Lexicon
	places []string             // short and full name of the plan's own region
	seen   map[string][]*entity // by key
	ids    map[string]string    // id to key of the name that has it
	short  map[string]string    // key of a short name that the text defines, to the name
}

// entity is who a name means.
type entity struct {
	ID   string
	Kind ecosystem.Kind
	Name string
	New  bool // made from this plan, so that its properties may be set freely
}

func newNames(lookup Lookup, lex *lexicon.Lexicon) *names {
	return &names{lookup: lookup, lex: lex, seen: map[string][]*entity{}, ids: map[string]string{}, short: map[string]string{}}
}

// key is what makes two spellings one name: blanks and quotes do not count.
func key(name string) string {
	return strings.Map(func(r rune) rune {
		if r == '"' || r == '\'' || r == ' ' {
			return -1
		}
		return r
	}, text.Normalize(name))
}

// known finds an existing entity under one of the spellings. When a spelling
// means several, they are returned as doubt and none is chosen.
func (n *names) known(spellings []string, kinds []ecosystem.Kind) (e *entity, doubt []string) {
	if n.lookup == nil {
		return nil, nil
	}
	for _, s := range spellings {
		for _, spelling := range slices.Compact([]string{s, withoutQuotes(s)}) {
			hits := choose(n.lookup.Find(spelling, kinds...), spelling, kinds)
			if len(hits) == 1 {
				return &entity{ID: hits[0].ID, Kind: hits[0].Kind, Name: hits[0].Name}, nil
			}
			for _, h := range hits {
				doubt = append(doubt, h.ID)
			}
		}
	}
	return nil, doubt
}

// choose narrows several entities down: those whose canonical name it is go
// before others, then those of the kind that is listed first.
func choose(hits []*ecosystem.Entity, name string, kinds []ecosystem.Kind) []*ecosystem.Entity {
	for _, canonical := range []bool{true, false} {
		for _, kind := range kinds {
			var out []*ecosystem.Entity
			for _, e := range hits {
				if e.Kind == kind && (key(e.Name) == key(name)) == canonical {
					out = append(out, e)
				}
			}
			if len(out) > 0 {
				return out
			}
		}
	}
	return nil
}

func withoutQuotes(s string) string {
	return strings.NewReplacer("“", "", "”", "", `"`, "").Replace(s)
}

// earlier finds an entity that the plan named before.
func (n *names) earlier(spellings []string, kinds []ecosystem.Kind) *entity {
	for _, s := range spellings {
		for _, e := range n.seen[key(s)] {
			if slices.Contains(kinds, e.Kind) {
				return e
			}
		}
	}
	return nil
}

// local adds the spellings with the plan's own place before them: a plan of 临沂
// writes 科技金融服务中心 for 临沂科技金融服务中心.
func (n *names) local(name string) []string {
	spellings := []string{name}
	if full := n.lex.WrittenOut(name); full != name {
		spellings = append(spellings, full)
	}
	for _, place := range n.places {
		if strings.HasPrefix(name, n.places[0]) {
			break
		}
		spellings = append(spellings, place+name)
	}
	for _, s := range slices.Clone(spellings) {
		spellings = append(spellings, zoneForms(s)...)
	}
	return spellings
}

// zoneForms are the other ways to call a zone: 东江高新区, 东江高新技术产业开发区.
func zoneForms(name string) []string {
	for _, forms := range [][]string{
		{"国家高新技术产业开发区", "国家高新区", "高新技术产业开发区", "高新区"},
		{"国家经济技术开发区", "国家级经济技术开发区", "经济技术开发区", "经济开发区", "经开区"},
	} {
		for _, form := range forms {
			head, ok := strings.CutSuffix(name, form)
			if !ok || len([]rune(head)) < 2 {
				continue
			}
			var out []string
			for _, other := range forms {
				if other != form {
					out = append(out, head+other)
				}
			}
			return out
		}
	}
	return nil
}

// resolve finds who is meant among the kinds, or makes a new entity of the kind
// create. With no kind to create, ok tells whether somebody was found. doubt
// lists the ids between which a name leaves the choice.
func (n *names) resolve(spellings []string, kinds []ecosystem.Kind, create ecosystem.Kind) (e *entity, doubt []string, ok bool) {
	if len(spellings) == 0 || key(spellings[0]) == "" {
		return nil, nil, false
	}
	if full, ok := n.short[key(spellings[0])]; ok {
		spellings = append([]string{full}, spellings...)
	}
	e, doubt = n.known(spellings, kinds)
	if e != nil {
		return e, nil, true
	}
	if e := n.earlier(spellings, kinds); e != nil {
		return e, doubt, true
	}
	if create == "" {
		return nil, doubt, false
	}
	if e := n.meant(spellings[0], kinds, create); e != nil && len(doubt) == 0 {
		n.alias(spellings[0], e)
		return e, nil, true
	}
	short := firmEnd.ReplaceAllString(spellings[0], "")
	firm := create == ecosystem.Enterprise && len([]rune(short)) >= minShortFirm
	if e := n.earlier([]string{short}, []ecosystem.Kind{create}); firm && e != nil {
		return e, doubt, true // 星辰光电 and 星辰光电股份有限公司 are one
	}
	if e := n.fullFirm(spellings[0]); create == ecosystem.Enterprise && e != nil {
		n.alias(spellings[0], e)
		return e, doubt, true
	}
	home := n.withoutProvince(spellings[0])
	if e := n.earlier([]string{home}, []ecosystem.Kind{create}); create == ecosystem.Enterprise && home != "" && e != nil {
		return e, doubt, true // 东岭集团 and 山东东岭集团
	}
	e = &entity{ID: n.newID(spellings[0], create), Kind: create, Name: spellings[0], New: true}
	n.alias(e.Name, e)
	if create == ecosystem.Enterprise && home != "" {
		n.alias(home, e)
	}
	if firm && short != e.Name {
		n.alias(short, e)
	}
	return e, doubt, true
}

// withoutProvince is the name of a firm without the province before it; empty where
// there is none, or too little is left.
func (n *names) withoutProvince(name string) string {
	for _, p := range n.lex.Places() {
		rest, ok := strings.CutPrefix(name, p.Name)
		if ok && !p.Region && p.Name != "中国" && len([]rune(rest)) >= minShortFirm && n.lex.Coined(string([]rune(rest)[:2])) {
			return rest
		}
	}
	return ""
}

// fullFirm is the only firm of the plan whose full name holds a short one, or the
// other way round: 东方新锂 means 东方新锂能源有限公司.
func (n *names) fullFirm(name string) *entity {
	if len(n.seen) > maxSeen {
		return nil
	}
	var found *entity
	for _, entities := range n.seen {
		for _, e := range entities {
			if e.Kind != ecosystem.Enterprise || (!holdsFirm(e.Name, name) && !holdsFirm(name, e.Name)) {
				continue
			}
			if found != nil && found.ID != e.ID {
				return nil
			}
			found = e
		}
	}
	return found
}

// maxSeen bounds the names among which a firm is looked for by a part of its name;
// no plan has as many.
const maxSeen = 10_000

// holdsFirm reports whether the full name of a firm holds a short one.
func holdsFirm(full, short string) bool {
	if !firmEnd.MatchString(full) || firmEnd.MatchString(short) || len([]rune(short)) < minShortFirm {
		return false
	}
	rest, begins := strings.CutPrefix(full, short)
	return begins && firmEnd.FindString(rest) == rest || strings.Contains(firmEnd.ReplaceAllString(full, ""), short)
}

// firmEnd is what a full name of a firm adds to the short one.
var firmEnd = regexp.MustCompile(`(?:股份有限公司|集团有限公司|有限责任公司|有限公司|集团|公司)$`)

// minShortFirm bounds the short name of a firm, in characters.
const minShortFirm = 4

// newID is the pinyin slug of a name. A second name with the same slug gets a
// short hash of its own.
func (n *names) newID(name string, kind ecosystem.Kind) string {
	info, _ := kind.Info()
	slug := text.Slug(name)
	id := info.Prefix + slug
	if slug == "" || n.taken(id, name) {
		id = info.Prefix + strings.Trim(slug+"-"+shortHash(name), "-")
	}
	n.ids[id] = key(name)
	return id
}

func (n *names) taken(id, name string) bool {
	if owner, ok := n.ids[id]; ok {
		return owner != key(name)
	}
	if n.lookup == nil {
		return false
	}
	e := n.lookup.ByID(id)
	return e != nil && key(e.Name) != key(name)
}

func shortHash(name string) string {
	sum := sha256.Sum256([]byte(text.Normalize(name)))
	return hex.EncodeToString(sum[:4])
}

// find finds who a name means without making anything of it; a name that means
// several finds nobody.
func (n *names) find(name string, kinds []ecosystem.Kind) (*entity, bool) {
	e, _, ok := n.resolve([]string{name}, kinds, "")
	return e, ok
}

// alias makes a further name mean an entity.
func (n *names) alias(name string, e *entity) {
	n.seen[key(name)] = append(n.seen[key(name)], e)
}
