package loader_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/loader/table"
)

// people is a table in which hosts are written as people write them.
func people(relations string) table.Source {
	return usual(map[string]string{
		"entities.csv": entitiesHead + linyi + zju + lab +
			"region:320000,REGION,江苏省,,,,doc:list,,1\n" +
			"org:jaas,RESEARCH_INSTITUTE,江苏省农业科学院,,江苏省,,doc:list,,1\n" +
			"org:ly-aas,RESEARCH_INSTITUTE,临沂市农业科学院,,临沂市,,doc:list,,1\n" +
			"org:a,ENTERPRISE,宏达集团,,临沂市,,doc:list,,1\n" +
			"org:b,ENTERPRISE,宏达集团,,江苏省,,doc:list,,1\n" +
			"org:zjut,UNIVERSITY,浙江工业大学,,,,doc:list,,1\n",
		"relations.csv": "type,from,to,printed_name,document\n" + relations,
	})
}

func TestNamesThatNoRowHas(t *testing.T) {
	g, readings, err := loader.ReadNoted(people(
		"HOSTED_BY,工业控制技术实验室,浙江大学化工学院,,doc:list\n" +
			"BUILT_BY,工控技术实验室,浙工大,,doc:list\n" +
			"BUILT_BY,platform:lab,市农科院,,doc:list\n" + // of the city in which the laboratory is
			"BUILT_BY,platform:lab,宏达集团,,doc:list\n" + // of two, the one there
			"COOPERATES_WITH,浙大,淅江工业大学,浙工,doc:list\n"))
	if err != nil {
		t.Fatal(err)
	}
	var relations []string
	for _, r := range g.Relations {
		if r.Type != ecosystem.LocatedIn {
			relations = append(relations, strings.Join([]string{r.From, string(r.Type), r.To, r.Sources[0].PrintedName}, " "))
		}
	}
	want := []string{
		"platform:lab HOSTED_BY org:zju 浙江大学化工学院",
		"platform:lab BUILT_BY org:zjut 工控技术实验室 → 浙工大",
		"platform:lab BUILT_BY org:ly-aas 市农科院",
		"platform:lab BUILT_BY org:a 宏达集团",
		"org:zju COOPERATES_WITH org:zjut 浙工", // what the row says of itself stays
	}
	if diff := cmp.Diff(want, relations, sortStrings()); diff != "" {
		t.Errorf("relations (-want +got):\n%s", diff)
	}
	var list []string
	for _, r := range readings.List {
		list = append(list, r.String())
	}
	wantList := []string{
		"tables/relations.csv:2: to: 浙江大学化工学院 → org:zju 浙江大学 (part of it), DEPARTMENT 内设部门, 0.50",
		"tables/relations.csv:3: from: 工控技术实验室 → platform:lab 工业控制技术实验室, SHORT_FORM 简称, 0.92",
		"tables/relations.csv:3: to: 浙工大 → org:zjut 浙江工业大学, SHORT_FORM 简称, 0.89",
		"tables/relations.csv:4: to: 市农科院 → org:ly-aas 临沂市农业科学院, SHORT_FORM 简称, 0.94",
		"tables/relations.csv:5: to: 宏达集团 → org:a 宏达集团, NAME 全称, 1.00",
		"tables/relations.csv:6: to: 淅江工业大学 → org:zjut 浙江工业大学, TYPO 错一字, 0.88",
	}
	if diff := cmp.Diff(wantList, list); diff != "" {
		t.Errorf("readings (-want +got):\n%s", diff)
	}
}

// What is doubtful is a problem that lists the candidates, never a guess.
func TestDoubtfulNamesAreProblems(t *testing.T) {
	_, _, err := loader.ReadNoted(people(
		"HOSTED_BY,工业控制技术实验室,浙江大学临沂分院,,doc:list\n" +
			"COOPERATES_WITH,浙江大学,农科院,,doc:list\n" +
			"COOPERATES_WITH,浙江大学,宏达集团,,doc:list\n" +
			"COOPERATES_WITH,浙江大学,清华,,doc:list\n"))
	if ecosystem.CodeOf(err) != ecosystem.CodeInvalidData {
		t.Fatalf("err = %v, want INVALID_DATA", err)
	}
	want := []string{
		`tables/relations.csv:2: to: no entity is named "浙江大学临沂分院"; it may mean org:zju 浙江大学, but that is not sure (ONLY_PART 仅为其分支); write the id, or add the name to aliases`,
		`tables/relations.csv:3: to: no entity is named "农科院"; it may mean org:jaas 江苏省农业科学院 or org:ly-aas 临沂市农业科学院, but that is not sure (DOUBTFUL 不够确定); write the id, or add the name to aliases`,
		`tables/relations.csv:4: to: "宏达集团" may mean org:a 宏达集团 or org:b 宏达集团; write the id`,
		`tables/relations.csv:5: to: no entity is named "清华"; it seems to be 清华大学, which the tables do not have; add it to entities`,
	}
	if diff := cmp.Diff(want, strings.Split(err.Error(), "\n")); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

// Tables in which every cell is an exact name have no readings, and what was
// read once is written with ids.
func TestReadingsAreReadOnce(t *testing.T) {
	g, readings, err := loader.ReadNoted(people("HOSTED_BY,工业控制技术实验室,浙工大,,doc:list\n"))
	if err != nil || readings.Total() != 1 {
		t.Fatalf("%d readings, %v", readings.Total(), err)
	}
	dir := t.TempDir()
	if err := table.Write(dir, g, table.Options{}); err != nil {
		t.Fatal(err)
	}
	source, err := table.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	again, readings, err := loader.ReadNoted(source)
	if err != nil || readings.Total() != 0 {
		t.Errorf("%d readings of tables with ids, %v", readings.Total(), err)
	}
	if diff := cmp.Diff(g, again); diff != "" {
		t.Errorf("the graph changed (-first +second):\n%s", diff)
	}
}

func TestPrintReadings(t *testing.T) {
	_, readings, err := loader.ReadNoted(people("HOSTED_BY,工业控制技术实验室,浙工大,,doc:list\nBUILT_BY,工业控制技术实验室,浙工大,,doc:list\n"))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := readings.Print(&b, 1); err != nil {
		t.Fatal(err)
	}
	want := "cells that name an entity in another way than the tables do: 2; they were read so (where that is wrong, write the id):\n" +
		"  tables/relations.csv:2: to: 浙工大 → org:zjut 浙江工业大学, SHORT_FORM 简称, 0.89\n  … and 1 more\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	b.Reset()
	if err := (loader.Readings{}).Print(&b, 1); err != nil || b.Len() > 0 {
		t.Errorf("no readings print %q (%v)", b.String(), err)
	}
}
