package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store/text"
)

func testCitations() citations {
	return citations{library: newLibrary(), places: testPlaces()}
}

func TestCitations(t *testing.T) {
	const fudan = "https://xxgk.fudan.edu.cn/98/page.htm"
	tests := []struct {
		name, cell string
		want       []ecosystem.Source
	}{
		{"registry", "https://ror.org/00a2xv884", []ecosystem.Source{stated("doc:ror-00a2xv884", 0.9)}},
		{"official page", fudan, []ecosystem.Source{stated("doc:xxgk-fudan-edu-cn-98-page-htm", 0.9)}},
		{"other page", "http://xsyey.com/cyzx/740836.html", []ecosystem.Source{stated("doc:xsyey-com-cyzx-740836-html", 0.8)}},
		{"a name that only looks official", "http://www.gov.cn.example.com/1", []ecosystem.Source{stated("doc:www-gov-cn-example-com-1", 0.8)}},
		{"list behind which its page stands", "教育部某名单2022 ; " + fudan, []ecosystem.Source{stated("doc:xxgk-fudan-edu-cn-98-page-htm", 0.9)}},
		{"list from memory", "official public list (not re-checked): 某名录2023", []ecosystem.Source{
			{Document: "doc:mou-ming-lu-2023", Known: ecosystem.Curated, Confidence: 0.5, Note: noteNotRechecked},
		}},
		{"the same list named twice", "教育部某名单2022 ; official public list (not re-checked): 某名单2022", []ecosystem.Source{
			{Document: "doc:mou-ming-dan-2022", Known: ecosystem.Curated, Confidence: 0.5, Note: noteNotRechecked},
		}},
		{"plan, group printed with a point", "seed 专栏2(1)", []ecosystem.Source{
			{Document: docPlan, Locator: "专栏2.1", Known: ecosystem.Stated, Confidence: 0.8},
		}},
		{"plan, group printed in brackets", "seed 专栏3(1)", []ecosystem.Source{
			{Document: docPlan, Locator: "专栏3（1）", Known: ecosystem.Stated, Confidence: 0.8},
		}},
		{"plan, section", "seed 一.(一)", []ecosystem.Source{{Document: docPlan, Locator: "一（一）", Known: ecosystem.Stated, Confidence: 0.8}}},
		{"plan, title", "seed 标题", []ecosystem.Source{{Document: docPlan, Locator: "§1", Known: ecosystem.Stated, Confidence: 0.8}}},
		{"several", "seed 六.7 ; https://ror.org/01", []ecosystem.Source{
			{Document: docPlan, Locator: "六.7", Known: ecosystem.Stated, Confidence: 0.8}, stated("doc:ror-01", 0.9),
		}},
		{"file of a repository", "github:a/b@3122dbbf result/x.db (第四轮学科评估2017)", []ecosystem.Source{stated("doc:github-a-b-3122dbbf", 0.8)}},
		{"the same as a link", "https://github.com/a/b result/x.db@3122dbbf", []ecosystem.Source{stated("doc:github-a-b-3122dbbf", 0.8)}},
		{"stored text", "github file text id 358 ()", []ecosystem.Source{stated("doc:github-text-358", 0.7)}},
		{"stored text with a title", "github file id 358 (展项清单)", []ecosystem.Source{stated("doc:github-text-358", 0.7)}},
		{"number per province", "https://m.x.com/1.html(按省数量核对)", []ecosystem.Source{
			{Document: "doc:m-x-com-1-html", Known: ecosystem.Implied, Confidence: 0.5, Note: noteCountsOnly},
		}},
		{"first round behind a link", "http://a.com/1; (首轮名单数据)", []ecosystem.Source{
			{Document: "doc:a-com-1", Known: ecosystem.Stated, Confidence: 0.7, Note: noteFirstRound},
		}},
		{"first round before a list", "(首轮名单数据) ; official public list (not re-checked): 某名单2022", []ecosystem.Source{
			{Document: "doc:mou-ming-dan-2022", Known: ecosystem.Curated, Confidence: 0.5, Note: noteNotRechecked + "; " + noteFirstRound},
		}},
		{"first round of two links", "http://a.com/1 ; http://b.com/2; (首轮名单数据)", []ecosystem.Source{
			{Document: "doc:a-com-1", Known: ecosystem.Stated, Confidence: 0.7, Note: noteFirstRound},
			{Document: "doc:b-com-2", Known: ecosystem.Stated, Confidence: 0.7, Note: noteFirstRound},
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := testCitations().cell(test.cell)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("cell %q (-want +got):\n%s", test.cell, diff)
			}
		})
	}
}

