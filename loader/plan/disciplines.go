package plan

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/list"
	"github.com/innograph/innograph/loader/plan/phrase"
)

var (
	// beforeDiscipline is what stands before 学科: a list, and what is said of all.
	beforeDiscipline = regexp.MustCompile(`^(.+?)(等)?(?:[“"]?(?:双一流|一流|优势|重点|特色|高峰|高原)[”"]?|建设|国家级|省级|一级|二级|交叉|新兴|[0-9一二两三四五六七八九十]+[个大门])*学科`)
	// disciplineEnd is how disciplines end.
	disciplineEnd = regexp.MustCompile(`(?:学|工程|技术|科学|医药|中药|水产|设计|管理|机械|材料|能源|化工|农业|食品|环境|控制|信息|软件|安全|动力|生物|法律)$`)
)

// maxDiscipline bounds the name of a discipline, in characters.
const maxDiscipline = 12

// disciplinesIn records the disciplines that a clause names before the word 学科,
// and whose they are: 东江大学水产、海洋科学学科.
func (t *telling) disciplinesIn() {
	found := beforeDiscipline.FindStringSubmatch(t.clause)
	if found == nil {
		return
	}
	pieces := list.Split(found[1], "、")
	if len(pieces) == 0 {
		return
	}
	owner, first := t.ownerOf(pieces[0])
	pieces[0] = first
	var names []string
	for _, p := range pieces {
		p = strings.TrimSuffix(p, "等")
		if !t.disciplineLike(p) {
			continue
		}
		names = append(names, p)
	}
	for _, name := range names {
		t.discipline(name, owner)
	}
}

// ownerOf splits the first item at the body whose disciplines follow; without
// one, at the last verb before it.
func (t *telling) ownerOf(text string) (owner *entity, rest string) {
	rest = t.afterVerb(text)
	for _, from := range []ecosystem.Kind{ecosystem.University, ecosystem.ResearchInstitute} {
		if name := t.leadingBody(rest, from); name != "" {
			m, ok := t.mention(phrase.Name{Text: name, Evidence: phrase.Placed, Kind: from, Whole: true}, "")
			if ok {
				return m.entity, strings.TrimPrefix(rest, name)
			}
		}
	}
	return nil, rest
}

// afterVerb is what follows the last verb of a text.
func (t *telling) afterVerb(text string) string {
	runes := []rune(text)
	start := 0
	for i := 0; i < len(runes); {
		word, does, ok := t.lex.BoundaryAt(string(runes[i:min(len(runes), i+maxBoundary)]))
		length := max(utf8.RuneCountInString(word), 1)
		if ok && does == lexicon.Verb {
			start = i + length
		}
		i += length
	}
	return string(runes[start:])
}

// maxBoundary bounds a word that belongs to no name, in characters.
const maxBoundary = 10

// maxOwner bounds the name of the body before a discipline, in characters.
const maxOwner = 30

// leadingBody is the known body that a text begins with.
func (t *telling) leadingBody(text string, kind ecosystem.Kind) string {
	runes := []rune(text)
	runes = runes[:min(len(runes), maxOwner)]
	for i := len(runes) - 2; i >= 4; i-- {
		if e, ok := t.names.find(string(runes[:i]), []ecosystem.Kind{kind}); ok && e.Kind == kind {
			return string(runes[:i])
		}
	}
	for i := len(runes) - 2; i >= 4; i-- {
		head := string(runes[:i])
		if k, ok := t.lex.KindOf(head); ok && k == kind && t.lex.Coined(head) {
			return head
		}
	}
	return ""
}

func (t *telling) disciplineLike(name string) bool {
	length := utf8.RuneCountInString(name)
	if _, ok := t.names.find(name, []ecosystem.Kind{ecosystem.Discipline}); ok {
		return true
	}
	_, body := t.lex.KindOf(name)
	return length > 1 && length <= maxDiscipline && !body && !t.lex.Generic(name) && disciplineEnd.MatchString(name) &&
		!strings.ContainsAny(name, "的“”")
}

func (t *telling) discipline(name string, owner *entity) {
	at := t.at("before-discipline", sureNoun)
	e, ok := t.resolve(at, []string{name}, []ecosystem.Kind{ecosystem.Discipline}, ecosystem.Discipline)
	if !ok {
		return
	}
	t.entity(e, at, facts{printed: name})
	if owner != nil {
		t.relation(ecosystem.StrongIn, owner, e, t.at("discipline-of-body", sureNoun), nil)
	}
}
