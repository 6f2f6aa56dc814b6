package outline

import (
	"context"
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/reader"
	"github.com/innograph/innograph/loader/plan/reader/lines"
)

// FuzzBuild: whatever the lines, Build answers with a coded error or with a tree
// whose places all are found again, with their page and without. A line of the
// input that begins with # is a heading, ~ parts paragraphs of a cell, and a form
// feed ends a page.
func FuzzBuild(f *testing.F) {
	for _, seed := range []string{
		"甲市规划\n目录\n第一章 形势 1\n\n第一章 形势\n一 、回顾\n（一）甲\n1.乙\n（1）丙\n①丁\n第二章 任务\n",
		"#前言\n1 总则\n1.1依据\n1.1.1细则\n1.2 范围\n2 任务\n#附则\n\f",
		"一、任务\n专栏1 重点项目\n1.新材料：甲研发、乙\n材料研发\n2.新能源：（1）丙研发（2）丁研发\n专栏1（续）\n3.戊\n",
		"\t专栏2 平台\n\t实验室\t1.甲实验室~2.乙实验室\n\t中心\t1.丙中心\n\n\n二、保障\n",
		"表1 指标\n\t序号\t指标~名称\t目标值\t\n\t序号\t指标~名称\t2025年\t2030年\n\t一、投入\t\t\t\n\t1\t强度\t2.6\t3.2\n续表\n\t2\t经费\n",
		"附件2\n\n重点任务\n| 领域 | 项目名称 | 单位 |\n|---|---|---|\n| 甲 | 乙研发 | 丙公司 |\n丁研发 | 戊\n",
		"专栏3 项目\n\t项目名称\t甲研发\n\t牵头单位\t乙公司\n\t项目名称\t丙研发\n",
		"\t重点平台\n\t1.甲中心\n\n专栏\n1\n",
	} {
		f.Add(seed)
	}
	lex, err := lexicon.Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		o, err := Build(context.Background(), linesOf(text), lex)
		if err != nil {
			if ecosystem.CodeOf(err) == ecosystem.CodeInternal {
				t.Fatalf("the error %v has no code for users", err)
			}
			return
		}
		check := func(locator string, line int) {
			if _, ok := o.Find(locator); !ok {
				t.Errorf("nothing stands at %q", locator)
			}
			if cited := o.Cite(locator, line); ecosystem.NormalizeLocator(cited) != cited {
				t.Errorf("the locator %q is not in its one spelling", cited)
			} else if _, ok := o.Find(cited); !ok {
				t.Errorf("nothing stands at %q", cited)
			}
		}
		var walk func(n *Node)
		walk = func(n *Node) {
			if n.Locator != "" {
				check(n.Locator, n.Line)
			}
			for _, c := range n.Children {
				walk(c)
			}
		}
		walk(o.Root)
		for _, b := range o.Boxes {
			walk(b.Root)
			if b.Table == nil {
				continue
			}
			for _, r := range b.Table.Rows {
				check(r.Locator, r.Line)
				if n := len(b.Table.Header); len(r.Cells) != n || len(r.Parts) != n {
					t.Errorf("%s has %d cells and %d lists of paragraphs below %d headers", r.Locator, len(r.Cells), len(r.Parts), n)
				}
			}
		}
	})
}

// linesOf makes lines as a reader may give them.
func linesOf(text string) []reader.Line {
	var out []reader.Line
	page := 0
	if strings.HasSuffix(text, "\f") {
		page = 1
	}
	for raw := range strings.Lines(strings.ToValidUTF8(text, "、")) {
		l := reader.Line{Number: len(out) + 1, Page: page}
		if strings.HasPrefix(raw, "#") {
			l.Heading = 1 + len(raw)%3
		}
		if page > 0 {
			page += strings.Count(raw, "\f")
		}
		l.Raw = strings.NewReplacer("\f", " ", "\r", "", "\n", "", "~", lines.Break).Replace(strings.TrimPrefix(raw, "#"))
		l.Text = strings.TrimSpace(lines.JoinAll(l.Raw))
		l.Cell = strings.HasPrefix(l.Raw, "\t")
		out = append(out, l)
	}
	return out
}
