package partners

import (
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/match"
)

// TestLikeness: a name counts by the words that it has of the demand or of its fields, the
// more the longer they are; what stands in names of every field (检测认证, 国家重点实验室, a
// place) is none, nor is the ministry that a body belongs to.
func TestLikeness(t *testing.T) {
	sun := &ecosystem.Entity{ID: "field:sun", Name: "光伏与氢能技术", Aliases: []string{"太阳能"}}
	water := &ecosystem.Entity{ID: "field:water", Name: "水污染防治与水资源利用"}
	l := newLikeness(asked{text: "上海屋顶光伏组件热斑检测", needs: []match.Need{{Field: sun, Weight: 1}, {Field: water, Weight: 1}}}, newIdleWords())
	for _, c := range []struct {
		name, alias, word string
	}{
		{"上海机动车检测认证技术研究中心有限公司", "", ""},
		{"国家重点实验室", "", ""},
		{"自然资源部第二海洋研究所", "", ""},
		{"某某水资源研究所", "", "水资源"},
		{"光伏科学与技术国家重点实验室", "", "光伏"},
		{"某某氢能装备股份有限公司", "", "氢能"},
		{"某某股份有限公司", "某某太阳能", "太阳能"},
		{"光伏组件国家工程研究中心", "", "光伏组件"},
	} {
		e := &ecosystem.Entity{ID: "org:" + c.name, Name: c.name}
		if c.alias != "" {
			e.Aliases = []string{c.alias}
		}
		got := l.of(e)
		if got.word != c.word || (got.factor == unnamed) != (c.word == "") || got.factor > 1 {
			t.Errorf("%s: %+v, want the word %q", c.name, got, c.word)
		}
		if again := l.of(e); again != got {
			t.Errorf("%s: %+v, asked again %+v", c.name, got, again)
		}
	}
	short := l.of(&ecosystem.Entity{ID: "org:光伏科学与技术国家重点实验室"})
	long := l.of(&ecosystem.Entity{ID: "org:光伏组件国家工程研究中心"})
	if short.factor >= long.factor {
		t.Errorf("光伏 counts %v, 光伏组件 only %v", short.factor, long.factor)
	}
}
