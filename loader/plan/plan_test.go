package plan

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/resolve"
	"github.com/innograph/innograph/store/text"
)

func TestInventedPlans(t *testing.T) {
	boxes := map[string][]string{
		"qingshan": {"§3", "专栏1", "专栏2", "专栏3", "专栏4", "专栏5", "专栏6"},
		"yunxi":    {"§1", "专栏一", "专栏二", "专栏三", "专栏四"},
	}
	for city, sections := range boxes {
		t.Run(city, func(t *testing.T) {
			result := extractFile(t, filepath.Join("testdata", city+".txt"), Options{})
			demandAll(t, entityFacts(result.Graph), readEntityAnswers(t, city+"-entities.csv"), sections...)
			demandAll(t, relationFacts(result.Graph), readRelationAnswers(t, city+"-relations.csv"), sections...)
			checkResult(t, result)
		})
	}
}

func TestLinyi(t *testing.T) {
	result := extractFile(t, linyi, Options{Lookup: knownEntities(t, "linyi-known.csv")})
	demandAll(t, entityFacts(result.Graph), readEntityAnswers(t, "linyi-entities.csv"),
		"专栏1", "专栏2", "专栏3", "专栏5", "专栏6", "专栏8", "专栏9")
	demandAll(t, relationFacts(result.Graph), readRelationAnswers(t, "linyi-relations.csv"), "专栏1", "专栏2", "专栏3")
	checkResult(t, result)
	projects := 0
	for _, e := range result.Graph.Entities {
		if e.Kind == ecosystem.KeyProject {
			projects++
		}
	}
	if projects != 134 { // 135 are printed, one of them twice
		t.Errorf("%d key projects in all boxes, want 134", projects)
	}
}

// checkResult holds for every plan: the graph is valid by itself, and each
// record's locator leads back to a passage that holds the printed name.
func checkResult(t *testing.T, r Result) {
	t.Helper()
	for _, p := range ecosystem.Validate(r.Graph) {
		t.Errorf("invalid: %s %s: %s", p.ID, p.Field, p.Message)
	}
	for _, e := range r.Graph.Entities {
		for _, s := range e.Sources {
			passage, ok := r.Outline.Find(s.Locator)
			printed := s.PrintedName
			if printed == "" {
				printed = e.Name
			}
			if e.Kind == ecosystem.Policy && strings.HasPrefix(printed, passage) {
				continue // a title on several lines; the locator is that of the first
			}
			if !ok || !strings.Contains(plain(passage), plain(printed)) {
				t.Errorf("the passage at %s is %q (%t), which does not hold %q", s.Locator, passage, ok, printed)
			}
			if !strings.HasPrefix(s.Note, "rule:") {
				t.Errorf("%s: the note %q does not name the rule", e.ID, s.Note)
			}
		}
	}
	for _, rel := range r.Graph.Relations {
		for _, s := range rel.Sources {
			if _, ok := r.Outline.Find(s.Locator); !ok {
				t.Errorf("%s %s → %s: nothing stands at %s", rel.Type, rel.From, rel.To, s.Locator)
			}
		}
	}
}

func plain(s string) string { return strings.ReplaceAll(text.Normalize(s), "\n", "") }

func entityNamed(t *testing.T, g ecosystem.Graph, name string) ecosystem.Entity {
	t.Helper()
	i := slices.IndexFunc(g.Entities, func(e ecosystem.Entity) bool { return e.Name == name })
	if i < 0 {
		t.Fatalf("no entity is called %s", name)
	}
	return g.Entities[i]
}

