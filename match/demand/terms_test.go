package demand_test

import (
	"reflect"
	"testing"

	"github.com/innograph/innograph/match/demand"
)

// TestTerms: whole names and words are told apart from parts of them, and from words of
// two characters.
func TestTerms(t *testing.T) {
	reader := demand.NewReader([]demand.Topic{
		{ID: "robots", Names: []string{"工业机器人", "码垛机器人"}},
		{ID: "care", Names: []string{"康养", "健康一体机", "PACS影像"}},
		{ID: "care-too", Names: []string{"康养服务", "健康一体机"}},
		{ID: "other", Names: []string{"纺织"}},
	})
	for text, want := range map[string]map[string][]string{
		"覆膜一体机和机器人":     {},
		"健康一体机":         {"care": {"健康一体机"}, "care-too": {"健康一体机"}},
		"两台工业机器人、工业机器人": {"robots": {"工业机器人"}},
		"康养服务":          {"care-too": {"康养服务"}},
		"纺织":            {},
	} {
		got := map[string][]string{}
		found := reader.Read(text)
		for _, f := range found {
			if len(f.Terms) > 0 {
				got[f.ID] = f.Terms
			}
		}
		if len(found) == 0 || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %d fields; whole stand there %v, want %v", text, len(found), got, want)
		}
	}
}

// TestApart: a field that a text says little of is told when it is named in a place of its
// own, and not when it shares the words of another that is told.
func TestApart(t *testing.T) {
	medicine := demand.Topic{ID: "medicine", Names: []string{"中药材提取纯化", "超临界萃取"}}
	sun := demand.Topic{ID: "sun", Names: []string{"光伏"}}
	material := demand.Topic{ID: "material", Names: []string{"药材"}}
	for _, c := range []struct {
		topics []demand.Topic
		text   string
		want   []string
	}{
		{[]demand.Topic{medicine, sun, material}, "中药材超临界萃取和光伏", []string{"medicine", "sun little"}},
		{[]demand.Topic{medicine, sun, material}, "中药材超临界萃取", []string{"medicine"}},
		{[]demand.Topic{medicine, sun, material}, "光伏", []string{"sun"}},
		{ // 公司 is only a part of a name
			[]demand.Topic{medicine, {ID: "trade", Names: []string{"物流公司"}}},
			"我公司要中药材超临界萃取",
			[]string{"medicine"},
		},
		{ // so is 光伏贸易, which says more than 光伏, but is not told
			[]demand.Topic{medicine, sun, {ID: "trade", Names: []string{"光伏贸易公司"}}, {ID: "wood"}, {ID: "steel"}, {ID: "food"}},
			"中药材提取纯化、超临界萃取，光伏贸易",
			[]string{"medicine", "sun little"},
		},
	} {
		var got []string
		for _, f := range demand.NewReader(c.topics).Read(c.text) {
			if f.Little {
				f.ID += " little"
			}
			got = append(got, f.ID)
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", c.text, got, c.want)
		}
	}
}
