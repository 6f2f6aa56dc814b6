package phrase

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
)

// Evidence says why something is taken for a name.
type Evidence string

// The kinds of evidence, the surest first.
const (
	Known  Evidence = "known-name"  // somebody has this name
	Placed Evidence = "placed-name" // a place, what it is about, and what it is
	Coined Evidence = "coined-name" // it holds a word that is no common one, and ends like a name
	Listed Evidence = "listed-name" // the list that it stands in holds names
)

// Name is a name in a clause.
type Name struct {
	Text     string
	Evidence Evidence
	Kind     ecosystem.Kind // as its end or its list tells; empty when neither does
	// Whole: the item of the list is this name and nothing else.
	Whole bool
	// Printed is what stands for the name where the list leaves out a part that
	// its items share; else empty.
	Printed string
}

// Item is what stands between two signs of a list.
type Item struct {
	Text string
	Name *Name // nil when it names nobody
}

// List is one or more items with the words around them.
type List struct {
	Words  []string // directly before the items, in order
	Verb   string   // the last verb among them
	Items  []Item
	Joined string // 和, 与 … before the last item
	With   int    // index of the item that 与 stands before; 0: none
	Etc    bool   // 等 follows
	Class  string // what 等 sums up: 等骨干企业
	After  string // the rest of the clause
	First  bool   // the clause begins with this list
	// Predicate: the items say what something is to become (打造成), they are not
	// what is built.
	Predicate bool
}

// Names are the names of a list.
func (l List) Names() []Name {
	var out []Name
	for _, item := range l.Items {
		if item.Name != nil {
			out = append(out, *item.Name)
		}
	}
	return out
}

// Has reports whether one of the words stands directly before the list.
func (l List) Has(words ...string) bool {
	return slices.ContainsFunc(l.Words, func(w string) bool { return slices.Contains(words, w) })
}

// Parser knows the words and names by which clauses are read.
type Parser struct {
	lex *lexicon.Lexicon
	// Names are known names, Places those with which other names begin.
	Names, Places *Gazetteer
	// Firms are those of the names that firms have.
	Firms map[string]bool
}

// NewParser makes a parser that knows the places of the lexicon.
func NewParser(lex *lexicon.Lexicon) *Parser {
	p := &Parser{lex: lex, Names: &Gazetteer{}, Places: &Gazetteer{}, Firms: map[string]bool{}}
	for _, place := range lex.Places() {
		p.Places.Add(place.Name)
		if place.Region {
			p.Names.Add(place.Name)
		}
	}
	return p
}

// Lists reads a clause: a text without ，；。 outside brackets.
func (p *Parser) Lists(clause string) []List {
	text := []rune(clause)
	folded := fold(text)
	known := p.Names.all(folded)
	tokens := p.tokens(text, known)
	r := listReader{Parser: p, text: text, known: known, tokens: tokens}
	return r.lists()
}

type listReader struct {
	*Parser
	text   []rune
	known  []span
	tokens []token
	at     int
}

func (r *listReader) lists() []List {
	var out []List
	begin := 0
	for r.at < len(r.tokens) {
		if r.tokens[r.at].does != chunk {
			r.at++
			continue
		}
		l := List{First: begin == r.at}
		if begin > 0 && r.modifies(out, begin) {
			l.Verb = out[len(out)-1].Verb
		}
		for _, t := range r.tokens[begin:r.at] {
			l.Words = append(l.Words, t.text)
			if t.does == lexicon.Verb {
				l.Verb = t.text
			}
			l.Predicate = l.Predicate || becomes(t.text)
		}
		r.items(&l)
		r.rest(&l)
		r.ordinals(&l)
		r.sharedTail(&l)
		r.listed(&l)
		out = append(out, l)
		begin = r.at
	}
	return out
}

// becomes: 打造成 says what something is to be; 建成 and 落成 that it is there.
func becomes(word string) bool {
	return strings.HasSuffix(word, "成为") || (strings.HasSuffix(word, "成") && !slices.Contains([]string{"建成", "落成", "创成", "形成"}, word))
}

