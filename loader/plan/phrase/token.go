package phrase

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/list"
)

// token is a piece of a clause: a chunk that may be a name, a word between
// names, or the sign between two items of a list.
type token struct {
	span
	text string
	does lexicon.Boundary // of a word; chunk or comma otherwise
}

const (
	chunk lexicon.Boundary = "chunk"
	comma lexicon.Boundary = "comma" // 、
)

// tokens cuts a clause at words that belong to no name. Inside known names,
// brackets and quotes nothing is cut.
func (p *Parser) tokens(text []rune, known []span) []token {
	t := tokenizer{parser: p, text: text, whole: make([]bool, len(text))}
	for i, depth := range list.Depths(text) {
		t.whole[i] = depth > 0
	}
	for _, s := range known {
		for i := s.start; i < s.end; i++ {
			t.whole[i] = true
		}
	}
	for t.i < len(text) {
		t.next()
	}
	t.flush(len(text))
	return t.out
}

// maxWord bounds a word that is looked for at a place, in characters.
const maxWord = 10

// ahead is as much of a text as a word at a place can need, so that a long line
// takes time in proportion to its length.
func ahead(text []rune, at int) []rune { return text[at:min(at+maxWord, len(text))] }

type tokenizer struct {
	parser *Parser
	text   []rune
	whole  []bool // not to be cut
	i      int
	start  int // of the chunk that is open
	out    []token
}

func (t *tokenizer) next() {
	if t.whole[t.i] {
		t.i++
		return
	}
	if t.text[t.i] == '、' {
		t.word(1, comma)
		return
	}
	word, does, ok := t.parser.lex.BoundaryAt(string(ahead(t.text, t.i)))
	length := len([]rune(word))
	for j := t.i; ok && j < t.i+length; j++ {
		ok = !t.whole[j]
	}
	switch {
	case ok && does == lexicon.Tail && (!t.endsName() || t.goesOn()):
		t.i++
	case ok && does == lexicon.Manner && t.i > t.start && (!t.whole[t.start] || !t.whole[t.i-1]) && t.namedTo(t.nameEnd(t.i+length)):
		t.i += length // 先进材料|重点|实验室
	case ok && word == "来" && t.i == t.start && len(t.out) > 0 && t.out[len(t.out)-1].does == lexicon.Verb:
		t.i++ // 来 comes after a place, not before a name
	case ok && does == lexicon.Verb && t.beforeSuffix(length):
		t.i += length
	case ok && does == lexicon.Verb && t.beginsItem(word):
		t.i += length
	case ok && does == lexicon.Verb && t.parser.lex.Nominal(word) && t.inBuilt(length):
		t.i += length
	case ok && does == lexicon.Link && conjunction(word) && t.insideName(length):
		t.i += length
	case ok:
		t.word(length, does)
	default:
		t.i += max(length, 1)
	}
}

// endsName reports whether the open chunk could be a name.
func (t *tokenizer) endsName() bool {
	if t.i == t.start || t.i-t.start > maxName {
		return false
	}
	text := string(t.text[t.start:t.i])
	_, ok := t.parser.lex.KindOf(text)
	return ok || t.whole[t.i-1] || region(text) || t.parser.district(text)
}

// goesOn reports whether a longer name ends further on, before the next word
// that belongs to none: 东江大学创新生态圈.
func (t *tokenizer) goesOn() bool {
	return t.namedTo(t.nameEnd(t.i))
}

// namedTo reports whether the open chunk is a name if it ends at a place.
func (t *tokenizer) namedTo(end int) bool {
	_, named := t.parser.lex.KindOf(string(t.text[t.start:end]))
	return named
}

// nameEnd is where a name that goes on at a place must end: before the next
// word that belongs to none.
func (t *tokenizer) nameEnd(end int) int {
	for end < len(t.text) && end-t.start <= maxName && t.text[end] != '、' {
		word, does, ok := t.parser.lex.BoundaryAt(string(ahead(t.text, end)))
		if ok && does != lexicon.Tail && does != lexicon.Manner {
			break
		}
		end += max(len([]rune(word)), 1)
	}
	return min(end, len(t.text))
}

// beforeSuffix reports whether a verb inside of a chunk has nothing after it but
// the word for what the thing is: 产学研合作|促进|会.
func (t *tokenizer) beforeSuffix(length int) bool {
	if t.i == t.start || t.whole[t.i-1] {
		return false
	}
	left := string(t.text[t.start:t.i])
	rest := string(t.text[t.i+length : t.nameEnd(min(t.i+length, len(t.text)))])
	_, named := t.parser.lex.KindOf(left)
	return rest != "" && !named && !ownEnd.MatchString(left) && t.parser.lex.SuffixOf(rest) == rest && t.namedTo(t.nameEnd(t.i+length))
}

