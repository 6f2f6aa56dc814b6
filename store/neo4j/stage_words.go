package neo4j

import (
	"github.com/innograph/innograph/ecosystem"
)

// words numbers the kinds or the relation types in the order of the vocabulary,
// so that a row remembers its own in one byte.
type words[W ~string] struct {
	all     []W
	numbers map[W]uint8
}

func kindWords() words[ecosystem.Kind] {
	w := words[ecosystem.Kind]{numbers: map[ecosystem.Kind]uint8{}}
	for _, info := range ecosystem.Kinds() {
		w.add(info.Kind)
	}
	return w
}

func typeWords() words[ecosystem.RelationType] {
	w := words[ecosystem.RelationType]{numbers: map[ecosystem.RelationType]uint8{}}
	for _, info := range ecosystem.RelationTypes() {
		w.add(info.Type)
	}
	return w
}

func (w *words[W]) add(word W) {
	w.numbers[word] = uint8(len(w.all)) // the vocabulary has some ten words
	w.all = append(w.all, word)
}

func (w *words[W]) number(word W) (uint8, error) {
	n, ok := w.numbers[word]
	if !ok {
		return 0, ecosystem.Errorf(ecosystem.CodeInvalidData, "%q is not in the vocabulary; validate the graph before it is loaded", word)
	}
	return n, nil
}

// counts tells how often each word occurs that does.
func (w *words[W]) counts(t *table) map[W]int {
	out := map[W]int{}
	for _, row := range t.rows {
		if row.place != missing {
			out[w.all[row.word]]++
		}
	}
	return out
}