// modifies reports whether the list before only says what the next is like, so
// that the verb before it is about the next: 推进校城一体的大学城.
func (r *listReader) modifies(before []List, at int) bool {
	last := before[len(before)-1]
	return r.tokens[at].text == "的" && len(last.Names()) == 0 && len(last.Items) == 1 && !last.Etc
}

// items reads chunks with 、 or 和 between them.
func (r *listReader) items(l *List) {
	l.Items = append(l.Items, r.item(r.tokens[r.at]))
	r.at++
	for r.at+1 < len(r.tokens) && r.tokens[r.at+1].does == chunk && joins(r.tokens[r.at]) {
		if r.tokens[r.at].does != comma {
			l.Joined = r.tokens[r.at].text
			if l.Joined == "与" && l.With == 0 {
				l.With = len(l.Items)
			}
		}
		l.Items = append(l.Items, r.item(r.tokens[r.at+1]))
		r.at += 2
	}
}

func joins(t token) bool {
	return t.does == comma || slices.Contains([]string{"和", "与", "及", "以及"}, t.text)
}

// rest reads what follows the items: 等, the class that it sums up, and the rest
// of the clause, which may hold further lists.
func (r *listReader) rest(l *List) {
	if r.at < len(r.tokens) && r.tokens[r.at].text == "等" {
		l.Etc = true
		r.at++
		if r.at+1 < len(r.tokens) && r.tokens[r.at].does == lexicon.Manner && r.tokens[r.at+1].does == chunk && r.item(r.tokens[r.at+1]).Name == nil {
			r.at++ // 等高水平基地建设
		}
		if r.at < len(r.tokens) && r.tokens[r.at].does == chunk {
			l.Class = classTail.ReplaceAllString(r.tokens[r.at].text, "")
			if firms := leadingFirms.FindString(l.Class); firms != "" {
				l.Class = firms // 等一批知名企业|扎根东江
			}
			if r.item(r.tokens[r.at]).Name == nil {
				r.at++ // a class, no list of its own
			}
		}
	}
	if r.at < len(r.tokens) {
		l.After = string(r.text[r.tokens[r.at].start:])
	}
}

// classTail is what more is said of the class: 等骨干企业|发展.
var classTail = regexp.MustCompile(`(?:发展|创新|合作|作用|优势|资源|功能)+$`)

// listed takes items for names because of the list they stand in: at least half
// of it is certain, or 等 sums it up as bodies that somebody relies on.
func (r *listReader) listed(l *List) {
	certain := 0
	for _, item := range l.Items {
		if item.Name != nil && item.Name.Whole {
			certain++
		}
	}
	certainFirm := slices.ContainsFunc(l.Items, func(i Item) bool {
		return i.Name != nil && (i.Name.Kind == ecosystem.Enterprise || r.Firms[i.Name.Text])
	})
	class := r.lex.KindOfClass(l.Class)
	if l.Etc && class == ecosystem.Enterprise {
		certainFirm = r.firmsBegin(l) || certainFirm
	}
	_, told := r.trigger(l.Verb)
	for i := range l.Items {
		item := &l.Items[i]
		if item.Name == nil && told && district.MatchString(item.Text) {
			item.Name = &Name{Text: item.Text, Evidence: Listed, Kind: ecosystem.Region, Whole: true}
		}
		if item.Name != nil || (!NameLike(item.Text) && !r.shortFirmIn(l, item.Text)) {
			continue
		}
		kind, ok := r.lex.KindOf(item.Text)
		switch {
		case !ok && certain > 0 && len(l.Items) > 1 && r.shortInstitute(item.Text):
			item.Name = &Name{Text: item.Text, Evidence: Listed, Kind: ecosystem.ResearchInstitute, Whole: true}
		case strings.HasSuffix(l.Class, "项目") && !ok:
			// of firms in a list of projects
		case !ok && certainFirm && r.firm(item.Text) && r.lex.Coined(item.Text):
			item.Name = &Name{Text: item.Text, Evidence: Listed, Kind: ecosystem.Enterprise, Whole: true}
		case ok && 2*certain >= len(l.Items), ok && told && l.Etc && kind == class:
			item.Name = &Name{Text: item.Text, Evidence: Listed, Kind: kind, Whole: true}
		case r.brand(l, item.Text):
			item.Name = &Name{Text: item.Text, Evidence: Listed, Kind: class, Whole: true}
		case l.Etc && class == ecosystem.Enterprise && r.firm(item.Text) && (told || certainFirm || r.lex.Coined(item.Text)):
			item.Name = &Name{Text: item.Text, Evidence: Listed, Kind: class, Whole: true}
		}
	}
}

