package text

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

func TestReadingsOfDomainWords(t *testing.T) {
	for word, want := range map[string]string{
		"重点": "zhong dian", "重庆": "chong qing", "资产重组": "zi chan chong zu", "重大": "zhong da",
		"长三角": "chang san jiao", "长江": "chang jiang", "增长": "zeng zhang", "校长": "xiao zhang",
		"银行": "yin hang", "行业": "hang ye", "行动": "xing dong", "闵行区": "min hang qu",
		"成都": "cheng du", "厦门": "xia men", "西藏": "xi zang", "冷藏": "leng cang", "蚌埠": "beng bu",
		"六安": "lu an", "涡阳": "guo yang", "临朐": "lin qu", "乐陵": "lao ling", "音乐": "yin yue",
		"会计": "kuai ji", "委员会": "wei yuan hui", "委员会计划": "wei yuan hui ji hua", "供给": "gong ji", "薄膜": "bo mo", "模具": "mu ju", "模式": "mo shi",
		"协会长三角分会": "xie hui chang san jiao fen hui", "招商行动": "zhao shang xing dong", "机器人参数": "ji qi ren can shu",
		"航空调度": "hang kong diao du", "规模": "gui mo", "多重点": "duo zhong dian", "类似": "lei si", "畜牧": "xu mu", "轧钢": "zha gang",
		"湖泊": "hu po", "绿色": "lv se", "女": "nv", "参数": "can shu", "丹参": "dan shen", "调查": "diao cha", "协调": "xie tiao",
	} {
		var got []string
		for _, u := range split(word, true) {
			got = append(got, u.reading)
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%s reads %q, want %q", word, got, want)
		}
	}
}

func TestEveryPolyphoneStandsInItsWord(t *testing.T) {
	for char, contexts := range polyphones {
		for i, c := range contexts {
			if !strings.HasPrefix(c.word[c.at:], string(char)) {
				t.Errorf("%c: %s has another character at %d", char, c.word, c.at)
			}
			if c.word == string(char) && i != len(contexts)-1 {
				t.Errorf("%c: the words behind the bare character are never reached", char)
			}
		}
	}
}

func TestSortKeyOrder(t *testing.T) {
	want := []string{"3D打印", "安徽大学", "长江大学", "重庆大学", "Fudan University", "浙江", "浙江大学", "浙江工业大学", "浙一"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, func(a, b string) int { return strings.Compare(SortKey(a), SortKey(b)) })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("order by SortKey (-want +got):\n%s", diff)
	}
	if SortKey("实验") == SortKey("试验") {
		t.Error("names that read alike have the same sort key")
	}
	if n := len(SortKey(strings.Repeat("浙江大学", 100))); n > maxSortKey {
		t.Errorf("a sort key has %d bytes, at most %d are allowed", n, maxSortKey)
	}
}

func TestSlug(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"浙江大学", "zhe-jiang-da-xue"},
		{"哈工大（威海）", "ha-gong-da-wei-hai"},
		{"3D打印 Center", "3d-da-yin-center"},
		{"绿色、低碳", "lv-se-di-tan"},
	} {
		if got := Slug(c.name); got != c.want {
			t.Errorf("Slug(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}

func TestSlugsOfAwkwardNames(t *testing.T) {
	long := strings.Repeat("重点实验室", 10)
	seen := map[string]string{}
	for _, name := range []string{"C++", "C#", "C", "カナ", "＋＋", long, long + "甲", long + "乙", strings.Repeat("x", 200)} {
		slug := Slug(name)
		if other, taken := seen[slug]; taken {
			t.Errorf("%q and %q have the same slug %q", name, other, slug)
		}
		seen[slug] = name
		if len(slug) > maxSlug || strings.Trim(slug, "-") != slug || strings.Contains(slug, "--") {
			t.Errorf("Slug(%q) = %q is no good slug", name, slug)
		}
		if err := ecosystem.CheckID("org:"+slug, ecosystem.University); err != nil {
			t.Errorf("Slug(%q): %v", name, err)
		}
	}
	if got := Slug(" "); got != "" {
		t.Errorf("Slug of a blank = %q, want nothing", got)
	}
}
