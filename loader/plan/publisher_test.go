package plan

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

// A title that names no place is that of a plan of its issuer's place.
func TestThePlaceOfTheIssuer(t *testing.T) {
	for _, title := range []string{"关于加快推进产业集群发展的实施意见", "加快科技孵化载体建设实施方案"} {
		text := title + "\n平江市人民政府办公室\n2023年8月\n一、任务\n支持高新区发展。\n"
		result, err := Extract(context.Background(), strings.NewReader(text), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(result.Graph.Entities, func(e ecosystem.Entity) bool { return e.Kind == ecosystem.Region && e.Name == "平江市" }) {
			t.Errorf("the place is missing in %v", result.Graph.Entities)
		}
	}
}

func TestPublisher(t *testing.T) {
	const title = "平江市“十四五”科技创新规划\n"
	tests := []struct {
		name, front string
		want        []string
	}{
		{"below the title", title + "平江市科学技术局\n2021年9月\n一、现状\n创新活跃。\n", []string{"平江市科学技术局"}},
		{"two on a line", title + "平江市发展和改革委员会　平江市科学技术局\n2021年9月\n一、现状\n创新活跃。\n", []string{"平江市发展和改革委员会", "平江市科学技术局"}},
		{"with the date", title + "平江市人民政府 二〇二一年九月三日\n一、现状\n创新活跃。\n", []string{"平江市人民政府"}},
		{"the office", title + "平江市人民政府办公室\n一、现状\n创新活跃。\n", []string{"平江市人民政府办公室"}},
		{"the office above a notice", "平江市人民政府办公室\n关于印发平江市“十四五”科技创新规划的通知\n平江市“十四五”科技创新规划\n一、背景", []string{"平江市人民政府办公室"}},
		{"before the title", "平江市科学技术局关于印发\n平江市“十四五”科技创新规划\n一、背景", []string{"平江市科学技术局"}},
		{"who explains it", title + "平江市人民政府负责解释。\n一、背景", nil},
		{"above a notice", "平江市人民政府\n关于印发平江市“十四五”科技创新规划的通知\n各县人民政府：\n请认真执行。\n", []string{"平江市人民政府"}},
		{"in the title of a notice", "平江市人民政府关于印发平江市“十四五”科技创新规划的通知\n请认真执行。\n", []string{"平江市人民政府"}},
		{"to whom it goes", title + "各县人民政府\n市属各开发区管理委员会\n一、现状\n创新活跃。\n", nil},
		{"far below", title + "一、现状\n创新活跃。\n二、任务\n加快发展。\n平江市财政局\n", nil},
		{"on a web page", "平江市政府办公室\n平江市人民政府\n关于印发平江市“十四五”科技创新规划的通知\n各县人民政府:\n请认真执行。\n平江市人民政府\n2022年4月19日\n" + title, []string{"平江市人民政府"}},
		{"by its level", "平江市人民政府关于印发平江市“十四五”科技创新规划的通知\n市人民政府\n" + title, []string{"平江市人民政府"}},
		{"two without a sign between", title + "中共平江市委办公室平江市人民政府办公室\n一、现状\n", []string{"中共平江市委办公室", "平江市人民政府办公室"}},
		{"two bureaus without a sign between", title + "平江市发展和改革局平江市科学技术局\n一、现状\n", []string{"平江市发展和改革局", "平江市科学技术局"}},
		{"a heading", title + "优化空间布局\n创新活跃。\n", nil},
		{"a sentence", title + "平江市科学技术局成立\n一、现状\n创新活跃。\n", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			result, err := Extract(context.Background(), strings.NewReader(tt.front), Options{})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			names := map[string]string{}
			for _, e := range result.Graph.Entities {
				names[e.ID] = e.Name
			}
			for _, r := range result.Graph.Relations {
				if r.Type == ecosystem.IssuedBy {
					got = append(got, names[r.To])
				}
			}
			slices.Sort(got)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("issuers of %q (-want +got):\n%s", tt.front, diff)
			}
		})
	}
}
