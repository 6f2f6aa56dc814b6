package lexicon

import "testing"

func TestNamesOfOneIndicatorShareAKey(t *testing.T) {
	lex := load(t)
	same := [][]string{
		{"全社会R&D经费支出占GDP的比重", "研发投入强度", "全社会研究与试验发展（R&D）经费投入占地区生产总值比重"},
		{"高新技术企业", "高新技术企业数", "高新技术企业总量", "国家高新技术企业数量", "高企数量"},
		{"公民具备科学素质的比例", "公民具备科学素质比重"},
		{"每万人口发明专利拥有量", "万人发明专利拥有量"},
	}
	owner := map[string]int{}
	for i, names := range same {
		for _, name := range names {
			k := lex.IndicatorKey(name)
			if other, taken := owner[k]; taken && other != i {
				t.Errorf("%s has the key %s of %s", name, k, same[other][0])
			}
			owner[k] = i
			if want := lex.IndicatorKey(names[0]); k != want {
				t.Errorf("IndicatorKey(%s) is %s, want %s as of %s", name, k, want, names[0])
			}
		}
	}
	for _, apart := range [][2]string{{"发明专利授权量", "发明专利拥有量"}, {"国家级孵化器", "省级孵化器"}, {"研发人员数", "研发投入"}} {
		if lex.IndicatorKey(apart[0]) == lex.IndicatorKey(apart[1]) {
			t.Errorf("%s and %s have one key", apart[0], apart[1])
		}
	}
}

func TestWordsAroundFigures(t *testing.T) {
	lex := load(t)
	ends := map[string]Count{"技术合同成交额增加到": Reach, "企业超过": Limit, "收入年均增长": Change, "成交额": ""}
	for text, want := range ends {
		if _, got, _ := lex.EndsCount(text); got != want {
			t.Errorf("EndsCount(%s) is %q, want %q", text, got, want)
		}
	}
	begins := map[string]Count{"拥有院士工作站": Have, "建成孵化器": Build, "新增孵化器": Gain, "举办活动": Activity, "孵化面积": Activity, "高新技术企业": ""}
	for text, want := range begins {
		if _, got, _ := lex.BeginsCount(text); got != want {
			t.Errorf("BeginsCount(%s) is %q, want %q", text, got, want)
		}
	}
	for name, want := range map[string]bool{"技术合同成交额": true, "研发投入强度": true, "数量": false, "众创空间": false} {
		if got := lex.Measured(name); got != want {
			t.Errorf("Measured(%s) is %v, want %v", name, got, want)
		}
	}
}
