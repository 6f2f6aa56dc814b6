package outline

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/reader"
)

func build(t *testing.T, text string) *Outline {
	t.Helper()
	lines, err := reader.Read(context.Background(), strings.NewReader(text), reader.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	o, err := Build(context.Background(), lines, lex)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// places writes the tree below a node, a line each.
func places(n *Node) []string {
	var out []string
	for _, c := range n.Children {
		out = append(out, c.Locator+" "+c.Text)
		out = append(out, places(c)...)
	}
	return out
}

func TestParseMark(t *testing.T) {
	tests := []struct {
		line string
		mark Mark
		rest string
	}{
		{"第三章 任务", Mark{ChapterWord, 3, "三"}, "任务"},
		{"第12章：任务", Mark{ChapterWord, 12, "12"}, "任务"},
		{"第二节　布局", Mark{SectionWord, 2, "二"}, "　布局"}, // the reader folds wide blanks
		{"第一篇 总论", Mark{PartWord, 1, "一"}, "总论"},
		{"十二、保障", Mark{HanComma, 12, "十二"}, "保障"},
		{"（二十三）考核", Mark{HanBracket, 23, "二十三"}, "考核"},
		{"(三) 考核", Mark{HanBracket, 3, "三"}, "考核"},
		{"1.概述", Mark{Arabic, 1, "1"}, "概述"},
		{"2．概述", Mark{Arabic, 2, "2"}, "概述"},
		{"３、概述", Mark{Arabic, 3, "3"}, "概述"},
		{"（4）概述", Mark{ArabicParen, 4, "4"}, "概述"},
		{"5）概述", Mark{HalfParen, 5, "5"}, "概述"},
		{"⑥概述", Mark{Circled, 6, "6"}, "概述"},
		{"1.2 概述", Mark{Decimal, 2, "1.2"}, "概述"},
		{"1.2.3 概述", Mark{DecimalThird, 3, "1.2.3"}, "概述"},
		{"1.2.3.4 概述", Mark{DecimalFourth, 4, "1.2.3.4"}, "概述"},
		{"一 、形势", Mark{HanComma, 1, "一"}, "形势"},
		{"第 三 章 任务", Mark{ChapterWord, 3, "三"}, "任务"},
		{"第二部分 任务", Mark{ChapterWord, 2, "二"}, "任务"},
		{"（ 二 ）机遇", Mark{HanBracket, 2, "二"}, "机遇"},
		{"1 .概述", Mark{Arabic, 1, "1"}, "概述"},
		{"⒊概述", Mark{Arabic, 3, "3"}, "概述"},
		{"⑷概述", Mark{ArabicParen, 4, "4"}, "概述"},
		{"㈤概述", Mark{HanBracket, 5, "五"}, "概述"},
		{"2、5G网络", Mark{Arabic, 2, "2"}, "5G网络"},
		{"2.5G网络", Mark{Arabic, 2, "2"}, "5G网络"},
		{"1.70*", Mark{}, "1.70*"},
		{"1.5亿元以上", Mark{}, "1.5亿元以上"},
		{"2025年", Mark{}, "2025年"},
		{"一、二、三产业融合", Mark{}, "一、二、三产业融合"},
		{"十四五时期", Mark{}, "十四五时期"},
		{"（征求意见稿）", Mark{}, "（征求意见稿）"},
		{"0.概述", Mark{}, "0.概述"},
	}
	for _, tt := range tests {
		mark, rest, ok := ParseMark(tt.line)
		if mark != tt.mark || rest != tt.rest || ok != (tt.mark.Style != NoMark) {
			t.Errorf("ParseMark(%q) = %+v, %q, %t; want %+v, %q", tt.line, mark, rest, ok, tt.mark, tt.rest)
		}
	}
}

func TestParseNumeral(t *testing.T) {
	for text, want := range map[string]int{"一": 1, "十": 10, "十三": 13, "二十": 20, "九十九": 99, "一百零五": 105, "两": 2, "7": 7, "": 0, "甲": 0} {
		if got, ok := ParseNumeral(text); got != want || ok != (want != 0) {
			t.Errorf("ParseNumeral(%s) = %d, %t; want %d", text, got, ok, want)
		}
	}
}

func TestBodyLocators(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{
			"chapters, brackets, figures",
			"甲市规划\n前言。\n一、形势\n（一）回顾\n总述。\n——环境优化。好。\n（二）机遇\n二、任务\n1．做强。说明。\n补充说明。\n2、做优\n（1）一项\n①细目\n②细目\n（2）二项\n三、保障\n1.加强。",
			[]string{
				"§1 甲市规划", "§2 前言。", "一 形势", "一（一） 回顾", "一（一）§1 总述。", "一（一）§2 ——环境优化。好。", "一（二） 机遇",
				"二 任务", "二.1 做强。说明。", "二.1§1 补充说明。", "二.2 做优", "二.2（1） 一项", "二.2（1）.1 细目", "二.2（1）.2 细目", "二.2（2） 二项",
				"三 保障", "三.1 加强。",
			},
		},
		{
			"words for chapters and sections",
			"第一篇 总论\n第一章 形势\n第一节 回顾\n一、成效\n二、不足\n第二节 机遇\n第二篇 任务\n第二章 平台\n第一节 布局\n（一）甲。",
			[]string{
				"第一篇 总论", "一 形势", "一.一 回顾", "一.一.一 成效", "一.一.二 不足", "一.二 机遇",
				"第二篇 任务", "二 平台", "二.一 布局", "二.一（一） 甲。",
			},
		},
		{
			"decimal numbers",
			"1 总则\n第1章 总则\n1.1 依据\n文字。\n1.1.1 细则\n1.2 范围\n第2章 任务\n2.1 平台",
			[]string{"§1 1 总则", "1 总则", "1.1 依据", "1.1§1 文字。", "1.1.1 细则", "1.2 范围", "2 任务", "2.1 平台"},
		},
		{
			"numbers without a mark, and quantities",
			"1 总则\n1.1依据\n1.2亿元投入到位。\n1.2范围\n1.2.1一般\n2 任务\n2.1平台\n3 个园区建成，成效明显。\n2.3超前布局\n3 保障",
			[]string{
				"1 总则", "1.1 依据", "1.1§1 1.2亿元投入到位。", "1.2 范围", "1.2.1 一般",
				"2 任务", "2.1 平台", "2.1§1 3 个园区建成，成效明显。", "2.1§2 2.3超前布局", "3 保障",
			},
		},
		{
			"a number that stands alone is none",
			"甲市规划\n1 总则\n2 任务",
			[]string{"§1 甲市规划", "§2 1 总则", "§3 2 任务"},
		},
		{
			"parts that are called so",
			"第一部分 形势\n一 、回顾\n⑴甲\n第二部分 任务\n一 、平台",
			[]string{"一 形势", "一.一 回顾", "一.一（1） 甲", "二 任务", "二.一 平台"},
		},
		{
			"contents",
			"甲市规划\n目 录\n一、形势……1\n二、任务\t3\n专栏1 指标 4\n\n一、形势\n文字。\n二、任务",
			[]string{"§1 甲市规划", "一 形势", "一§1 文字。", "二 任务"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, places(build(t, tt.text).Root)); diff != "" {
				t.Errorf("places (-want +got):\n%s", diff)
			}
		})
	}
}

