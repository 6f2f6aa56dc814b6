package resolve

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store/text"
)

// What people write around names, in the writing of text.Normalize.
var (
	numbering = regexp.MustCompile(`^(?:\(\d{1,3}\)|\d{1,3}[.、)]|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|[-·*])\s*`)
	label     = regexp.MustCompile(`^(?:\p{Han}{0,6}(?:单位|机构|高校|院校|企业|院所)(?:名称)?|(?:合作|共建|承担|支撑|牵头|建设|实施)方|名称)(?::|为:?|是:?)`)
	and       = regexp.MustCompile(`(?:等|等单位|等机构|等企业|等高校)$`)
	hosted    = regexp.MustCompile(`^(?:依托|由)?(.{2,40}?)(?:牵头|联合|独立)?(?:建设|承建|共建|组建|筹建|创建|设立|运营)的(.{3,})$`)
	hostOnly  = regexp.MustCompile(`^(?:依托|由|联合|与|会同|挂靠)(.{2,40}?)(?:牵头|联合|独立|共同)?(?:建设|承建|共建|组建|筹建|创建|合作|承担|主导)?$`)
	hostFirst = regexp.MustCompile(`^以(.{2,40}?)(?:为|作为)(?:依托|主体|支撑|牵头|龙头|技术依托|技术支撑|依托单位|牵头单位|建设主体|建设单位|承建单位)(?:单位)?$`)
	hostLast  = regexp.MustCompile(`^(.{2,40}?)(?:(?:独立|联合|单独)?(?:牵头|承建|共建|承担|参与)(?:建设|承建|承担|实施|单位)?|(?:提供)?技术(?:支撑|支持|依托)(?:单位)?)$`)
	formerly  = regexp.MustCompile(`^(?:原|原名|曾用名|简称|以下简称|又名|又称|即|挂|含|筹)`)
	role      = regexp.MustCompile(`^(?:依托|牵头|承建|共建|承担|建设|合作|参与|联合|主管|组长|理事长|主要|实施|申报|支撑|技术支撑|技术支持|技术依托|第一|第二)?(?:单位|方|高校|院校|企业)?$`)
)

// maxDepthOfNames bounds phrases within phrases.
const maxDepthOfNames = 3

// phrase reads a text that holds a name and something around it.
func (q *query) phrase(name string) Answer {
	if q.depth++; q.depth > maxDepthOfNames {
		return Answer{Reason: NotFound}
	}
	defer func() { q.depth-- }()
	n := text.Normalize(strings.TrimFunc(name, circled))
	if isLatin([]rune(foldText(n))) {
		return q.englishPhrase(n)
	}
	bare := and.ReplaceAllString(label.ReplaceAllString(numbering.ReplaceAllString(n, ""), ""), "")
	if bare != n || n != text.Normalize(name) {
		if foldText(bare) == "" {
			return Answer{Reason: NotFound}
		}
		return q.read(bare)
	}
	if m := hosted.FindStringSubmatch(n); m != nil {
		return q.hosted(m[1], m[2])
	}
	for _, form := range []*regexp.Regexp{hostOnly, hostFirst, hostLast} {
		if m := form.FindStringSubmatch(n); m != nil {
			return q.hostAlone(m[1])
		}
	}
	if base, note, ok := annotated(n); ok {
		return q.annotated(base, note)
	}
	return Answer{Reason: NotFound}
}

// circled is a number in a circle in front of an item.
func circled(r rune) bool {
	return r >= '①' && r <= '⓿' || r >= '❶' && r <= '➓' || unicode.IsSpace(r)
}

// hosted reads 依托 host 建设的 thing. The thing is meant; where it is not on
// record, the host is what it belongs to.
func (q *query) hosted(host, thing string) Answer {
	owner := q.anyKind().read(host)
	a := q.read(thing)
	if a.Chosen != nil {
		if owner.Chosen == nil || q.belongs(a.Chosen.Entity.ID, owner.Chosen.Entity.ID) || len(q.belongTo[a.Chosen.Entity.ID]) == 0 {
			return a
		}
		a.Candidates[0].Note = "another host is on record 依托单位不同"
		return Answer{Candidates: a.Candidates, Reason: Doubtful}
	}
	if owner.Chosen == nil {
		return a
	}
	c := partOf(*owner.Chosen, ByHost, thing)
	if q.asked(c.Entity.Kind) {
		return Answer{Candidates: []Candidate{c}, Chosen: &c}
	}
	a.Candidates = append(a.Candidates, c)
	if a.Reason == NotFound {
		a.Reason = OnlyPart
	}
	return a
}