func TestIndicatorProperties(t *testing.T) {
	g := extractFile(t, filepath.Join("testdata", "qingshan.txt"), Options{}).Graph
	tests := map[string]map[string]string{
		"全社会研发经费投入强度":    {"unit": "%", "base_value": "2.1", "base_year": "2020", "value": "3", "year": "2025", "attribute": "预期性"},
		"基础研究经费占研发经费比重":  {"unit": "%", "value": "8", "year": "2025", "attribute": "预期性"},
		"每万人口发明专利拥有量":    {"unit": "件", "base_value": "12.6", "base_year": "2020", "base_note": "2019年数据", "value": "20", "year": "2025", "attribute": "约束性"},
		"技术合同成交额":        {"unit": "亿元", "base_value": "1050.5", "base_year": "2020", "value": "2000", "year": "2025", "attribute": "预期性"},
		"公民具备科学素质的比例":    {"unit": "%", "base_value": "11.2", "base_year": "2020", "attribute": "预期性"},
		"青山市“十四五”科技创新规划": {"period": "2021-2025", "category": "规划"},
	}
	for name, want := range tests {
		if diff := cmp.Diff(want, entityNamed(t, g, name).Properties); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestStatusIsOnlyWhatTheTextSays(t *testing.T) {
	g := extractFile(t, filepath.Join("testdata", "qingshan.txt"), Options{}).Graph
	tests := map[string]ecosystem.Status{
		"青山湖实验室":    ecosystem.UnderConstruction, // 在建重大平台
		"青山先进计算中心":  ecosystem.Planned,           // 拟建平台
		"青山检验检测中心":  ecosystem.Built,             // 已建公共服务平台
		"北塘超算中心":    ecosystem.Promoted,          // 推进北塘超算中心建设
		"青湖软件园":     ecosystem.Planned,           // 建设青湖软件园
		"航空铝材产业化项目": ecosystem.Planned,           // a key project
		"青湖科创走廊":    "",
		"江南大学":      "",
	}
	for name, want := range tests {
		e := entityNamed(t, g, name)
		if e.Status != want {
			t.Errorf("%s has status %q, want %q", name, e.Status, want)
		}
		if date := map[bool]string{true: "2021"}[want != ""]; e.StatusDate != date {
			t.Errorf("%s has status date %q, want %q", name, e.StatusDate, date)
		}
	}
	dated := extractFile(t, filepath.Join("testdata", "qingshan.txt"), Options{Document: ecosystem.Document{ID: "doc:x", Date: "2021-09-30"}}).Graph
	if got := entityNamed(t, dated, "青湖软件园").StatusDate; got != "2021-09-30" {
		t.Errorf("with a dated document the status date is %q, want its date", got)
	}
}

func TestKnownNamesLeadToTheirIDs(t *testing.T) {
	g := extractFile(t, linyi, Options{Lookup: knownEntities(t, "linyi-known.csv")}).Graph
	tests := []struct {
		id, locator, printed string
		kind                 ecosystem.Kind
	}{
		{"org:zju-sdaari", "专栏2.1（2）", "", ecosystem.ResearchInstitute}, // only the width of the brackets differs
		{"org:ict-linyi", "专栏3（3）", "中科院计算所临沂分所", ecosystem.ResearchInstitute},
		{"platform:ly-p-fin", "专栏2.3（3）", "科技金融服务中心", ecosystem.Platform}, // the plan's own place is left out
		{"platform:ly-p-longsoft", "专栏2.2（6）", "“龙软科创数字服务平台”创新型虚拟孵化园", ecosystem.Platform},
		{"cluster:k-ly-hitech", "专栏3（1）", "临沂高新区", ecosystem.IndustryCluster},
		{"field:mat", "专栏5", "新材料技术", ecosystem.TechnologyField},
		{"field:ne", "专栏6.3", "新能源技术", ecosystem.TechnologyField}, // a group named like its box is the same field
	}
	for _, tt := range tests {
		i := slices.IndexFunc(g.Entities, func(e ecosystem.Entity) bool { return e.ID == tt.id })
		if i < 0 {
			t.Errorf("%s was not found", tt.id)
			continue
		}
		e := g.Entities[i]
		at := slices.IndexFunc(e.Sources, func(s ecosystem.Source) bool { return s.Locator == tt.locator })
		if at < 0 || e.Kind != tt.kind || e.Sources[at].PrintedName != tt.printed {
			t.Errorf("%s: kind %s, sources %+v; want kind %s and the printed name %q at %s", tt.id, e.Kind, e.Sources, tt.kind, tt.printed, tt.locator)
		}
	}
}

func TestDiagnosticsDropNothingSilently(t *testing.T) {
	tests := map[string][]string{
		"qingshan": {"走出去与引进来", "达到全省平均水平", "实施生物育种攻关"},
		"yunxi":    {"责任单位", "溪口镇", "总投资5000万元", "等三大园区"},
	}
	for city, want := range tests {
		diagnostics := extractFile(t, filepath.Join("testdata", city+".txt"), Options{}).Diagnostics
		for _, w := range want {
			if !slices.ContainsFunc(diagnostics, func(d Diagnostic) bool { return strings.Contains(d.Text, w) && d.Line > 0 && d.Reason != "" }) {
				t.Errorf("%s: no diagnostic speaks of %q: %v", city, w, diagnostics)
			}
		}
		for i := 1; i < len(diagnostics); i++ {
			if diagnostics[i].Line < diagnostics[i-1].Line {
				t.Errorf("%s: diagnostics are not in the order of the document", city)
			}
		}
	}
}

func TestExtractIsRepeatable(t *testing.T) {
	plan, err := os.ReadFile(filepath.Join("testdata", "qingshan.txt"))
	if err != nil {
		t.Fatal(err)
	}
	first, err := Extract(context.Background(), bytes.NewReader(plan), Options{})
	if err != nil {
		t.Fatal(err)
	}
	second, err := Extract(context.Background(), bytes.NewReader(plan), Options{Lookup: resolve.NewIndex(first.Graph.Entities)})
	if err != nil {
		t.Fatal(err)
	}
	ids := func(g ecosystem.Graph) (out []string) {
		for _, e := range g.Entities {
			out = append(out, e.ID+" "+e.Name)
		}
		for _, r := range g.Relations {
			out = append(out, r.ID)
		}
		return out
	}
	if diff := cmp.Diff(ids(first.Graph), ids(second.Graph)); diff != "" {
		t.Errorf("reading the plan again over its own records gives others (-first +second):\n%s", diff)
	}
}

func TestNamesThatSoundAlikeStayApart(t *testing.T) {
	g := extractFile(t, filepath.Join("testdata", "yunxi.txt"), Options{}).Graph
	first, second := entityNamed(t, g, "溪口科创园"), entityNamed(t, g, "西口科创园")
	if first.ID != "cluster:xi-kou-ke-chuang-yuan" || !strings.HasPrefix(second.ID, first.ID+"-") {
		t.Errorf("ids are %s and %s; the second must be the first with a hash", first.ID, second.ID)
	}
	taken := resolve.NewIndex([]ecosystem.Entity{{ID: first.ID, Kind: ecosystem.IndustryCluster, Name: "西寇科创园"}})
	g = extractFile(t, filepath.Join("testdata", "yunxi.txt"), Options{Lookup: taken}).Graph
	if e := entityNamed(t, g, "溪口科创园"); e.ID == first.ID {
		t.Errorf("%s got the id %s, which a known entity of another name has", e.Name, e.ID)
	}
}

func TestRefusedDocuments(t *testing.T) {
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	tests := []struct {
		name  string
		ctx   context.Context
		input string
		code  ecosystem.Code
		words string
	}{
		{"GB18030", context.Background(), "标题\n\xc1\xd9\xd2\xca\xca\xd0", ecosystem.CodeBadInput, "byte 7 (0xC1, line 2)"},
		{"empty", context.Background(), " \n\n", ecosystem.CodeBadInput, "no text"},
		{"cancelled", cancelled, "标题", ecosystem.CodeTimeout, "interrupted"},
	}
	for _, tt := range tests {
		_, err := Extract(tt.ctx, strings.NewReader(tt.input), Options{})
		if err == nil || ecosystem.CodeOf(err) != tt.code || !strings.Contains(err.Error(), tt.words) {
			t.Errorf("%s: error %v, want %s with %q", tt.name, err, tt.code, tt.words)
		}
	}
}

func TestAmbiguousNamesAreReportedAndNotMerged(t *testing.T) {
	known := resolve.NewIndex([]ecosystem.Entity{
		{ID: "platform:one", Kind: ecosystem.Platform, Name: "青山湖国家实验室", Aliases: []string{"青山湖实验室"}},
		{ID: "platform:two", Kind: ecosystem.Platform, Name: "青山湖省实验室", Aliases: []string{"青山湖实验室"}},
		{ID: "cluster:kt", Kind: ecosystem.IndustryCluster, Name: "北塘科学城"},
		{ID: "platform:kt", Kind: ecosystem.Platform, Name: "北塘创新港", Aliases: []string{"北塘科学城"}},
	})
	result := extractFile(t, filepath.Join("testdata", "qingshan.txt"), Options{Lookup: known})
	if e := entityNamed(t, result.Graph, "青山湖实验室"); e.ID == "platform:one" || e.ID == "platform:two" {
		t.Errorf("青山湖实验室 became %s, though it may mean either of two", e.ID)
	}
	if e := entityNamed(t, result.Graph, "北塘科学城"); e.ID != "cluster:kt" {
		t.Errorf("北塘科学城 became %s; a canonical name goes before an alias", e.ID)
	}
	reported := slices.ContainsFunc(result.Diagnostics, func(d Diagnostic) bool {
		return d.Text == "青山湖实验室" && strings.Contains(d.Reason, "platform:one or platform:two")
	})
	if !reported {
		t.Errorf("no diagnostic names both meanings: %v", result.Diagnostics)
	}
}

func TestThePlanIsTheDocumentThatIsKnownByItsTitle(t *testing.T) {
	known := ecosystem.Document{ID: "doc:known", Title: "青山市“十四五”科技创新规划（征求意见稿）", Issuer: "青山市人民政府", Date: "2021-08"}
	tests := []struct {
		name string
		opts Options
		want ecosystem.Document
	}{
		{"known", Options{Documents: []ecosystem.Document{{ID: "doc:other", Title: "别的规划"}, known}}, known},
		{"given", Options{Document: ecosystem.Document{ID: "doc:mine"}, Documents: []ecosystem.Document{known}}, ecosystem.Document{ID: "doc:mine", Title: "青山市“十四五”科技创新规划"}},
		{"new", Options{}, ecosystem.Document{ID: "doc:qing-shan-shi-shi-si-wu-ke-ji-chuang-xin-gui-hua", Title: "青山市“十四五”科技创新规划"}},
	}
	for _, tt := range tests {
		g := extractFile(t, filepath.Join("testdata", "qingshan.txt"), tt.opts).Graph
		if diff := cmp.Diff([]ecosystem.Document{tt.want}, g.Documents); diff != "" {
			t.Errorf("%s: documents (-want +got):\n%s", tt.name, diff)
		}
	}
}
