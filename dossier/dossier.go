package dossier

import (
	"fmt"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/introduction"
	"github.com/innograph/innograph/match"
)

// Facts are what a page tells.
type Facts struct {
	Demand     string              // as it was asked
	Entity     *ecosystem.Entity   // what the demand names; nil for none
	Home       *ecosystem.Entity   // the region that looks for partners
	Needs      []match.Need        // the heaviest first
	Words      map[string][]string // by the id of a field: what in the text led to it
	Basis      string              // what to know of where the fields come from; empty: nothing
	Match      match.Match
	Of         int                         // candidates in all
	Routes     []introduction.Introduction // the best first
	Documents  map[string]*ecosystem.Document
	Generation int64  // of the graph
	Loaded     string // when it was loaded
	Date       string // of the page, YYYY-MM-DD
}

// Page is a 对接单, laid out but not yet in a format.
type Page struct {
	Title    string
	Subtitle string
	Sections []Section
	Foot     string
}

// Section is a part of a page, under its heading.
type Section struct {
	Heading, English string
	Lines            []Line
	Table            [][]string // the first row is the header; nil: no table
}

// Line is a sentence with the numbers of the sources that it stands on.
type Line struct {
	Label string // in bold before the text; empty: none
	Text  string
	Link  string // http(s); empty: none
	Cites []int  // numbers in the last section, from 1
}

// routes is how many introductions a page names.
const routes = 3

// Of lays out a page.
func Of(f Facts) Page {
	c := &citations{documents: f.Documents, number: map[string]int{}}
	p := Page{
		Title:    "产学研对接单",
		Subtitle: f.Demand + " — " + f.Match.Partner.Name,
		Foot: fmt.Sprintf("innograph · 科创图谱　制表 %s　数据版本 %d（%s 载入）　得分是对依据的排序，不是对单位的评价；依据以原文为准。",
			f.Date, f.Generation, date(f.Loaded)),
	}
	p.Sections = []Section{
		demandSection(f, c), partnerSection(f, c), scoreSection(f.Match),
		reasonSection("推荐理由", "Reasons for", f.Match.For, "无 none", c),
		reasonSection("不利因素", "Reasons against", f.Match.Against, "未发现 none found", c),
		changeSection(f.Match), routeSection(f, c), noteSection(),
	}
	p.Sections = append(p.Sections, c.section())
	return p
}

func demandSection(f Facts, c *citations) Section {
	s := Section{Heading: "需求", English: "Demand", Lines: []Line{{Label: "需求", Text: f.Demand}}}
	if e := f.Entity; e != nil {
		s.Lines[0].Text, s.Lines[0].Cites = e.Name+"（"+kindName(e.Kind)+"）", c.of(e.Sources)
	}
	fields := make([]string, len(f.Needs))
	for i, n := range f.Needs {
		fields[i] = fmt.Sprintf("%s %.0f%%", n.Field.Name, 100*n.Weight)
		if words := f.Words[n.Field.ID]; len(words) > 0 {
			fields[i] += "（据“" + strings.Join(words, "、") + "”）"
		}
	}
	return s.with("所需领域", strings.Join(fields, "；")).with("领域说明", f.Basis).with("提出地区", f.Home.Name)
}

func partnerSection(f Facts, c *citations) Section {
	p, place := f.Match.Partner, f.Match.Place
	s := Section{Heading: "推荐合作方", English: "Partner", Lines: []Line{{Label: "单位", Text: p.Name + "（" + kindName(p.Kind) + "）", Cites: c.of(p.Sources)}}}
	s = s.with("英文名", p.NameEn)
	if place.Region != nil {
		where := place.Region.Name
		if place.Kilometres >= 0 {
			where += fmt.Sprintf("，距%s约 %.0f 公里", f.Home.Name, place.Kilometres)
		}
		s = s.with("所在地", where)
	}
	if link := p.Properties[ecosystem.PropWebsite.Name]; isLink(link) {
		s.Lines = append(s.Lines, Line{Label: "网址", Text: link, Link: link})
	}
	return s.with("名次", fmt.Sprintf("第 %d 名，共 %d 个候选；得分 %.3f（满分 1）", f.Match.Rank, f.Of, f.Match.Score))
}

// with adds a line, unless there is nothing to say.
func (s Section) with(label, text string) Section {
	if text != "" {
		s.Lines = append(s.Lines, Line{Label: label, Text: text})
	}
	return s
}

func scoreSection(m match.Match) Section {
	s := Section{Heading: "得分构成", English: "Score", Table: [][]string{{"分项 component", "取值 value", "权重 weight", "计入 counts"}}}
	for _, p := range m.Components {
		s.Table = append(s.Table, []string{
			p.Component.Chinese(), fmt.Sprintf("%.2f", p.Value), fmt.Sprintf("%.0f%%", 100*p.Weight), fmt.Sprintf("%.3f", p.Value*p.Weight),
		})
	}
	return s
}

func reasonSection(heading, english string, reasons []match.Reason, none string, c *citations) Section {
	s := Section{Heading: heading, English: english}
	for _, r := range reasons {
		l := Line{Text: r.Text.Zh}
		for _, e := range r.Evidence {
			for _, step := range e.Path.Steps {
				l.Cites = append(l.Cites, c.surest(step.Relation.Sources)...)
			}
		}
		l.Cites = once(l.Cites)
		s.Lines = append(s.Lines, l)
	}
	if len(s.Lines) == 0 {
		s.Lines = []Line{{Text: none}}
	}
	return s
}

func changeSection(m match.Match) Section {
	s := Section{Heading: "名次何时会变", English: "What would change the rank"}
	for _, change := range m.Changes {
		s.Lines = append(s.Lines, Line{Text: change.Text.Zh})
	}
	return s
}

func routeSection(f Facts, c *citations) Section {
	s := Section{Heading: "联络途径", English: "Contact route"}
	for _, r := range f.Routes[:min(routes, len(f.Routes))] {
		l := Line{Text: r.Reason().Zh}
		for _, step := range r.Steps {
			l.Cites = append(l.Cites, c.surest(step.Relation.Sources)...)
		}
		l.Cites = once(l.Cites)
		s.Lines = append(s.Lines, l)
	}
	if len(s.Lines) == 0 {
		s.Lines = []Line{{Text: "图谱中没有可代为引荐的本地单位，需直接联系 nobody known to us has a tie with it"}}
	}
	return s
}

// noteSection is for a pen.
func noteSection() Section {
	return Section{Heading: "对接记录", English: "Notes", Table: [][]string{{"联系人 contact", "日期 date", "意见与下一步 next step"}, {" ", " ", " "}, {" ", " ", " "}}}
}

func kindName(k ecosystem.Kind) string {
	info, _ := k.Info()
	return info.Chinese
}

// date is the day of a time as generations tell it.
func date(loaded string) string { day, _, _ := strings.Cut(loaded, "T"); return day }

func isLink(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// Labelled tells whether the lines of a section are pairs of a label and a value.
func (s Section) Labelled() bool { return len(s.Lines) > 0 && s.Lines[0].Label != "" }
