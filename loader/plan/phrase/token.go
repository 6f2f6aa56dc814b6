package phrase

import (
	"strings"

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
	_, ok := t.parser.lex.KindOf(string(t.text[t.start:t.i]))
	return ok || t.whole[t.i-1]
}

// goesOn reports whether a longer name ends further on, before the next word
// that belongs to none: 东江大学创新生态圈.
func (t *tokenizer) goesOn() bool {
	end := t.i
	for end < len(t.text) && end-t.start <= maxName && t.text[end] != '、' {
		word, does, ok := t.parser.lex.BoundaryAt(string(ahead(t.text, end)))
		if ok && does != lexicon.Tail {
			break
		}
		end += max(len([]rune(word)), 1)
	}
	_, named := t.parser.lex.KindOf(string(t.text[t.start:min(end, len(t.text))]))
	return named
}

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
