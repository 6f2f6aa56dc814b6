package outline

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestWhereABoxEnds(t *testing.T) {
	tests := []struct {
		name, text string
		box        []string // places in the box
		after      string   // what stands at 二.2, or at 三
	}{
		{
			"a word processor's cell, then a gap",
			"二、任务\n1.甲。\n\t专栏1 重点项目\n\n\t1、新材料。甲研发。\n2、新能源。乙研发。\n\n\n\n2.乙\n正文。",
			[]string{"专栏1.1 新材料。甲研发。", "专栏1.2 新能源。乙研发。"},
			"乙\n正文。",
		},
		{
			"no blank lines, the body's number goes on",
			"二、任务\n1.甲。\n专栏1 重点项目\n（1）甲研发\n（2）乙研发\n2.乙\n正文。",
			[]string{"专栏1（1） 甲研发", "专栏1（2） 乙研发"},
			"乙\n正文。",
		},
		{
			"the same style in box and body, a blank line between",
			"二、任务\n1.甲。\n专栏1 重点项目\n1.甲研发\n\n2.乙\n正文。",
			[]string{"专栏1.1 甲研发"},
			"乙\n正文。",
		},
		{
			"the same style in box and body, no blank line: a bare heading after items with text",
			"二、任务\n1.甲。\n专栏1 重点项目\n1.新材料：甲研发。\n2.乙\n正文。",
			[]string{"专栏1.1 新材料：甲研发。"},
			"乙\n正文。",
		},
		{
			"items that stand apart",
			"二、任务\n1.甲。\n2.乙\n专栏1 重点项目\n\n（1）甲研发\n\n（2）乙研发\n\n正文。",
			[]string{"专栏1（1） 甲研发", "专栏1（2） 乙研发"},
			"乙\n正文。",
		},
		{
			"a chapter",
			"二、任务\n1.甲。\n2.乙\n专栏1 重点项目\n新材料：甲研发。\n三、保障\n正文。",
			[]string{"专栏1§1 新材料：甲研发。"},
			"乙",
		},
		{
			"another box",
			"二、任务\n1.甲。\n2.乙\n专栏1 重点项目\n甲研发\n专栏2 重点平台\n乙中心",
			[]string{"专栏1§1 甲研发"},
			"乙",
		},
		{
			"a line that goes on, and numbers inside a line",
			"二、任务\n2.乙\n专栏1 重点项目\n1.新材料：甲研发、乙\n材料研发\n2.新能源：（1）丙研发（2）丁（3级）研发①",
			[]string{"专栏1.1 新材料：甲研发、乙材料研发", "专栏1.2 新能源：", "专栏1.2（1） 丙研发", "专栏1.2（2） 丁（3级）研发①"},
			"乙",
		},
		{
			"a gap below the title",
			"二、任务\n1.甲。\n2.乙\n专栏1 重点项目\n\n\n\n甲研发\n乙研发\n\n正文。",
			[]string{"专栏1§1 甲研发", "专栏1§2 乙研发"},
			"乙\n正文。",
		},
		{
			"a text below items that have none",
			"二、任务\n2.乙\n专栏1 重点项目\n（1）甲研发\n（2）乙研发\n支持企业与高校、科研院所开展产学研合作，完善从基础研究到成果转化的体系。",
			[]string{"专栏1（1） 甲研发", "专栏1（2） 乙研发"},
			"乙\n支持企业与高校、科研院所开展产学研合作，完善从基础研究到成果转化的体系。",
		},
		{
			"texts below items",
			"二、任务\n2.乙\n专栏1 重点项目\n1.甲工程\n支持企业与高校、科研院所开展产学研合作，完善从基础研究到成果转化的体系。\n2.丙工程\n完善体系，支持企业与高校、科研院所开展产学研合作，推动成果转化和产业化。",
			[]string{
				"专栏1.1 甲工程", "专栏1.1§1 支持企业与高校、科研院所开展产学研合作，完善从基础研究到成果转化的体系。",
				"专栏1.2 丙工程", "专栏1.2§1 完善体系，支持企业与高校、科研院所开展产学研合作，推动成果转化和产业化。",
			},
			"乙",
		},
		{
			"the title below",
			"二、任务\n2.乙\n专栏 1\n\n重点项目\n①甲研发\n②乙研发",
			[]string{"专栏1.1 甲研发", "专栏1.2 乙研发"},
			"乙",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o := build(t, tt.text)
			if len(o.Boxes) == 0 || o.Boxes[0].Title != "重点项目" {
				t.Fatalf("the boxes are %+v, want one with the title 重点项目", o.Boxes)
			}
			if diff := cmp.Diff(tt.box, places(o.Boxes[0].Root)); diff != "" {
				t.Errorf("places in the box (-want +got):\n%s", diff)
			}
			if got, _ := o.Find("二.2"); got != tt.after {
				t.Errorf("二.2 holds %q, want %q", got, tt.after)
			}
		})
	}
}

func TestSentencesAboutABoxAreNone(t *testing.T) {
	for _, line := range []string{"专栏3所列项目由各县实施", "专栏3中的项目", "专栏3 重点项目由各县实施，市里支持。", "见专栏3", "表彰先进单位"} {
		if o := build(t, "一、任务\n"+line); len(o.Boxes) > 0 {
			t.Errorf("%q was taken for the title of a box", line)
		}
	}
}

