package text

import "slices"

// Term is a token that a candidate must have; of a prefix term any token that
// begins with it.
type Term struct {
	Token  string
	Prefix bool
}

// Query is a search text, read. An entity is a candidate when it has the token
// Exact, or all terms of one of the readings. A query without readings finds
// nothing.
type Query struct {
	Exact    string
	Readings []Reading // the text as it is typed, then with its pinyin taken apart
	latin    bool      // some parts are letters, which may stand for pinyin
}

// Reading is one way to read a query.
type Reading struct {
	Terms  []Term
	parts  []unit  // the text in its order, for Rank
	factor float64 // by which its matches count
}

// takenApart is how much a reading counts that had to be guessed.
const takenApart = 0.95

// ParseQuery reads what somebody typed: Chinese characters, full pinyin with or
// without blanks, pinyin initials, Latin words and their beginnings, or a
// mixture. The last syllable may be unfinished; full pinyin and initials may run
// together (zhejiangdx), and zh, ch and sh stand for an initial too (zhjdx).
// Anything else (brackets, operators, quotes) only separates.
func ParseQuery(q string) Query {
	normalized := Normalize(q)
	parts := split(normalized, false)
	terms := termsOf(parts)
	if len(terms) == 0 {
		return Query{}
	}
	query := Query{
		Exact:    exactToken(normalized),
		Readings: []Reading{{terms, parts, 1}},
		latin:    slices.ContainsFunc(parts, func(u unit) bool { return !u.han }),
	}
	if apart, ok := takeApart(parts); ok {
		query.Readings = append(query.Readings, Reading{termsOf(apart), apart, takenApart})
	}
	return query
}

// termsOf lists what parts ask for, each once.
func termsOf(parts []unit) (terms []Term) {
	for _, u := range parts {
		t := Term{u.text, false}
		if !u.han {
			t = Term{cut(u.text, maxToken), true}
		}
		if t.Token != "" && !slices.Contains(terms, t) {
			terms = append(terms, t)
		}
	}
	return terms
}