func TestNumberingProblems(t *testing.T) {
	o := build(t, "一、甲\n三、乙\n三、丙\n专栏1 甲项目\n甲研发\n四、丁\n专栏1 乙项目\n乙研发\n")
	var got []string
	for _, p := range o.Problems {
		got = append(got, fmt.Sprintf("%d %s %s", p.Line, p.Locator, p.Reason))
	}
	want := []string{
		"2 三 after 一 the numbering goes on with 三",
		"3 三 the number 三 stands twice; its locators mean both places",
		"7 专栏1 this box number stands twice; its locators mean both places",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	if text, ok := o.Find("三"); !ok || text != "乙\n丙" {
		t.Errorf("a number that stands twice gives %q, %t; want both passages", text, ok)
	}
}

func TestTitle(t *testing.T) {
	tests := []struct{ text, title, locator, draft string }{
		{"甲市“十四五”科技创新规划\n（征求意见稿）\n\n一、形势", "甲市“十四五”科技创新规划", "§1", "征求意见稿"},
		{"甲市人民政府关于印发规划的通知\n甲市“十四五”科技创新规划（草案）\n一、形势", "甲市“十四五”科技创新规划", "§2", "草案"},
		{"甲市“十四五”\n科技创新规划\n一、形势", "甲市“十四五”科技创新规划", "§1", ""},
		{"甲市\n“十四五”科技创新规划\n一、形势", "甲市“十四五”科技创新规划", "§1", ""},
		{"甲市科技创新规划\n（2021—2025年）\n（送审稿）\n一、形势", "甲市科技创新规划（2021—2025年）", "§1", "送审稿"},
		{"首页 > 政务公开 > 规划计划\n甲市科技创新规划\n一、形势", "甲市科技创新规划", "§2", ""},
		{"一、形势\n甲市规划", "", "", ""},
		{"甲市科技创新规划\n(2021—2025年)\n一、形势", "甲市科技创新规划(2021—2025年)", "§1", ""},
		{"科研条例\n发布时间：2021年\n甲市“十四五”科技创新规划\n一、形势", "甲市“十四五”科技创新规划", "§3", ""},
		{"甲市“十四五”科技创新规划\n乙方案\n一、形势", "甲市“十四五”科技创新规划", "§1", ""},
		{"甲市关于印发加快孵化载体建设实施方案的通知\n请执行。\n加快孵化\n载体建设实施方案\n一、形势", "加快孵化载体建设实施方案", "§3", ""},
		{"甲市发展改革局 2022年6月7日 甲市科技创新规划\n一、形势", "甲市科技创新规划", "§1", ""},
	}
	for _, tt := range tests {
		o := build(t, tt.text)
		got := &Node{}
		if o.Title != nil {
			got = o.Title
		}
		if got.Text != tt.title || got.Locator != tt.locator || o.Draft != tt.draft {
			t.Errorf("title of %q is %q at %q, draft %q; want %q at %q, %q", tt.text, got.Text, got.Locator, o.Draft, tt.title, tt.locator, tt.draft)
		}
	}
}

func TestHead(t *testing.T) {
	tests := []struct{ text, head, rest string }{
		{"储能技术。甲研发、乙研发。", "储能技术", "甲研发、乙研发。"},
		{"储能技术：甲研发、乙研发。", "储能技术", "甲研发、乙研发。"},
		{"新材料、新能源：甲研发", "新材料、新能源", "甲研发"},
		{"甲研发、乙研发。丙研发", "甲研发、乙研发。丙研发", ""},
		{"甲（乙：丙）研发", "甲（乙：丙）研发", ""},
		{"甲研发。", "甲研发。", ""},
		{"", "", ""},
	}
	for _, tt := range tests {
		if head, rest := Head(tt.text); head != tt.head || rest != tt.rest {
			t.Errorf("Head(%q) = %q, %q; want %q, %q", tt.text, head, rest, tt.head, tt.rest)
		}
	}
}
