package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

func TestBasis(t *testing.T) {
	list := []ecosystem.Source{{Document: "doc:l", Known: ecosystem.Stated, Confidence: 0.8}}
	memory := []ecosystem.Source{{Document: "doc:l", Known: ecosystem.Curated, Confidence: 0.5, Note: noteNotRechecked}}
	tests := []struct {
		cell    string
		sources []ecosystem.Source
		year    int
		want    ecosystem.Source
	}{
		{"第四轮学科评估2017", list, 2017, ecosystem.Source{Document: "doc:l", Known: ecosystem.Stated, Confidence: 0.8, Note: "第四轮学科评估2017"}},
		{"第四轮学科评估2017(C+)", memory, 2017, ecosystem.Source{Document: "doc:l", Known: ecosystem.Curated, Confidence: 0.5, Note: noteNotRechecked + "; 第四轮学科评估2017(C+)"}},
		{"第二轮双一流建设学科名单2022", list, 2022, ecosystem.Source{Document: "doc:l", Known: ecosystem.Stated, Confidence: 0.8, Note: "第二轮双一流建设学科名单2022"}},
		{"硅材料国家重点实验室", list, 0, ecosystem.Source{Document: "doc:l", Known: ecosystem.Implied, Confidence: 0.8, Note: "硅材料国家重点实验室"}},
		{readingBasis, list, 0, ecosystem.Source{Document: "doc:l", Known: ecosystem.Curated, Confidence: 0.6}},
		{readingBasis, memory, 0, ecosystem.Source{Document: "doc:l", Known: ecosystem.Curated, Confidence: 0.5, Note: noteNotRechecked}},
		{"seed 六.8(合成生物技术专业)", list, 0, ecosystem.Source{Document: "doc:l", Known: ecosystem.Implied, Confidence: 0.8, Note: "合成生物技术专业"}},
	}
	for _, test := range tests {
		year, got, err := basis(test.cell, test.sources)
		if err != nil {
			t.Errorf("%s: %v", test.cell, err)
			continue
		}
		if diff := cmp.Diff([]ecosystem.Source{test.want}, got); diff != "" || year != test.year {
			t.Errorf("basis %q: year %d, want %d; sources (-want +got):\n%s", test.cell, year, test.year, diff)
		}
	}
	for _, cell := range []string{"", "第五轮学科评估2022", "第四轮学科评估2017(D)", "某中心", "第四轮学科评估"} {
		if year, got, err := basis(cell, list); err == nil {
			t.Errorf("basis %q was read as %d, %+v; want an error", cell, year, got)
		}
	}
}

func TestTieStrength(t *testing.T) {
	for _, test := range []struct{ kind, note, want string }{
		{"技术合作", "商谈共建研究院", "商谈"},
		{"成果转化", "市长带队考察交易所", "考察交流"},
		{"成果转化", "工作研讨会筹备交流", "考察交流"},
		{"共建机构", "校地共建研究院", "共建机构"},
		{"分支机构", "", "分支机构"},
	} {
		if got := tieStrength(test.kind, test.note); got != test.want {
			t.Errorf("tieStrength(%q, %q) = %q, want %q", test.kind, test.note, got, test.want)
		}
	}
}

func TestSameBodies(t *testing.T) {
	organization := func(id, name, aliases, region string) row {
		return row{cells: map[string]string{"id": id, "name": name, "aliases": aliases, "region_code": region}}
	}
	platforms := []row{
		organization("p1", "磁电研究院", "", "371300"),
		organization("p2", "软件园", "磁电(研究院)", "371300"),
		organization("p3", "磁电研究院", "", "330100"), // a namesake at another place
	}
	b, err := sameBodies([]row{organization("o", "山东磁电研究院", "磁电研究院;磁电（研究院）", "371300")}, platforms)
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{
		"platform:p1": "org:o", "platform:p2": "org:o", "platform:p3": "platform:p3", "org:o": "org:o", "o": "org:o", "cluster:x": "cluster:x",
	} {
		if got := b.end(id); got != want {
			t.Errorf("end %q is %s, want %s", id, got, want)
		}
	}
	_, err = sameBodies([]row{organization("a", "甲", "乙", "1"), organization("b", "乙", "", "1")}, nil)
	if err == nil || !strings.Contains(err.Error(), "both called 乙") {
		t.Errorf("two organizations of one name at one place: %v, want an error", err)
	}
}

