package resolve

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/innograph/innograph/store/text"
)

// english finds entities by English names: apart from blanks, points and usual
// abbreviations, by initials, and with one slip.
type english struct {
	names    map[string][]int32 // records by their words, run together
	acronyms map[string][]int32
	words    map[string]bool // that occur in names
	keys     []string        // sorted
}

func newEnglish(c *catalogue, l *lexicon) *english {
	x := &english{names: map[string][]int32{}, acronyms: map[string][]int32{}, words: map[string]bool{}}
	for i, rec := range c.records {
		words := englishWords(rec.text)
		if len(words) < 2 || !isLatin([]rune(rec.folded)) {
			continue
		}
		key := strings.Join(words, "")
		x.names[key] = append(x.names[key], int32(i))
		for _, w := range words {
			x.words[w] = true
		}
		for _, acronym := range acronyms(words, c.entities[rec.owner].Name) {
			x.acronyms[acronym] = append(x.acronyms[acronym], int32(i))
		}
	}
	// A place is a word even where no name has it: Hebei is no slip for Hefei.
	maps.Copy(x.words, l.spelled)
	for key := range x.names {
		x.keys = append(x.keys, key)
	}
	slices.Sort(x.keys)
	return x
}

// isLatin reports whether a name is written without Chinese characters.
func isLatin(runes []rune) bool {
	return len(runes) > 0 && !slices.ContainsFunc(runes, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// englishWords splits a name into words, with usual abbreviations written out
// and articles left out.
func englishWords(name string) []string {
	normal := strings.ReplaceAll(text.Normalize(name), "&", " and ")
	words := strings.FieldsFunc(normal, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	for i, w := range words {
		switch w {
		case "univ":
			words[i] = "university"
		case "inst":
			words[i] = "institute"
		case "acad":
			words[i] = "academy"
		case "sci":
			words[i] = "science"
		case "tech":
			words[i] = "technology"
		case "lab":
			words[i] = "laboratory"
		}
	}
	return slices.DeleteFunc(words, func(w string) bool { return w == "the" })
}

// minAcronym is the number of letters from which on initials mean something.
const minAcronym = 3

// acronyms are the initials of a name; a place in front may give the initials of
// its syllables: ZJU for Zhejiang University, 浙江大学.
func acronyms(words []string, chinese string) []string {
	var initials strings.Builder
	for _, w := range words {
		switch w {
		case "of", "and", "for", "at", "in":
		default:
			first, _ := utf8.DecodeRuneInString(w)
			initials.WriteRune(first)
		}
	}
	all := []string{initials.String()}
	syllables, _, _ := strings.Cut(text.SortKey(chinese), "\t")
	joined, letters := "", ""
	for _, s := range strings.Fields(syllables) {
		joined, letters = joined+s, letters+s[:1]
		if joined == words[0] {
			all = append(all, letters+strings.TrimPrefix(initials.String(), letters[:1]))
			break
		}
	}
	return slices.DeleteFunc(all, func(a string) bool { return len(a) < minAcronym })
}

// lookup finds the names that an English query means without a slip.
func (x *english) lookup(q *query, f folded) []hit {
	var out []hit
	key := string(f.runes)
	for _, i := range x.acronyms[key] {
		out = x.add(out, q, i, ByAcronym, shortLoss+costLetter)
	}
	return out
}

func (x *english) add(out []hit, q *query, i int32, how How, loss float64) []hit {
	rec := q.names.records[i]
	if !q.wants(rec.owner) {
		return out
	}
	return append(out, hit{record: i, owner: rec.owner, how: how, score: base(ByEnglishName) - loss, here: q.here(rec.owner)})
}

// named finds the entities that an English text names without a slip: by a name
// on record, its words, its initials, or without Co., Ltd. behind it.
func (q *query) named(name string) Answer {
	hits := q.exact(fold(name))
	words := englishWords(name)
	for _, i := range q.english.names[strings.Join(words, "")] {
		hits = q.english.add(hits, q, i, ByEnglishName, costForm)
	}
	hits = append(hits, q.english.lookup(q, fold(name))...)
	if short := withoutLegal(words); len(hits) == 0 && len(short) > 0 && len(short) < len(words) {
		return q.named(strings.Join(short, " "))
	}
	return q.decide(slices.DeleteFunc(hits, func(h hit) bool { return !q.isInside(h) }), exactMargin)
}

// withoutLegal leaves out the legal form behind the name of a firm.
func withoutLegal(words []string) []string {
	n := len(words)
	for n > 0 && slices.Contains([]string{"co", "ltd", "limited", "inc", "corp", "corporation", "company", "group"}, words[n-1]) {
		n--
	}
	return words[:n]
}

// englishPhrase reads an English name with what stands around it: the academy
// and the place behind, the initials in brackets, the department in front.
func (q *query) englishPhrase(name string) Answer {
	n := text.Normalize(name)
	if base, note, ok := annotated(n); ok && strings.HasSuffix(n, ")") {
		a := q.named(base)
		if b := q.named(note); a.Chosen != nil && (b.Chosen == nil || b.Chosen.Entity.ID == a.Chosen.Entity.ID) {
			return a
		}
	}
	if a := q.named(n); a.settled() {
		return a
	}
	parts := strings.Split(n, ",")
	for i := len(parts) - 1; i > 0; i-- {
		a := q.named(strings.Join(parts[:i], ","))
		if a.Chosen != nil && q.surroundings(parts[i:], a.Chosen.Entity.ID) {
			return a
		}
		if department(parts[i-1]) {
			return q.asDepartment(q.named(parts[i]), parts[i-1])
		}
	}
	return Answer{Reason: NotFound}
}

func department(s string) bool {
	words := englishWords(s)
	return len(words) > 2 && words[1] == "of" && slices.Contains([]string{"college", "school", "department", "dept", "faculty"}, words[0])
}

// surroundings reports whether what follows a name only says where it is.
func (q *query) surroundings(parts []string, id string) bool {
	for _, p := range parts {
		words := englishWords(p)
		switch joined := strings.Join(words, " "); joined {
		case "china", "p r china", "pr china", "prc", "cas", "caas", "caf", "chinese academy of science", "chinese academy of sciences":
			continue
		default:
			if !q.placedIn(id, strings.Join(words, "")) {
				return false
			}
		}
	}
	return true
}

// placedIn reports whether a place in Latin letters is where the entity lies.
func (q *query) placedIn(id, latin string) bool {
	for _, region := range q.places.regions(id) {
		w := regionWord(q.places.byID[region].Name)
		syllables, _, _ := strings.Cut(text.SortKey(w.text), "\t")
		if strings.ReplaceAll(syllables, " ", "") == latin {
			return true
		}
	}
	return false
}

// minEnglishTypo is the number of letters from which on a slip is believed.
const minEnglishTypo = 12

// englishSlip finds names that differ by one letter, or two swapped, in a word
// that is no other word of a name.
func (q *query) englishSlip(name string) Answer {
	words := englishWords(name)
	key := strings.Join(words, "")
	if len(key) < minEnglishTypo || !slices.ContainsFunc(words, func(w string) bool { return !q.english.words[w] }) {
		return Answer{Reason: NotFound}
	}
	var hits []hit
	for _, other := range q.english.keys {
		if !oneSlip(key, other) {
			continue
		}
		for _, i := range q.english.names[other] {
			hits = q.english.add(hits, q, i, ByTypo, typoLoss)
		}
	}
	return q.decide(hits, margin)
}

// oneSlip reports whether a and b differ by one letter that is replaced, missing,
// added or swapped with the next.
func oneSlip(a, b string) bool {
	if distance(len(a), len(b)) > 1 || !utf8.ValidString(a) {
		return false
	}
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	restA, restB := a[i:], b[i:]
	switch {
	case len(a) < len(b):
		return restA == restB[1:]
	case len(a) > len(b):
		return restA[1:] == restB
	case len(restA) < 1:
		return false
	case restA[1:] == restB[1:]:
		return true
	default:
		return len(restA) > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2:] == restB[2:]
	}
}
