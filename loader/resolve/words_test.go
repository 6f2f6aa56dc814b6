package resolve

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"浙 江 大 學":             "浙江大学",
		"青岛理工大学（临沂校区）":        "青岛理工大学临沂校区",
		"上海电器科学研究所[集团]有限公司":   "上海电器科学研究所集团有限公司",
		"中国电子科技集团公司第十四研究所":    "中国电子科技集团公司第14研究所",
		"中电科五十五所":             "中电科55所",
		"中国船舶集团有限公司第七〇二研究所":   "中国船舶集团有限公司第702研究所",
		"三一重工股份有限公司":          "三一重工股份有限公司",
		"浙江大学医学院附属第一医院":       "浙江大学医学院第1附属医院",
		"浙大医学院附一院":            "浙大医学院第1附属医院",
		"安徽中医药大学一附院":          "安徽中医药大学第1附属医院",
		"复旦大学附属华山医院":          "复旦大学附属华山医院",
		"Ｇ６０科创走廊":             "g60科创走廊",
		"“十四五” R&D":           "十四五rd",
		"。":                   "",
		"南京大学\u200b　（鼓楼校区）\t": "南京大学鼓楼校区",
	} {
		if got := foldText(name); got != want {
			t.Errorf("fold(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestParse(t *testing.T) {
	p := &parser{lexicon: lexicons(), regions: map[string]*word{"兰山": regionWord("兰山区")}}
	for name, want := range map[string]string{
		"浙江工业大学": "place:浙江 topic:工业 head:大学",
		"中国科学院宁波材料技术与工程研究所": "host:中国科学院 place:宁波 topic:材料 topic:技术 link:与 topic:工程 head:研究所",
		"江苏省农业科学院":          "place:江苏省 topic:农业 head:科学院",
		"杭州医学院":             "place:杭州 head:医学院",
		"浙江大学医学院附属第一医院":     "place:浙江 head:大学 aux:医学院 ordinal:第1 aux:附属 head:医院",
		"复旦大学附属中山医院":        "run:复旦 head:大学 aux:附属 run:中山 head:医院",
		"阳光电源股份有限公司":        "run:阳光 topic:电源 legal:股份有限公司",
		"江苏恒立液压股份有限公司":      "place:江苏 run:恒立 topic:液压 legal:股份有限公司",
		"中国电子科技集团公司第十四研究所":  "host:中国电子科技集团公司 ordinal:第14 head:研究所",
		"兰山区人民医院":           "place:兰山区 head:人民医院",
		"上海振华重工(集团)股份有限公司":  "place:上海 run:振华 topic:重工 legal:(集团) legal:股份有限公司",
		"哈尔滨工业大学（威海）":       "place:哈尔滨 topic:工业 head:大学 place:(威海)",
		"临沂高新技术产业开发区管理委员会":  "place:临沂 head:高新技术产业开发区 head:管理委员会",
		"国家手性制药工程技术研究中心":    "aux:国家 run:手性 topic:制药 head:工程技术研究中心",
		"江苏集萃有机光电技术研究所有限公司": "place:江苏 run:集萃有机 topic:光电 head:技术研究所 legal:有限公司",
	} {
		if diff := cmp.Diff(want, spell(p.parse(fold(name)))); diff != "" {
			t.Errorf("parse(%s) (-want +got):\n%s", name, diff)
		}
	}
}

func spell(units []unit) string {
	names := map[class]string{
		run: "run", place: "place", area: "area", host: "host", ordinal: "ordinal", topic: "topic",
		link: "link", aux: "aux", head: "head", legal: "legal",
	}
	var out []string
	for _, u := range units {
		s := u.text + u.level
		if u.inner {
			s = "(" + s + ")"
		}
		out = append(out, names[u.class]+":"+s)
	}
	return strings.Join(out, " ")
}

// The lexicon must hold what it is meant to hold: a line that is lost to a typing
// mistake would only show in the figures.
func TestLexicon(t *testing.T) {
	x := lexicons()
	for text, want := range map[string]class{
		"浙江": place, "宁波": place, "华东": area, "中国科学院": host, "中科院": host, "工业": topic,
		"研究所": head, "股份有限公司": legal, "附属": aux, "与": link, "阳光": run,
	} {
		if w := x.words[text]; w == nil || w.class != want {
			t.Errorf("%s: got %+v, want class %d", text, w, want)
		}
	}
	if got := string(x.simplified['學']); got != "学" {
		t.Errorf("學 is simplified to %q", got)
	}
	if len(x.simplified) < 2500 {
		t.Errorf("only %d traditional characters", len(x.simplified))
	}
	for text, w := range x.words {
		if text != foldText(text) {
			t.Errorf("%q is not in the form in which names are compared", text)
		}
		for _, short := range w.short {
			if form := strings.TrimPrefix(short, rareMark); form != foldText(form) || form == "" {
				t.Errorf("the short form %q of %q is not in the form in which names are compared", short, text)
			}
		}
	}
	for _, e := range x.elsewhere {
		if !e.Kind.Valid() {
			t.Errorf("%s elsewhere has the kind %q", e.Name, e.Kind)
		}
	}
}
