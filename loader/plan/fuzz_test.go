package plan

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/reader"
	"github.com/innograph/innograph/loader/resolve"
)

// FuzzExtract: whatever the text, Extract does not panic; it answers with a
// coded error or with a graph that is valid, whose sources all lead to a place
// in the document.
func FuzzExtract(f *testing.F) {
	for _, name := range []string{"qingshan.txt", "yunxi.txt", "chengjiang.txt"} {
		plan, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(plan))
	}
	for _, seed := range []string{
		"专栏1 重点项目\n1、新材料。甲、乙研发、（丙、丁）项目。\n",
		"\t专栏1 主要指标\n\n\t序号\n\t指标（%）\n\t2025年\n\n\t1\n\t强度\n\t≥2.6*\n注：*代表预计数\n",
		"专栏2 创新平台\n1.一类：（1）甲中心（2）乙研究院等。\n",
		"甲市“十五五”规划\n专栏3 载体\n（1）甲园区：以乙高新区为核心区域，联动丙开发区和丁基地，建设戊产业园、己产业园等2个园区。\n",
		"目录\n一、甲 1\n一、甲\n（一）乙\n§1\n专栏\n",
		"专栏1 重点项目\n甲项目\n\xff\xfe\x00",
		"表1 重点项目\n序号\t项目名称\t领域\t牵头单位\t合作单位\t地点\t进度\t期限\n\t一、甲\t\t\t\t\t\t\n1\t乙研发\t丙\t甲市科技局\t乙大学、丁公司\t戊县\t在建\t2026年\n",
		"甲市规划\n一、任务\n重点平台表\n类别\t平台名称\t级别\t建设内容\n甲\t乙实验室\t省级\t依托丙大学建设。\f\n",
		"专栏2 平台\n\t实验室\t甲实验室、乙实验室\n\t中心\t1.丙中心（2）丁\n",
	} {
		f.Add(seed)
	}
	limits := reader.Limits{LineBytes: 4 << 10, DocumentBytes: 16 << 10}
	known := resolve.NewIndex([]ecosystem.Entity{
		{ID: "region:1", Kind: ecosystem.Region, Name: "甲市"},
		{ID: "org:1", Kind: ecosystem.University, Name: "乙大学", Aliases: []string{"乙"}},
		{ID: "field:1", Kind: ecosystem.TechnologyField, Name: "新材料"},
	})
	f.Fuzz(func(t *testing.T, plan string) {
		if len(plan)%8 != 0 { // most mutations break a character; one in eight is tried as it is
			plan = strings.ToValidUTF8(plan, "、")
		}
		result, err := Extract(context.Background(), strings.NewReader(plan), Options{Lookup: known, Limits: limits})
		if err != nil {
			var coded *ecosystem.Error
			if !errors.As(err, &coded) || coded.Code == ecosystem.CodeInternal {
				t.Fatalf("the error %v has no code for users", err)
			}
			return
		}
		for _, p := range ecosystem.Validate(result.Graph) {
			t.Errorf("invalid: %s %s: %s", p.ID, p.Field, p.Message)
		}
		check := func(id string, sources []ecosystem.Source) {
			for _, s := range sources {
				if _, ok := result.Outline.Find(s.Locator); !ok {
					t.Errorf("%s: nothing stands at %q", id, s.Locator)
				}
			}
		}
		for _, e := range result.Graph.Entities {
			check(e.ID, e.Sources)
		}
		for _, r := range result.Graph.Relations {
			check(r.ID, r.Sources)
		}
	})
}