// institute is the short name of one: 沈阳自动化所.
var institute = regexp.MustCompile(`^\p{Han}{3,9}[^场诊会寓托][所院]$`)

// shortInstitute reports whether a text is the short name of an institute, with a
// place or a word of its own in it.
func (p *Parser) shortInstitute(text string) bool {
	return institute.MatchString(text) && (p.placeAt(fold([]rune(text)), 0) > 0 || p.lex.Coined(text))
}

// district is the name of a district of a city; 园区 and 示范区 are none.
var district = regexp.MustCompile(`^\p{Han}{1,3}[^园地景灾片社范新发验聚县市一二三四五六七八九十两几多各]区$`)

func (p *Parser) trigger(verb string) (lexicon.Trigger, bool) {
	i := slices.IndexFunc(p.lex.Triggers(), func(t lexicon.Trigger) bool { return t.Word == verb })
	if i < 0 {
		return lexicon.Trigger{}, false
	}
	return p.lex.Triggers()[i], true
}

// firmsBegin leaves out of account the places with which firms of a list of firms
// begin (宁德时代), and reports whether one of the others must be a firm.
func (r *listReader) firmsBegin(l *List) bool {
	sure := false
	for i := range l.Items {
		item := &l.Items[i]
		if item.Name != nil && !item.Name.Whole && item.Name.Kind == ecosystem.Region && r.firm(item.Text) {
			item.Name = nil
		}
		sure = sure || (item.Name == nil && r.firm(item.Text) && r.lex.Coined(item.Text))
	}
	return sure
}

// shortFirmIn reports whether a word of three characters stands in a list of firms:
// 依托甲公司、新洋丰等龙头企业.
func (r *listReader) shortFirmIn(l *List, text string) bool {
	if r.brand(l, text) {
		return true
	}
	return l.Etc && r.lex.KindOfClass(l.Class) == ecosystem.Enterprise && utf8.RuneCountInString(text) == minName-1 &&
		!counted.MatchString(text) && r.lex.Coined(text)
}

// leadingFirms are those of which a list names some: 等龙头企业.
var leadingFirms = regexp.MustCompile(`^(?:一批)?(?:国内|行业|本土|本地)?(?:龙头|骨干|领军|知名|头部|链主|领先|优势|大型)(?:龙头|骨干|领军)?企业`)

// brand reports whether a word of two characters is what firms are called in a
// list of leading ones that holds nothing but such words and names.
func (r *listReader) brand(l *List, text string) bool {
	if !l.Etc || len(l.Items) < 2 || r.lex.KindOfClass(l.Class) != ecosystem.Enterprise || !leadingFirms.MatchString(l.Class) {
		return false
	}
	for _, item := range l.Items {
		if item.Name == nil && !r.lex.Coined(item.Text) {
			return false
		}
	}
	return utf8.RuneCountInString(text) == 2
}

// maxFirm bounds the short name of a firm, in characters.
const maxFirm = 10

// firm reports whether a text without a suffix may be the short name of a firm.
func (p *Parser) firm(text string) bool {
	_, other := p.lex.KindOf(text)
	runes := []rune(text)
	return !other && len(runes) > 2 && len(runes) <= maxFirm && !region(text) && !p.lex.Generic(text) &&
		!strings.HasSuffix(text, "企业") && !p.lex.Complete(text)
}