func TestTables(t *testing.T) {
	want := &Table{
		Header: []string{"序号", "指标", "单位", "2025年"},
		Rows: []Row{
			{Locator: "专栏1.1", Cells: []string{"1", "研发强度", "%", "2.6"}},
			{Locator: "专栏1.2", Cells: []string{"2", "企业数", "家", "46"}},
		},
	}
	layouts := map[string]string{
		"a cell a line, rows apart":     "\t专栏1 主要指标\n\n\t序号\n\t指标\n\t单位\n\t2025年\n\n\t1\n\t研发强度\n\t%\n\t2.6\n\n\t2\n\t企业数\n\t家\n\t46\n",
		"a cell a line, no blank lines": "专栏1 主要指标\n序号\n指标\n单位\n2025年\n1\n研发强度\n%\n2.6\n2\n企业数\n家\n46\n",
		"tabs":                          "专栏1 主要指标\n序号\t指标\t单位\t2025年\n1\t研发强度\t%\t2.6\n2\t企业数\t家\t46\n",
		"tabs, indented":                "专栏1 主要指标\n\t序号\t指标\t单位\t2025年\n\t1\t研发强度\t%\t2.6\n\t2\t企业数\t家\t46\n",
		"bars and a frame":              "专栏1 主要指标\n| 序号 | 指标 | 单位 | 2025年 |\n|---|---|---|---|\n| 1 | 研发强度 | % | 2.6 |\n| 2 | 企业数 | 家 | 46 |\n",
		"wide gaps":                     "专栏1 主要指标\n序号    指标    单位    2025年\n1    研发强度    %    2.6\n2    企业数    家    46\n",
	}
	for name, text := range layouts {
		t.Run(name, func(t *testing.T) {
			box := build(t, "一、目标\n"+text+"注：*为预计数\n\n\n二、任务\n").Boxes[0]
			if box.Table == nil {
				t.Fatalf("no table was seen; the box has %v", places(box.Root))
			}
			got := &Table{Header: box.Table.Header}
			for _, row := range box.Table.Rows {
				got.Rows = append(got.Rows, Row{Locator: row.Locator, Cells: row.Cells})
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("table (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff([]string{"注：*为预计数"}, box.Notes); diff != "" {
				t.Errorf("notes (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTableRowsWithoutNumbersAndWithSpanningCells(t *testing.T) {
	o := build(t, "专栏2 主要指标\n类别\t指标\t单位\t2025年\n投入\t研发强度\t%\t2.6\n经费\t亿元\t5\n产出\t专利\t件\t9\n错行\t甲\n")
	table := o.Boxes[0].Table
	if table == nil {
		t.Fatal("no table was seen")
	}
	want := []Row{
		{Locator: "专栏2（1）", Cells: []string{"投入", "研发强度", "%", "2.6"}, Line: 3},
		{Locator: "专栏2（2）", Cells: []string{"投入", "经费", "亿元", "5"}, Line: 4},
		{Locator: "专栏2（3）", Cells: []string{"产出", "专利", "件", "9"}, Line: 5},
	}
	if diff := cmp.Diff(want, table.Rows, cmpopts.IgnoreFields(Row{}, "Parts")); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if len(o.Problems) != 1 || o.Problems[0].Line != 6 {
		t.Errorf("problems are %v, want one about the short row in line 6", o.Problems)
	}
}

func TestTheSerialNumberNeedNotBeFirst(t *testing.T) {
	o := build(t, "表3 重点项目\n领域\t序号\t项目名称\n新材料\t1\t甲研发\n新材料\t2\t乙研发\n")
	var got []string
	for _, r := range o.Boxes[0].Table.Rows {
		got = append(got, r.Locator)
	}
	if diff := cmp.Diff([]string{"表3.1", "表3.2"}, got); diff != "" {
		t.Errorf("locators (-want +got):\n%s", diff)
	}
}

func TestListsAreNoTables(t *testing.T) {
	text := "专栏1 重点平台指标\n1.实验室\n（1）甲实验室\n（2）乙实验室\n\n2.中心\n（1）丙中心\n（2）丁中心\n"
	if box := build(t, text).Boxes[0]; box.Table != nil {
		t.Errorf("a list in groups was taken for a table: %+v", box.Table)
	}
}

func TestFind(t *testing.T) {
	o := build(t, `二、任务
1.做强。第一句。
第二段。
专栏5 新材料重点项目
1.金属：甲研发、乙（丙、丁）研发、戊项目等。
2.陶瓷：（1）己研发（2）庚研发


专栏6 新能源重点项目
新能源：辛研发、壬研发。


专栏7 主要指标
序号	指标	单位	2025年
1	研发强度	%	2.6
2	企业数	家	46
`)
	tests := map[string]string{
		"二":        "任务\n做强。第一句。\n第二段。",
		"二.1":      "做强。第一句。\n第二段。",
		"二.1§1":    "第二段。",
		"专栏5.1":    "金属：甲研发、乙（丙、丁）研发、戊项目等。",
		"专栏5.1（2）": "乙（丙、丁）研发",
		"专栏5.1(3)": "戊项目等",
		"专栏5.2（2）": "庚研发",
		"专栏6（2）":   "壬研发",
		"专栏6§1":    "新能源：辛研发、壬研发。",
		"专栏7.2":    "2\t企业数\t家\t46",
		"专栏5.1（4）": "",
		"专栏5.1（0）": "",
		"专栏5.2（3）": "",
		"专栏9":      "",
		"二.1（1）":   "", // running text is no list
		"":         "",
	}
	for locator, want := range tests {
		if got, ok := o.Find(locator); got != want || ok != (want != "") {
			t.Errorf("Find(%s) = %q, %t; want %q", locator, got, ok, want)
		}
	}
	if section := o.Boxes[0].Section; section != "二.1" {
		t.Errorf("专栏5 stands in %q, want 二.1", section)
	}
}
