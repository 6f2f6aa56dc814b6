package list

import (
	"strings"
	"unicode/utf8"
)

// Rule names how an item was found.
type Rule string

// The rules.
const (
	Separated  Rule = "list-item"   // between two separators
	SharedHead Rule = "shared-head" // X、Y等新药研发 is one item
	ShortHead  Rule = "short-head"  // 小麦、玉米绿色种植技术 is one item
	OneClause  Rule = "one-clause"  // between two semicolons, the commas of the list inside
	Stutter    Rule = "stutter"     // a passage printed twice on end
)

// Item is one item of a list.
type Item struct {
	Name    string // cleaned
	Printed string // as it stands in the list
	Detail  string // what follows the name after a comma
	Rule    Rule
	// Prose marks what looks like running text rather than a name.
	Prose bool
}

// Grammar is what the splitter must know of the words.
type Grammar struct {
	// Complete reports whether a piece stands alone as an item.
	Complete func(piece string) bool
	// Action reports whether a piece ends with what is done with the things
	// named before it, so that nouns before it may belong to it.
	Action func(piece string) bool
	// Etc reports whether the 等 at text[i] ends a list.
	Etc func(text []rune, i int) bool
}

const (
	// A bare noun up to this length is no name of an item but the first of
	// several that share a tail.
	shortHead = 5
	// Nouns before a piece with 等 that are longer than this are items.
	sharedHead = 12
	// So many nouns at most go back to one piece.
	maxJoined = 16
	// After 等 a short class word may follow the last item (…等项目).
	classWord = 12
)

// Items takes a list apart, in printed order. A text without separators is one
// item.
func Items(text string, g Grammar) []Item {
	var items []Item
	for _, sentence := range Split(text, "。") {
		segments := Split(sentence, "；;")
		for _, segment := range segments {
			pieces := g.pieces(segment)
			if len(segments) > 1 && g.oneClause(pieces) {
				items = append(items, Item{Name: Clean(segment), Printed: segment, Rule: OneClause})
				continue
			}
			for _, p := range g.rejoin(pieces) {
				items = append(items, g.finish(p)...)
			}
		}
	}
	return items
}

type piece struct {
	text    string // to be read as the name
	printed string
	rule    Rule
}

// pieces cuts a segment at 、 outside brackets, and not inside a passage that
// was printed twice on end.
func (g Grammar) pieces(segment string) []piece {
	doubled := findStutter([]rune(segment))
	if doubled.length == 0 {
		return separate(segment)
	}
	runes := []rune(segment)
	before := separate(string(runes[:doubled.at]))
	rest := string(runes[doubled.at+2*doubled.length:])
	tail, after := rest, ""
	if head, remainder, found := Cut(rest, "、"); found {
		tail, after = head, remainder
	}
	once := string(runes[doubled.at:doubled.at+doubled.length]) + tail
	twice := string(runes[doubled.at:doubled.at+2*doubled.length]) + tail
	if g.severalItems(once) {
		before = append(before, separate(once)...)
	} else {
		before = append(before, piece{text: once, printed: twice, rule: Stutter})
	}
	return append(before, separate(after)...)
}

// severalItems reports whether a passage is a list of items that stand alone.
func (g Grammar) severalItems(text string) bool {
	pieces := Split(text, "、")
	return len(pieces) > 1 && g.Complete(pieces[0])
}

func separate(text string) []piece {
	var out []piece
	for _, p := range Split(text, "、") {
		out = append(out, piece{text: p, printed: p, rule: Separated})
	}
	return out
}

// oneClause: of a segment between semicolons only the last piece is complete,
// so that the pieces before it are its parts.
func (g Grammar) oneClause(pieces []piece) bool {
	for i, p := range pieces {
		if g.Complete(p.text) != (i == len(pieces)-1) {
			return false
		}
	}
	return len(pieces) > 1
}

// rejoin gives nouns that do not stand alone back to the piece that completes
// them.
func (g Grammar) rejoin(pieces []piece) []piece {
	var out []piece
	for _, p := range pieces {
		rule, longest := ShortHead, shortHead
		if g.sharesHead(p.text) {
			rule, longest = SharedHead, sharedHead
		}
		for joined := 0; joined < maxJoined && len(out) > 0 && g.Action(p.text) && g.bare(out[len(out)-1], longest); joined++ {
			p = join(out[len(out)-1], p, rule)
			out = out[:len(out)-1]
		}
		out = append(out, p)
	}
	return out
}

func (g Grammar) bare(p piece, length int) bool {
	return !g.Complete(p.text) && utf8.RuneCountInString(p.text) <= length && p.rule != Stutter
}

func join(a, b piece, rule Rule) piece {
	return piece{text: a.text + "、" + b.text, printed: a.printed + "、" + b.printed, rule: rule}
}

// sharesHead: a noun, 等, and then what completes it and the nouns before it.
func (g Grammar) sharesHead(text string) bool {
	before, after, ok := g.cutEtc(text, false)
	return ok && after != "" && !g.Complete(before) && g.Action(after)
}

// cutEtc cuts a text at the first or the last 等 that ends a list.
func (g Grammar) cutEtc(text string, last bool) (before, after string, ok bool) {
	runes := []rune(text)
	depths := Depths(runes)
	cut := 0
	for i := 1; i < len(runes); i++ {
		if depths[i] == 0 && g.Etc(runes, i) && (last || cut == 0) {
			cut = i
		}
	}
	if cut == 0 {
		return text, "", false
	}
	return string(runes[:cut]), strings.Trim(string(runes[cut+1:]), terminal), true
}

// finish cleans a piece: 等 at the end goes, and so does what a comma adds.
func (g Grammar) finish(p piece) []Item {
	if before, after, ok := g.cutEtc(p.text, true); ok && (after == "" || (g.Complete(before) && utf8.RuneCountInString(after) <= classWord)) {
		p.text = before
	}
	parts := Split(p.text, "，,")
	if len(parts) < 2 {
		return g.item(p, p.text, "", false)
	}
	complete := 0
	for _, part := range parts {
		if g.Complete(part) {
			complete++
		}
	}
	if complete == len(parts) {
		var items []Item
		for _, part := range parts {
			items = append(items, g.item(piece{printed: part, rule: p.rule}, part, "", false)...)
		}
		return items
	}
	return g.item(p, parts[0], strings.Join(parts[1:], "，"), !g.Complete(parts[0]))
}

// item leaves out what holds no name at all.
func (g Grammar) item(p piece, name, detail string, prose bool) []Item {
	name = Clean(name)
	if name == "" {
		return nil
	}
	return []Item{{Name: name, Printed: strings.Trim(p.printed, terminal), Detail: detail, Rule: p.rule, Prose: prose}}
}
