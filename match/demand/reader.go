package demand

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/innograph/innograph/store/text"
)

// Topic is a technology field with what is known of how people name it.
type Topic struct {
	ID          string
	Names       []string // of the field
	Disciplines []string // names of disciplines that serve it
	Examples    []string // names of projects, platforms and clusters in it
}

// Found is a field that a text asks for.
type Found struct {
	ID     string
	Weight float64  // in (0, 1]; 1 for the first
	Words  []string // of the text, as they stand there
	Terms  []string // names of the field and words for it that stand there as a whole, and are unmistakable
	Little bool     // says little beside the first
	Apart  bool     // a name of the field or a word for it stands where no weightier one that Read gives has any
}

// How much a name says about a field, by what it is a name of.
const (
	ofField      = 1.0
	ofTerm       = 0.8
	ofDiscipline = 0.35
	ofExample    = 0.3
)

// Runs of characters that are compared.
const (
	shortest = 2
	longest  = 4
)

// longestTerm bounds the names and words that are looked for as a whole, in characters.
const longestTerm = 12

// What counts as found: so much at all. What is less than so much of the best, or comes
// after so many, says little.
const (
	leastScore = 0.5
	leastShare = 0.45
	most       = 5
)

// MaxText bounds a text, in characters; what is longer is cut.
const MaxText = 2000

// Reader reads texts. It is safe for concurrent use.
type Reader struct {
	ids []string
	// runs says how much a run of characters says about each topic, by number.
	runs map[string][]said
	// terms are the topics, by number, that a whole name or common word is of.
	terms map[string][]int
}

type said struct {
	topic  int
	weight float64
}

// NewReader prepares the topics.
func NewReader(topics []Topic) *Reader {
	r := &Reader{runs: map[string][]said{}, terms: map[string][]int{}}
	terms := commonTerms()
	for n, topic := range topics {
		r.ids = append(r.ids, topic.ID)
		weights := map[string]float64{}
		note(weights, topic.Names, ofField)
		r.noteTerms(n, topic.Names)
		for _, name := range topic.Names {
			note(weights, terms[name], ofTerm)
			r.noteTerms(n, terms[name])
		}
		note(weights, topic.Disciplines, ofDiscipline)
		note(weights, topic.Examples, ofExample)
		for run, weight := range weights {
			r.runs[run] = append(r.runs[run], said{n, weight})
		}
	}
	for run, topics := range r.runs {
		rare := 1.0
		if len(r.ids) > 1 {
			rare = 1 - math.Log(float64(len(topics)))/math.Log(float64(len(r.ids)))
		}
		for i := range topics {
			topics[i].weight *= rare
		}
		slices.SortFunc(topics, func(a, b said) int { return cmp.Compare(a.topic, b.topic) })
		r.runs[run] = topics
	}
	return r
}

// note keeps for each run of the names how much it says; what stands in several
// examples says more.
func note(weights map[string]float64, names []string, weight float64) {
	count := map[string]int{}
	for _, name := range names {
		seen := map[string]bool{}
		for _, word := range words(text.Normalize(name)) {
			eachRun(word, func(_ int, run string) { seen[run] = true })
		}
		for run := range seen {
			count[run]++
		}
	}
	for run, n := range count {
		weights[run] = max(weights[run], weight*(1-math.Pow(0.5, float64(n)))/0.5*min(1, 0.5+0.5*weight))
	}
}

// noteTerms keeps whole names and words for a topic; one of several parts is none.
func (r *Reader) noteTerms(topic int, names []string) {
	for _, name := range names {
		if parts := words(text.Normalize(name)); len(parts) == 1 && len(parts[0]) <= longestTerm {
			r.terms[string(parts[0])] = append(r.terms[string(parts[0])], topic)
		}
	}
}

// words cuts a text at whatever is no letter and no digit, and between Chinese and
// Latin.
func words(s string) [][]rune {
	var all [][]rune
	var last rune
	for _, c := range s {
		switch {
		case !unicode.IsLetter(c) && !unicode.IsDigit(c):
			last = 0
			continue
		case last == 0 || unicode.Is(unicode.Han, c) != unicode.Is(unicode.Han, last):
			all = append(all, nil)
		}
		all[len(all)-1] = append(all[len(all)-1], c)
		last = c
	}
	return all
}

// eachRun visits the runs of a word with their places; a Latin word is one run, and a
// number says nothing.
func eachRun(word []rune, visit func(at int, run string)) {
	if !unicode.Is(unicode.Han, word[0]) {
		if slices.ContainsFunc(word, unicode.IsLetter) {
			visit(0, string(word))
		}
		return
	}
	for at := range word {
		for n := shortest; n <= longest && at+n <= len(word); n++ {
			visit(at, string(word[at:at+n]))
		}
	}
}

