package text

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRunsOf(t *testing.T) {
	for word, want := range map[string][]string{
		"zhejiangdx": {"zhejiang", "dx"},
		"zjdaxue":    {"zj", "daxue"},
		"zjgongyed":  {"zj", "gongyed"}, // the last syllable is unfinished
		"lingongdx":  {"lingong", "dx"},
		"xianjtdx":   {"xian", "jtdx"},
		"zhjdx":      {"zjdx"},
		"shhkjdx":    {"shkjdx"},
		"shanghait":  nil, // an unfinished syllable
		"zhejiang":   nil,
		"zjdx":       nil, // read as it is
		"zju":        nil, // z alone is no abbreviation
		"university": nil,
		"network":    nil,
		"tech":       nil,
		"g60kc":      nil,
		"":           nil,
	} {
		if diff := cmp.Diff(want, runsOf(word)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", word, diff)
		}
	}
}