// fixture writes fact tables that are right; replace changes one of them.
func fixture(t *testing.T, replace map[string]string) string {
	t.Helper()
	tables := map[string]string{
		"regions.csv":           "code,name,level,parent_code,yrd,lat,lon\n330000,浙江省,province,,true,30.27,120.15\n330100,杭州市,city,330000,true,30.25,120.21\n",
		"fields.csv":            "id,name,parent_id,seed_anchor\nmat,新材料,,六.2\nmat-magnet,磁性材料,mat,六.2;专栏2(1)\n",
		"disciplines.csv":       "id,name,kind,code\nd-0702,物理学,first_level_discipline,0702\n",
		"discipline_fields.csv": "discipline_id,field_id,weight,rationale\nd-0702,mat-magnet,0.60,磁学\n",
		"organizations.csv": "id,name,english_name,aliases,kind,region_code,website,ror,tags,field_ids,host_org_ids,source\n" +
			"ly-gov,市政府,,,government,330100,,,,,,seed 标题\n" +
			"zju,浙江大学,Zhejiang University,浙大,university,330100,https://www.zju.edu.cn,https://ror.org/00a2xv884,985;211;985,,,https://ror.org/00a2xv884\n" +
			"h,浙大一院,,,hospital,330100,,,,mat,zju,official public list (not re-checked): 某名录2022\n" +
			"i,磁电研究院,,磁研院,research_institute,330100,,,,,zju,seed 专栏2(1)\n",
		"platforms.csv": "id,name,english_name,aliases,kind,host_org_ids,region_code,field_ids,ror,source\n" +
			"k,硅材料国家重点实验室,,,国家重点实验室,zju,330100,mat,https://ror.org/02,https://ror.org/02\n" +
			"k2,经方全国重点实验室,,,国家重点实验室,zju,330100,,,http://a.com\n" +
			"i2,磁研院,,磁电产研院,新型研发机构,i,330100,mat-magnet,,http://b.com\n" +
			"m,浙江省磁材创新中心,,,制造业创新中心,platform:k,330100,,,http://b.com\n",
		"clusters.csv":        "id,name,aliases,region_code,kind,field_ids,year,source\nc,杭州市安防集群,,330100,national_advanced_manufacturing_cluster,mat,2022,http://c.com\n",
		"org_disciplines.csv": "org_id,discipline_id,strength,basis,source_url\nzju,d-0702,A+,第四轮学科评估2017,http://d.com\nh,d-0702,field_core,seed 六.2,seed 六.2\n",
		"cooperation.csv":     "a_id,b_id,kind,year,note,source_url,verification,link_quality\nplatform:i2,h,联合攻关,,规划拟,seed 六.2,from_seed,plan\nzju,i,分支机构,,,seed 六.2,from_seed,plan\nh,zju,技术合作,2021,商谈,http://d.com,verified,official\n",
	}
	for name, content := range replace {
		tables[name] = content
	}
	dir := t.TempDir()
	for name, content := range tables {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func convertFixture(t *testing.T, replace map[string]string) (ecosystem.Graph, *report, error) {
	t.Helper()
	r := newReport()
	g, err := convert(fixture(t, replace), testPlaces(), r)
	return g, r, err
}

func TestConvertEntities(t *testing.T) {
	g, r, err := convertFixture(t, nil)
	if err != nil {
		t.Fatal(err)
	}
	if problems := ecosystem.Validate(g); len(problems) > 0 {
		t.Errorf("problems: %+v", problems)
	}
	fromPlan := ecosystem.Source{Document: docPlan, Locator: "专栏2.1（2）", Known: ecosystem.Stated, Confidence: 0.8, PrintedName: "磁研院"}
	for _, want := range []ecosystem.Entity{
		{
			ID: "org:zju", Kind: ecosystem.University, Name: "浙江大学", NameEn: "Zhejiang University", Aliases: []string{"浙大"},
			Properties:  map[string]string{"tags": "985;211", "website": "https://www.zju.edu.cn"},
			ExternalIDs: []ecosystem.ExternalID{{Scheme: "ror", Value: "https://ror.org/00a2xv884"}},
			Sources:     []ecosystem.Source{stated("doc:ror-00a2xv884", 0.9)},
		},
		{
			ID: "org:i", Kind: ecosystem.ResearchInstitute, Name: "磁电研究院", Aliases: []string{"磁电产研院", "磁研院"},
			Properties: map[string]string{"tags": "新型研发机构"}, Sources: []ecosystem.Source{stated("doc:b-com", 0.8), fromPlan},
		},
		{
			ID: "platform:k", Kind: ecosystem.Platform, Name: "硅材料国家重点实验室", FormerNames: []string{"硅材料国家重点实验室"},
			Properties:  map[string]string{"category": "国家重点实验室", "level": "国家级"},
			ExternalIDs: []ecosystem.ExternalID{{Scheme: "ror", Value: "https://ror.org/02"}},
			Sources:     noted([]ecosystem.Source{stated("doc:ror-02", 0.9)}, noteOldLabName),
		},
		{
			ID: "platform:k2", Kind: ecosystem.Platform, Name: "经方全国重点实验室",
			Properties: map[string]string{"category": "全国重点实验室", "level": "国家级"}, Sources: []ecosystem.Source{stated("doc:a-com", 0.8)},
		},
		{
			ID: "platform:m", Kind: ecosystem.Platform, Name: "浙江省磁材创新中心",
			Properties: map[string]string{"category": "制造业创新中心", "level": "省级"}, Sources: []ecosystem.Source{stated("doc:b-com", 0.8)},
		},
		{
			ID: "cluster:c", Kind: ecosystem.IndustryCluster, Name: "杭州市安防集群",
			Properties: map[string]string{"category": "国家先进制造业集群", "level": "国家级", "year": "2022"}, Sources: []ecosystem.Source{stated("doc:c-com", 0.8)},
		},
		{
			ID: "discipline:0702", Kind: ecosystem.Discipline, Name: "物理学",
			Properties: map[string]string{"code": "0702", "level": "一级学科"}, Sources: []ecosystem.Source{stated(docDisciplines, 0.9)},
		},
	} {
		if diff := cmp.Diff(want, entityOf(t, g, want.ID)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", want.ID, diff)
		}
	}
	if len(r.merged) != 1 || !strings.Contains(r.merged[0], "platform:i2") {
		t.Errorf("merged %v, want platform:i2", r.merged)
	}
	if len(r.dropped) != 1 || !strings.Contains(r.dropped[0], "HOSPITAL carries no disciplines: org:h") {
		t.Errorf("dropped %v, want the discipline of the hospital", r.dropped)
	}
}

func TestConvertRelations(t *testing.T) {
	g, _, err := convertFixture(t, nil)
	if err != nil {
		t.Fatal(err)
	}
	type edge struct {
		Type             ecosystem.RelationType
		From, To         string
		Weight           float64
		Strength, Status string
		Year             int
		Known            ecosystem.Known
		Confidence       float64
	}
	got := map[edge]bool{}
	for _, r := range g.Relations {
		s := r.Sources[0]
		got[edge{r.Type, r.From, r.To, r.Weight, r.Strength, string(r.Status), r.Year, s.Known, s.Confidence}] = true
	}
	want := []edge{
		{"PART_OF", "region:330000", "region:yrd", 1, "", "", 0, "CURATED", 0.9},
		{"PART_OF", "region:330100", "region:330000", 1, "", "", 0, "STATED", 0.9},
		{"PART_OF", "field:mat-magnet", "field:mat", 1, "", "", 0, "IMPLIED", 0.8},
		{"APPLIES_TO", "discipline:0702", "field:mat-magnet", 0.6, "", "", 0, "CURATED", 0.6},
		{"LOCATED_IN", "org:zju", "region:330100", 1, "", "", 0, "STATED", 0.9},
		{"LOCATED_IN", "org:h", "region:330100", 1, "", "", 0, "CURATED", 0.5},
		{"LOCATED_IN", "org:i", "region:330100", 1, "", "", 0, "STATED", 0.8},
		{"LOCATED_IN", "platform:k", "region:330100", 1, "", "", 0, "STATED", 0.9},
		{"LOCATED_IN", "platform:k2", "region:330100", 1, "", "", 0, "STATED", 0.8},
		{"LOCATED_IN", "platform:m", "region:330100", 1, "", "", 0, "STATED", 0.8},
		{"LOCATED_IN", "cluster:c", "region:330100", 1, "", "", 0, "STATED", 0.8},
		{"IN_FIELD", "org:h", "field:mat", 1, "", "", 0, "CURATED", 0.5},
		{"IN_FIELD", "org:i", "field:mat-magnet", 1, "", "", 0, "CURATED", 0.6},
		{"IN_FIELD", "platform:k", "field:mat", 1, "", "", 0, "CURATED", 0.6},
		{"IN_FIELD", "cluster:c", "field:mat", 1, "", "", 0, "CURATED", 0.6},
		{"PART_OF", "org:h", "org:zju", 1, "", "", 0, "CURATED", 0.5},
		{"LOCATED_IN", "org:ly-gov", "region:330100", 1, "", "", 0, "IMPLIED", 0.8},
		{"ISSUED_BY", planPolicy, "org:ly-gov", 1, "", "", 0, "IMPLIED", 0.8},
		{"HOSTED_BY", "org:i", "org:zju", 1, "", "", 0, "STATED", 0.8},
		{"HOSTED_BY", "platform:k", "org:zju", 1, "", "", 0, "STATED", 0.9},
		{"HOSTED_BY", "platform:k2", "org:zju", 1, "", "", 0, "STATED", 0.8},
		{"RELIES_ON", "platform:m", "platform:k", 1, "", "", 0, "STATED", 0.8},
		{"STRONG_IN", "org:zju", "discipline:0702", 1, "A+", "", 2017, "STATED", 0.8},
		{"COOPERATES_WITH", "org:h", "org:i", 0.425, "联合攻关", "PLANNED", 0, "STATED", 0.8},
		{"COOPERATES_WITH", "org:i", "org:zju", 1, "分支机构", "", 0, "STATED", 0.8},
		{"COOPERATES_WITH", "org:h", "org:zju", 0.4, "商谈", "", 2021, "STATED", 0.9},
	}
	for _, e := range want {
		if !got[e] {
			t.Errorf("missing %+v", e)
		}
		delete(got, e)
	}
	for e := range got {
		t.Errorf("unexpected %+v", e)
	}
}

func TestConvertRefusesWhatItDoesNotKnow(t *testing.T) {
	const organizations = "id,name,english_name,aliases,kind,region_code,website,ror,tags,field_ids,host_org_ids,source\n"
	tests := []struct{ name, file, content, want string }{
		{"a new column", "fields.csv", "id,name,parent_id,seed_anchor,colour\n", "the columns are"},
		{"a kind of organization", "organizations.csv", organizations + "x,某社,,,cooperative,330100,,,,,,http://a.com\n", `organizations.csv:2: organization kind "cooperative"`},
		{"an unknown host", "organizations.csv", organizations + "x,某院,,,research_institute,330100,,,,,nobody,http://a.com\n", "org:nobody"},
		{"an unknown region", "organizations.csv", organizations + "x,某院,,,research_institute,999999,,,,,,http://a.com\n", "region:999999"},
		{"an unknown field", "organizations.csv", organizations + "x,某院,,,research_institute,330100,,,,gold,,http://a.com\n", "field:gold"},
		{"no source", "organizations.csv", organizations + "x,某院,,,research_institute,330100,,,,,,\n", `source "" has a form`},
		{"a kind of cluster", "clusters.csv", "id,name,aliases,region_code,kind,field_ids,year,source\nc,甲,,330100,village,,2022,http://c.com\n", `cluster kind "village"`},
		{"a year in words", "clusters.csv", "id,name,aliases,region_code,kind,field_ids,year,source\nc,甲,,330100,park,,about 2020,http://c.com\n", "whole number"},
		{"a strength", "org_disciplines.csv", "org_id,discipline_id,strength,basis,source_url\nzju,d-0702,A++,第四轮学科评估2017,http://d.com\n", `strength "A++"`},
		{"a link quality", "cooperation.csv", "a_id,b_id,kind,year,note,source_url,verification,link_quality\nzju,i,技术合作,,,http://d.com,verified,rumour\n", `link_quality "rumour"`},
		{"a kind of tie", "cooperation.csv", "a_id,b_id,kind,year,note,source_url,verification,link_quality\nzju,i,联谊,,,http://d.com,verified,official\n", `cooperation kind "联谊"`},
		{"two names under one id", "disciplines.csv", "id,name,kind,code\nd-0702,物理学,first_level_discipline,0702\nd-0702,化学,first_level_discipline,0702\n", "two different values for name"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, _, err := convertFixture(t, map[string]string{test.file: test.content})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want an error with %q", err, test.want)
			}
		})
	}
}

func entityOf(t *testing.T, g ecosystem.Graph, id string) ecosystem.Entity {
	t.Helper()
	for _, e := range g.Entities {
		if e.ID == id {
			return e
		}
	}
	t.Fatalf("the graph has no %s", id)
	return ecosystem.Entity{}
}