// beginsItem reports whether a verb is the first word of a name that stands in a
// list of such names: 智能制造产业园、对接长三角创新创业园.
func (t *tokenizer) beginsItem(word string) bool {
	last := len(t.out) - 1
	if t.i != t.start || last < 1 || t.out[last].does != comma || t.parser.lex.Acts(word) {
		return false
	}
	before, ok := t.parser.lex.KindOf(t.out[last-1].text)
	if !ok {
		return false
	}
	kind, ok := t.parser.lex.KindOf(string(t.text[t.i:t.nameEnd(t.i+len([]rune(word)))]))
	return ok && kind == before
}

// inBuilt reports whether a verb stands inside of the name of what the verb
// before the name says is built.
func (t *tokenizer) inBuilt(length int) bool {
	last := len(t.out) - 1
	if t.i-t.start < 2 || t.i-t.start > maxShared+2 || t.whole[t.i-1] || last < 0 || !buildingVerb.MatchString(t.out[last].text) {
		return false
	}
	left := string(t.text[t.start:t.i])
	_, named := t.parser.lex.KindOf(left)
	kind, ok := t.parser.lex.KindOf(string(t.text[t.start:t.nameEnd(t.i+length)]))
	return !named && !ownEnd.MatchString(left) && ok && (kind == ecosystem.Platform || kind == ecosystem.ResearchInstitute)
}

// buildingVerb is done to what has a name.
var buildingVerb = regexp.MustCompile(`(?:建设|组建|设立|成立|共建|创建|筹建|打造|布局)$`)

func conjunction(word string) bool { return word == "与" || word == "和" || word == "及" }

// ownEnd is the end of a text that is an item of a list by itself.
var ownEnd = regexp.MustCompile(`(?:政府|企业|高校|院校|院所|机构|部门|单位|团队|平台|中心|实验室|基地|园区|医院|大学|公司|集团|[省市县区])$`)

// insideName reports whether a conjunction joins two words of one name and not
// two items: 深海与极地装备实验室. What stands before it names nothing by itself,
// what follows ends like a thing that is built, and begins with no name.
func (t *tokenizer) insideName(length int) bool {
	left, from := string(t.text[t.start:t.i]), t.i+length
	if left == "" || t.whole[t.i-1] || from >= len(t.text) || t.whole[from] || ownEnd.MatchString(left) {
		return false
	}
	if _, named := t.parser.lex.KindOf(left); named {
		return false
	}
	right := string(t.text[from:t.nameEnd(from)])
	if right == "" {
		return false
	}
	if t.branchOf(left) && t.parser.placeAt(fold([]rune(right)), 0) == 0 {
		if kind, ok := t.parser.lex.KindOfSuffix(right); ok && kind == ecosystem.ResearchInstitute {
			return true
		}
	}
	kind, ok := t.parser.lex.KindOf(right)
	if !ok || (kind != ecosystem.Platform && kind != ecosystem.IndustryCluster && kind != ecosystem.ResearchInstitute) {
		return false
	}
	start, end := t.parser.lex.CoinedPart(right)
	if t.parser.placeAt(fold([]rune(left)), 0) > 0 && ranksEnd.MatchString(right) && utf8.RuneCountInString(left) > maxShared {
		return true // 东江省肾病发生与干预重点实验室
	}
	return t.parser.placeAt(fold([]rune(right)), 0) == 0 && (start > 0 || end == 0)
}

// ranksEnd ends what an authority grants, whose subject may hold a conjunction.
var ranksEnd = regexp.MustCompile(`(?:重点实验室|工程研究中心|工程技术研究中心|技术创新中心)$`)

// branchOf reports whether the open chunk begins with the name of a body and goes
// on, as that of a branch does: 东江大学海州材料.
func (t *tokenizer) branchOf(left string) bool {
	return t.whole[t.start] || ofAcademy.MatchString(left)
}

// ofAcademy begins the name of an institute of a national academy.
var ofAcademy = regexp.MustCompile(`^(?:中科院|中国科学院)\p{Han}{2}`)

func (t *tokenizer) word(length int, does lexicon.Boundary) {
	t.flush(t.i)
	t.out = append(t.out, token{span{t.i, t.i + length}, string(t.text[t.i : t.i+length]), does})
	t.i += length
	t.start = t.i
}

// flush closes the chunk that is open.
func (t *tokenizer) flush(end int) {
	if strings.TrimSpace(string(t.text[t.start:end])) != "" {
		t.out = append(t.out, token{span{t.start, end}, string(t.text[t.start:end]), chunk})
	}
	t.start = end
}