// Read tells what a text asks for, the weightiest first, then by id; nothing when it
// names nothing that is known. What says little is there only if it is named apart.
func (r *Reader) Read(s string) []Found {
	return slices.DeleteFunc(r.All(s), func(f Found) bool { return f.Little && !f.Apart })
}

// All is Read with what says little beside the first.
func (r *Reader) All(s string) []Found {
	normal := []rune(text.Normalize(s))
	if len(normal) > MaxText {
		normal = normal[:MaxText]
	}
	scores := make([]float64, len(r.ids))
	named := make([][]string, len(r.ids))
	whole := make([][]string, len(r.ids))
	for _, word := range words(string(normal)) {
		for topic, values := range r.readWord(word) {
			for _, v := range values {
				scores[topic] += v
			}
			named[topic] = append(named[topic], stretches(word, values)...)
		}
		r.findTerms(word, whole)
	}
	var found []Found
	best := slices.Max(append(slices.Clone(scores), 0))
	for n, score := range scores {
		if score >= leastScore {
			found = append(found, Found{ID: r.ids[n], Weight: score / best, Words: compact(named[n]), Terms: compact(whole[n])})
		}
	}
	slices.SortFunc(found, func(a, b Found) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), strings.Compare(a.ID, b.ID))
	})
	var told []Found
	for i := range found {
		f := &found[i]
		f.Little = i >= most || f.Weight < leastShare
		f.Apart = apart(f.Terms, told)
		f.Terms = slices.DeleteFunc(f.Terms, ambiguous)
		if !f.Little || f.Apart {
			told = append(told, *f)
		}
	}
	return found
}

// apart tells whether one of the words stands where the weightier fields have none.
func apart(words []string, weightier []Found) bool {
	return slices.ContainsFunc(words, func(word string) bool {
		return !slices.ContainsFunc(weightier, func(w Found) bool {
			return slices.ContainsFunc(w.Words, func(other string) bool { return shareRun(word, other) })
		})
	})
}

// shareRun tells whether two words are the same, or have two neighbouring characters in
// common.
func shareRun(a, b string) bool {
	runes := []rune(a)
	for i := 1; i < len(runes); i++ {
		if strings.Contains(b, string(runes[i-1:i+1])) {
			return true
		}
	}
	return a == b
}

// readWord gives for each topic how well its runs cover the word: each character counts
// by the best run that it is part of, longer runs more.
func (r *Reader) readWord(word []rune) map[int][]float64 {
	covered := map[int][]float64{}
	eachRun(word, func(at int, run string) {
		length := len([]rune(run))
		if !unicode.Is(unicode.Han, word[0]) {
			length = longest // a Latin word is whole
		}
		for _, s := range r.runs[run] {
			if covered[s.topic] == nil {
				covered[s.topic] = make([]float64, len(word))
			}
			value := s.weight * float64(length) / longest
			for i := at; i < at+len([]rune(run)); i++ {
				covered[s.topic][i] = max(covered[s.topic][i], value)
			}
		}
	})
	return covered
}

// findTerms adds for each topic the whole names and words for it that stand in the word: a
// part of one (一体机 of 健康一体机, 反应器 of 生物反应器) may be a part of something else.
func (r *Reader) findTerms(word []rune, whole [][]string) {
	for at := range word {
		for n := shortest; n <= longestTerm && at+n <= len(word); n++ {
			term := string(word[at : at+n])
			for _, topic := range r.terms[term] {
				whole[topic] = append(whole[topic], term)
			}
		}
	}
}

// ambiguous tells whether a word for a field is one for others as well: those of two
// characters often are (复合 stands in names of fertilisers and of materials, 电泳 is a way of
// coating and of analysing).
func ambiguous(term string) bool {
	first := []rune(term)
	return len(first) == shortest && unicode.Is(unicode.Han, first[0])
}

// telling is how much a character must say to be shown.
const telling = 0.15

// stretches are the parts of a word that say something.
func stretches(word []rune, values []float64) []string {
	var all []string
	var part []rune
	for i, c := range word {
		if values[i] >= telling {
			part = append(part, c)
		}
		if len(part) > 0 && (values[i] < telling || i == len(word)-1) {
			all = append(all, string(part))
			part = nil
		}
	}
	return all
}

// compact leaves each word once, in the order of the text.
func compact(all []string) []string {
	var once []string
	for _, w := range all {
		if !slices.Contains(once, w) {
			once = append(once, w)
		}
	}
	return once
}
