package plan

import (
	"crypto/sha256"
	"encoding/hex"
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
}

// entity is who a name means.
type entity struct {
	ID   string
	Kind ecosystem.Kind
	Name string
	New  bool // made from this plan, so that its properties may be set freely
}

func newNames(lookup Lookup, lex *lexicon.Lexicon) *names {
	return &names{lookup: lookup, lex: lex, seen: map[string][]*entity{}, ids: map[string]string{}}
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
	return spellings
}

// resolve finds who is meant among the kinds, or makes a new entity of the kind
// create. With no kind to create, ok tells whether somebody was found. doubt
// lists the ids between which a name leaves the choice.
func (n *names) resolve(spellings []string, kinds []ecosystem.Kind, create ecosystem.Kind) (e *entity, doubt []string, ok bool) {
	if len(spellings) == 0 || key(spellings[0]) == "" {
		return nil, nil, false
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
	e = &entity{ID: n.newID(spellings[0], create), Kind: create, Name: spellings[0], New: true}
	n.seen[key(e.Name)] = append(n.seen[key(e.Name)], e)
	return e, doubt, true
}

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
