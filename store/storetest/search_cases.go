package storetest

import (
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// searchCase is a text that somebody types and what they find in the fixture.
type searchCase struct {
	name   string
	query  string
	filter store.Filter
	want   []string // "id class", best first
	more   bool     // want is only the beginning
}

// bothZju are the two whose names begin with 浙江大学, by how well they fit.
func bothZju(first, second string) []string {
	return []string{"org:zju " + first, "org:sdaari " + second}
}

func searchCases() []searchCase {
	universities := store.Filter{Kinds: []ecosystem.Kind{ecosystem.University}}
	return []searchCase{
		{name: "name", query: "浙江大学", want: bothZju("NAME", "PREFIX")},
		{name: "alias", query: "浙大", want: bothZju("ALIAS", "ABBREVIATION")},
		{name: "former name", query: "国立浙江大学", want: []string{"org:zju FORMER_NAME"}},
		{name: "printed name in other brackets", query: "浙江大学(紫金港)", want: []string{"org:zju PRINTED_NAME"}},
		{name: "English name in other case", query: "zhejiang UNIVERSITY", want: []string{"org:zju ENGLISH_NAME"}},
		{name: "beginning of an English word", query: "Yangtze Riv", want: []string{"region:yrd PREFIX"}},
		{name: "full-width Latin", query: "ＮＩＭＴＥ", want: []string{"org:nimte ENGLISH_NAME"}},
		{name: "namesakes by id", query: "工业互联网创新中心", want: []string{"platform:iic-a NAME", "platform:iic-b NAME"}},
		{name: "beginning of a name", query: "复", want: []string{"org:fudan PREFIX"}},
		{name: "inside of a name", query: "机器人", want: []string{"cluster:ly-robot PART"}},
		{name: "abbreviation that is no alias", query: "宁波所", want: []string{"org:nimte ABBREVIATION"}},
		{name: "pinyin", query: "zhejiangdaxue", want: bothZju("PINYIN", "PINYIN")},
		{name: "pinyin with blanks", query: "zhe jiang da xue", want: bothZju("PINYIN", "PINYIN")},
		{name: "initials", query: "zjdx", want: bothZju("PINYIN", "PINYIN")},
		{name: "Chinese and pinyin", query: "复dan", want: []string{"org:fudan PINYIN"}},
		{name: "Chinese and initials", query: "浙江dx", want: bothZju("PINYIN", "PINYIN")},
		{name: "unfinished syllable", query: "zhejiangd", want: bothZju("PINYIN", "PINYIN")},
		{name: "full pinyin and initials", query: "zhejiangdx", want: bothZju("PINYIN", "PINYIN")},
		{name: "initials of two letters", query: "zhjdx", want: bothZju("PINYIN", "PINYIN")},
		{name: "text of the filter with initials of two letters", query: "大学", filter: store.Filter{Text: "zhjdx", Kinds: []ecosystem.Kind{ecosystem.University}}, want: []string{"org:zju PART"}},
		{name: "Latin word of a Chinese name", query: "g60", want: []string{"cluster:g60 PREFIX"}},
		{name: "nobody is called so", query: "清华大学"},

		{name: "filter", query: "浙江大学", filter: universities, want: []string{"org:zju NAME"}},
		{name: "filter on a region", query: "大学", filter: store.Filter{Region: ecosystem.YangtzeRiverDelta}, want: []string{"org:fudan PART", "org:zju PART"}},
		{name: "filter that leaves nothing", query: "浙江大学", filter: store.Filter{Kinds: []ecosystem.Kind{}}},
		{name: "text of the filter too", query: "大学", filter: store.Filter{Text: "复旦"}, want: []string{"org:fudan PART"}},

		{name: "empty", query: ""},
		{name: "blank", query: " \t\n\u3000"},
		{name: "open bracket", query: "C++ (x", want: []string{"project:cpp PREFIX"}, more: true},
		{name: "open quote", query: `"浙江大学`, want: bothZju("PREFIX", "PREFIX")},
		{name: "quotes", query: `"浙江大学"`, want: bothZju("PREFIX", "PREFIX")},
		{name: "operators alone", query: "AND OR NOT"},
		{name: "operator behind", query: "浙江大学 AND"},
		{name: "operator before", query: "NOT 浙江大学"},
		{name: "star", query: "*"},
		{name: "star behind", query: "浙江大学*", want: bothZju("PREFIX", "PREFIX")},
		{name: "backslash", query: `\`},
		{name: "backslash inside", query: `浙江\大学`, want: bothZju("PREFIX", "PREFIX")},
		{name: "all signs", query: `+-&&||!(){}[]^"~*?:\/`},
		{name: "field name", query: "name:浙江大学"},
		{name: "fuzzy", query: "浙江大学~", want: bothZju("PREFIX", "PREFIX")},
		{name: "range", query: "[a TO z]"},
		{name: "regular expression", query: "/复.*/", want: []string{"org:fudan PREFIX"}},
		{name: "statement", query: `'}) DETACH DELETE n //`},
		{name: "zero byte", query: "浙江\x00大学", want: bothZju("NAME", "PREFIX")},
		{name: "not UTF-8", query: "\xff浙江大学\xfe", want: bothZju("NAME", "PREFIX")},
		{name: "emoji", query: "🙂"},
		{name: "as long as allowed", query: strings.Repeat("复", 200), want: []string{"org:fudan TOKENS"}},
	}
}

func testSearch(t *testing.T, s *subject) {
	for _, c := range searchCases() {
		t.Run(c.name, func(t *testing.T) {
			got, err := s.Search(t.Context(), c.query, c.filter, store.Page{Limit: 100, Total: true})
			if err != nil {
				t.Fatal(err)
			}
			rows := s.hits(t, got)
			var found []string
			for i, h := range got.Hits {
				found = append(found, h.Entity.ID+" "+h.MatchedOn)
				if i > 0 && h.Score > got.Hits[i-1].Score {
					t.Errorf("%s comes behind %s", rows.Rows[i], rows.Rows[i-1])
				}
			}
			if c.more && len(found) > len(c.want) {
				found = found[:len(c.want)]
			}
			equal(t, "hits", c.want, found)
			equal(t, "page", store.PageInfo{Total: len(got.Hits)}, got.PageInfo)
			if got.Truncated {
				t.Error("truncated")
			}
		})
	}
	t.Run("pages", func(t *testing.T) { testSearchPages(t, s) })
}

// testSearchPages walks through hits of which several have the same score.
func testSearchPages(t *testing.T, s *subject) {
	full, err := s.Search(t.Context(), "临沂", store.Filter{}, store.Page{Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	rows := s.hits(t, full).Rows
	if len(rows) < 5 {
		t.Fatalf("only %d hits to page through: %v", len(rows), rows)
	}
	for i, key := range full.Keys {
		forward, err := s.Search(t.Context(), "临沂", store.Filter{}, store.Page{Limit: 2, After: key, Total: true})
		if err != nil {
			t.Fatal(err)
		}
		end := min(i+3, len(rows))
		equal(t, "hits after "+rows[i], answer{rows[i+1 : end], store.PageInfo{HasPrevious: true, HasNext: end < len(rows), Total: len(rows)}}, s.hits(t, forward))

		backward, err := s.Search(t.Context(), "临沂", store.Filter{}, store.Page{Limit: 2, Before: key, Backward: true})
		if err != nil {
			t.Fatal(err)
		}
		start := max(i-2, 0)
		equal(t, "hits before "+rows[i], answer{rows[start:i], store.PageInfo{HasPrevious: start > 0, HasNext: true, Total: -1}}, s.hits(t, backward))
	}
	count, err := s.Search(t.Context(), "临沂", store.Filter{}, store.Page{Total: true})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "bare count", answer{nil, store.PageInfo{HasNext: true, Total: len(rows)}}, s.hits(t, count))
}