// hostAlone reads 依托 host, 以 host 为依托 and host 牵头.
func (q *query) hostAlone(host string) Answer {
	a := q.read(host)
	if a.Chosen != nil {
		a.Chosen.How = ByHost
	}
	return a
}

// anyKind is the same question without the restriction to kinds.
func (q *query) anyKind() *query {
	return &query{Resolver: q.Resolver, opts: Options{Region: q.opts.Region, Limit: q.opts.Limit}, depth: q.depth}
}

// asked reports whether the question is for entities of this kind only: then the
// host in a phrase is what is looked for.
func (q *query) asked(k ecosystem.Kind) bool { return slices.Contains(q.opts.Kinds, k) }

func (q *query) belongs(id, owner string) bool {
	return id == owner || slices.Contains(q.belongTo[id], owner)
}

// annotated splits a text into a name and what stands behind or before it in
// brackets, or behind a comma or stroke.
func annotated(n string) (base, note string, ok bool) {
	if strings.HasSuffix(n, ")") {
		if i := strings.LastIndexByte(n, '('); i > 0 {
			return n[:i], n[i+1 : len(n)-1], foldText(n[:i]) != ""
		}
	}
	if i := strings.IndexByte(n, ')'); i > 1 && n[0] == '(' {
		return n[i+1:], n[1:i], foldText(n[i+1:]) != ""
	}
	if i := strings.IndexAny(n, ",/|，"); i > 0 {
		note = strings.TrimLeft(n[i:], ",/|， ")
		return n[:i], note, foldText(n[:i]) != "" && note != ""
	}
	return "", "", false
}

// annotated judges what a note behind a name means: the same entity, or a part of
// it such as a campus in another city.
func (q *query) annotated(base, note string) Answer {
	a := q.read(base)
	if a.Reason == KnownOutside && !role.MatchString(note) && !formerly.MatchString(note) {
		a.Part = true
	}
	if a.Chosen == nil || a.Chosen.Part {
		return a
	}
	if !q.harmless(note, a.Chosen.Entity) {
		c := partOf(*a.Chosen, ByBranch, note)
		return Answer{Candidates: append([]Candidate{c}, a.Candidates[1:]...), Reason: OnlyPart}
	}
	return a
}

// harmless reports whether a note leaves the entity what it is.
func (q *query) harmless(note string, e *ecosystem.Entity) bool {
	folded := foldText(note)
	switch {
	case folded == "", role.MatchString(note), formerly.MatchString(note):
		return true
	case slices.Contains([]string{"总部", "本部", "校本部", "主校区", "集团", "公章"}, folded):
		return true
	}
	if q.lies(e.ID, folded) {
		return true
	}
	b := q.anyKind().whole(note)
	if b.Chosen != nil {
		return b.Chosen.Entity.ID == e.ID || q.belongs(e.ID, b.Chosen.Entity.ID)
	}
	return isLatin([]rune(folded)) && len(englishWords(note)) > 0
}

// maxRegions bounds the regions that a note is made of.
const maxRegions = 5

// lies reports whether a text is made of the names of regions in which an entity
// lies: 江苏省苏州市.
func (q *query) lies(id, folded string) bool {
	rest := folded
	for range maxRegions {
		before := rest
		for _, region := range append(q.places.regions(id), id) {
			if e := q.places.byID[region]; e != nil {
				w := regionWord(foldText(e.Name))
				if cut, ok := strings.CutPrefix(rest, w.text); ok {
					rest = strings.TrimPrefix(cut, w.suffix)
				}
			}
		}
		if rest == "" || rest == before {
			break
		}
	}
	return rest == ""
}

// several recognizes lists of names.
func (q *query) several(name string) Answer {
	parts := strings.FieldsFunc(text.Normalize(name), func(r rune) bool { return strings.ContainsRune("、,;和与及/|", r) })
	if len(parts) < 2 {
		return Answer{Reason: NotFound}
	}
	var found []Candidate
	for _, p := range parts {
		if len(found) < MaxLimit && foldText(p) != "" {
			if a := q.whole(p); a.Chosen != nil {
				found = append(found, *a.Chosen)
			}
		}
	}
	if len(found) < 2 {
		return Answer{Reason: NotFound}
	}
	return Answer{Candidates: found, Reason: SeveralNames}
}
