package sheet

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/resolve"
	"github.com/innograph/innograph/store/text"
)

// entry is who a name means: somebody on record, or somebody new.
type entry struct {
	ID    string
	Kind  ecosystem.Kind
	Name  string
	Fresh bool // not in the data set: made from a sheet
}

// directory knows the entities of the data set and those that the sheets add.
type directory struct {
	graph    ecosystem.Graph
	resolver *resolve.Resolver // of the data set; from the second pass on of the sheets' rows too
	byID     map[string]*entry
	fresh    map[string]*entry // by normalized name
	wholes   map[string][]string
	answers  map[question]resolve.Answer
	titles   map[string]string // ids of documents by normalized title
	// documents are all documents; true: of a sheet, not of the data set.
	documents map[string]bool
}

type question struct{ name, kinds, region string }

func newDirectory(g ecosystem.Graph) *directory {
	d := &directory{
		graph: g, resolver: resolve.New(g.Entities, g.Relations), byID: map[string]*entry{},
		fresh: map[string]*entry{}, wholes: map[string][]string{}, answers: map[question]resolve.Answer{}, titles: map[string]string{},
		documents: map[string]bool{},
	}
	for i := range g.Entities {
		e := &g.Entities[i]
		d.byID[e.ID] = &entry{ID: e.ID, Kind: e.Kind, Name: e.Name}
	}
	for _, r := range g.Relations {
		if r.Type == ecosystem.PartOf || r.Type == ecosystem.LocatedIn {
			d.wholes[r.From] = append(d.wholes[r.From], r.To)
		}
	}
	for _, doc := range g.Documents {
		d.titles[text.Normalize(doc.Title)] = doc.ID
		d.documents[doc.ID] = false
	}
	return d
}

// ask puts a name to the resolver; the same question is asked once.
func (d *directory) ask(name string, kinds []ecosystem.Kind, region string) resolve.Answer {
	var words []string
	for _, k := range kinds {
		words = append(words, string(k))
	}
	q := question{name, strings.Join(words, " "), region}
	if a, ok := d.answers[q]; ok {
		return a
	}
	a := d.resolver.Resolve(name, resolve.Options{Kinds: kinds, Region: region})
	d.answers[q] = a
	return a
}

// learn lets names be resolved against what the rows of the sheets are about too.
func (d *directory) learn() {
	if len(d.fresh) == 0 {
		return
	}
	all := slices.Clone(d.graph.Entities)
	for _, e := range d.fresh {
		all = append(all, ecosystem.Entity{ID: e.ID, Kind: e.Kind, Name: e.Name})
	}
	slices.SortFunc(all, func(a, b ecosystem.Entity) int { return strings.Compare(a.ID, b.ID) })
	d.resolver = resolve.New(all, d.graph.Relations)
	d.answers = map[question]resolve.Answer{}
}

// add makes a new entity, or returns the one that was made of this name before.
func (d *directory) add(name string, kind ecosystem.Kind) *entry {
	if e := d.fresh[text.Normalize(name)]; e != nil {
		return e
	}
	e := &entry{ID: d.newID(name, kind), Kind: kind, Name: name, Fresh: true}
	d.enter(e)
	return e
}

// newID is the pinyin slug of a name. A second name with the same slug gets a
// short hash of its own.
func (d *directory) newID(name string, kind ecosystem.Kind) string {
	info, _ := kind.Info()
	slug := text.Slug(name)
	id := info.Prefix + slug
	if slug == "" || d.byID[id] != nil {
		id = info.Prefix + strings.Trim(slug+"-"+shortHash(name), "-")
	}
	return id
}

func shortHash(name string) string {
	sum := sha256.Sum256([]byte(text.Normalize(name)))
	return hex.EncodeToString(sum[:4])
}

// documentID is the pinyin slug of a title, with a hash where another document
// has that.
func (d *directory) documentID(title string) string {
	slug := text.Slug(title)
	id := ecosystem.DocumentPrefix + slug
	if _, taken := d.documents[id]; slug == "" || taken {
		id = ecosystem.DocumentPrefix + strings.Trim(slug+"-"+shortHash(title), "-")
	}
	return id
}

// cite finds the document with a title, or gives it an id. isNew: the data set
// does not have it.
func (d *directory) cite(doc *ecosystem.Document) (isNew bool) {
	key := text.Normalize(doc.Title)
	if doc.ID = d.titles[key]; doc.ID == "" {
		doc.ID = d.documentID(doc.Title)
		d.titles[key], d.documents[doc.ID] = doc.ID, true
	}
	return d.documents[doc.ID]
}

// within reports whether an entity lies in another one, or nothing is known of
// where it lies.
func (d *directory) within(id, whole string) bool {
	seen := map[string]bool{}
	for next := []string{id}; len(next) > 0; {
		id, next = next[0], next[1:]
		if id == whole {
			return true
		}
		if !seen[id] {
			seen[id] = true
			next = append(next, d.wholes[id]...)
		}
	}
	return len(seen) == 1 && len(d.wholes[id]) == 0
}

// nearID is a known id that was probably meant.
func (d *directory) nearID(id string) string {
	prefix, slug, _ := strings.Cut(id, ":")
	var slugs []string
	for known := range d.byID {
		if s, ok := strings.CutPrefix(known, prefix+":"); ok {
			slugs = append(slugs, s)
		}
	}
	slices.Sort(slugs)
	return nearest(prefix, slug, slugs)
}

// enter puts an entity into the directory.
func (d *directory) enter(e *entry) {
	d.byID[e.ID] = e
	if e.Fresh {
		d.fresh[text.Normalize(e.Name)] = e
	}
}

// alike names fields on record that hold the name of a new one, or that it holds:
// a field beside a like one finds nobody.
func (d *directory) alike(name string, want wanted) string {
	if !slices.Equal(want.kinds, []ecosystem.Kind{ecosystem.TechnologyField}) {
		return ""
	}
	var near []string
	for i := range d.graph.Entities {
		e := &d.graph.Entities[i]
		if e.Kind == ecosystem.TechnologyField && len(near) < maxCandidates && (strings.Contains(e.Name, name) || strings.Contains(name, e.Name)) {
			near = append(near, e.Name+" "+e.ID)
		}
	}
	if len(near) == 0 {
		return ""
	}
	return "；相近 like " + strings.Join(near, "、")
}
