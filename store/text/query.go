package text

import "slices"

// Term is a token that a candidate must have; of a prefix term any token that
// begins with it.
type Term struct {
	Token  string
	Prefix bool
}

// Query is a search text, read. An entity is a candidate when it has the token
// Exact, or has all Terms. A query without terms finds nothing.
type Query struct {
	Exact string
	Terms []Term
	parts []unit // the text in its order, for Rank
	latin bool   // some parts are letters, which may stand for pinyin
}

// ParseQuery reads what somebody typed: Chinese characters, full pinyin with or
// without blanks, pinyin initials, Latin words and their beginnings, or a
// mixture. Anything else (brackets, operators, quotes) only separates.
func ParseQuery(q string) Query {
	normalized := Normalize(q)
	parts := split(normalized, false)
	var terms []Term
	latin := false
	for _, u := range parts {
		t := Term{u.text, false}
		if !u.han {
			t = Term{cut(u.text, maxToken), true}
			latin = true
		}
		if t.Token != "" && !slices.Contains(terms, t) {
			terms = append(terms, t)
		}
	}
	if len(terms) == 0 {
		return Query{}
	}
	return Query{Exact: exactToken(normalized), Terms: terms, parts: parts, latin: latin}
}