// Whatever is not understood must stop the program.
func TestUnknownCitationsAreRefused(t *testing.T) {
	for _, cell := range []string{
		"",
		"(首轮名单数据)",
		"heard from a colleague",
		"www.zju.edu.cn",
		"ftp://zju.edu.cn/list",
		"https://zju.edu.cn/a (第3页)",
		"https://zju.edu.cn/a, https://zju.edu.cn/b",
		"seed",
		"seed 专栏2(9)",
		"seed 专栏20",
		"seed 附件1",
		"seed 一.(一) 二",
		"某名单2022",
		"某名单2022 ; 另一名单2021 ; https://zju.edu.cn/a",
		"某名单2022 ; seed 六.7",
		"甲名单2022 ; official public list (not re-checked): 乙名单2022",
		"https://zju.edu.cn/a ; ",
		"github file text id abc ()",
		"github:a/b result/x.db (第四轮学科评估2017)",
	} {
		if got, err := testCitations().cell(cell); err == nil {
			t.Errorf("cell %q was read as %+v, want an error", cell, got)
		}
	}
}

func TestDocumentTitles(t *testing.T) {
	c := testCitations()
	for _, cell := range []string{
		"http://xsyey.com/a", // before the list's name is known
		"教育部等三部委某名单2022 ; http://xsyey.com/a",
		"http://xsyey.com/a",
		"教育部等三部委某名单2022 ; official public list (not re-checked): 某名单2022",
		"http://b.com/%E6%9D%B1%E6%B5%B7?id=1&x=2",
		"github file text id 7 ()",
		"github file id 7 (展项清单)",
		"https://ror.org/00a2xv884",
		"https://github.com/a/b result/x.db@31",
		"github:a/b@31 result/x.db (第四轮学科评估2017)",
	} {
		if _, err := c.cell(cell); err != nil {
			t.Fatalf("%s: %v", cell, err)
		}
	}
	got := map[string]ecosystem.Document{}
	for _, d := range c.library.all() {
		got[d.ID] = d
	}
	for _, want := range []ecosystem.Document{
		{ID: "doc:xsyey-com-a", Title: "教育部等三部委某名单2022（xsyey.com）", URL: "http://xsyey.com/a"},
		{ID: "doc:mou-ming-dan-2022", Title: "某名单2022", Issuer: "教育部等三部委"},
		{ID: "doc:" + text.Slug("b.com/東海?id=1&x=2"), Title: "b.com/東海?id=1&x=2", URL: "http://b.com/%E6%9D%B1%E6%B5%B7?id=1&x=2"},
		{ID: "doc:github-text-7", Title: "展项清单（GitHub text 7）"},
		{ID: "doc:ror-00a2xv884", Title: "ROR 00a2xv884", Issuer: "Research Organization Registry", URL: "https://ror.org/00a2xv884"},
		{ID: "doc:github-a-b-31", Title: "第四轮学科评估2017（a/b result/x.db@31）", URL: "https://github.com/a/b"},
	} {
		if diff := cmp.Diff(want, got[want.ID]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", want.Title, diff)
		}
	}
}

func TestDocumentIDsDoNotClash(t *testing.T) {
	c := testCitations()
	if _, err := c.cell("http://a.com/Page"); err != nil {
		t.Fatal(err)
	}
	_, err := c.cell("http://a.com/page")
	if err == nil || !strings.Contains(err.Error(), "same document id") {
		t.Errorf("two pages whose addresses differ by case only: %v, want an error", err)
	}
}
